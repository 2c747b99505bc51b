import type { CodedVariable } from '../../codebook/schema';
import type { About } from '../../explore/question';
import type { ExploreWords } from '../../explore/words';
import type { Language } from '../../i18n/language';
import { collator } from '../../i18n/format';
import { columnOf, type Result } from '../../results/result';
import { quoteText } from '../../sql/quote';

/** What a menu offers is what the export has: one row of lists, `scale` and the codes of `project`. */
export function foundQuery(dataset: string): string {
  const of = `WHERE dataset = ${quoteText(dataset)}`;
  return `SELECT instrument || ' ' || scale AS scale, NULL AS project FROM changes ${of} GROUP BY ALL
UNION ALL
SELECT NULL, project::VARCHAR FROM courses ${of} AND project IS NOT NULL GROUP BY ALL`;
}

export interface CodeChoice {
  readonly code: string;
  readonly label: string;
}

/** The codes of a variable: the codebook's, or where it lists none those of the export. */
export function codesIn(
  variable: CodedVariable,
  found: Result | undefined,
  language: Language,
): readonly CodeChoice[] {
  if (!variable.open) return variable.codes.map(({ code, label }) => ({ code, label: label[language] }));
  const values = (found && columnOf(found, variable.name)?.values) ?? [];
  const codes = values.filter((value): value is string => typeof value === 'string');
  return codes.toSorted(collator(language).compare).map((code) => ({ code, label: code }));
}

/** An entry of the first menu as its value. */
export function keyOf(about: About): string {
  return about.kind === 'change'
    ? `change ${about.instrument.name} ${about.scale.name}`
    : `answers ${about.variable.name}`;
}

/** What the chosen entry is, in plain language. */
export function aboutWords(about: About, words: ExploreWords, language: Language): string {
  if (about.kind === 'answers') return about.variable.derived?.[language] ?? words.aboutVariable;
  const { instrument, scale } = about;
  const measures = instrument.measures ? `${instrument.measures[language]} ` : '';
  const [from, to] = scale.range;
  return words.aboutScale(measures, String(from), String(to), words.better[scale.better]);
}
