import { z } from 'zod';
import { actions, rules } from '../../ingest/problem';
import type { CoveredReading } from '../cover-civil';
import type { CoveredFile } from '../exports';
import type { Bytes } from './header';

const rule = z.enum(rules);
const count = z.int().nonnegative();

const Problem = z.strictObject({
  dataset: z.string(),
  file: z.string(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  rule,
  action: z.enum(actions),
});

const Table = z.strictObject({
  ok: z.literal(true),
  file: z.string(),
  name: z.string(),
  unnamed: z.array(z.string()),
  nested: z.array(z.string()),
  described: z.array(
    z.strictObject({ label: z.string(), codes: z.array(z.tuple([z.string(), z.string()])) }),
  ),
  covered: z.array(Problem),
  delimiter: z.enum([';', ',', '\t', '|']),
  header: z.array(z.string()),
  records: count,
  blankLines: count,
  broken: z.array(
    z.strictObject({ line: z.int(), fields: count, rule: z.enum(['ragged-row', 'open-quote', 'long-row']) }),
  ),
  usable: count,
  /** Bytes of the body, which follow in the order of the tables. */
  body: count,
});

const None = z.strictObject({ ok: z.literal(false), file: z.string(), rule, value: z.string().nullable() });

const Told = z.strictObject({
  name: z.string(),
  keyedBy: z.string().nullable(),
  readings: z.array(z.discriminatedUnion('ok', [Table, None])),
});
type Told = z.output<typeof Told>;

const lengthBytes = 4;

/** The file as bytes: how long the JSON is, the JSON, and the tables' bodies as they are. */
export function packFile({ name, keyedBy, readings }: CoveredFile): Bytes {
  const told: Told = { name, keyedBy, readings: readings.map(tellOf) };
  const json = new TextEncoder().encode(JSON.stringify(told));
  const bodies = readings.map((reading) => (reading.ok ? reading.sheet.shape.body : new Uint8Array()));
  const packed = new Uint8Array(bodies.reduce((sum, { length }) => sum + length, lengthBytes + json.length));
  new DataView(packed.buffer).setUint32(0, json.length);
  packed.set(json, lengthBytes);
  let at = lengthBytes + json.length;
  for (const body of bodies) {
    packed.set(body, at);
    at += body.length;
  }
  return packed;
}

function tellOf(reading: CoveredReading): Told['readings'][number] {
  if (!reading.ok) return reading;
  const { ok, file, covered, sheet } = reading;
  const { body, header, broken, ...shape } = sheet.shape;
  return {
    ...{ ok, file, name: sheet.name, unnamed: [...sheet.unnamed], covered: [...covered] },
    nested: [...(sheet.nested ?? [])],
    described: (sheet.described ?? []).map(({ label, codes }) => ({ label, codes: [...codes] })),
    ...{ ...shape, header: [...header], broken: [...broken], body: body.length },
  };
}

/** Undefined when the bytes are not such a file, to the last of them. */
export function unpackFile(packed: Bytes): CoveredFile | undefined {
  if (packed.length < lengthBytes) return undefined;
  const start = lengthBytes + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const told = Told.safeParse(jsonOf(packed.subarray(lengthBytes, start))).data;
  if (!told) return undefined;
  let at = start;
  const readings = told.readings.map((reading): CoveredReading => {
    if (!reading.ok) return reading;
    const { ok, file, name, unnamed, nested, covered, body: length, ...rest } = reading;
    const { described: told, ...shape } = rest;
    const described = told.map(({ label, codes }) => ({ label, codes: new Map(codes) }));
    const more = { ...(nested.length > 0 && { nested }), ...(described.length > 0 && { described }) };
    const body = packed.subarray(at, (at += length));
    return { ok, file, covered, sheet: { name, unnamed, ...more, shape: { ...shape, body } } };
  });
  return at === packed.length ? { name: told.name, keyedBy: told.keyedBy, readings } : undefined;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
