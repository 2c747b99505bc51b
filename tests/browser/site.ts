import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { serveSite, type Site } from '../../src/cli/serve';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
  }
}

let site: Site | undefined;

/** Builds the site as `npm start` does and serves it, headers and all, for every browser test. */
export async function setup(project: TestProject): Promise<void> {
  if (!process.env.PEJLING_SKIP_BUILD)
    execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  site = await serveSite(0);
  project.provide('origin', site.origin);
}

export async function teardown(): Promise<void> {
  await site?.close();
}
