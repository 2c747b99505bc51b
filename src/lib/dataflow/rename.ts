import { parseDocument } from 'yaml';
import type {
  Cell,
  CellName,
  CompareCell,
  InputCell,
  PlotCell,
  PracticeCell,
  ReflectCell,
  TheoryCell,
} from '../notebook/cell';
import { writeBody } from '../notebook/edits';
import type { Notebook } from '../notebook/notebook';
import { quoteName } from '../sql/quote';
import { identifierOf, isSymbol, significant, tokenise, type Token } from '../sql/tokens';
import { readClauses } from './clauses';

/** The notebook with the cell at `index` called `name`, and everything that refers to it: SQL, `$name`, charts, prose. */
export function renameCell(notebook: Notebook, index: number, name: CellName): Notebook {
  const target = notebook.cells[index];
  if (!target || !('name' in target)) return notebook;
  const isInput = target.kind === 'input';
  const cells = notebook.cells.map((cell, i): Cell => {
    const renamed = i === index && 'name' in cell ? { ...cell, name } : cell;
    return renameIn(renamed, { from: target.name, to: name, isInput });
  });
  return { ...notebook, cells };
}

interface Renaming {
  readonly from: CellName;
  readonly to: CellName;
  readonly isInput: boolean;
}

function renameIn(cell: Cell, renaming: Renaming): Cell {
  switch (cell.kind) {
    case 'prose':
      return changed(cell, { text: renameLookups(cell.text, renaming) });
    case 'sql':
      return changed(cell, { body: renameInSql(cell.body, renaming) });
    case 'input':
      return renameInChoices(cell, renaming);
    case 'plot':
    case 'compare':
      return renameInSpec(cell, renaming);
    case 'practice':
    case 'theory':
    case 'reflect':
      return renameInWords(cell, renaming);
    case 'unread':
      return cell;
  }
}

/** The same object when nothing differs, so that what is remembered about it stays. */
function changed<Kind extends Cell>(cell: Kind, fields: Partial<Kind>): Kind {
  const keys = Object.keys(fields) as (keyof Kind)[];
  return keys.every((key) => fields[key] === cell[key]) ? cell : { ...cell, ...fields };
}

function renameLookups(text: string, { from, to }: Renaming): string {
  return text.replace(new RegExp(`(\\{\\{[ \\t]*)${from}(?=\\.[\\p{L}_])`, 'gu'), `$1${to}`);
}

/** Rewrites the names of tables, the qualifiers that repeat them, and `$name`; all else stays as written. */
export function renameInSql(sql: string, { from, to, isInput }: Renaming): string {
  const tokens = tokenise(sql);
  const seen = significant(tokens);
  const places = isInput ? seen.filter((token) => isVariable(token, from)) : tablePlaces(seen, from);
  const replaced = new Set(places);
  const name = isInput ? `$${to}` : quoteName(to);
  return tokens.map((token) => (replaced.has(token) ? name : token.text)).join('');
}

function isVariable({ kind, text }: Token, name: string): boolean {
  return kind === 'variable' && text.slice(1).toLowerCase() === name;
}

function tablePlaces(tokens: readonly Token[], name: string): readonly Token[] {
  const uses = readClauses(tokens).tables.filter(
    ({ parts, called, local }) => parts.length === 1 && !called && !local,
  );
  const tables = uses.flatMap(({ parts }) => parts).filter((token) => identifierOf(token) === name);
  if (tables.length === 0) return [];
  const qualifiers = tokens.filter(
    (token, i) =>
      identifierOf(token) === name && isSymbol(tokens[i + 1], '.') && !isSymbol(tokens[i - 1], '.'),
  );
  return [...tables, ...qualifiers];
}

function renameInChoices(cell: InputCell, renaming: Renaming): InputCell {
  const from = 'from' in cell.spec ? cell.spec.from : undefined;
  if (from === undefined) return cell;
  const wanted = renameInSql(from, renaming);
  if (wanted === from) return cell;
  for (const body of [cell.body.replace(from, () => wanted), withField(cell.body, 'from', wanted)]) {
    const written = writeBody(cell, body).cell;
    if (written.kind === 'input' && 'from' in written.spec && written.spec.from === wanted) return written;
  }
  return cell;
}

function renameInWords(cell: PracticeCell | TheoryCell | ReflectCell, renaming: Renaming): Cell {
  const body = renameLookups(cell.body, renaming);
  return body === cell.body ? cell : writeBody(cell, body).cell;
}

/** `data`, and lookups in titles. */
function renameInSpec(cell: PlotCell | CompareCell, renaming: Renaming): PlotCell | CompareCell {
  const lookups = renameLookups(cell.body, renaming);
  const wanted = cell.spec.data === renaming.from && !renaming.isInput ? renaming.to : cell.spec.data;
  const data = new RegExp(`^(data[ \\t]*:[ \\t]*["']?)${renaming.from}(?=["']?[ \\t]*(?:#.*)?$)`, 'm');
  const inPlace = wanted === cell.spec.data ? lookups : lookups.replace(data, `$1${renaming.to}`);
  if (inPlace === cell.body && wanted === cell.spec.data) return cell;
  for (const body of [inPlace, withField(lookups, 'data', wanted)]) {
    const written = writeBody(cell, body).cell;
    if (written.kind === cell.kind && 'data' in written.spec && written.spec.data === wanted) return written;
  }
  return cell;
}

/** For bodies where the field is not on a line of its own. */
function withField(body: string, key: string, value: string): string {
  const document = parseDocument(body, { logLevel: 'silent' });
  document.set(key, value);
  return document.toString({ lineWidth: 0 }).trimEnd();
}
