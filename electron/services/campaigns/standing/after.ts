import {
  type Said,
  type SoldAfter,
  saidIn,
  soldAfter,
} from '#db/queries/campaigns/standing-after.ts';
import { soldThrough } from '#db/queries/insights.ts';
import type { BehindAfter } from '#shared/contract/campaigns/standing-after.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { ReadContext } from '../../../context.ts';
import { requireStanding } from './facts.ts';

/** Somebody who was contacted, and what they bought within the days after. */
interface Contacted extends Said {
  readonly sales: readonly SoldAfter[];
}

interface After {
  readonly said: readonly Said[];
  readonly people: readonly Contacted[];
  readonly sales: readonly SoldAfter[];
  readonly through: string;
}

async function afterOf(ctx: ReadContext, asked: Parsed<'standing.after'>): Promise<After> {
  await requireStanding(ctx, asked.id);
  const said = await saidIn(ctx.db, asked);
  const sales = await soldAfter(ctx.db, asked, asked.days);
  const bought = Map.groupBy(sales, ({ customerId }) => customerId);
  // Of several messages to one person the last stays.
  const last = new Map(said.map((one) => [one.customerId, one]));
  const people = [...last.values()].map((one) => ({
    ...one,
    sales: bought.get(one.customerId) ?? [],
  }));
  return { said, people, sales, through: await soldThrough(ctx.db, ctx.today) };
}

function isBuyer({ sales }: Contacted): boolean {
  return sales.some(({ isPurchase }) => isPurchase === 1);
}

function revenueOf(sales: readonly SoldAfter[]): number {
  return sales.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
}

/** What was sold after the messages of one, from the day of each on. */
export async function standingAfter(
  ctx: ReadContext,
  asked: Parsed<'standing.after'>,
): Promise<Output<'standing.after'>> {
  const { said, people, sales, through } = await afterOf(ctx, asked);
  return {
    messages: said.length,
    people: people.length,
    buyers: people.filter(isBuyer).length,
    sales: sales.length,
    revenueMinor: revenueOf(sales),
    open: said.filter(({ saidOn }) => addDays(saidOn, asked.days) > through).length,
    through,
  };
}

type Row = Output<'standing.afterRows'>['rows'][number];

function personRow({ customerId, name, saidOn, sales }: Contacted): Row {
  const first = sales.find(({ isPurchase }) => isPurchase === 1);
  return {
    ...{ customerId, name, saidOn, saleId: first?.saleId ?? null },
    ...{ soldOn: first?.soldOn ?? null, revenueMinor: revenueOf(sales) },
  };
}

function rowsOf({ said, people, through }: After, of: BehindAfter, days: number): Row[] {
  if (of === 'people') return people.map(personRow);
  if (of === 'buyers') return people.filter(isBuyer).map(personRow);
  if (of === 'open')
    return said
      .filter(({ saidOn }) => addDays(saidOn, days) > through)
      .map((one) => personRow({ ...one, sales: [] }));
  return people
    .flatMap(({ customerId, name, saidOn, sales }) =>
      sales.map(({ saleId, soldOn, revenueMinor }) => ({
        ...{ customerId, name, saidOn, saleId, soldOn, revenueMinor },
      })),
    )
    .toSorted((a, b) => a.soldOn.localeCompare(b.soldOn) || a.saleId - b.saleId);
}

/** Who and what is behind those counts; sales with what came back of them. */
export async function standingAfterRows(
  ctx: ReadContext,
  { of, limit, ...asked }: Parsed<'standing.afterRows'>,
): Promise<Output<'standing.afterRows'>> {
  const rows = rowsOf(await afterOf(ctx, asked), of, asked.days);
  return { count: rows.length, rows: rows.slice(0, limit) };
}
