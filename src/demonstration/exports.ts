import { readSpread } from './background';
import type { Spread } from './background';
import ballastBackground from './exports/ballast/background.yaml?raw';
import ballastPlan from './exports/ballast/plan.yaml?raw';
import ballastTargets from './exports/ballast/targets.yaml?raw';
import brusBackground from './exports/brus/background.yaml?raw';
import brusPlan from './exports/brus/plan.yaml?raw';
import brusTargets from './exports/brus/targets.yaml?raw';
import poolBackground from './exports/pool/background.yaml?raw';
import poolBackgroundTargets from './exports/pool/background-targets.yaml?raw';
import poolPlan from './exports/pool/plan.yaml?raw';
import poolTargets from './exports/pool/targets.yaml?raw';
import sessions from './exports/sessions.yaml?raw';
import { readPlan } from './plan';
import type { Plan } from './plan';
import { readSessionLevels } from './sessions/levels';
import type { SessionLevels } from './sessions/levels';
import { readTargets } from './targets';
import type { Target } from './targets';

/** One export of the demonstration: who is in it, what is known of them, and which printed numbers it is held to. */
export interface Recipe {
  readonly name: string;
  readonly plan: Plan;
  readonly spread: Spread;
  readonly targets: readonly Target[];
  readonly sessions: SessionLevels;
}

function readRecipe(name: string, plan: string, spread: string, ...targets: string[]): Recipe {
  return {
    name,
    plan: readPlan(plan),
    spread: readSpread(spread),
    targets: targets.flatMap(readTargets),
    sessions: readSessionLevels(sessions),
  };
}

export const pool = readRecipe('pool', poolPlan, poolBackground, poolTargets, poolBackgroundTargets);
export const brus = readRecipe('brus', brusPlan, brusBackground, brusTargets);
export const ballast = readRecipe('ballast', ballastPlan, ballastBackground, ballastTargets);
export const recipes = [pool, brus, ballast] as const;
