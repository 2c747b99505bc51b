import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { build } from 'vite';
import { dataFiles } from '../../src/cli/data-files.mjs';

export interface BenchPage {
  readonly origin: string;
  /** The folder it is served from: what is put there can be fetched by the page. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds the pages beside this file as the site is built, and serves them as it is served: gzipped, kept for good. */
export async function servePage(): Promise<BenchPage> {
  const folder = await mkdtemp(join(tmpdir(), 'pejling-page-'));
  const root = resolve('tests/bench/page');
  await build({
    configFile: false,
    plugins: [dataFiles()],
    root,
    logLevel: 'error',
    base: './',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: ['bare.html', 'engines.html'].map((page) => join(root, page)) },
    },
  });
  await compress(join(folder, 'assets'));
  const serve = sirv(folder, {
    gzip: true,
    etag: true,
    dev: true,
    setHeaders: (response, path) => {
      const kept = path.startsWith('/assets/');
      response.setHeader('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    folder,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function compress(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file));
    await writeFile(join(folder, `${file}.gz`), gzipSync(bytes, { level: 6 }));
  }
}
