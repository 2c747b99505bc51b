// A page to be read: written out at build, like the opening page.
export const ssr = true;
