import { z } from 'zod';

const words = z.string().max(600);
const note = z.string().max(20_000);

/** What is to be done, who does it, and by when; what is not agreed yet is empty or left out. */
export const Decision = z.looseObject({
  what: words,
  who: words.optional(),
  by: z.iso.date().optional(),
  done: z.boolean().optional(),
});
export type Decision = z.output<typeof Decision>;

/** What was said of each question, by the question as it is written. */
const Notes = z.record(z.string().max(600), note);
const said = {
  met: z.iso.date().optional(),
  notes: Notes.optional(),
  decisions: z.array(Decision).optional(),
};

/** A meeting that was: a new one begins with empty notes. */
export const Earlier = z.looseObject(said);
export type Earlier = z.output<typeof Earlier>;

/** Questions to talk about, and what came of it. Keys of a newer program are kept. */
export const Reflection = z.looseObject({
  /** May look values up with {{ cell.column }}. */
  ask: z.array(words.min(1)).min(1).max(20),
  /** For who leads the meeting; never in a report. */
  presenter: note.optional(),
  ...said,
  /** The last one first. */
  earlier: z.array(Earlier).optional(),
});
export type Reflection = z.output<typeof Reflection>;

/** The questions in their order, and after them those that have notes though they are asked no more. */
export function questionsOf({ ask, notes = {} }: Pick<Reflection, 'ask' | 'notes'>): readonly string[] {
  return [...new Set([...ask, ...Object.keys(notes).filter((question) => noteOn(notes, question) !== '')])];
}

export function noteOn(notes: Reflection['notes'], question: string): string {
  return notes && Object.hasOwn(notes, question) ? (notes[question] ?? '') : '';
}

/** Decisions with anything in them. */
export function decisionsOf({ decisions = [] }: Pick<Reflection, 'decisions'>): readonly Decision[] {
  return decisions.filter((decision) => !isEmpty(decision));
}

export function isEmpty({ what, who = '', by }: Decision): boolean {
  return what === '' && who === '' && by === undefined;
}

/** Has anything been said? */
export function hasSaid(said: Pick<Reflection, 'notes' | 'decisions'>): boolean {
  return Object.values(said.notes ?? {}).some((text) => text !== '') || decisionsOf(said).length > 0;
}

/** What was written belongs to a meeting before `today`. */
export function isFromBefore({ met }: Pick<Reflection, 'met'>, today: string): boolean {
  return met !== undefined && met < today;
}
