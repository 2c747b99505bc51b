// Every page is made at build and runs in the browser; an address ends with a slash so that relative paths hold.
export const prerender = true;
export const ssr = false;
export const trailingSlash = 'always';
