import type { ReadHandle } from '#db/file/client.ts';
import { buyersBetween } from '#db/queries/insights-rfm.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { type NoScores, type ScoredBuyer, scoreBuyers } from '#shared/domain/worth/rfm.ts';

/** Everybody who bought in a window, scored by its last day; or why nobody is. */
export async function scoredBuyers(
  db: ReadHandle,
  from: string,
  through: string,
): Promise<readonly ScoredBuyer[] | NoScores> {
  const buyers = await buyersBetween(db, from, through);
  return scoreBuyers(
    buyers.map(({ id, firstOn, lastOn, purchaseDays, moneyMinor }) => ({
      id,
      silentDays: daysBetween(lastOn, through),
      purchaseDays,
      moneyMinor,
      isFirst: firstOn === lastOn,
    })),
  );
}

/** The customers of each group; none where nobody is scored. */
export function groupMembers(
  scored: readonly ScoredBuyer[] | NoScores,
): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  if (typeof scored === 'string') return members;
  for (const { id, group } of scored) {
    const known = members.get(group);
    if (known === undefined) members.set(group, [id]);
    else known.push(id);
  }
  return members;
}
