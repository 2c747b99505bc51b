import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/lib/ingest/formats/read-file';
import type { SheetReading } from '../../../src/lib/ingest/formats/sheet';
import { rowsOfShape } from './shape-rows';

/**
 * Each file in `files` beside its golden twin: what every table of it becomes.
 * A case more is a file more (and `vitest -u`, read by a person). `files/make` holds the programs that wrote them.
 */
const folder = new URL('files/', import.meta.url);
const files = readdirSync(folder, { withFileTypes: true })
  .filter((file) => file.isFile() && !file.name.endsWith('.golden'))
  .map(({ name }) => name);

/** A long text by its beginning, its length and what tells it from any other. */
function shortened(field: string): string {
  if (field.length <= 200) return field;
  return `${field.slice(0, 40)}… ${field.length} ${createHash('sha1').update(field).digest('hex')}`;
}

function write(reading: SheetReading): string {
  if (!reading.ok) return `${reading.file}\nrefused: ${reading.rule} ${JSON.stringify(reading.value)}`;
  const { name, shape, unnamed, nested = [], described = [] } = reading.sheet;
  const lines = rowsOfShape(shape).map(
    ([line, ...fields]) => `${line}: ${JSON.stringify(fields.map(shortened))}`,
  );
  return [
    reading.file,
    `sheet ${JSON.stringify(name)}, ${shape.records} records, ${shape.blankLines} blank`,
    ...shape.broken.map(({ line, fields, rule }) => `broken ${line}: ${rule}, ${fields} fields`),
    ...(unnamed.length > 0 ? [`unnamed: ${unnamed.join(', ')}`] : []),
    ...(nested.length > 0 ? [`nested: ${nested.join(', ')}`] : []),
    `header: ${JSON.stringify(shape.header)}`,
    ...described.flatMap(({ label, codes }, at) =>
      label || codes.size > 0
        ? [`${shape.header[at] ?? ''}: ${JSON.stringify(label)} ${JSON.stringify([...codes])}`]
        : [],
    ),
    ...lines,
  ].join('\n');
}

test.each(files)('%s', async (name) => {
  const readings: string[] = [];
  let last = 0;
  for await (const step of readFile(name, readFileSync(new URL(name, folder)))) {
    if (typeof step !== 'number') readings.push(write(step));
    else {
      expect(step, 'how far it is').toBeGreaterThanOrEqual(last);
      expect(step).toBeLessThanOrEqual(1);
      last = step;
    }
  }
  await expect(`${readings.join('\n\n')}\n`).toMatchFileSnapshot(`files/${name}.golden`);
});
