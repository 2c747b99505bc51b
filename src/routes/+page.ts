// The opening page is the only one that is useful before any script has run, so it is written out at build.
export const ssr = true;
