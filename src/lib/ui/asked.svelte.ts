import type { Outcome } from '../dataflow/session';

/** A query and what it is about, so that an answer is never shown as that of another question. */
export interface Question<T> {
  readonly sql: string;
  readonly about: T;
}

export interface Asked<T> {
  /** The last answer: it stays until the next one is there. Undefined while there is none, or no question. */
  readonly answer: { readonly about: T; readonly outcome: Outcome } | undefined;
}

/** Asks whenever the question changes; what comes late is dropped. To be made while a component is. */
export function createAsked<T>(
  question: () => Question<T> | undefined,
  ask: (sql: string) => Promise<Outcome>,
): Asked<T> {
  let answer = $state.raw<Asked<T>['answer']>();
  $effect(() => {
    const asked = question();
    if (!asked) {
      answer = undefined;
      return undefined;
    }
    let late = false;
    void ask(asked.sql).then((outcome) => {
      if (!late) answer = { about: asked.about, outcome };
    });
    return () => (late = true);
  });
  return {
    get answer() {
      return answer;
    },
  };
}
