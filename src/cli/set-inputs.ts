import type { Session } from '../lib/dataflow/session';
import { isNamed, type InputCell } from '../lib/notebook/cell';
import { Input, type InputValue } from '../lib/notebook/input';

/** The inputs the command line sets, as values of their types; or the sentence that says which cannot be. */
export function readInputs(
  session: Session,
  pairs: readonly { readonly name: string; readonly value: string }[],
): readonly { readonly cell: InputCell; readonly value: InputValue }[] | string {
  const read = [];
  for (const { name, value } of pairs) {
    const cell = session.notebook.cells.find((cell) => isNamed(cell) && cell.name === name);
    if (cell?.kind !== 'input') return `the notebook has no input called ${name}`;
    const parsed = Input.safeParse({ ...cell.spec, value: valueOf(cell.spec, value) });
    if (!parsed.success) return `${value} is not a ${cell.spec.type} for the input ${name}`;
    read.push({ cell, value: parsed.data.value });
  }
  return read;
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

/** The chosen values that are not among an input's choices, once those are known. */
export function strayChoices(session: Session, cells: readonly InputCell[]): string | undefined {
  for (const { name } of cells) {
    const cell = session.notebook.cells.find((cell) => isNamed(cell) && cell.name === name);
    if (cell?.kind !== 'input' || (cell.spec.type !== 'select' && cell.spec.type !== 'multi-select'))
      continue;
    const choices = cell.spec.options ?? session.results.get(name)?.result.columns[0]?.values;
    if (!choices) continue;
    const stray = [cell.spec.value ?? []]
      .flat()
      .find((value) => !choices.some((choice) => String(choice) === value));
    if (stray !== undefined) return `${stray} is not one of the choices of ${name}: ${choices.join(', ')}`;
  }
  return undefined;
}
