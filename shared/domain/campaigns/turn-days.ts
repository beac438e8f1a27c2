import type { MemberState } from '../vocabulary/campaigns.ts';

interface InTurn {
  readonly state: MemberState;
  readonly decidedOn: string | null;
}

/**
 * The day from which each of a list is counted, in the order of their turns: the day of their turn; for those
 * kept apart, and those who were passed over, the day of the next one who had it. After the last who had a
 * turn: that day where nobody waits any more, else null, for theirs has not come. So both groups are counted
 * over the same days, however many days the writing takes.
 */
export function turnDays(list: readonly InTurn[]): readonly (string | null)[] {
  const last = list.findLast(({ decidedOn }) => decidedOn !== null)?.decidedOn ?? null;
  let following = list.some(({ state }) => state === 'waiting') ? null : last;
  return list
    .toReversed()
    .map(({ decidedOn }) => {
      following = decidedOn ?? following;
      return following;
    })
    .reverse();
}
