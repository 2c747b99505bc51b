import { sentencesOf } from '../../i18n/sentences';
import { attributeOf, isNamed } from '../../notebook/cell';
import { codebookEntries } from '../../workbench/codebook-entries';
import type { Workbench } from '../workbench-surface';
import type { NamedCode, Names } from './names';
import { editorWords } from './words';

/** The names that SQL can be written with now: of the tables, and of the notebook's own cells. */
export function namesThere(workbench: Workbench): Names {
  const { session, language, instruments } = workbench;
  const named = session.notebook.cells.filter(isNamed);
  const entries = codebookEntries(instruments, session.tables);
  return {
    tables: session.tables.tables,
    cells: named.flatMap((cell) =>
      cell.kind === 'sql' || cell.kind === 'compare'
        ? [
            {
              name: cell.name,
              columns: workbench.result(cell.name)?.columns.map((column) => column.name) ?? [],
              title: attributeOf(cell, 'title'),
            },
          ]
        : [],
    ),
    inputs: named.flatMap((cell) =>
      cell.kind === 'input' ? [{ name: cell.name, label: cell.spec.label }] : [],
    ),
    entries,
    codesOf: (column) => {
      const entry = entries.find(({ name, codes }) => name === column && codes.length > 0);
      if (entry) return entry.codes.map(({ code, label }) => ({ code, label: label[language] }));
      return codesOfScores(column, workbench) ?? codesInResults(column, workbench);
    },
    language,
    words: editorWords(language),
    types: sentencesOf(language).screen.table.type,
  };
}

/** The long tables of scores name instruments and their scales. */
function codesOfScores(
  column: string,
  { instruments, language }: Workbench,
): readonly NamedCode[] | undefined {
  if (column === 'instrument')
    return instruments.map(({ name, title }) => ({ code: name, label: title[language] }));
  if (column !== 'scale') return undefined;
  const scales = instruments.flatMap((instrument) =>
    instrument.scales.map(({ name, label }) => ({
      code: name,
      label: `${instrument.title[language]}: ${label[language]}`,
    })),
  );
  // A name that several instruments have is said once, as what they share: the name.
  const known = new Map<string, NamedCode>();
  for (const scale of scales)
    known.set(scale.code, known.has(scale.code) ? { ...scale, label: scale.code } : scale);
  return [...known.values()];
}

/** Those that the data brought, as the names of projects: any result with the column has them all. */
function codesInResults(column: string, { session, dataWords }: Workbench): readonly NamedCode[] {
  for (const { result } of session.results.values()) {
    const found = result.columns.find(({ name, codes }) => name === column && codes !== undefined);
    if (found?.codes) return found.codes.map((code) => ({ code, label: dataWords.label(found, code) }));
  }
  return [];
}
