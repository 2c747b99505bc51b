import { start, type Boot, type Running } from './boot';
import type { Engine, LoadedTable, QueryOptions, QueryOutcome, Refusal, Relation } from './engine';
import { aborted, after, type Halt } from './halt';
import { listRelations, loadTables } from './load-tables';
import { lock } from './lock';
import { createQueue } from './queue';
import { runQuery, type Run, type Wish } from './run-query';
import { createTemplates } from './templates';

/** 1-based place. */
export interface GateRefusal {
  readonly reason: Refusal;
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

export interface EngineOptions {
  /** Says why a statement may not run, or null. It is asked before every query. */
  readonly gate: (sql: string) => GateRefusal | null;
  /** How long a query may take before it is stopped; 10 s unless told. */
  readonly softLimitMs?: number;
  /** A query that has run for so long gives way to others that wait, and starts over after them; 1 s unless told. */
  readonly patienceMs?: number;
  /** DuckDB's memory_limit, such as `1.5GB`. */
  readonly memoryLimit?: string;
}

const defaultRowLimit = 1_000_000;
const defaultSoftLimitMs = 10_000;
const defaultPatienceMs = 1_000;
/** A worker that has not obeyed a cancel by now is inside one endless step. */
const deafAfterMs = 500;

interface Content {
  readonly tables: readonly LoadedTable[];
  readonly definitions: readonly string[];
}

type Answer = Exclude<Run, { kind: 'dead' }>;
const cancelled: Answer = { kind: 'failed', problem: { kind: 'cancelled' } };

/** Opens the analysis engine: locked before it knows a table. Throws when DuckDB cannot start. */
export async function openEngine(
  boot: Boot,
  options: EngineOptions & { memoryLimit: string },
): Promise<Engine> {
  const queue = createQueue();
  const templates = createTemplates();
  let kept: Content = { tables: [], definitions: [] };
  let closed = false;
  let current: Promise<Running> | undefined = startLocked();
  await current;

  async function startLocked(): Promise<Running> {
    const running = await start(boot);
    return prepare(running, (connection) => lock(running, connection, options.memoryLimit));
  }

  async function startWith(content: Content): Promise<Running> {
    return fill(await startLocked(), content);
  }

  function fill(running: Running, content: Content): Promise<Running> {
    return prepare(running, (connection) =>
      loadTables(running, connection, content.tables, content.definitions),
    );
  }

  /** The engine to ask. One that broke while nothing ran is replaced, a replacement that failed to start tried again. */
  async function alive(): Promise<Running> {
    if (closed) throw new Error('the engine is closed');
    const running = await (current ??= startWith(kept));
    if (!running.isBroken) return running;
    replace(running);
    return (current ??= startWith(kept));
  }

  /** The replacement starts at once, without anyone waiting for it. */
  function replace(broken: Running): void {
    broken.end();
    if (closed) return;
    current = startWith(kept);
    current.catch(() => (current = undefined));
  }

  async function load(content: Content): Promise<readonly Relation[]> {
    const blank = kept.tables.length === 0 && kept.definitions.length === 0;
    templates.clear();
    const running = await alive();
    // A new worker for new content: dropped Arrow tables keep their memory.
    if (!blank) running.end();
    current = blank ? fill(running, content) : startWith(content);
    try {
      const loaded = await current;
      kept = content;
      return await listRelations(loaded);
    } catch (error) {
      current = undefined;
      throw error;
    }
  }

  /**
   * Tries until it has an answer. The time limit counts all its tries, not the time between them; `spend` is told how
   * long each took.
   */
  async function answer(
    sql: string,
    asked: QueryOptions,
    spend: (milliseconds: number) => void,
  ): Promise<Answer> {
    let left = options.softLimitMs ?? defaultSoftLimitMs;
    const attempt = async () => {
      const began = performance.now();
      const ended = await run(sql, asked, left);
      const spent = performance.now() - began;
      left -= spent;
      spend(spent);
      return ended;
    };
    let ended = await queue.add(attempt);
    while (ended === 'gave way') ended = await queue.add(attempt, 'late');
    return ended;
  }

  async function run(sql: string, asked: QueryOptions, limitMs: number): Promise<Answer | 'gave way'> {
    const { signal, rowLimit = defaultRowLimit, check = false } = asked;
    // What was described only says nothing of how quick it is to run.
    const template = check ? undefined : asked.template;
    if (signal?.aborted) return cancelled;
    const running = await alive();
    const wish: Wish = { asked: false };
    const broken = running.broken.then((): Run => ({ kind: 'dead' }));
    const began = performance.now();
    const how = { rowLimit, quick: templates.isQuick(template), check };
    const outcome = Promise.race([runQuery(running, sql, how, wish), broken]);
    const halts = [aborted(signal), after(limitMs, 'time'), crowd()];
    const first = await Promise.race([outcome, ...halts.map((halt) => halt.promise)]);
    for (const halt of halts) halt.forget();
    if (typeof first !== 'string') {
      templates.note(template, first, performance.now() - began);
      return settle(running, first);
    }

    wish.asked = true;
    templates.forget(template);
    if (wish.connection !== undefined) running.database.cancelPendingQuery(wish.connection).catch(() => {});
    const deaf = after(deafAfterMs, 'deaf');
    const last = await Promise.race([outcome, deaf.promise]);
    deaf.forget();
    if (last === 'deaf' || last.kind === 'dead') replace(running);
    if (first === 'cancelled') return cancelled;
    if (last !== 'deaf' && last.kind === 'answered') return last;
    // What costs a new worker every time it gives way is not tried again.
    if (first === 'gave way' && last !== 'deaf' && last.kind === 'failed') return first;
    return { kind: 'failed', problem: { kind: 'stopped', reason: 'time' } };
  }

  /** Settles when others wait for a query that has had its time. */
  function crowd(): Halt<'gave way'> {
    const patience = after(options.patienceMs ?? defaultPatienceMs, 'patient');
    const promise = patience.promise.then(() => queue.crowded()).then((): 'gave way' => 'gave way');
    return { promise, forget: patience.forget };
  }

  function settle(running: Running, ended: Run): Answer {
    if (ended.kind !== 'dead') return ended;
    if (closed) return cancelled;
    replace(running);
    return { kind: 'failed', problem: { kind: 'stopped', reason: 'memory' } };
  }

  return {
    load: (tables, definitions) => queue.add(() => load({ tables, definitions })),

    async query(sql, asked = {}) {
      const began = performance.now();
      const refusal = options.gate(sql);
      if (refusal) {
        const { reason, what, line, column } = refusal;
        return outcome(
          { kind: 'failed', problem: { kind: 'refused', reason, what, place: { line, column } } },
          began,
        );
      }
      // Also while it waits for its turn; the engine may take a moment longer to stop.
      const abort = aborted(asked.signal);
      let worked = 0;
      const ended = await Promise.race([
        answer(sql, asked, (milliseconds) => (worked += milliseconds)),
        abort.promise.then(() => cancelled),
      ]);
      abort.forget();
      return outcome(ended, began, worked);
    },

    async close() {
      closed = true;
      const last = current;
      current = undefined;
      (await last?.catch(() => undefined))?.end();
    },
  };
}

/** Does a step on a connection of its own; ends the engine when it fails or breaks. */
async function prepare(running: Running, step: (connection: number) => Promise<void>): Promise<Running> {
  const broken = running.broken.then(() => {
    throw new Error('DuckDB broke while it was made ready');
  });
  const ready = (async () => {
    const connection = await running.database.connectInternal();
    await step(connection);
    await running.database.disconnect(connection);
  })();
  try {
    await Promise.race([ready, broken]);
    return running;
  } catch (error) {
    running.end();
    throw error;
  }
}

function outcome(answer: Answer, began: number, worked = 0): QueryOutcome {
  const milliseconds = performance.now() - began;
  return answer.kind === 'answered'
    ? { ok: true, result: answer.result, milliseconds, waited: Math.max(0, milliseconds - worked) }
    : { ok: false, problem: answer.problem, milliseconds };
}
