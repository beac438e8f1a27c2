import { isCustomer } from '#db/queries/guarantee/write.ts';
import { pointsSpentAt } from '#db/queries/loyalty/read.ts';
import { readRewards } from '#db/queries/loyalty/rewards.ts';
import { insertEntry, type NewEntry } from '#db/queries/loyalty/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SaleFacts } from '#shared/contract/sales/entry.ts';
import { ruleOn } from '#shared/domain/loyalty/rule.ts';
import { spendableOn } from '#shared/domain/loyalty/spendable.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { pointsOf } from './ledger.ts';
import { requireReward } from './rewards.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

function refused(path: string, problem: string): AppFailure {
  return new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

/** What somebody can spend with a sale of a day that has come; null: there is no programme that day. */
async function spendable(ctx: Pick<ReadContext, 'db' | 'today'>, customerId: number, on: string) {
  const { rules, facts } = await pointsOf(ctx, customerId);
  const rule = ruleOn(rules, on);
  if (rule === null || on > ctx.today) return null;
  const balance = spendableOn(rules, facts, { on, today: ctx.today });
  return { balance, pointMinor: rule.worthMinor };
}

export async function pointsAtSale(
  ctx: ReadContext,
  { customerId, soldOn }: Parsed<'loyalty.atSale'>,
): Promise<Output<'loyalty.atSale'>> {
  if (!(await isCustomer(ctx.db, customerId))) return null;
  const found = await spendable(ctx, customerId, soldOn);
  if (found === null) return null;
  const rewards = await readRewards(ctx.db);
  return { ...found, rewards: rewards.filter(({ points }) => points <= found.balance) };
}

/** What is written down of points that are spent with a sale, once it is there. */
type Planned = Omit<NewEntry, 'saleId'>;

/** Points that are spent with a sale, and what is taken off its price for them. */
export interface Redeemed {
  readonly offMinor: number;
  readonly entries: readonly Planned[];
}

const nothing: Redeemed = { offMinor: 0, entries: [] };

/** That there are as many points as are spent with a sale that is about to be written; its own do not count. */
export async function checkRedeem(
  ctx: WriteContext,
  { customerId, soldOn: on }: SaleFacts,
  redeem: Parsed<'sales.create'>['redeem'],
): Promise<Redeemed> {
  if (redeem === null || (redeem.points === 0 && redeem.rewardId === null)) return nothing;
  if (customerId === null) throw refused('facts.customerId', 'points-nobody');
  if (on > ctx.today) throw refused('facts.soldOn', 'points-ahead');
  const { points, rewardId } = redeem;
  const found = await spendable(ctx, customerId, on);
  if (found === null) throw conflict('points-off');
  if (points > 0 && found.pointMinor === 0) throw conflict('points-worthless');
  const reward = rewardId === null ? null : await requireReward(ctx, rewardId);
  if (points + (reward?.points ?? 0) > found.balance) throw conflict('points-too-few');
  const offMinor = points * found.pointMinor;
  const entry = (spent: number, what: string, worthMinor: number | null): Planned => ({
    ...{ customerId, kind: 'spent', points: -spent, on, what, worthMinor },
  });
  return {
    offMinor,
    entries: [
      ...(points === 0 ? [] : [entry(points, '', offMinor)]),
      ...(reward === null ? [] : [entry(reward.points, reward.name, null)]),
    ],
  };
}

/** Writes down what was checked, with the sale that is there now. */
export function writeRedeemed(
  ctx: WriteContext,
  batchId: number,
  { entries }: Redeemed,
  saleId: number,
): void {
  const at = ctx.clock.instant();
  for (const entry of entries) insertEntry(ctx.raw, batchId, { ...entry, saleId }, at);
}

/** Where points were spent with a sale, its customer and day stay, and what was taken off for them does. */
export async function checkSpentStays(
  ctx: WriteContext,
  sale: { readonly id: number; readonly customerId: number | null; readonly soldOn: string },
  { facts, discountMinor }: { readonly facts: SaleFacts; readonly discountMinor: number },
): Promise<void> {
  const spent = await pointsSpentAt(ctx.db, sale.id);
  if (spent.length === 0) return;
  const worth = spent.reduce((sum, { worthMinor }) => sum + worthMinor, 0);
  const isSame = facts.customerId === sale.customerId && facts.soldOn === sale.soldOn;
  if (!isSame || discountMinor < worth) throw conflict('sale-has-points');
}
