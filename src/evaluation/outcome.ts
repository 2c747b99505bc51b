import type { Outcome, OutcomeValue } from '../lib/ui/figures/outcome';
import type { Verdict } from './evaluate';
import type { PublishedObject } from './published';

/** What the page "Om tallene" shows. */
export function outcomeOf(objects: readonly PublishedObject[], verdicts: readonly Verdict[]): Outcome {
  const shown = objects.map(({ object, title, document }) => {
    const own = verdicts.filter(({ of }) => of.object.object === object);
    const cells = own.flatMap(({ of }) => (of.kind === 'computed' && of.cell ? [of.cell] : []));
    return { object, title, document, cells: [...new Set(cells)], values: own.map(valueOf) };
  });
  const lost = objects.filter((each) => isLost(each));
  return {
    objects: shown.filter(({ values }) => values.length > 0),
    lost: lost.map(({ object, title, document, cell }) => ({ object, title, document, cell: cell ?? null })),
  };
}

/** Its picture is not in the text of the documents, and its numbers went with it. */
export function isLost({ kind, rows }: PublishedObject): boolean {
  return kind === 'lost' && rows.every(({ printed }) => Object.keys(printed).length === 0);
}

function valueOf({ of, found }: Verdict): OutcomeValue {
  const { row, column, printed, kind, why, decimals } = of;
  const precision = 10 ** (decimals + 2);
  return {
    row,
    column,
    printed,
    kind,
    found: found?.ok ? Math.round(found.value * precision) / precision : null,
    ...(why !== undefined && { why }),
  };
}
