// The one script that runs before anything is installed: plain JavaScript, no imports beyond Node's own.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const run = (command, ...words) => execFileSync(command, words, { stdio: ['ignore', 2, 2] });

const lock = readFileSync('package-lock.json', 'utf8');
const stamp = 'node_modules/.pejling-installed';
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // Not `npm ci`: it refuses a lock file without the optional packages of other platforms, which a registry may lack.
  run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
  writeFileSync(stamp, lock);
}

if (process.argv.includes('--browser')) {
  const { findBrowser } = await import('./browser.mjs');
  if (!findBrowser()) {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      run('apt-get', 'update', '-qq');
      run('apt-get', 'install', '-y', '-qq', 'chromium');
    }
    if (!findBrowser()) {
      console.error(
        'The tests need a browser: install Google Chrome or Chromium, or point CHROME_PATH at one.',
      );
      process.exit(1);
    }
  }
}
