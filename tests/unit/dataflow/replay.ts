import { apply, start, statusOf } from '../../../src/lib/dataflow/apply';
import type { Effect, Event, Fingerprint, Handle, Run, Session } from '../../../src/lib/dataflow/session';
import { isNamed } from '../../../src/lib/notebook/cell';
import { asName, read, result, sql, tables } from './notebooks';

/**
 * A replay is a notebook, a line `=== events`, and an event on each line: `load pool-2`, `write a SELECT 2`,
 * `set p "x"`, `run stale`, `ok a`, `other a` (another result of the same text), `fail a` … What comes out is the log: effects, then every cell's status.
 */
export function replay(text: string): string {
  const [notebook = '', events = ''] = text.split('=== events\n');
  let session = start(read(notebook));
  const sent: Effect[] = [];
  const log: string[] = [];
  for (const [i, line] of events.trim().split('\n').entries()) {
    const step = apply(session, eventOf(line, session, sent, i + 1));
    session = step.session;
    sent.push(...step.effects);
    log.push(
      line,
      ...step.effects.map((effect) => `  ${effectWords(effect)}`),
      `  = ${statusWords(session)}`,
    );
  }
  return `${log.join('\n')}\n`;
}

function eventOf(line: string, session: Session, sent: readonly Effect[], at: number): Event {
  const [word = '', first = '', ...others] = line.split(' ');
  const rest = others.join(' ').replaceAll('\\n', '\n');
  const handle = handleOf(session, first);
  const names = [first, ...others].map(asName);
  switch (word) {
    case 'open':
      return { type: 'opened', notebook: session.notebook, problems: [], at };
    case 'load':
      return { type: 'tables-loaded', tables: { ...tables, stamp: first }, at };
    case 'write':
      return { type: 'written', handle, text: rest };
    case 'rename':
      return { type: 'renamed', handle, name: asName(rest), at };
    case 'set':
      return { type: 'input-set', name: asName(first), value: JSON.parse(rest), at };
    case 'add':
      return { type: 'added', cells: [sql(first, rest)], index: 0, at };
    case 'move':
      return { type: 'moved', handle, index: Number(rest) };
    case 'delete':
      return { type: 'deleted', handle, at };
    case 'duplicate':
      return { type: 'duplicated', handle, at };
    case 'undo':
      return { type: 'undone', at };
    case 'redo':
      return { type: 'redone', at };
    case 'run':
      return { type: 'run-asked', which: first === 'all' || first === 'stale' ? first : names, at };
    case 'stop':
      return { type: 'stop-asked', which: first === 'all' ? 'all' : names };
    case 'mode':
      return { type: 'mode-set', mode: first === 'held' ? 'held' : 'automatic', at };
    case 'ok':
    case 'fail':
    case 'cancelled':
      return { type: 'run-ended', name: asName(first), run: runOf(word, fingerprintOf(session, first), at) };
    case 'other':
      return { type: 'run-ended', name: asName(first), run: otherRun(fingerprintOf(session, first), at) };
    case 'late':
      return { type: 'run-ended', name: asName(first), run: runOf('ok', firstSent(sent, first), at) };
    default:
      throw new Error(`no such event: ${line}`);
  }
}

function handleOf(session: Session, name: string) {
  const index = session.notebook.cells.findIndex((cell) => isNamed(cell) && cell.name === name);
  return session.handles[index] ?? (0 as Handle);
}

function fingerprintOf(session: Session, name: string): Fingerprint {
  return session.running.get(asName(name))?.fingerprint ?? ('not running' as Fingerprint);
}

function firstSent(sent: readonly Effect[], name: string): Fingerprint {
  const effect = sent.find((one) => one.type === 'run' && one.name === name);
  if (effect?.type !== 'run') throw new Error(`${name} was never sent`);
  return effect.fingerprint;
}

export function runOf(outcome: 'ok' | 'fail' | 'cancelled', fingerprint: Fingerprint, at: number): Run {
  const failure = { kind: outcome === 'fail' ? 'sql' : 'cancelled', message: '', candidates: [] } as const;
  return {
    fingerprint,
    milliseconds: 1,
    endedAt: at,
    outcome: outcome === 'ok' ? { ok: true, result: result(fingerprint) } : { ok: false, failure },
  };
}

function otherRun(fingerprint: Fingerprint, at: number): Run {
  return { ...runOf('ok', fingerprint, at), outcome: { ok: true, result: result('another') } };
}

function effectWords(effect: Effect): string {
  return effect.type === 'keep' ? 'keep' : `${effect.type} ${effect.name}`;
}

function statusWords(session: Session): string {
  const words = session.notebook.cells.filter(isNamed).map(({ name }) => {
    const status = statusOf(session, name);
    const detail =
      status.kind === 'stale'
        ? `(${status.because.join(' ')})`
        : status.kind === 'blocked'
          ? `(${status.by})`
          : status.kind === 'failed'
            ? `(${status.failure.kind})`
            : '';
    return `${name}:${status.kind}${detail}`;
  });
  const wanted = session.wanted.size > 0 ? ` | waits: ${[...session.wanted].sort().join(' ')}` : '';
  return words.join(' ') + wanted;
}
