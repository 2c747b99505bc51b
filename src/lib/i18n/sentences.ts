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
import { chart as enChart } from './en/chart';
import { codebook as enCodebook } from './en/codebook';
import { compare as enCompare } from './en/compare';
import { failure as enFailure } from './en/failure';
import { fault as enFault } from './en/fault';
import { imports as enImports } from './en/imports';
import { mapping as enMapping } from './en/mapping';
import { memory as enMemory } from './en/memory';
import { practice as enPractice } from './en/practice';
import { problems as enProblems } from './en/problems';
import { report as enReport } from './en/report';
import { screen as enScreen } from './en/screen';
import { theory as enTheory } from './en/theory';

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

const sentences: Record<Language, Sentences> = {
  da: danish,
  en: {
    chart: enChart,
    codebook: enCodebook,
    compare: enCompare,
    failure: enFailure,
    fault: enFault,
    imports: enImports,
    mapping: enMapping,
    memory: enMemory,
    practice: enPractice,
    problems: enProblems,
    report: enReport,
    screen: enScreen,
    theory: enTheory,
  },
};

export function sentencesOf(language: Language): Sentences {
  return sentences[language];
}
