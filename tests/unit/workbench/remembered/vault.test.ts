import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { Instrument } from '../../../../src/lib/instruments/instrument';
import type { Holding } from '../../../../src/lib/workbench/data.svelte';
import { unseal } from '../../../../src/lib/workbench/remembered/cipher';
import { endOf, Header, placeOf, Sealed } from '../../../../src/lib/workbench/remembered/header';
import { peek } from '../../../../src/lib/workbench/remembered/peek';
import {
  cover,
  keep,
  newVault,
  unlock,
  type Unlocked,
  type Vault,
} from '../../../../src/lib/workbench/remembered/vault';
import { holdingOf, recordStore } from './records';

const phrase = 'Rødgrød med fløde på';
const now = Date.UTC(2026, 10, 28);
const civil = ['010203-4567', '0506071234'];
const files = {
  'courses.csv': `course_id;cpr;age\nc1;${civil[0]};12\nc2;${civil[1]};13\n\nc3;"brudt;14\n`,
  'who5.csv': 'course_id,wave,who5_1\nc1,before,3\n',
  'tom.csv': '',
};
const whole: Holding = {
  ...holdingOf(files),
  own: readdirSync('src/lib/instruments')
    .filter((name) => name.endsWith('.yaml'))
    .map((file) => ({
      file,
      instrument: Instrument.parse(parse(readFileSync(`src/lib/instruments/${file}`, 'utf8'))),
    })),
  mappings: [
    {
      format: 1,
      columns: [{ column: 'Køn', variable: 'courses.sex', codes: { '1': 'girl', '9': null } }],
      decisions: { 'no-course': 'row-left-out' },
    },
  ],
  decisions: { 'test-person': 'kept' },
};

let vault: Vault;
beforeAll(async () => {
  vault = await newVault(phrase, endOf(now));
});

async function kept(holding = whole) {
  const store = recordStore();
  const written = await keep(vault, holding, store);
  if (!written) throw new Error('not kept');
  return { store, written };
}

async function unlocked(store: ReturnType<typeof recordStore>): Promise<Unlocked> {
  const reading = await unlock(phrase, now, store);
  if (!reading.ok) throw new Error(reading.why);
  return reading;
}

test('what was kept comes back: files without civil registration numbers, questionnaires, mappings, decisions', async () => {
  const { store } = await kept();
  const { holding } = await unlocked(store);
  const covered = await Promise.all(
    whole.exports.flatMap(({ dataset, files }) => files.map((file) => cover(dataset, file))),
  );
  expect(holding.exports).toEqual([{ dataset: 'export', synthetic: false, files: covered }]);
  expect(holding).toEqual({ ...whole, exports: holding.exports });
  const [courses] = covered;
  const [reading] = courses?.readings ?? [];
  if (!reading?.ok) throw new Error('not read');
  expect(reading.covered).toMatchObject([{ column: 'cpr', value: '2', action: 'replaced' }]);
  // Lines are those of the file: a blank one and a broken one are counted
  expect(reading.sheet.shape).toMatchObject({ records: 3, blankLines: 1, broken: [{ line: 5 }] });
  expect(courses?.keyedBy).toMatch(/^[0-9a-f]{32}$/);
  expect(covered.map(({ keyedBy }) => keyedBy === null)).toEqual([false, true, true]);
});

test('no civil registration number is in what is encrypted, and nothing of the files in what is not', async () => {
  const { store, written } = await kept();
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const opened: string[] = [];
  for (const [record, value] of store.records) {
    const sealed = Sealed.safeParse(value).data;
    if (!sealed) continue;
    const text = await unseal(written.key, placeOf(written.header, record), sealed);
    opened.push(latin(text ?? new Uint8Array()));
    expect(latin(sealed.text)).not.toMatch(/course|who5|brudt/);
  }
  expect(opened.length).toBe(4);
  const all = opened.join('\n');
  expect(all).toContain('c1,before,3');
  for (const number of civil) {
    expect(all).not.toContain(number);
    expect(all).not.toContain(number.replace('-', ''));
  }
  const plain = JSON.stringify(store.records.get('header'));
  expect(Object.keys(JSON.parse(plain) as object).toSorted()).toEqual(
    ['derivation', 'format', 'revision', 'salt', 'until'].toSorted(),
  );
});

test('another pass-phrase opens nothing, and æ is one letter however it is typed', async () => {
  const { store } = await kept();
  for (const wrong of [`${phrase} `, phrase.toLowerCase(), '', 'noget helt andet'])
    expect(await unlock(wrong, now, store)).toEqual({ ok: false, why: 'phrase' });
  expect((await unlock(phrase.normalize('NFD'), now, store)).ok).toBe(true);
});

test('the key cannot be taken out, and no two records have one IV', async () => {
  const { store, written } = await kept();
  expect(written.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', written.key)).rejects.toThrow();
  const again = await keep(written, holdingOf(files), store);
  const ivs = [...store.records.values()].flatMap((value) => Sealed.safeParse(value).data?.iv.join() ?? []);
  expect(new Set(ivs).size).toBe(ivs.length);
  expect(again?.header.revision).not.toBe(written.header.revision);
});

describe('damage', () => {
  test('each byte of a record counts, and so does its place', async () => {
    const { store, written } = await kept(holdingOf({ 'who5.csv': files['who5.csv'] }));
    const records = [...store.records].flatMap(([record, value]) => {
      const sealed = Sealed.safeParse(value).data;
      return sealed ? [{ record, sealed }] : [];
    });
    expect(records.length).toBe(2);
    for (const { record, sealed } of records) {
      const place = placeOf(written.header, record);
      expect(await unseal(written.key, place, sealed)).toBeDefined();
      for (const part of ['iv', 'text'] as const) {
        for (let at = 0; at < sealed[part].length; at++) {
          const bytes = sealed[part].slice();
          bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
          expect(await unseal(written.key, place, { ...sealed, [part]: bytes }), `${part} ${at}`).toBe(
            undefined,
          );
        }
      }
      for (const other of [crypto.randomUUID(), ...records.map((each) => each.record)])
        if (other !== record)
          expect(await unseal(written.key, placeOf(written.header, other), sealed)).toBeUndefined();
    }
  });

  test('a file that is damaged, gone, or of an earlier time is told as a value', async () => {
    const { store, written } = await kept();
    const [file = ''] = written.records.values();
    const sealed = Sealed.parse(store.records.get(file));
    store.records.set(file, { ...sealed, text: sealed.text.map((byte) => byte ^ 1) });
    expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'damaged' });
    store.records.delete(file);
    expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'damaged' });
    store.records.set(file, 'noget andet');
    expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'damaged' });
  });

  test('a list of contents from before the last change does not open', async () => {
    const { store, written } = await kept();
    const before = store.records.get('contents');
    await keep(written, holdingOf({ 'who5.csv': files['who5.csv'] }), store);
    store.records.set('contents', before);
    expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'phrase' });
  });

  test('an end date that was moved, or a derivation made cheaper, opens nothing', async () => {
    const { store } = await kept();
    const header = Header.parse(store.records.get('header'));
    store.records.set('header', { ...header, until: header.until + 1 });
    expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'phrase' });
    for (const derivation of [
      { ...header.derivation, kibibytes: 8 },
      { ...header.derivation, passes: 1 },
      { ...header.derivation, kibibytes: 2 ** 30 },
    ]) {
      store.records.set('header', { ...header, derivation });
      expect(await peek(now, store)).toEqual({ kind: 'unreadable' });
      expect(await unlock(phrase, now, store)).toEqual({ ok: false, why: 'gone' });
    }
  });
});

test('what has ended is wiped before anything is told of it', async () => {
  const { store, written } = await kept();
  const { until } = written.header;
  expect(until - now).toBe(90 * 86_400_000);
  expect(await peek(until - 1, store)).toEqual({ kind: 'remembered', until, files: 3 });
  expect(await unlock(phrase, until, store)).toEqual({ ok: false, why: 'gone' });
  expect(await peek(until, store)).toEqual({ kind: 'nothing' });
  expect(store.records.size).toBe(0);
});

test('the work of a guess is at least what OWASP asks', () => {
  const { kibibytes, passes, lanes, name } = vault.header.derivation;
  expect(name).toBe('argon2id');
  expect(kibibytes * passes).toBeGreaterThanOrEqual(19_456 * 2);
  expect(kibibytes).toBeGreaterThanOrEqual(19_456);
  expect(lanes).toBe(1);
});

describe('what is remembered follows', () => {
  test('a file that stays is not encrypted anew, one that goes is gone', async () => {
    const { store, written } = await kept();
    const [exported] = whole.exports;
    const [first, ...others] = exported?.files ?? [];
    if (!first) throw new Error('no file');
    const before = store.records.get(written.records.get(first) ?? '');
    const later = { ...whole, exports: [{ dataset: 'export', synthetic: false, files: [first] }] };
    const next = await keep(written, later, store);
    expect(next?.records.size).toBe(1);
    expect(store.records.get(next?.records.get(first) ?? '')).toBe(before);
    for (const gone of others) expect(store.records.has(written.records.get(gone) ?? '')).toBe(false);
    expect((await unlocked(store)).holding.exports[0]?.files.map(({ name }) => name)).toEqual([first.name]);
  });

  test('it can be changed after it was unlocked, again and again', async () => {
    const { store } = await kept();
    const first = await unlocked(store);
    await keep(first.vault, { ...first.holding, decisions: {} }, store);
    const second = await unlocked(store);
    expect(second.holding).toEqual({ ...first.holding, decisions: {} });
  });

  test('a tab writes nothing over what another tab has changed or wiped', async () => {
    const { store, written } = await kept();
    const other = await unlocked(store);
    await keep(other.vault, { ...other.holding, decisions: {} }, store);
    expect(await keep(written, whole, store)).toBeUndefined();
    expect((await unlocked(store)).holding.decisions).toEqual({});
    store.records.clear();
    expect(await keep(written, whole, store)).toBeUndefined();
    expect(store.records.size).toBe(0);
  });
});
