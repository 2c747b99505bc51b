import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The most memory that any page's process has had since this was called; asked for in bytes. Undefined outside Linux. */
export function watchMemory(): () => number | undefined {
  for (const process of renderers()) {
    try {
      writeFileSync(`${process}/clear_refs`, '5');
    } catch {
      // It ended meanwhile.
    }
  }
  return () => {
    const peaks = renderers().flatMap((process) => {
      const found = /^VmHWM:\s+(\d+) kB/m.exec(contentOf(`${process}/status`));
      return found ? [Number(found[1]) * 1024] : [];
    });
    return peaks.length > 0 ? Math.max(...peaks) : undefined;
  };
}

function renderers(): string[] {
  const processes = readNames('/proc').filter((name) => /^\d+$/.test(name));
  return processes
    .map((name) => `/proc/${name}`)
    .filter((process) => contentOf(`${process}/cmdline`).includes('--type=renderer'));
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
