import { isCollection, isScalar, parseDocument } from 'yaml';
import type { InputCell } from './cell';
import { Input, type InputValue } from './input';
import { readSpec, writeYamlInline } from '../yaml/yaml';

/**
 * The cell with another `value`, the rest of its body as written. A value that the input's type cannot hold leaves
 * the cell as it is: the same object comes back.
 */
export function setInput(cell: InputCell, value: InputValue): InputCell {
  const wanted = Input.safeParse({ ...cell.spec, value: value ?? null });
  if (!wanted.success) return cell;
  for (const write of [spliceValue, rewriteValue]) {
    const body = write(cell.body, value ?? null);
    const read = readSpec(Input, body);
    if (read.ok && sameSpec(read.spec, wanted.data)) return { ...cell, body, spec: read.spec };
  }
  return cell;
}

type Writable = Exclude<InputValue, undefined>;

/** Changes the characters of the value and no others. */
function spliceValue(body: string, value: Writable): string {
  const node = parseDocument(body).get('value', true);
  if (node === undefined) return `${body.replace(/\n+$/, '')}\nvalue: ${writeYamlInline(value)}`;
  if (!isScalar(node) && !(isCollection(node) && node.flow)) return body;
  const [start, end] = node.range ?? [body.length, body.length];
  const before = body.slice(0, start);
  return before + (/\s$/.test(before) ? '' : ' ') + writeYamlInline(value) + body.slice(end);
}

/** For bodies where the value is a block of its own, or the whole body is in braces. */
function rewriteValue(body: string, value: Writable): string {
  const document = parseDocument(body);
  document.set('value', document.createNode(value, { flow: true }));
  return document.toString({ lineWidth: 0 }).trimEnd();
}

function sameSpec(a: Input, b: Input): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
