import { effectsOf, groupEffect, type Effects, type GroupEffect } from './effects';
import { fisher, type Fisher } from './fisher';
import { mcnemar, type McNemar, type States } from './mcnemar';
import { correlationOf, momentsOf, type Moments } from './moments';
import { pairsOf, signOf, type Better, type Pairs } from './pairs';
import { shareDifference, shareOf, type Share, type ShareDifference } from './shares';
import { signedRank, type SignedRank } from './signed-rank';
import { meanChange, pairedT, type MeanChange, type PairedT } from './student';
import type { TooFew, Undefined } from './value';
import { changeDifference, type ChangeDifference } from './welch';

/** One group's columns, row for row. A row where before or after is null (or not finite) is left out and counted. */
export interface Group {
  readonly name: string;
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  /** Whether each was in the state (over the cut-off, in school) before and after; gives McNemar. */
  readonly states?: States;
}

export interface Options {
  /** Which way is better: `higher` (WHO-5) or `lower` (CORE, SDQ). */
  readonly better: Better;
  /**
   * The group the others are held against. Without it two groups give the second against the first, and any other
   * number none. A name that no group has gives none.
   */
  readonly against?: string;
}

/** One group's numbers. Means and changes are points, after − before; effects and directions are + for better. */
export interface GroupComparison {
  readonly name: string;
  /** Complete pairs, and rows left out because a side was missing. */
  readonly n: number;
  readonly incomplete: number;
  readonly before: Moments;
  readonly after: Moments;
  readonly change: MeanChange;
  /** Pearson's r of before and after; null under two pairs or where a side has no spread. */
  readonly correlation: number | null;
  readonly effects: Effects;
  readonly pairedT: PairedT | Undefined | TooFew;
  readonly signedRank: SignedRank | Undefined | TooFew;
  readonly directions: Directions;
  /** Null when the group came without states. */
  readonly states: McNemar | Undefined | TooFew | null;
}

/** How many got better, stayed and got worse, by the sign of the change alone. */
export interface Directions {
  readonly better: Share;
  readonly same: Share;
  readonly worse: Share;
}

/** `group` minus `against`. */
export interface GroupDifference {
  readonly group: string;
  readonly against: string;
  /** Of the mean changes, in points. */
  readonly change: ChangeDifference | Undefined;
  /** Of the mean changes, standardised; + when `group` gained more. */
  readonly effect: GroupEffect;
  /** Of the shares that got better, and of those that got worse. */
  readonly better: ShareDifference | Undefined;
  readonly worse: ShareDifference | Undefined;
  readonly fisher: { readonly better: Fisher | TooFew; readonly worse: Fisher | TooFew };
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly groups: readonly GroupComparison[];
  readonly differences: readonly GroupDifference[];
}

interface Read {
  readonly group: Group;
  readonly pairs: Pairs;
}

/**
 * Every number of every group, and of the groups against one of them, in the order they came. p-values are as they
 * are: not corrected for how many there are.
 */
export function compare(groups: readonly Group[], { better, against }: Options): Comparison {
  const read = groups.map((group) => ({ group, pairs: pairsOf(group.before, group.after) }));
  const reference = against ?? (groups.length === 2 ? groups[0]?.name : undefined);
  const held = read.find(({ group }) => group.name === reference);
  return {
    kind: 'comparison',
    groups: read.map((each) => numbersOf(each, better)),
    differences: held
      ? read.filter((each) => each !== held).map((each) => differenceOf(each, held, better))
      : [],
  };
}

function numbersOf({ group, pairs }: Read, better: Better): GroupComparison {
  const { before, after, changes, size, incomplete } = pairs;
  return {
    name: group.name,
    n: changes.length,
    incomplete,
    before: momentsOf(before),
    after: momentsOf(after),
    change: meanChange(changes, size),
    correlation: correlationOf(before, after),
    effects: effectsOf(pairs, better),
    pairedT: pairedT(changes, size),
    signedRank: signedRank(changes, size),
    directions: directionsOf(changes, better),
    states: group.states ? mcnemar(group.states) : null,
  };
}

function directionsOf(changes: readonly number[], better: Better): Directions {
  const share = (sign: number) =>
    shareOf(changes.filter((change) => Math.sign(change) === sign).length, changes.length);
  return { better: share(signOf(better)), same: share(0), worse: share(-signOf(better)) };
}

function differenceOf(one: Read, other: Read, better: Better): GroupDifference {
  const [shares, against] = [
    directionsOf(one.pairs.changes, better),
    directionsOf(other.pairs.changes, better),
  ];
  return {
    group: one.group.name,
    against: other.group.name,
    change: changeDifference(one.pairs, other.pairs),
    effect: groupEffect(one.pairs, other.pairs, better),
    better: shareDifference(shares.better, against.better),
    worse: shareDifference(shares.worse, against.worse),
    fisher: {
      better: fisher(shares.better, against.better),
      worse: fisher(shares.worse, against.worse),
    },
  };
}
