import { clear } from '../disclosure/clear';
import { toldBeside } from '../disclosure/told';
import type { Policy } from '../disclosure/cleared';
import { statusOf } from '../dataflow/apply';
import { withIntervals } from '../dataflow/intervals';
import type { Session } from '../dataflow/session';
import { inForce, type OwnInstrument } from '../instruments/own';
import type { Language } from '../i18n/language';
import { sentencesOf } from '../i18n/sentences';
import { isNamed, type CellName, type NamedCell } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import type { CellOutcome, Outcomes, ReportWords } from '../report/outcome';
import { renderReport } from '../report/report';
import { failureWords } from './failure-words';
import { dataWords, type DataWords } from './labels';

export interface ReportAsked {
  readonly session: Session;
  /** What is picked of the session’s, where it is not all. */
  readonly notebook?: Notebook | undefined;
  readonly policy: Policy;
  /** What became of the cells, where that is known already. */
  readonly outcomes?: Outcomes;
  /** Why it goes although something was in the way. */
  readonly reason?: string;
  readonly language: Language;
  /** The user's instruments that the numbers were scored by. */
  readonly own: readonly OwnInstrument[];
  /** The datasets the numbers come from, and whether they are made up. */
  readonly datasets: readonly string[];
  readonly synthetic: boolean;
  /** ISO time. */
  readonly madeAt: string;
  readonly document: Document;
}

/** The notebook as one HTML page. Results reach it only through `clear`. */
export function reportOf(asked: ReportAsked): string {
  const {
    session,
    notebook = session.notebook,
    policy,
    language,
    own,
    datasets,
    synthetic,
    madeAt,
    document,
  } = asked;
  const names = datasets.join(', ');
  return renderReport({
    notebook,
    results: asked.outcomes ?? outcomesOf(session, policy, language),
    words: wordsOf(session, dataWords(inForce(own), language)),
    policy,
    document,
    madeAt,
    reason: asked.reason ?? '',
    dataNote: names === '' ? '' : dataNote(names, own, language),
    synthetic: synthetic && names !== '',
    project: names,
  });
}

export function outcomesOf(session: Session, policy: Policy, language: Language): Outcomes {
  const outcomes = new Map<CellName, CellOutcome>();
  for (const cell of session.notebook.cells.filter(isNamed)) {
    const outcome = outcomeOf(session, cell, policy, language);
    if (outcome) outcomes.set(cell.name, outcome);
  }
  return outcomes;
}

/** Only what is up to date is printed as a number; anything else is printed as the words for its state. */
function outcomeOf(
  session: Session,
  cell: NamedCell,
  policy: Policy,
  language: Language,
): CellOutcome | undefined {
  const words = sentencesOf(language);
  const status = statusOf(session, cell.name);
  switch (status.kind) {
    case 'failed':
      return { kind: 'failed', why: `${failureWords(status.failure, words.failure).title}.` };
    case 'blocked':
      return { kind: 'failed', why: words.report.waitsFor(status.by) };
    case 'stale':
    case 'running':
      return { kind: 'stale' };
    case 'waiting':
      return undefined;
    case 'fresh': {
      const result = session.results.get(cell.name)?.result;
      if (!result) return undefined;
      const told = () => toldBeside(session.results.values(), result);
      return { kind: 'result', clearing: clear(withIntervals(cell, result), policy, told) };
    }
  }
}

function wordsOf(session: Session, words: DataWords): ReportWords {
  return {
    ...words,
    choice(input, code) {
      const column = session.results.get(input)?.result.columns[0];
      return column ? words.label(column, code) : code;
    },
  };
}

/** Where the numbers come from, and whose instruments they are measured by when not all are ours. */
function dataNote(datasets: string, own: readonly OwnInstrument[], language: Language): string {
  const sentences = sentencesOf(language).report;
  const names = own.map(({ file, instrument }) => `${instrument.title[language]} (${file})`);
  return [sentences.datasets(datasets), ...(own.length > 0 ? [sentences.own(names.join(', '))] : [])].join(
    ' ',
  );
}
