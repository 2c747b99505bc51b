import { describe, expect, test } from 'vitest';
import { migrate, migrations, type Migration } from '../../../src/lib/notebook/migrate';
import { currentFormat } from '../../../src/lib/notebook/notebook';
import { parse } from '../../../src/lib/notebook/parse';

/** Formats that never were: before -1 a title was a name, before 0 an `sql` cell was called `query`. */
const steps: readonly Migration[] = [
  { from: -1, lift: (raw) => ({ ...raw, header: { ...raw.header, title: raw.header['name'] } }) },
  {
    from: 0,
    lift: (raw) => ({
      ...raw,
      blocks: raw.blocks.map((block) =>
        block.kind === 'fence' ? { ...block, info: block.info.replace(/^query /, 'sql ') } : block,
      ),
    }),
  },
];
const old = (format: number) => `---\nformat: ${format}\nname: N\n---\n\`\`\`query q\nSELECT 1\n\`\`\`\n`;

describe('migrate', () => {
  test('lifts through every step to the current format', () => {
    const { notebook, problems } = parse(old(-1), steps);
    expect(problems).toEqual([]);
    expect(notebook.header).toMatchObject({ format: currentFormat, title: 'N', name: 'N' });
    expect(notebook.cells).toEqual([{ kind: 'sql', name: 'q', attributes: [], body: 'SELECT 1' }]);
  });

  test('begins at the step of the file', () => {
    expect(parse(old(0), steps).notebook.header.title).toBe('');
  });

  test.each([currentFormat, currentFormat + 3, 'x'])('format %s passes untouched', (format) => {
    const raw = { header: { format }, blocks: [] };
    expect(migrate(raw, steps)).toBe(raw);
  });

  test('an old format without its steps is named, and kept whole', () => {
    const { notebook, problems } = parse(old(0), []);
    expect(problems).toContainEqual({
      kind: 'header-invalid',
      line: 1,
      what: expect.stringContaining('format'),
      fault: expect.objectContaining({ kind: 'not-allowed', field: 'format' }),
    });
    expect(notebook.cells[0]).toEqual({ kind: 'unread', info: 'yaml header', body: 'format: 0\nname: N' });
  });

  test('the real steps rise without a gap to the current format', () => {
    const first = currentFormat - migrations.length;
    expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, at) => first + at));
  });
});
