import type { Session } from '../lib/dataflow/session';
import { isNamed, type InputCell } from '../lib/notebook/cell';
import { Input } from '../lib/notebook/input';
import type { Notebook } from '../lib/notebook/notebook';
import type { ChosenInput } from '../lib/workbench/run-notebook';

/** The inputs the command line sets, as values of their types; or the sentence that says which cannot be. */
export function readInputs(
  notebook: Notebook,
  pairs: readonly { readonly name: string; readonly value: string }[],
): readonly ChosenInput[] | string {
  const read = [];
  for (const { name, value } of pairs) {
    const cell = inputCalled(notebook, name);
    if (!cell) return `the notebook has no input called ${name}`;
    const parsed = Input.safeParse({ ...cell.spec, value: valueOf(cell.spec, value) });
    if (!parsed.success) return `${value} is not a ${cell.spec.type} for the input ${name}`;
    read.push({ name: cell.name, value: parsed.data.value });
  }
  return read;
}

function inputCalled(notebook: Notebook, name: string): InputCell | undefined {
  const cell = notebook.cells.find((each) => isNamed(each) && each.name === name);
  return cell?.kind === 'input' ? cell : undefined;
}

/** Empty text is no choice; lists are separated by commas; a range is written low..high. */
function valueOf(spec: Input, text: string): unknown {
  switch (spec.type) {
    case 'select':
      return text === '' ? null : text;
    case 'multi-select':
      return text === '' ? null : text.split(',');
    case 'number':
      return Number(text);
    case 'range':
      return text.split('..').map(Number);
    case 'checkbox':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'date':
    case 'text':
      return text;
  }
}

/** What can be chosen in a menu, once that is known; undefined where there is none of that name. */
export function choicesOf(session: Session, name: string): readonly string[] | undefined {
  const cell = inputCalled(session.notebook, name);
  if (!cell || (cell.spec.type !== 'select' && cell.spec.type !== 'multi-select')) return undefined;
  const found = session.results.get(cell.name)?.result.columns[0]?.values;
  return (cell.spec.options ?? found)?.flatMap((value) => (value === null ? [] : [String(value)]));
}

/** The chosen values that are not among an input's choices, once those are known. */
export function strayChoices(session: Session, inputs: readonly ChosenInput[]): string | undefined {
  for (const { name } of inputs) {
    const choices = choicesOf(session, name);
    if (!choices) continue;
    const chosen = [inputCalled(session.notebook, name)?.spec.value ?? []].flat().map(String);
    const stray = chosen.find((value) => !choices.includes(value));
    if (stray !== undefined) return `${stray} is not one of the choices of ${name}: ${choices.join(', ')}`;
  }
  return undefined;
}
