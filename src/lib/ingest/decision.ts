import { z } from 'zod';
import type { Action, Rule } from './problem';

/** In the order in which one of them leaves a row out, where several would. */
export const findingRules = [
  'test-person',
  'no-course',
  'other-age',
  'before-start',
  'after-end',
  'waves-reversed',
] as const satisfies readonly Rule[];
export type FindingRule = (typeof findingRules)[number];

/** A value that cannot be used is never used: either it is missing, or its row is. */
const aboutValue = ['value-left-out', 'row-left-out'] as const;
const aboutRow = ['kept', 'row-left-out'] as const;

/** What an evaluator may have done about a problem; the first is done unless somebody decides otherwise. */
export const choices = {
  // the first row is kept, the last is, or none
  'doubled-row': ['row-left-out', 'earlier-row-left-out', 'every-row-left-out'],
  'error-cell': aboutValue,
  'unknown-code': aboutValue,
  'not-a-number': aboutValue,
  'not-whole': aboutValue,
  'out-of-range': aboutValue,
  'bad-date': aboutValue,
  'test-person': ['row-left-out', 'kept'],
  'no-course': aboutRow,
  'other-age': aboutRow,
  'before-start': aboutRow,
  'after-end': aboutRow,
  'waves-reversed': aboutRow,
} as const satisfies Partial<Record<Rule, readonly [Action, ...Action[]]>>;

export type DecidableRule = keyof typeof choices;
export type Decision<Of extends DecidableRule = DecidableRule> = (typeof choices)[Of][number];
export type Decisions = { readonly [Of in DecidableRule]?: Decision<Of> | undefined };

export const Decisions: z.ZodType<Decisions> = z.strictObject(
  Object.fromEntries(Object.entries(choices).map(([rule, allowed]) => [rule, z.enum(allowed).optional()])),
);

export function decisionOn<Of extends DecidableRule>(rule: Of, decisions: Decisions): Decision<Of> {
  return decisions[rule] ?? choices[rule][0];
}

/** Why a value that cannot be used takes its row with it. */
export function rejectingRules(decisions: Decisions): DecidableRule[] {
  return (Object.keys(choices) as DecidableRule[]).filter(
    (rule) => choices[rule][0] === 'value-left-out' && decisionOn(rule, decisions) === 'row-left-out',
  );
}

export function isDecidable(rule: Rule): rule is DecidableRule {
  return Object.hasOwn(choices, rule);
}
