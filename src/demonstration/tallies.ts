import type { Background } from './background';
import type { Case } from './answers/form';
import { scoringOf } from './answers/instruments';
import { scoreWho5 } from './answers/scoring';
import type { Child } from './children';
import type { Tally } from './swap';
import { toleranceOf } from './targets';
import type { Target } from './targets';

/** Background that goes with well-being at the start, or with how a course ended. Age is never swapped. */
export function isSwapped({ kept, population, column }: Target): boolean {
  return kept && among.has(population) && column !== undefined && column !== 'age_band';
}

const among: ReadonlySet<Target['population']> = new Set(['low', 'rest', 'planned', 'unplanned']);

/** How many children each printed share and each printed n of background means, of the children as they are by now. */
export function talliesOf(
  targets: readonly Target[],
  backgrounds: ReadonlyMap<Child, Background>,
  who5: readonly Case[],
): Tally[] {
  const membersOf = membersIn([...backgrounds.keys()], who5);
  const swapped = targets.filter(isSwapped);
  return swapped.flatMap((target): Tally[] => {
    const { column, code, population, group, figure } = target;
    if (column === undefined) return [];
    const members = membersOf(population, group);
    const name = `${figure} ${population} ${JSON.stringify(group)} ${column} ${code ?? ''}`;
    if (target.measure === 'count known') {
      const holds = (own: Background) => own.has(column);
      return [{ name, members, column, holds, from: target.value, to: target.value }];
    }
    const printed = knownOf(target, swapped);
    const now = [...members].filter((child) => isKnown(backgrounds.get(child), column)).length;
    const [from, to] = countsOf(target, printed ?? now);
    const share = { name, members, column, holds: (own: Background) => own.get(column) === code, from, to };
    if (printed !== undefined) return [share];
    const holds = (own: Background) => isKnown(own, column);
    return [share, { name: `${name} known`, members, column, holds, from: now, to: now }];
  });
}

/**
 * How many of those answering a questionnaire twice have an answer of background: settled when all forms are. Of what
 * else is printed by that answer, as many go each way as before.
 */
export function lateTalliesOf(
  targets: readonly Target[],
  backgrounds: ReadonlyMap<Child, Background>,
  casesOf: (instrument: string) => readonly Case[],
): Tally[] {
  const printed = targets.filter((target) => target.kept && late.has(lateIn(target)?.[0] ?? ''));
  return printed.flatMap((target): Tally[] => {
    const { measure, value, figure } = target;
    const [column = '', code] = lateIn(target) ?? [];
    const holds = (own: Background) => own.get(column) === code;
    const pairs = pairsOf(target, casesOf(target.instrument ?? ''));
    const name = `${figure} ${target.instrument} ${column} ${code ?? ''}`;
    const all = new Set(pairs.map(({ child }) => child));
    if (measure === 'count') return [{ name, members: all, column, holds, from: value, to: value }];
    return [-1, 0, 1].map((way) => {
      const members = new Set(pairs.filter((pair) => pair.way === way).map(({ child }) => child));
      const now = [...members].filter((child) => holds(backgrounds.get(child) ?? new Map())).length;
      return { name: `${name} ${way}`, members, column, holds, from: now, to: now };
    });
  });
}

function lateIn({ population, group }: Target): readonly [column: string, code: string] | undefined {
  return population === 'pairs' ? Object.entries(group).find(([name]) => late.has(name)) : undefined;
}

const late: ReadonlySet<string> = new Set(['misuse_by', 'lives_with_misuse']);

/** Who answered twice, and whether the score rose, fell or stayed. */
function pairsOf({ instrument = '', scale, group: { age_group: group } }: Target, cases: readonly Case[]) {
  const { score } = scoringOf(instrument, scale);
  return cases.flatMap(({ child, before, after }) => {
    const [first, last] = [before && score(before), after && score(after)];
    if (first === null || last === null || (group !== undefined && child.group !== group)) return [];
    return [{ child, way: Math.sign(last - first) }];
  });
}

/** The children of a population and a group: by the score before, or by how the course ended. */
function membersIn(children: readonly Child[], who5: readonly Case[]) {
  const scores = new Map(who5.map(({ child, before }) => [child, before && scoreWho5(before)]));
  const isOf = (child: Child, population: Target['population']): boolean => {
    const score = scores.get(child) ?? null;
    if (population === 'low') return score !== null && score <= 50;
    if (population === 'rest') return score !== null && score > 50;
    return child.progress === population;
  };
  return (population: Target['population'], { age_group: group }: Target['group']): ReadonlySet<Child> =>
    new Set(
      children.filter((child) => isOf(child, population) && (group === undefined || child.group === group)),
    );
}

/** A printed n goes before what is known by now: that will be swapped too. */
function knownOf({ figure, population, group }: Target, targets: readonly Target[]): number | undefined {
  const sameGroup = JSON.stringify(group);
  return targets.find(
    (each) =>
      each.measure === 'count known' &&
      each.figure === figure &&
      each.population === population &&
      JSON.stringify(each.group) === sameGroup,
  )?.value;
}

function isKnown(own: Background | undefined, column: string): boolean {
  // Others may have the problem only where it is known who has it.
  return own?.has(column === 'misuse_by_other' ? 'misuse_by' : column) ?? false;
}

/** The counts that are printed so; an exact half is left to the others, for it is rounded either way. */
function countsOf(target: Target, known: number): readonly [from: number, to: number] {
  const half = toleranceOf(target) * 0.999;
  const count = (percent: number) => (percent / 100) * known;
  return [Math.ceil(count(target.value - half)), Math.floor(count(target.value + half))];
}
