import { describe, expect, it } from 'vitest';
import { apply, start } from '../../../src/lib/dataflow/apply';
import { binOf } from '../../../src/lib/dataflow/bin';
import type { Event, Session } from '../../../src/lib/dataflow/session';
import { isNamed } from '../../../src/lib/notebook/cell';
import { notebookOf, sql } from './notebooks';

const cells = ['a', 'b', 'c'].map((name) => sql(name, 'SELECT 1 AS n'));
const namesOf = ({ notebook }: Session) => notebook.cells.filter(isNamed).map(({ name }) => name);
const inBin = (session: Session) => binOf(session).map(({ cell }) => (isNamed(cell) ? cell.name : cell.kind));

function after(session: Session, ...events: readonly Event[]): Session {
  return events.reduce((sofar, event) => apply(sofar, event).session, session);
}

describe('the bin', () => {
  const whole = start(notebookOf(...cells));
  const [first, second, third] = whole.handles as [Session['handles'][number], ...Session['handles']];
  const without = after(
    whole,
    { type: 'deleted', handle: first, at: 5 },
    { type: 'deleted', handle: third as typeof first, at: 6 },
  );

  it('holds what was deleted, the last one first, with where it stood and when', () => {
    expect(namesOf(without)).toEqual(['b']);
    expect(inBin(without)).toEqual(['c', 'a']);
    expect(binOf(without).map(({ index, at }) => [index, at])).toEqual([
      [1, 6],
      [0, 5],
    ]);
  });

  it('gives a cell back where it stood, as the same cell, and that can be undone', () => {
    const back = after(without, { type: 'restored', handle: first, at: 7 });
    expect(namesOf(back)).toEqual(['a', 'b']);
    expect(back.handles).toEqual([first, second]);
    expect(inBin(back)).toEqual(['c']);
    const undone = after(back, { type: 'undone', at: 8 });
    expect([namesOf(undone), inBin(undone)]).toEqual([['b'], ['c', 'a']]);
  });

  it('holds a cell that is deleted again once, as it was last', () => {
    const back = after(without, { type: 'restored', handle: first, at: 7 });
    const written = after(back, { type: 'written', handle: first, text: 'SELECT 2 AS n' });
    const again = after(written, { type: 'deleted', handle: first, at: 8 });
    expect(inBin(again)).toEqual(['a', 'c']);
    const [last] = binOf(again);
    expect(last?.cell).toMatchObject({ body: 'SELECT 2 AS n' });
  });

  it('is left by a cell whose deletion is undone, and entered again when it is redone', () => {
    const undone = after(without, { type: 'undone', at: 7 });
    expect([namesOf(undone), inBin(undone)]).toEqual([['b', 'c'], ['a']]);
    expect(inBin(after(undone, { type: 'redone', at: 8 }))).toEqual(['c', 'a']);
  });

  it('gives a cell another name when its own was taken meanwhile', () => {
    const taken = after(without, { type: 'added', cells: [sql('a', 'SELECT 2 AS n')], index: 0, at: 7 });
    expect(namesOf(after(taken, { type: 'restored', handle: first, at: 8 }))).toEqual(['a_2', 'a', 'b']);
  });

  it('holds a hundred, and none of a notebook that was opened before', () => {
    let session = whole;
    for (let at = 0; at < 103; at += 1) {
      session = after(session, { type: 'added', cells: [sql('x', 'SELECT 1')], index: 0, at });
      session = after(session, { type: 'deleted', handle: session.handles[0] as typeof first, at });
    }
    expect(binOf(session)).toHaveLength(100);
    expect(binOf(after(session, { type: 'opened', notebook: whole.notebook, problems: [] }))).toEqual([]);
  });
});
