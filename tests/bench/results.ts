import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Timing } from './measure';

/** A line of the table: what was measured, what came out, what it should be, and whether it is. */
export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Undefined where there is no target. */
  readonly met: boolean | undefined;
}

/** One of the measurements of `npm run bench`. */
export interface Section {
  readonly title: string;
  readonly how: string;
  readonly lines: readonly Line[];
}

export const ms = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
export const times = (ratio: number) => `${ratio.toFixed(2)}×`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const spread = (timing: Timing) =>
  `${ms(timing.median)} (best ${ms(timing.least)}, ${timing.runs} runs)`;

export function writeResults(sections: readonly Section[], browser: string): string {
  return `# What \`npm run bench\` measured last

${environment(browser).join('\n')}

| what | measured | target | |
| --- | --- | --- | --- |
${sections.flatMap((section) => section.lines.map(row)).join('\n')}

## How

${sections.map(({ title, how }) => `- **${title}.** ${how}`).join('\n')}

Numbers are medians of several runs; the best run stands beside them. On a machine that does other work too, only the
ratios and the best runs can be trusted: what is compared is measured in turn.
`;
}

function row({ what, measured, target, met }: Line): string {
  return `| ${what} | ${measured} | ${target} | ${met === undefined ? '' : met ? 'met' : '**not met**'} |`;
}

function environment(browser: string): string[] {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
  const [cpu] = cpus();
  return [
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- ${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}; load when it ended ${loadavg()[0]?.toFixed(1)}`,
    `- Node ${process.versions.node}, Chromium ${browser}, DuckDB-WASM ${versionOf('@duckdb/duckdb-wasm')}, native DuckDB ${versionOf('@duckdb/node-api')}`,
  ];
}
