import { choices, isDecidable, type Decision } from '../../ingest/decision';
import { actions, rules, type Action, type Rule } from '../../ingest/problem';
import { columnOf, type Result } from '../../results/result';
import { quoteText } from '../../sql/quote';

/** Problems of one kind that the same was done about. */
export interface ProblemGroup {
  readonly rule: Rule;
  readonly action: Action;
  readonly count: number;
}

/** Which of the problems are shown; nothing: all. */
export interface ProblemFilter {
  readonly rule?: Rule | undefined;
  readonly file?: string | undefined;
}

/** How many of each kind, by file: the list itself may be too long to hold. */
export const countsQuery = `SELECT rule::VARCHAR AS rule, action::VARCHAR AS action, file, count(*) AS n
FROM import_problems GROUP BY rule, action, file`;

export function rowsQuery({ rule, file }: ProblemFilter, most: number): string {
  const wanted = [
    ...(rule === undefined ? [] : [`rule = ${quoteText(rule)}`]),
    ...(file === undefined ? [] : [`file = ${quoteText(file)}`]),
  ];
  return `SELECT dataset::VARCHAR AS dataset, file, line, "column", value, rule::VARCHAR AS rule, action::VARCHAR AS action
FROM import_problems ${wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : ''} LIMIT ${most}`;
}

function textsOf(result: Result, name: string): readonly string[] {
  return (columnOf(result, name)?.values ?? []).map(String);
}

/** The kinds in the order of the rules, of one file or of all. */
export function groupsOf(counts: Result, file: string | undefined): readonly ProblemGroup[] {
  const [names, kinds, done] = ['file', 'rule', 'action'].map((name) => textsOf(counts, name));
  const n = columnOf(counts, 'n')?.values ?? [];
  return rules.flatMap((rule) =>
    actions.flatMap((action) => {
      const count = n.reduce<number>((sum, each, row) => {
        const isMeant = kinds?.[row] === rule && done?.[row] === action;
        return isMeant && (file === undefined || names?.[row] === file) ? sum + Number(each) : sum;
      }, 0);
      return count > 0 ? [{ rule, action, count }] : [];
    }),
  );
}

export function filesOf(counts: Result): readonly string[] {
  return [...new Set(textsOf(counts, 'file'))].toSorted();
}

/** What an evaluator may have done about problems of a group; none where it is not for a person to decide. */
export function choicesFor({ rule, action }: ProblemGroup): readonly Decision[] {
  const allowed: readonly Decision[] = isDecidable(rule) ? choices[rule] : [];
  return allowed.some((each) => each === action) ? allowed : [];
}
