import { editYaml, type Edit, type Path } from '../yaml/edit';
import { readSpec, writeYaml } from '../yaml/yaml';
import type { ReflectCell } from './cell';
import { decisionsOf, hasSaid, isEmpty, isFromBefore, Reflection } from './reflect';

/** What a person fills in of a decision. */
export type DecisionField = 'what' | 'who' | 'by';

/**
 * Each gives the body of a reflect cell with one thing written in it, all else as it was written. A value that cannot
 * stand there gives the body as it was.
 */

export function writeNote(cell: ReflectCell, question: string, text: string): string {
  const { notes } = cell.spec;
  const said = text.trimEnd();
  const path = ['notes', question];
  if (said === '') {
    const others = Object.keys(notes ?? {}).filter((other) => other !== question);
    return changed(cell, remove(others.length === 0 ? ['notes'] : path));
  }
  return notes ? changed(cell, set(path, said)) : added(cell, { notes: { [question]: said } });
}

export function writePresenter(cell: ReflectCell, text: string): string {
  const said = text.trimEnd();
  return changed(cell, said === '' ? remove(['presenter']) : set(['presenter'], said, ['ask']));
}

/** Of the decision at `at`; one behind the last is a new one. */
export function writeDecision(cell: ReflectCell, at: number, field: DecisionField, value: string): string {
  const { decisions } = cell.spec;
  if (decisions?.[at]) {
    const path = ['decisions', at, field];
    return changed(cell, value === '' && field !== 'what' ? remove(path) : set(path, value, ['what', 'who']));
  }
  if (value === '') return cell.body;
  const decision = { what: '', [field]: value };
  return decisions
    ? changed(cell, { kind: 'insert', path: ['decisions', decisions.length], value: decision })
    : added(cell, { decisions: [decision] });
}

export function markDone(cell: ReflectCell, at: number, done: boolean): string {
  if (!cell.spec.decisions?.[at]) return cell.body;
  const path = ['decisions', at, 'done'];
  return changed(cell, done ? set(path, true) : remove(path));
}

export function removeDecision(cell: ReflectCell, at: number): string {
  const { decisions = [] } = cell.spec;
  if (!decisions[at]) return cell.body;
  return changed(cell, remove(decisions.length === 1 ? ['decisions'] : ['decisions', at]));
}

/** Without a decision that nothing was written in. */
export function tidyDecisions(cell: ReflectCell): string {
  return removeDecision(cell, (cell.spec.decisions ?? []).findIndex(isEmpty));
}

/**
 * As a meeting on `today` begins with it: what an earlier meeting said is kept under `earlier`, and of its decisions
 * those that are not done are carried on.
 */
export function beginMeeting(cell: ReflectCell, today: string): string {
  const { spec } = cell;
  if (spec.met === today) return cell.body;
  const dated = changed(cell, set(['met'], today, ['ask', 'presenter']));
  if (!isFromBefore(spec, today) || !hasSaid(spec)) return dated;
  const { met, notes, decisions = [] } = spec;
  const said = decisionsOf(spec);
  const meeting = { met, ...(notes && { notes }), ...(said.length > 0 && { decisions: said }) };
  const over = decisions.flatMap(({ done }, at) => (done === true ? [at] : [])).toReversed();
  const begun = changed(
    { ...cell, body: dated },
    remove(['notes']),
    ...(over.length === decisions.length
      ? [remove(['decisions'])]
      : over.map((at) => remove(['decisions', at]))),
    ...(spec.earlier ? [{ kind: 'insert' as const, path: ['earlier', 0], value: meeting }] : []),
  );
  return spec.earlier ? begun : added({ ...cell, body: begun }, { earlier: [meeting] });
}

const remove = (path: Path): Edit => ({ kind: 'remove', path });
const set = (path: Path, value: unknown, after?: readonly string[]): Edit => ({
  kind: 'set',
  path,
  value,
  ...(after && { after }),
});

function changed({ body }: ReflectCell, ...edits: readonly Edit[]): string {
  const written = editYaml(body, edits);
  return readSpec(Reflection, written).ok ? written : body;
}

/** A field that was not there, last and on lines of its own; in braces where all the rest is. */
function added(cell: ReflectCell, fields: Readonly<Record<string, unknown>>): string {
  const written = `${cell.body}\n${writeYaml(fields).trimEnd()}`;
  if (readSpec(Reflection, written).ok) return written;
  return changed(cell, ...Object.entries(fields).map(([key, value]) => set([key], value)));
}

/** The cell as a meeting on `today` shows it. */
export function asOf(cell: ReflectCell, today: string): ReflectCell {
  const body = beginMeeting(cell, today);
  const read = readSpec(Reflection, body);
  return read.ok ? { ...cell, body, spec: read.spec } : cell;
}
