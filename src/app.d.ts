declare module '*?raw' {
  const text: string;
  export default text;
}

/** One of our own files, read and checked by its schema when the site is built (`cli/data-files.ts`). */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
