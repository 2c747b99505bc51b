// Form, rules and types side by side: one after the other they take a third longer.
import { spawn } from 'node:child_process';

const checks = [
  'prettier --check .',
  'eslint -c .config/eslint.config.js .',
  'svelte-check --fail-on-warnings',
];

/** What it says is printed in one piece, so that the three do not talk at once. */
function run(command) {
  return new Promise((done) => {
    const child = spawn('npx', ['--no-install', ...command.split(' ')], {
      shell: process.platform === 'win32',
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('error', (error) => {
      console.error(error);
      done(1);
    });
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      done(code ?? 1);
    });
  });
}

const codes = await Promise.all(checks.map(run));
process.exit(Math.max(...codes));
