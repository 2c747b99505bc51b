import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/** The least a page can do with DuckDB-WASM: start it as its manual says, and ask it one thing. */
const database = new AsyncDuckDB(new VoidLogger(), new Worker(script));
await database.instantiate(wasm);
const connection = await database.connect();
await connection.query('SELECT 1');
Object.assign(window, { answered: performance.now() });
