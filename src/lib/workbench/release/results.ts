import type { Session } from '../../dataflow/session';
import { policyOf } from '../../disclosure/policy';
import type { Language } from '../../i18n/language';
import { inForce, type OwnInstrument } from '../../instruments/own';
import { dataWords } from '../labels';
import { readResults } from '../results-file/read';
import { mostBytes } from '../results-file/results-file';
import { writeResults } from '../results-file/write';
import type { Prepared } from './prepare';
import type { Made } from './shared';

interface ResultsWords {
  readonly language: Language;
  readonly own: readonly OwnInstrument[];
  readonly synthetic: boolean;
}

/** The file of results, and once more read as who gets it will: what does not come out so does not leave. */
export async function makeResults(
  { notebook }: Session,
  { outcomes, release }: Pick<Prepared, 'outcomes' | 'release'>,
  { language, own, synthetic }: ResultsWords,
): Promise<Made> {
  const words = dataWords(inForce(own), language);
  const { disclosure } = notebook.header;
  const content = await writeResults({
    notebook,
    outcomes,
    policy: { ...policyOf(disclosure), preset: disclosure.preset ?? 'steering' },
    madeAt: release.at,
    data: release.data,
    synthetic,
    hasLabel: (column, code) => words.label(column, code) !== code,
  });
  if (content === undefined) return { kind: 'nothing' };
  if (new Blob([content]).size > mostBytes) return { kind: 'too-large' };
  const reading = readResults(content);
  if (!reading.ok)
    return { kind: 'faulty', faults: [{ kind: 'written', table: '', where: reading.problem }] };
  return { kind: 'made', content };
}
