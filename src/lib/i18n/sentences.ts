import type { Language } from './language';
import { chart as daChart } from './da/chart';
import { codebook as daCodebook } from './da/codebook';
import { compare as daCompare } from './da/compare';
import { failure as daFailure } from './da/failure';
import { fault as daFault } from './da/fault';
import { imports as daImports } from './da/imports';
import { mapping as daMapping } from './da/mapping';
import { memory as daMemory } from './da/memory';
import { practice as daPractice } from './da/practice';
import { problems as daProblems } from './da/problems';
import { report as daReport } from './da/report';
import { screen as daScreen } from './da/screen';
import { theory as daTheory } from './da/theory';

/** Danish is the source: its files are the type that the English ones must fill, so a missing sentence does not compile. */
const danish = {
  chart: daChart,
  codebook: daCodebook,
  compare: daCompare,
  failure: daFailure,
  fault: daFault,
  imports: daImports,
  mapping: daMapping,
  memory: daMemory,
  practice: daPractice,
  problems: daProblems,
  report: daReport,
  screen: daScreen,
  theory: daTheory,
};
export type Sentences = typeof danish;

/** Who reads Danish need not fetch the rest. */
const learned = new Map<Language, Sentences>([['da', danish]]);

/** Fetches the sentences of a language, once; before that `sentencesOf` has the Danish ones in their place. */
export async function learn(language: Language): Promise<void> {
  if (language === 'en') learned.set('en', (await import('./english')).english);
}

export function sentencesOf(language: Language): Sentences {
  return learned.get(language) ?? danish;
}
