import { parseDocument } from 'yaml';
import type { PracticeCell } from './cell';
import { Practice, type Dimension } from './practice';
import { readSpec } from '../yaml/yaml';

/** What a person fills in at a dimension. */
export type JudgementField = 'rating' | 'note';

/**
 * The body of a practice cell with one field of a dimension written, or taken out when `value` is empty; comments and
 * order stay. A value that the field cannot hold gives the body as it was.
 */
export function setJudgement(
  cell: PracticeCell,
  dimension: Dimension,
  field: JudgementField,
  value: string,
): string {
  if ((cell.spec.dimensions[dimension]?.[field] ?? '') === value) return cell.body;
  const document = parseDocument(cell.body);
  if (value === '') document.deleteIn(['dimensions', dimension, field]);
  else document.setIn(['dimensions', dimension, field], value);
  const body = document.toString({ lineWidth: 0 }).trimEnd();
  const read = readSpec(Practice, body);
  return read.ok && (read.spec.dimensions[dimension]?.[field] ?? '') === value ? body : cell.body;
}
