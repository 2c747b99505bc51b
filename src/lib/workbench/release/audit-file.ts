import type { Session } from '../../dataflow/session';
import { auditPage, auditParts, type AuditFault, type Part, type Secret } from '../../disclosure/audit';
import type { Cleared } from '../../disclosure/cleared';
import type { CellName } from '../../notebook/cell';
import type { Column } from '../../results/result';
import { readYaml } from '../../yaml/yaml';
import { tableName } from './tell-document';

/** What was let go of a cell, or of another table that was computed. */
export interface LetGo {
  readonly table: string;
  readonly whole: readonly Column[];
  readonly cleared: Cleared;
}

/** A finished file, as it is about to be handed over. */
export interface Finished {
  readonly fileName: string;
  readonly type: 'page' | 'workbook' | 'yaml' | 'results';
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Reads a finished file as a stranger would, and looks for what was not let go. */
export async function auditFile(
  { fileName, type, content }: Finished,
  letGo: readonly LetGo[],
  minimum: number,
): Promise<readonly AuditFault[]> {
  const asked = {
    fileName,
    secrets: letGo.map(secretOf),
    shown: letGo.flatMap(({ cleared }) => numbersIn(cleared.columns)),
  };
  switch (type) {
    case 'page':
      return auditPage({ ...asked, page: await pageOf(String(content)), minimum });
    case 'workbook':
      return auditParts({ ...asked, parts: await sheetsIn(content as Uint8Array<ArrayBuffer>) });
    case 'yaml':
      return auditParts({ ...asked, parts: [yamlIn(fileName, String(content))] });
    case 'results':
      return auditParts({ ...asked, parts: [resultsIn(fileName, String(content))] });
  }
}

export function letGoOf(session: Session, name: CellName, cleared: Cleared): LetGo {
  const whole = session.results.get(name)?.result.columns ?? [];
  return { table: tableName(session, name), whole, cleared };
}

/** Not the browser's parser: the page's policy lets no text become a document. */
async function pageOf(html: string): Promise<Document> {
  const { parseHTML } = await import('linkedom');
  return parseHTML(html).document as unknown as Document;
}

async function sheetsIn(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Part[]> {
  const [{ unzipSync, strFromU8 }, { DOMParser }] = await Promise.all([import('fflate'), import('linkedom')]);
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
  return files.map(([name, file]): Part => {
    const xml = new DOMParser().parseFromString(strFromU8(file), 'text/xml');
    const values = [...xml.querySelectorAll('c')].filter(
      (cell) => !/^(s|inlineStr)$/.test(cell.getAttribute('t') ?? ''),
    );
    const texts = [...xml.querySelectorAll('t'), ...xml.querySelectorAll('sheet')];
    return {
      name,
      texts: texts.map((element) => element.getAttribute('name') ?? element.textContent ?? ''),
      numbers: values.flatMap((cell) =>
        [...cell.querySelectorAll('v')].map((value) => Number(value.textContent)),
      ),
    };
  });
}

/** What a benchmark lists; the number of its format is none of the data. */
function yamlIn(name: string, text: string): Part {
  const reading = readYaml(text);
  const texts = text.split('\n');
  if (!reading.ok || typeof reading.value !== 'object' || reading.value === null)
    return { name, texts, numbers: [NaN] };
  const { format: _, ...rest } = reading.value as Readonly<Record<string, unknown>>;
  return { name, texts, numbers: numbersUnder(rest) };
}

/** What the cells' columns hold; where in them something is withheld, and how it was cleared, is told beside it. */
function resultsIn(name: string, text: string): Part {
  const numbers: number[] = [];
  const texts: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (key === 'values') numbers.push(...numbersUnder(value));
    if (typeof value === 'string' && key !== 'fingerprint' && key !== 'data' && key !== 'madeAt')
      texts.push(value);
    return value;
  });
  return { name, texts, numbers };
}

function numbersUnder(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersUnder) : [];
}

/** The numbers that are not among those that were let go. */
function secretOf({ table, whole, cleared }: LetGo): Secret {
  const isHidden = (column: Column, row: number) => {
    const index = cleared.columns.findIndex((each) => each.name === column.name);
    return index === -1 || cleared.withheld[row] !== null || cleared.obscured[index]?.has(row) === true;
  };
  const numbers = whole.flatMap((column) =>
    numbersIn([{ ...column, values: column.values.filter((_, row) => isHidden(column, row)) }]),
  );
  return { table, numbers };
}

function numbersIn(columns: readonly Column[]): readonly number[] {
  return columns.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));
}
