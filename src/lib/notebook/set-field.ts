import { isScalar, parseDocument } from 'yaml';
import type { CompareCell } from './cell';
import { Compare } from './compare';
import { readSpec, writeYamlInline } from '../yaml/yaml';

/** The fields of a comparison that hold one word. */
export type CompareField = 'data' | 'before' | 'after' | 'by' | 'against' | 'better';

/**
 * The body of a comparison with one field written, or taken out when `value` is undefined; the rest stays as written.
 * A value that the field cannot hold gives the body as it was.
 */
export function setCompareField(cell: CompareCell, field: CompareField, value: string | undefined): string {
  for (const write of [splice, rewrite]) {
    const body = write(cell.body, field, value);
    const read = readSpec(Compare, body);
    if (read.ok && read.spec[field] === value) return body;
  }
  return cell.body;
}

function splice(body: string, field: CompareField, value: string | undefined): string {
  const node = parseDocument(body).get(field, true);
  if (node === undefined && value !== undefined)
    return `${body.replace(/\n+$/, '')}\n${field}: ${writeYamlInline(value)}`;
  if (!isScalar(node) || !node.range || value === undefined) return rewrite(body, field, value);
  const [start, end] = node.range;
  const before = body.slice(0, start);
  return before + (/\s$/.test(before) ? '' : ' ') + writeYamlInline(value) + body.slice(end);
}

function rewrite(body: string, field: CompareField, value: string | undefined): string {
  const document = parseDocument(body);
  if (value === undefined) document.delete(field);
  else document.set(field, value);
  return document.toString({ lineWidth: 0 }).trimEnd();
}
