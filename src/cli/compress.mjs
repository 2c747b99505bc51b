// Writes a .gz beside every file worth it, so that the server sends the 34 MB engine as 8. Gzip takes half a
// second where Brotli takes more than a minute.
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

for (const entry of await readdir('build', { recursive: true })) {
  const file = join('build', entry);
  if (!/\.(wasm|js|css|html|json|csv|md|svg|arrow)$/.test(file) || (await stat(file)).size < 1024) continue;
  await pipeline(createReadStream(file), createGzip({ level: 6 }), createWriteStream(`${file}.gz`));
}
