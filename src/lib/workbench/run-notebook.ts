import { apply, start } from '../dataflow/apply';
import type { Session, Tables } from '../dataflow/session';
import type { Answering } from '../engine/answer-ahead';
import type { CellName } from '../notebook/cell';
import type { InputValue } from '../notebook/input';
import type { Notebook } from '../notebook/notebook';
import { Conductor } from './conductor';

export interface ChosenInput {
  readonly name: CellName;
  readonly value: InputValue;
}

/** A notebook with its inputs set, before there is data to run it on. */
export function prepareSession(notebook: Notebook, inputs: readonly ChosenInput[] = []): Session {
  return inputs.reduce<Session>(
    (session, { name, value }) => apply(session, { type: 'input-set', name, value, at: 0 }).session,
    start(notebook),
  );
}

/** Runs every cell with no one watching, and gives the session as it stands when the last has come back. */
export async function runNotebook(session: Session, engine: Answering, tables: Tables): Promise<Session> {
  const conductor = new Conductor({ session, now: Date.now, onChange: () => {} });
  conductor.useEngine(engine);
  conductor.dispatch({ type: 'tables-loaded', tables, at: Date.now() });
  await conductor.settled();
  return conductor.session;
}
