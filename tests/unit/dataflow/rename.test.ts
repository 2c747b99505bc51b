import { describe, expect, it } from 'vitest';
import { apply, start, statusOf } from '../../../src/lib/dataflow/apply';
import { renameInSql } from '../../../src/lib/dataflow/rename';
import type { Handle, Session } from '../../../src/lib/dataflow/session';
import { serialize } from '../../../src/lib/notebook/serialize';
import { asName, notebookOf, read, tables } from './notebooks';

const rename = (sql: string, isInput = false) =>
  renameInSql(sql, { from: asName('a'), to: asName('order'), isInput });

describe('rename', () => {
  it.each([
    [
      'SELECT a.x, a FROM a JOIN b ON a.k = b.a',
      'SELECT "order".x, a FROM "order" JOIN b ON "order".k = b.a',
    ],
    ['SELECT a FROM b', 'SELECT a FROM b'],
    ["SELECT 'FROM a' FROM b -- FROM a", "SELECT 'FROM a' FROM b -- FROM a"],
    ['WITH a AS (FROM a) FROM a', 'WITH a AS (FROM "order") FROM a'],
    ['FROM "A" x', 'FROM "order" x'],
  ])('%s', (before, after) => expect(rename(before)).toBe(after));

  it('an input is renamed where its value is used', () => {
    expect(rename("SELECT $a, '$a', $ab FROM a", true)).toBe("SELECT $order, '$a', $ab FROM a");
  });

  it('goes through SQL, choices, charts and prose, and leaves the rest as written', () => {
    const notebook = read(
      [
        'I {{ a.n }} og {{a.m | 1}} og {{ ab.n }}.\n',
        '```sql a\nFROM courses\n```',
        '```sql b\nSELECT a.n FROM a -- a\n```',
        '```input p\ntype: select # a\nfrom: SELECT DISTINCT project FROM a\nvalue: x\n```',
        '```plot c\ndata: a # a\ntitle: "{{ a.n }} børn"\nmarks: [{ ruleX: [1] }]\n```\n',
        '```practice e\ntitle: "{{ a.n }}"\ndimensions: { goals: { evidence: "{{ a.m }}" } }\n```',
        '```reflect f\nask: ["{{ a.n }}?"]\nnotes: { "{{ a.n }}?": x }\n```',
        "```compare d\nbefore: a # a\ndata: 'a'\nafter: b\ntitle: '{{ a.n }} par'\n```\n",
      ].join('\n'),
    );
    const session = start(notebook, tables);
    const handle = session.handles[1] as Handle;
    const step = apply(session, { type: 'renamed', handle, name: asName('first'), at: 0 });
    const text = serialize(step.session.notebook);
    expect(text).toContain('I {{ first.n }} og {{first.m | 1}} og {{ ab.n }}.');
    expect(text).toContain('SELECT first.n FROM first -- a');
    expect(text).toContain('type: select # a\nfrom: SELECT DISTINCT project FROM first\n');
    expect(text).toContain('data: first # a\ntitle: "{{ first.n }} børn"');
    expect(text).toContain("before: a # a\ndata: 'first'\nafter: b\ntitle: '{{ first.n }} par'");
    expect(text).toContain('title: "{{ first.n }}"\ndimensions: { goals: { evidence: "{{ first.m }}" } }');
    expect(text).toContain('ask: ["{{ first.n }}?"]\nnotes: { "{{ first.n }}?": x }');
    expect(apply(step.session, { type: 'undone', at: 0 }).session.notebook).toBe(notebook);
    expect(statusOf(step.session, asName('c')).kind).toBe(
      'running' === statusOf(step.session, asName('first')).kind ? 'running' : 'waiting',
    );
  });

  it('does not take a name that is taken', () => {
    const session = start(notebookOf(['a', 'SELECT 1'], ['b', 'FROM a']), tables);
    expect(
      apply(session, { type: 'renamed', handle: session.handles[0] as Handle, name: asName('b'), at: 0 })
        .session,
    ).toBe(session);
  });

  it('of one of two cells with a name leaves the references to the other', () => {
    const session = start(notebookOf(['a', 'SELECT 1'], ['a', 'SELECT 2'], ['b', 'FROM a']), tables);
    const { notebook } = apply(session, {
      type: 'renamed',
      handle: session.handles[0] as Handle,
      name: asName('c'),
      at: 0,
    }).session;
    expect(notebook.cells.map((cell) => ('name' in cell ? `${cell.name}: ${cell.body}` : ''))).toEqual([
      'c: SELECT 1',
      'a: SELECT 2',
      'b: FROM a',
    ]);
  });
});

describe('writing', () => {
  it('on in one cell undoes as one; elsewhere in between, as three', () => {
    const session = start(notebookOf(['a', 'SELECT 1'], ['b', 'SELECT 2']), tables);
    const [a, b] = session.handles as [Handle, Handle];
    const write = (handles: readonly Handle[]) =>
      handles.reduce(
        (now, handle, i) => apply(now, { type: 'written', handle, text: `SELECT ${i + 10}` }).session,
        session,
      );
    expect(write([a, a, a]).past).toHaveLength(1);
    expect(write([a, b, a]).past).toHaveLength(3);
  });

  it('by a choice in a form undoes by itself, also after undo and redo', () => {
    const session = start(notebookOf(['a', 'SELECT 1'], ['b', 'SELECT 2']), tables);
    const handle = session.handles[0] as Handle;
    const write = (now: Session, text: string, chosen: boolean) =>
      apply(now, { type: 'written', handle, text, chosen }).session;
    const chosen = write(write(write(session, 'SELECT 3', false), 'SELECT 4', true), 'SELECT 5', true);
    expect(write(chosen, 'SELECT 6', false).past).toHaveLength(4);
    const again = apply(apply(chosen, { type: 'undone', at: 0 }).session, { type: 'redone', at: 0 }).session;
    expect(write(write(again, 'SELECT 6', false), 'SELECT 7', false).past).toHaveLength(4);
  });

  it('fences in prose makes cells, with handles of their own', () => {
    const session = start(read('Tekst\n'), tables);
    const text = 'Før\n\n```sql a\nSELECT 1\n```\n\nEfter';
    const step = apply(session, { type: 'written', handle: session.handles[0] as Handle, text });
    expect(step.session.notebook.cells.map(({ kind }) => kind)).toEqual(['prose', 'sql', 'prose']);
    expect(step.session.handles).toEqual([1, 2, 3]);
    expect(step.session.nextHandle).toBe(4);
  });
});
