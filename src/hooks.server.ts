import module from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { address } from 'pejling:early-script';
import type { Handle } from '@sveltejs/kit';
import { dev } from '$app/environment';

/** The notebook page stands one folder deep, wherever the site itself stands. */
const fromPage = (file: string) => file.replace(/^.*_app\//, '../_app/');

const [early, from, compiled] = [address, script, module].map(fromPage);
const tag = `<script async src="${early}" data-script="${from}" data-module="${compiled}"></script>`;

/** When the pages are written: the notebook page, which needs DuckDB, starts it from its head. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%pejling.early%', !dev && event.route.id === '/notebook' ? tag : ''),
  });
