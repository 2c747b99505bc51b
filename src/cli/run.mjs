// Node 20 does not run TypeScript: this starts one of the commands beside it through Vite's module runner,
// the same transforms the site and the tests use, so that there is one build and no second set of rules.
import { createServer } from 'vite';

const [command, ...words] = process.argv.slice(2);
const commands = [
  'serve',
  'render',
  'demonstration',
  'evaluation',
  'prepare',
  'allow-list',
  'bench',
  'stress',
];
if (!command || !commands.includes(command)) {
  console.error(`usage: node src/cli/run.mjs ${commands.join('|')} …`);
  process.exit(2);
}

const vite = await createServer({
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
const { main } = await vite.ssrLoadModule(`/src/cli/${command}.ts`);
const code = await main(words);
await vite.close();
if (code !== undefined) process.exit(code);
