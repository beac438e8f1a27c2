import { bestMatches } from '#db/queries/customers/list.ts';
import {
  guaranteedBuys,
  type LineFacts,
  linesByIds,
  linesOfSale,
  type PoliciesByProduct,
  policiesOf,
  thingsOf,
} from '#db/queries/guarantee/read.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { coverOf } from '#shared/domain/guarantee.ts';
import type { ReadContext } from '../../context.ts';

/** Lines looked through for a customer, the newest; and lines shown, covered ones first. */
const mostLooked = 5000;
const mostShown = 200;

/** A line with its guarantee as of today; none where it was no sale, or nothing was promised. */
export function withCover(
  line: LineFacts,
  policies: PoliciesByProduct,
  today: string,
): CoveredLine {
  const { customerId: _, isSold, ...facts } = line;
  const cover = isSold === 1 ? coverOf(policies.get(line.productId) ?? [], line.soldOn) : null;
  return {
    ...facts,
    endsOn: cover?.endsOn ?? null,
    daysLeft: cover === null ? null : daysBetween(today, cover.endsOn),
    covers: cover?.policy.covers ?? null,
    excludes: cover?.policy.excludes ?? null,
  };
}

function endOf(
  policies: PoliciesByProduct,
  thing: { readonly productId: number; readonly soldOn: string },
): string {
  return coverOf(policies.get(thing.productId) ?? [], thing.soldOn)?.endsOn ?? '';
}

/** What a customer bought, what is covered today first, then the newest. */
export async function coveredOfCustomer(
  ctx: ReadContext,
  input: Parsed<'guarantee.ofCustomer'>,
): Promise<Output<'guarantee.ofCustomer'>> {
  const things = await thingsOf(ctx.db, input.customerId, mostLooked);
  const policies = await policiesOf(
    ctx.db,
    things.map(({ productId }) => productId),
  );
  const isCovered = new Map(
    things.map((thing) => [thing.id, endOf(policies, thing) >= ctx.today] as const),
  );
  const covered = things.filter(({ id }) => isCovered.get(id) === true);
  const others = input.onlyCovered ? [] : things.filter(({ id }) => isCovered.get(id) !== true);
  const shown = [...covered, ...others].slice(0, mostShown).map(({ id }) => id);
  const lines = await linesByIds(ctx.db, shown);
  return lines.map((line) => withCover(line, policies, ctx.today));
}

/** The guarantee of each line of a sale that has a product, in the slip's order. */
export async function coveredOfSale(
  ctx: ReadContext,
  input: Parsed<'guarantee.ofSale'>,
): Promise<Output<'guarantee.ofSale'>> {
  const lines = await linesOfSale(ctx.db, input.saleId);
  const policies = await policiesOf(
    ctx.db,
    lines.map(({ productId }) => productId),
  );
  return lines.map((line) => withCover(line, policies, ctx.today));
}

/** Who may claim: found by any part of a phone number or a name, with how many things are covered. */
export async function findClaimers(
  ctx: ReadContext,
  input: Parsed<'guarantee.find'>,
): Promise<Output<'guarantee.find'>> {
  const found = await bestMatches(ctx.db, input.text, input.limit);
  const buys = await guaranteedBuys(
    ctx.db,
    found.map(({ id }) => id),
  );
  const policies = await policiesOf(
    ctx.db,
    buys.map(({ productId }) => productId),
  );
  const current = buys.filter((buy) => endOf(policies, buy) >= ctx.today);
  return found.map(({ id, name, phone }) => ({
    customerId: id,
    name,
    phone,
    covered: current
      .filter((buy) => buy.customerId === id)
      .reduce((sum, { lines }) => sum + lines, 0),
  }));
}
