import { populationOf } from '../../dataflow/population';
import type { Session } from '../../dataflow/session';
import type { Cleared } from '../../disclosure/cleared';
import { tellTable, type ToldTable } from '../../disclosure/ledger';
import { isNamed, type CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import type { Outcomes } from '../../report/outcome';
import { cellsTold } from '../../report/told';

export interface ToldCell {
  readonly name: CellName;
  readonly told: ToldTable;
}

/** What a document tells of how many children there are, table by table. */
export function tellDocument(session: Session, document: Notebook, outcomes: Outcomes): readonly ToldCell[] {
  return [...cellsTold(document)].flatMap(([name, rows]) => {
    const outcome = outcomes.get(name);
    if (outcome?.kind !== 'result' || !outcome.clearing.ok) return [];
    const { cleared } = outcome.clearing;
    return tellCell(session, name, cleared, rows === 'first' ? 1 : cleared.rowCount);
  });
}

/** What the first rows of a cell's table tell. Nothing of a cell that cannot run: it has no numbers that are up to date. */
export function tellCell(
  session: Session,
  name: CellName,
  cleared: Cleared,
  rows = cleared.rowCount,
): readonly ToldCell[] {
  const population = populationOf(session, name);
  if (!population) return [];
  const told = tellTable(tableName(session, name), cleared, population);
  return [{ name, told: { ...told, counts: told.counts.filter(({ row }) => row < rows) } }];
}

/** What people know a table by: its title, where it looks nothing up, else its name. */
export function tableName({ notebook }: Session, name: CellName): string {
  const cell = notebook.cells.filter(isNamed).find((each) => each.name === name);
  const title = cell?.attributes.find(([key]) => key === 'title')?.[1];
  return title === undefined || title.includes('{{') ? name : title;
}
