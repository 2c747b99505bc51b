import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite, type Site } from '../../src/cli/serve';
import { warmProfile } from './profile';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    /** Of a browser that has been on the site, to be copied. */
    profile: string;
  }
}

let site: Site | undefined;
let profile: string | undefined;

/** Vitest calls its environment a test; a site built in that would be one for developing. */
const environment = { ...process.env, NODE_ENV: 'production' };

/** Builds the site as `npm start` does and serves it, headers and all, for every browser test. */
export async function setup(project: TestProject): Promise<void> {
  if (!process.env.PEJLING_SKIP_BUILD)
    execFileSync('npm', ['run', '-s', 'build'], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  site = await serveSite(0);
  project.provide('origin', site.origin);
  profile = mkdtempSync(join(tmpdir(), 'pejling-profile-'));
  await warmProfile(profile, site.origin);
  project.provide('profile', profile);
}

export async function teardown(): Promise<void> {
  await site?.close();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
