import type { ReadHandle } from '#db/file/client.ts';
import { soldFacts, soldThrough } from '#db/queries/insights.ts';
import { buyersBetween } from '#db/queries/insights-rfm.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { activeSince, daysBetween } from '#shared/domain/calendar/dates.ts';
import { rfmGroups } from '#shared/domain/vocabulary/segments.ts';
import {
  type Buyer,
  fewestForScores,
  type NoScores,
  type ScoredBuyer,
  scoreBuyers,
} from '#shared/domain/worth/rfm.ts';
import type { ReadContext } from '../../context.ts';

async function buyersOf(db: ReadHandle, from: string, through: string): Promise<Buyer[]> {
  const buyers = await buyersBetween(db, from, through);
  return buyers.map(({ id, firstOn, lastOn, purchaseDays, moneyMinor }) => ({
    id,
    silentDays: daysBetween(lastOn, through),
    purchaseDays,
    moneyMinor,
    isFirst: firstOn === lastOn,
  }));
}

/** Everybody who bought in a window, scored by its last day; or why nobody is. */
export async function scoredBuyers(
  db: ReadHandle,
  from: string,
  through: string,
): Promise<readonly ScoredBuyer[] | NoScores> {
  return scoreBuyers(await buyersOf(db, from, through));
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

function sumOf(buyers: readonly Buyer[]): number {
  return buyers.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0);
}

/** Who buys how: the groups by how lately, how often and for how much. */
export async function shopRfm(
  { db, today, settings }: ReadContext,
  { on }: Parsed<'insights.rfm'>,
): Promise<Output<'insights.rfm'>> {
  const to = on === null ? await soldThrough(db, today) : on < today ? on : today;
  const from = activeSince(to, settings.activeMonths);
  const buyers = await buyersOf(db, from, to);
  const scored = scoreBuyers(buyers);
  const { firstOn } = await soldFacts(db, to);
  const isScored = typeof scored !== 'string';
  const groups = isScored ? Map.groupBy(scored, ({ group }) => group) : new Map();
  return {
    ...{ from, to, firstOn, buyers: buyers.length, moneyMinor: sumOf(buyers) },
    reason: isScored ? null : scored,
    needs: fewestForScores,
    groups: rfmGroups.flatMap((group) => {
      const members: readonly ScoredBuyer[] = groups.get(group) ?? [];
      if (members.length === 0) return [];
      return [
        {
          group,
          customers: members.length,
          moneyMinor: sumOf(members),
          silentDays: middleOf(members.map(({ silentDays }) => silentDays)),
          purchaseDays: middleOf(members.map(({ purchaseDays }) => purchaseDays)),
        },
      ];
    }),
  };
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
