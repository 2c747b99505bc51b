import type { Case } from '../answers/form';
import type { Reliefs } from '../answers/relief';
import type { Burdens } from '../burden';
import type { Child } from '../children';

/** What the other questionnaires have settled of each child by the time the forms of sessions are drawn. */
export interface Known {
  readonly burdens: Burdens;
  readonly reliefs: Reliefs;
  readonly who5: ReadonlyMap<Child, Case>;
}
