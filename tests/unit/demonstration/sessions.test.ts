import { describe, expect, it } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { fieldOf, readRows, series } from './exports';
import { rowsOf } from './sessions';

const lastDay = '2018-11-30';

describe.each(['pool', 'brus', 'ballast'] as const)('the sessions of the committed %s', (dataset) => {
  const rows = series[dataset].flatMap((table) => rowsOf(dataset, table));

  it('have the columns and the kinds of their instrument', () => {
    for (const table of series[dataset]) {
      const instrument = instruments.find((each) => each.table === table);
      if (instrument?.when.kind !== 'sessions') throw new Error(`${table} is not of sessions`);
      const items = instrument.items.map(({ name }) => name);
      const own = readRows(dataset, table);
      expect([...(own[0]?.keys() ?? [])]).toEqual([
        ...['course_id', 'session', 'kind', 'date', 'respondent'],
        ...items,
      ]);
      const kinds = instrument.when.kinds.map(({ code }) => code);
      for (const row of own) expect(kinds).toContain(fieldOf(row, 'kind'));
    }
  });

  it('are counted once for each course and kind', () => {
    for (const table of series[dataset]) {
      const keys = readRows(dataset, table).map((row) =>
        ['course_id', 'session', 'kind'].map((column) => fieldOf(row, column)).join(' '),
      );
      expect(new Set(keys).size, table).toBe(keys.length);
    }
  });

  it('are of courses that started, within the course, and not after the export', () => {
    for (const { row, course } of rows) {
      const [from, to] = [fieldOf(course, 'started_on'), fieldOf(course, 'ended_on')];
      const date = fieldOf(row, 'date');
      expect(from === '' && to === '', fieldOf(row, 'course_id')).toBe(false);
      expect(date).toMatch(/^201[678]-[01]\d-[0-3]\d$/);
      expect(date >= from && date <= (to === '' ? lastDay : to)).toBe(true);
    }
  });

  it('follow one another in time as they are counted', () => {
    for (const table of series[dataset]) {
      const latest = new Map<string, readonly [session: number, date: string]>();
      for (const row of readRows(dataset, table)) {
        const key = `${fieldOf(row, 'course_id')} ${fieldOf(row, 'kind')}`;
        const now = [Number(fieldOf(row, 'session')), fieldOf(row, 'date')] as const;
        const before = latest.get(key);
        if (before) expect(now[0] > before[0] && now[1] > before[1], key).toBe(true);
        latest.set(key, now);
      }
    }
  });
});
