import type { Result } from '../results/result';
import { aborted } from './halt';
import type { Engine, QueryOutcome } from './engine';

/** What can be asked; who asks need not know whether the tables are there already. */
export type Answering = Pick<Engine, 'query'>;

/** What queries gave, by their text as it was sent. */
export type Answers = ReadonlyMap<string, Result>;

/** What has more rows takes longer to fetch than to ask for. */
const rowLimit = 200;

/** `engine`, with every whole and short answer noted in `into`. */
export function noteAnswers(engine: Answering, into: Map<string, Result>): Answering {
  return {
    async query(sql, options) {
      const outcome = await engine.query(sql, options);
      if (outcome.ok && !options?.check && !outcome.result.truncated && outcome.result.rowCount <= rowLimit)
        into.set(sql, outcome.result);
      return outcome;
    },
  };
}

const cancelled: QueryOutcome = { ok: false, problem: { kind: 'cancelled' }, milliseconds: 0 };

/**
 * Answers from `answers` while an engine is being filled with the tables they were had from; what is not among them
 * waits for it, and from then on the engine alone is asked. When it is never filled, what waits is cancelled.
 */
export function answerAhead(filling: Promise<Answering>, answers: Answers): Answering {
  const filled = filling.catch(() => undefined);
  let engine: Answering | undefined;
  void filled.then((ready) => (engine = ready));
  return {
    async query(sql, options = {}) {
      if (engine) return engine.query(sql, options);
      const result = answers.get(sql);
      if (result) return { ok: true, result, milliseconds: null };
      const abort = aborted(options.signal);
      const ready = await Promise.race([filled, abort.promise.then(() => undefined)]);
      abort.forget();
      return ready ? ready.query(sql, options) : cancelled;
    },
  };
}
