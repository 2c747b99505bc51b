import type { Answers } from './form';

/** A score: the mean of the answered items times `factor`, where at least `needed` of them are answered. */
export interface Scale {
  readonly items: readonly number[];
  readonly factor: number;
  readonly needed: number;
}

/** Items that are drawn alike: where they lie before and after, in the direction of their scale. */
interface Block {
  readonly items: readonly number[];
  readonly before: number;
  readonly after: number;
  /** The scale of what is rarely ticked at all. */
  readonly rare?: string;
}

/** What the generator knows of a questionnaire with one answer scale; items are numbered from 1. */
export interface Questionnaire {
  readonly name: string;
  readonly prefix: string;
  readonly lowest: number;
  readonly highest: number;
  readonly reversed: readonly number[];
  readonly better: 'higher' | 'lower';
  readonly scales: Readonly<Record<string, Scale>>;
  readonly blocks: readonly Block[];
  /** Items of which one may be skipped without any scale being lost. */
  readonly skippable: readonly number[];
  /** How much a child's burden, own bent, relief and chance weigh, on the answer scale. */
  readonly spread: {
    readonly burden: number;
    readonly own: number;
    readonly block: number;
    readonly relief: number;
    readonly eased: number;
    readonly noise: number;
  };
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function itemsOf({ prefix, blocks }: Questionnaire): string[] {
  return upTo(blocks.reduce((sum, { items }) => sum + items.length, 0)).map((item) => prefix + String(item));
}

/** A tick in the direction of its scale: reversed items count backwards. Its own inverse. */
export function turned({ reversed, lowest, highest }: Questionnaire, item: number, tick: number): number {
  return reversed.includes(item) ? lowest + highest - tick : tick;
}

export function scoreItems(questionnaire: Questionnaire, scale: string, answers: Answers): number | null {
  const own = questionnaire.scales[scale];
  if (!own) throw new Error(`${questionnaire.name}: no scale ${scale}`);
  let sum = 0;
  let answered = 0;
  for (const item of own.items) {
    const tick = answers[item - 1] ?? null;
    if (tick === null) continue;
    sum += turned(questionnaire, item, tick);
    answered += 1;
  }
  return answered < own.needed ? null : (sum * own.factor) / answered;
}

/** The items to nudge: what is rarely ticked only where a number is printed of its own scale. */
export function itemsAimedAt({ blocks }: Questionnaire, isAimedAt: (scale: string) => boolean): number[] {
  return blocks.flatMap(({ items, rare }) => (rare === undefined || isAimedAt(rare) ? items : []));
}
