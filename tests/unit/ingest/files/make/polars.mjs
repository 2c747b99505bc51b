// Writes the Parquet and Arrow files of Polars: node polars.mjs <folder>, in this folder. <folder> has a node_modules
// with nodejs-polars 0.26.1, which is no dependency of ours.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const pl = createRequire(join(resolve(process.argv[2] ?? '.'), 'x.js'))('nodejs-polars');

// Other types of text than Arrow's own, packed and not.
const frame = pl.DataFrame({
  course_id: Array.from({ length: 3 }, (_, at) => (at === 2 ? null : `c${at} – et længere navn end tolv tegn`)),
  age: [7, null, 12],
  registered_on: pl.Series('registered_on', ['2018-12-31', null, '2020-02-29']).str.strptime(pl.Date, '%Y-%m-%d'),
});
for (const compression of ['lz4', 'zstd', 'uncompressed']) frame.writeIPC(`../polars-${compression}.arrow`, { compression });
frame.writeParquet('../polars.parquet', { compression: 'zstd' });
