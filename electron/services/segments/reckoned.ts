import type { ReadHandle } from '#db/file/client.ts';
import { allValues, soldThrough } from '#db/queries/insights.ts';
import { allAccounts } from '#db/queries/payments/account.ts';
import type { Reckoned } from '#db/queries/segments/conditions.ts';
import type { Condition } from '#shared/contract/segments/conditions.ts';
import { activeSince } from '#shared/domain/calendar/dates.ts';
import { estimatedFields } from '#shared/domain/vocabulary/segments.ts';
import { worthBands } from '#shared/domain/worth/worth-bands.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext } from '../../context.ts';
import type { PersonAhead } from '../insights/outlook/people-ahead.ts';
import { groupMembers, scoredBuyers } from '../insights/rfm.ts';
import { slippingIds } from '../insights/slipping.ts';

/** Where a question is asked from: the shop's rows, its day, and its settings. */
export type Asking = Pick<ReadContext, 'db' | 'today' | 'settings'> & {
  /** What is expected of everybody; only a task can reckon that. */
  ahead?(): Promise<ReadonlyMap<number, PersonAhead>>;
};

/** Main reckons no estimates: who asks it for some is told that the segment cannot be read here. */
function aheadOf({ ahead }: Asking): Promise<ReadonlyMap<number, PersonAhead>> {
  if (ahead === undefined)
    throw new AppFailure({ code: 'CONFLICT', reason: 'segment-not-understood' });
  return ahead();
}

async function bandsOf(db: ReadHandle): Promise<NonNullable<Reckoned['bands']>> {
  const { bands } = worthBands(await allValues(db));
  return new Map(bands.map(({ band, ...ends }) => [band, ends]));
}

async function owedBy(db: ReadHandle, today: string): Promise<ReadonlyMap<number, number>> {
  const accounts = await allAccounts(db, today);
  return new Map(
    [...accounts].flatMap(([id, { owedMinor }]): [number, number][] =>
      id === null || owedMinor <= 0 ? [] : [[id, owedMinor]],
    ),
  );
}

/** What no column holds of what these conditions ask for; nothing else is reckoned. */
export async function reckonFor(
  asking: Asking,
  conditions: readonly Condition[],
): Promise<Reckoned> {
  const { db, today, settings } = asking;
  const isEstimated = conditions.some(({ field }) => estimatedFields.includes(field));
  const asked = new Set(conditions.map(({ field }) => field));
  const through = await soldThrough(db, today);
  const from = activeSince(through, settings.activeMonths);
  const { timeZone } = settings;
  return {
    ...{ today, through, timeZone },
    ...(asked.has('slipping') && { slipping: await slippingIds(db, today) }),
    ...(asked.has('rfm') && { rfm: groupMembers(await scoredBuyers(db, from, through)) }),
    ...(asked.has('band') && { bands: await bandsOf(db) }),
    ...(isEstimated && { ahead: await aheadOf(asking) }),
    ...(asked.has('owed') && { owed: await owedBy(db, today) }),
  };
}
