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

/** Somebody who was contacted, when, and what they bought within the days after. */
interface Contacted extends Omit<Said, 'saidOn'> {
  /** The days of their messages, the first before the others. */
  readonly said: readonly [string, ...string[]];
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
  const sales = await soldAfter(ctx.db, asked, { days: asked.days, today: ctx.today });
  const bought = Map.groupBy(sales, ({ customerId }) => customerId);
  const people = [...Map.groupBy(said, ({ customerId }) => customerId)].map(
    ([customerId, [first, ...others]]): Contacted => ({
      ...{ customerId, name: first?.name ?? '', sales: bought.get(customerId) ?? [] },
      said: [first?.saidOn ?? '', ...others.map(({ saidOn }) => saidOn)],
    }),
  );
  return { said, people, sales, through: await soldThrough(ctx.db, ctx.today) };
}

/** The last message before a sale; without one the last of all. */
function saidBefore({ said }: Contacted, soldOn: string | null): string {
  return said.findLast((day) => soldOn === null || day <= soldOn) ?? said[0];
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

/** With the first purchase; of whoever bought nothing with the first that came back. */
function personRow(person: Contacted): Row {
  const { customerId, name, sales } = person;
  const first = sales.find(({ isPurchase }) => isPurchase === 1) ?? sales[0];
  const soldOn = first?.soldOn ?? null;
  return {
    ...{ customerId, name, saidOn: saidBefore(person, soldOn), saleId: first?.saleId ?? null },
    ...{ soldOn, isReturn: first?.isReturn === 1, revenueMinor: revenueOf(sales) },
  };
}

function rowsOf({ said, people, through }: After, of: BehindAfter, days: number): Row[] {
  if (of === 'people') return people.map(personRow);
  if (of === 'buyers') return people.filter(isBuyer).map(personRow);
  if (of === 'open')
    return said
      .filter(({ saidOn }) => addDays(saidOn, days) > through)
      .map(({ saidOn, ...one }) => personRow({ ...one, said: [saidOn], sales: [] }));
  return people
    .flatMap((person) =>
      person.sales.map(({ saleId, soldOn, isReturn, revenueMinor }) => ({
        ...{ customerId: person.customerId, name: person.name },
        ...{ saidOn: saidBefore(person, soldOn), saleId, soldOn },
        ...{ isReturn: isReturn === 1, revenueMinor },
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
