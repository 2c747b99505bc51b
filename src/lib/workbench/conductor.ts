import { apply, compiledOf } from '../dataflow/apply';
import { failureInComparison } from '../dataflow/compare-failure';
import { markSingles } from '../dataflow/singles';
import { placeInCell } from '../dataflow/compile';
import type { Effect, Event, Failure, Outcome, Run, Session } from '../dataflow/session';
import { isNamed, type CellName } from '../notebook/cell';
import type { Compare } from '../notebook/compare';
import type { Answering } from '../engine/answer-ahead';
import type { QueryOutcome, QueryProblem } from '../engine/engine';

export interface ConductorOptions {
  readonly session: Session;
  readonly now: () => number;
  /** After every event, once its effects are under way. */
  readonly onChange: (session: Session, event: Event) => void;
  /** The notebook changed and should be kept. */
  readonly onKeep?: () => void;
}

/**
 * Carries out what the reducer asks for: sends cells to the engine, stops them, and hands results back as events.
 * It holds the only mutable reference to the session; screen and command line both work through it.
 */
export class Conductor {
  session: Session;
  #engine: Answering | undefined;
  #options: ConductorOptions;
  #running = new Map<string, AbortController>();
  #idle: (() => void)[] = [];

  constructor(options: ConductorOptions) {
    this.session = options.session;
    this.#options = options;
  }

  /** The engine that runs from now on; give it its tables first, then dispatch `tables-loaded`. */
  useEngine(engine: Answering): void {
    this.#engine = engine;
  }

  dispatch(event: Event): void {
    const { session, effects } = apply(this.session, event);
    this.session = session;
    for (const effect of effects) this.#perform(effect);
    this.#options.onChange(session, event);
    if (this.#running.size === 0) for (const done of this.#idle.splice(0)) done();
  }

  /** A question of the screen's own: through the same gate as a cell's, and of no cell, so that nothing of it stays. */
  async ask(sql: string): Promise<Outcome> {
    if (!this.#engine) throw new Error('a question was asked before there was an engine');
    const answer = await this.#engine.query(sql);
    return answer.ok
      ? { ok: true, result: markSingles(answer.result, sql) }
      : { ok: false, failure: placeless(answer.problem) };
  }

  /**
   * What would be wrong with a cell, were it run as it is now; undefined when nothing is, when the fault is in a cell
   * above, or when it cannot be told. Nothing runs.
   */
  async check(name: CellName): Promise<Failure | undefined> {
    const { session } = this;
    const compiled = compiledOf(session, name);
    if (!compiled || !this.#engine || session.inert) return undefined;
    const answer = await this.#engine.query(compiled.sql, { check: true });
    if (answer.ok || !isWrong(answer.problem) || compiledOf(this.session, name)?.sql !== compiled.sql)
      return undefined;
    const failure = failureOf(session, name, answer.problem);
    return failure.line === undefined ? undefined : failure;
  }

  /** Resolves when no cell is with the engine. */
  settled(): Promise<void> {
    return this.#running.size === 0 ? Promise.resolve() : new Promise((done) => this.#idle.push(done));
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'run':
        void this.#run(effect);
        return;
      case 'cancel':
        this.#running.get(keyOf(effect))?.abort();
        return;
      case 'keep':
        this.#options.onKeep?.();
        return;
    }
  }

  async #run(effect: Extract<Effect, { type: 'run' }>): Promise<void> {
    const engine = this.#engine;
    if (!engine) throw new Error('a cell was sent before there was an engine');
    const key = keyOf(effect);
    const controller = new AbortController();
    this.#running.set(key, controller);
    const start = performance.now();
    const { sql, template } = effect;
    const outcome = await engine.query(sql, { signal: controller.signal, template });
    // Shown by a browser's profiler: which cells ran, when and for how long.
    performance.measure(`run ${effect.name}`, { start });
    const run = this.#runOf(effect, outcome);
    const ended = effect.compare ? this.#placed(effect.name, await compared(run, effect.compare)) : run;
    // The same query may have been stopped and sent anew meanwhile: that one's controller stays.
    if (this.#running.get(key) === controller) this.#running.delete(key);
    this.dispatch({ type: 'run-ended', name: effect.name, run: ended });
  }

  /** What is said of a comparison's query, or of its rows, is told of the cell's own lines. */
  #placed(name: CellName, run: Run): Run {
    const cell = this.session.notebook.cells.find((one) => isNamed(one) && one.name === name);
    if (run.outcome.ok || cell?.kind !== 'compare') return run;
    const columns = columnsOf(this.session, cell.spec.data);
    return {
      ...run,
      outcome: { ok: false, failure: failureInComparison(cell, run.outcome.failure, columns) },
    };
  }

  #runOf(effect: Extract<Effect, { type: 'run' }>, outcome: QueryOutcome): Run {
    return {
      fingerprint: effect.fingerprint,
      milliseconds: outcome.milliseconds,
      ...(outcome.ok && outcome.waited !== undefined && { waited: outcome.waited }),
      endedAt: this.#options.now(),
      outcome: outcome.ok
        ? { ok: true, result: markSingles(outcome.result, effect.sql) }
        : { ok: false, failure: failureOf(this.session, effect.name, outcome.problem) },
    };
  }
}

/** The run with what its rows give in their place. The statistics are fetched when the first comparison needs them. */
async function compared(run: Run, spec: Compare): Promise<Run> {
  if (!run.outcome.ok) return run;
  try {
    const { comparisonOf } = await import('../dataflow/comparison');
    return { ...run, outcome: comparisonOf(run.outcome.result, spec) };
  } catch (error) {
    const failure: Failure = { kind: 'compare', message: 'broken', candidates: [] };
    console.error(error);
    return { ...run, outcome: { ok: false, failure } };
  }
}

/** Of a cell with a result, or of a table. */
function columnsOf({ results, tables }: Session, data: string): readonly string[] {
  const result = [...results].find(([name]) => name === data)?.[1].result;
  if (result) return result.columns.map((column) => column.name);
  return tables.tables.find(({ name }) => name === data)?.columns ?? [];
}

function keyOf(effect: { readonly name: CellName; readonly fingerprint: string }): string {
  return `${effect.name}\n${effect.fingerprint}`;
}

/** The engine speaks of the compiled text; a person needs the line and column in the cell. */
export function failureOf(session: Session, name: CellName, problem: QueryProblem): Failure {
  const place = 'place' in problem ? placeOf(session, name, problem.place) : {};
  return { ...placeless(problem), ...place };
}

function isWrong({ kind }: QueryProblem): boolean {
  return kind === 'sql' || kind === 'refused';
}

function placeless(problem: QueryProblem): Failure {
  switch (problem.kind) {
    case 'sql':
      return { kind: 'sql', message: problem.message, candidates: problem.candidates };
    case 'refused':
      return { kind: 'refused', message: problem.what, reason: problem.reason, candidates: [] };
    case 'cancelled':
      return { kind: 'cancelled', message: '', candidates: [] };
    case 'stopped':
      return { kind: 'stopped', message: problem.reason, candidates: [] };
  }
}

function placeOf(
  session: Session,
  name: CellName,
  place: { readonly line: number; readonly column: number } | undefined,
): { line: number; column: number } | Record<string, never> {
  const compiled = place && compiledOf(session, name);
  if (!place || !compiled) return {};
  const found = placeInCell(compiled, place);
  return found && found.cell === name ? { line: found.line, column: found.column } : {};
}
