import type { Answers } from './form';
import { scoreItems } from './questionnaire';
import { questionnaires } from './questionnaires';
import { scoreSdq, scoreSdqScale, scoreWho5, sdqScaleNames } from './scoring';

export type Score = (answers: Answers) => number | null;

/** How an instrument is scored here: which way is better, and the least that one tick moves a scale. */
export interface Scoring {
  readonly better: 'higher' | 'lower';
  readonly step: number;
  readonly score: Score;
}

export function scoringOf(instrument: string, scale: string): Scoring {
  if (instrument === 'who5') return { better: 'higher', step: 4, score: scoreWho5 };
  if (instrument === 'sdq_p') return { better: 'lower', step: 1, score: scoreOfSdq(scale) };
  const own = questionnaires.find(({ name }) => name === instrument);
  const parts = own?.scales[scale];
  if (!own || !parts) throw new Error(`no scale ${scale} of ${instrument}`);
  return {
    better: own.better,
    step: parts.factor / parts.items.length,
    score: (answers) => scoreItems(own, scale, answers),
  };
}

function scoreOfSdq(scale: string): Score {
  if (scale === 'total') return scoreSdq;
  const own = sdqScaleNames.find((name) => name === scale);
  if (own === undefined) throw new Error(`no scale ${scale} of sdq_p`);
  return (answers) => scoreSdqScale(answers, own);
}
