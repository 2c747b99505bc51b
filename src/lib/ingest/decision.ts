/** In the order in which one of them leaves a row out, where several would. */
export const findingRules = [
  'test-person',
  'no-course',
  'other-age',
  'before-start',
  'after-end',
  'waves-reversed',
] as const;
export type FindingRule = (typeof findingRules)[number];

export type Decision = 'kept' | 'row-left-out';
export type Decisions = Readonly<Partial<Record<FindingRule, Decision>>>;

/** What is done unless somebody decides otherwise. */
export const usualDecisions: Readonly<Record<FindingRule, Decision>> = {
  'test-person': 'row-left-out',
  'no-course': 'kept',
  'other-age': 'kept',
  'before-start': 'kept',
  'after-end': 'kept',
  'waves-reversed': 'kept',
};

export function decisionOn(rule: FindingRule, decisions: Decisions): Decision {
  return decisions[rule] ?? usualDecisions[rule];
}

export function isFindingRule(rule: string): rule is FindingRule {
  return (findingRules as readonly string[]).includes(rule);
}
