import { describe, expect, test } from 'vitest';
import { fileLimit } from '../../../src/lib/ingest/limits';
import type { ImportEngine } from '../../../src/lib/engine/engine';
import { emptyResult } from '../../../src/lib/results/result';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { importExport, type ImportProgress } from '../../../src/lib/workbench/import';
import { paced } from '../../../src/lib/workbench/pace';

async function* slowly(steps: number, stepMs: number) {
  for (let step = 1; step <= steps; step++) {
    const until = performance.now() + stepMs;
    while (performance.now() < until);
    yield step / steps;
  }
  yield 'done';
}

describe('long work', () => {
  test('rests, so that others have their turn, and tells how far it is', async () => {
    let turns = 0;
    const turn = setInterval(() => turns++, 1);
    const parts: number[] = [];
    const passed: string[] = [];
    for await (const step of paced(slowly(40, 5), { onPart: (part) => parts.push(part) })) passed.push(step);
    clearInterval(turn);
    expect(passed).toEqual(['done']);
    expect(turns).toBeGreaterThan(3);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.length).toBeLessThan(20);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  test('stops between two steps', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('another drop')), 20);
    const work = paced(slowly(10_000, 2), { signal: stop.signal });
    await expect(work.next()).rejects.toThrow('another drop');
  });
});

/** Enough of an engine for files that give no table. */
function engineOf() {
  const told: string[] = [];
  const engine: ImportEngine = {
    register: async (_, text) => void told.push(new TextDecoder().decode(text)),
    run: async () => emptyResult,
    extract: async () => ({ arrow: new Uint8Array(), rowCount: 0 }),
    close: async () => void told.push('closed'),
  };
  return { engine, told };
}

test('a file that is too large is refused before it is read', async () => {
  const { engine, told } = engineOf();
  let asked = false;
  const read = async () => {
    asked = true;
    return new Uint8Array();
  };
  const files = [{ name: 'stor.csv', size: 2 * 2 ** 30, read }];
  const outcome = await importExport(async () => engine, [{ dataset: 'd', files }], { instruments });
  expect(fileLimit).toBeLessThan(2 ** 30);
  expect(asked).toBe(false);
  expect(outcome.files).toEqual([{ dataset: 'd', name: 'stor.csv', table: null, rows: 0, kept: 0 }]);
  expect(told[0]).toContain('"stor.csv",,,"2148","too-large","file-left-out"');
});

test('an import can be stopped while it reads, and closes its engine', async () => {
  const { engine, told } = engineOf();
  const stop = new AbortController();
  const progress: ImportProgress[] = [];
  const lines = new TextEncoder().encode(`course_id;project\n${'c1;"a""b"c\n'.repeat(1_500_000)}`);
  const files = [{ name: 'lang.csv', size: lines.length, read: async () => lines }];
  const importing = importExport(async () => engine, [{ dataset: 'd', files }], {
    instruments,
    signal: stop.signal,
    onProgress: (step) => {
      progress.push(step);
      if (step.part > 0.3) stop.abort(new Error('another drop'));
    },
  });
  await expect(importing).rejects.toThrow('another drop');
  expect(progress.every(({ step }) => step === 'read')).toBe(true);
  expect(told).toContain('closed');
});
