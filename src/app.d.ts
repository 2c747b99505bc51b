declare module '*?raw' {
  const text: string;
  export default text;
}

/** One of our own files, read and checked by its schema when the site is built (`cli/data-files.ts`). */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}

/** The script that starts DuckDB ahead of the page (`cli/early-script.mjs`): where it is in the site. */
declare module 'pejling:early-script' {
  export const address: string;
}
