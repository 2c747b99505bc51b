import { parse } from 'yaml';
import { z } from 'zod';
import { hasStarted } from './children';
import type { Child } from './children';
import { drawChance, drawNormal, shuffle } from './random';
import type { Random } from './random';

const band = z.enum(['0-10', '11-16', '17-24', 'unknown']);
type Band = z.output<typeof band>;

const stratum = z.strictObject({
  /** Without it everyone. */
  band: band.optional(),
  progress: z.enum([
    'registered',
    'dropped',
    'started',
    'open',
    'planned',
    'unplanned',
    'paired',
    'unpaired',
  ]),
  known: z.int().positive(),
  /** Answers in their order to the youngest first, give or take so many years; without it at random. */
  scatter: z.number().optional(),
  shares: z.record(z.string(), z.number().positive()),
});
type Stratum = z.output<typeof stratum>;

const flag = z.strictObject({
  column: z.string(),
  on: z.string(),
  answers: z.array(z.string()),
  /** Of everyone, or by band. */
  percent: z.union([z.number(), z.record(band, z.number())]),
});
type Flag = z.output<typeof flag>;

/** Of those who said yes to `on`, how many were asked further, by band. */
const asked = z.strictObject({
  on: z.string(),
  columns: z.array(z.string()),
  known: z.record(band, z.int().positive()),
});

const schema = z.strictObject({
  columns: z.array(z.strictObject({ column: z.string(), strata: z.array(stratum) })),
  flags: z.array(flag),
  asked: z.array(asked).default([]),
});
/** What is known of how many, and how it is spread. */
export type Spread = z.output<typeof schema>;

export function readSpread(yaml: string): Spread {
  return schema.parse(parse(yaml));
}

/** What is known of each child by column; a column that is not there is not known. */
export type Background = ReadonlyMap<string, string>;

export function bandOf(child: Child): Band {
  return child.group === '0-2' || child.group === '3-10' ? '0-10' : child.group;
}

/** Background for every child, in the counts that `background.yaml` fixes for each stratum. */
export function dealBackground(
  spread: Spread,
  children: readonly Child[],
  random: Random,
): Map<Child, Map<string, string>> {
  const known = new Map(children.map((child) => [child, new Map<string, string>()]));
  for (const { column, strata } of spread.columns) {
    for (const each of strata) {
      const members = children.filter((child) => isIn(child, each.band) && isOn(child, each));
      dealColumn(known, column, members, each, random);
    }
  }
  for (const each of spread.flags) dealFlag(known, each, random);
  for (const [child, own] of known) addDetails(child, own, random);
  return known;
}

function isIn(child: Child, of: Band | undefined): boolean {
  return of === undefined || bandOf(child) === of;
}

function isOn(child: Child, { progress }: Stratum): boolean {
  if (progress === 'registered') return true;
  if (progress === 'paired' || progress === 'unpaired') return child.paired === (progress === 'paired');
  return progress === 'started' ? hasStarted(child) : child.progress === progress;
}

function dealColumn(
  known: Map<Child, Map<string, string>>,
  column: string,
  members: readonly Child[],
  { known: count, shares, scatter }: Stratum,
  random: Random,
): void {
  if (members.length < count) throw new Error(`${column}: ${count} known among ${members.length}`);
  const answers = spreadOut(shares, count);
  const chosen = shuffle(random, members).slice(0, count);
  const inOrder = scatter === undefined ? chosen : byAge(chosen, scatter, random);
  inOrder.forEach((child, index) => {
    const answer = answers[index];
    if (answer !== undefined) known.get(child)?.set(column, answer);
  });
}

function byAge(members: readonly Child[], scatter: number, random: Random): Child[] {
  return members
    .map((child) => ({ child, place: (child.age ?? 0) + scatter * drawNormal(random) }))
    .sort((a, b) => a.place - b.place)
    .map(({ child }) => child);
}

/** `count` answers in the proportions of `shares`, by largest remainder. */
export function spreadOut(shares: Readonly<Record<string, number>>, count: number): string[] {
  const entries = Object.entries(shares);
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  const quotas = entries.map(([answer, share]) => ({ answer, exact: (share / sum) * count }));
  const short = count - quotas.reduce((total, { exact }) => total + Math.floor(exact), 0);
  const rounded = [...quotas].sort((a, b) => (b.exact % 1) - (a.exact % 1)).slice(0, short);
  return quotas.flatMap((quota) =>
    Array<string>(Math.floor(quota.exact) + (rounded.includes(quota) ? 1 : 0)).fill(quota.answer),
  );
}

function dealFlag(
  known: Map<Child, Map<string, string>>,
  { column, on, answers, percent }: Flag,
  random: Random,
): void {
  const shares: readonly (readonly [Band | undefined, number])[] =
    typeof percent === 'number'
      ? [[undefined, percent]]
      : band.options.map((each) => [each, percent[each]] as const);
  for (const [each, share] of shares) {
    const asked = [...known].filter(([child, own]) => isIn(child, each) && own.has(on));
    const having = asked.filter(([, own]) => answers.includes(own.get(on) ?? ''));
    const yes = Math.round((having.length * share) / 100);
    for (const [, own] of asked) own.set(column, 'false');
    for (const [, own] of shuffle(random, having).slice(0, yes)) own.set(column, 'true');
  }
}

/** Forgets the further answers of those who were not asked for them, of each pattern of answers its share. */
export function forgetUnasked(
  { asked: questions }: Spread,
  known: ReadonlyMap<Child, Map<string, string>>,
  random: Random,
): void {
  for (const { on, columns, known: counts } of questions)
    for (const each of band.options) {
      const having = [...known].filter(([child, own]) => isIn(child, each) && own.get(on) === 'true');
      const patterns = new Map<string, Map<string, string>[]>();
      for (const [, own] of shuffle(random, having)) {
        const pattern = columns.map((column) => own.get(column)).join();
        patterns.set(pattern, [...(patterns.get(pattern) ?? []), own]);
      }
      const sizes = [...patterns].map(([pattern, members]) => [pattern, members.length] as const);
      for (const pattern of spreadOut(Object.fromEntries(sizes), having.length - counts[each])) {
        const own = patterns.get(pattern)?.pop();
        for (const column of columns) own?.delete(column);
      }
    }
}

/** What follows from the single answers, and the forms of treatment. */
function addDetails(child: Child, own: Map<string, string>, random: Random): void {
  addMisuse(own);
  addOthers(own, random);
  for (const [form, chance] of Object.entries(child.project.forms)) {
    if (hasStarted(child)) own.set(form, String(drawChance(random, chance)));
  }
  ensureForm(child, own);
}

/** The single flags beside `misuse_by`; other relations come alone ("other") or beside a parent (already dealt). */
function addMisuse(own: Map<string, string>): void {
  const by = own.get('misuse_by');
  if (by === undefined) return;
  own.set('misuse_by_mother', String(by === 'mother' || by === 'both'));
  own.set('misuse_by_father', String(by === 'father' || by === 'both'));
  if (by === 'other') own.set('misuse_by_other', 'true');
}

/** Whoever has problems or support has at least one kind: where none of the named ones, another. */
function addOthers(own: Map<string, string>, random: Random): void {
  const named = (columns: readonly string[]) => columns.some((column) => own.get(column) === 'true');
  const problems = own.get('other_problems');
  if (problems !== undefined) {
    const none = !named(['problem_mental_health', 'problem_conflict', 'problem_illness']);
    own.set('problem_other', String(problems === 'yes' && (none || drawChance(random, 0.2))));
    own.set('other_problems', String(problems === 'yes'));
  }
  const support = own.get('other_support');
  if (support !== undefined) {
    const none = !named(['support_social', 'support_private']);
    own.set('support_other', String(support === 'yes' && (none || drawChance(random, 0.1))));
    own.set('other_support', String(support === 'yes'));
  }
}

/** A course that was drawn without any form of treatment gets its project's most usual one. */
function ensureForm(child: Child, own: Map<string, string>): void {
  const forms = Object.entries(child.project.forms);
  if (!hasStarted(child) || forms.some(([form]) => own.get(form) === 'true')) return;
  const usual = forms.reduce((best, form) => (form[1] > best[1] ? form : best));
  own.set(usual[0], 'true');
}
