import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { pageHeaders, policyOf } from './policy';

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built site on loopback, with the policy as a header on every file and the wasm gzipped. */
export async function serveSite(port: number, folder = 'build'): Promise<Site> {
  const files = sirv(folder, {
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      for (const [name, value] of pageHeaders(policyOf(folder, pathname))) response.setHeader(name, value);
      if (pathname.startsWith('/_app/immutable/')) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      } else response.setHeader('Cache-Control', 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
    });
  });
  await listen(server, port);
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    origin: `http://localhost:${bound}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', ready);
  });
}

export async function main(words: string[]): Promise<number | undefined> {
  const port = Number(words[0] ?? process.env.PORT ?? 4173);
  if (!existsSync(resolve('build/index.html'))) {
    console.error('There is no build yet: run npm start, or npm run build first.');
    return 1;
  }
  try {
    const site = await serveSite(port);
    console.log(`Pejling is ready on ${site.origin} (stop with Ctrl+C)`);
  } catch (error) {
    const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(
      busy
        ? `Port ${port} is in use: stop what runs there, or choose another with PORT=4174 npm start.`
        : error,
    );
    return 1;
  }
  await new Promise(() => {});
  return undefined;
}
