import { healthWhere } from '#db/queries/customers/health.ts';
import {
  type ListRequest,
  listCustomers,
  matchingIds,
  type Narrowed,
  summarizeCustomers,
} from '#db/queries/customers/list.ts';
import { soldThrough } from '#db/queries/insights.ts';
import { predictedCustomers } from '#db/queries/insights-rfm.ts';
import type { CustomerFilter, Layer } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { activeSince } from '#shared/domain/calendar/dates.ts';
import { groupMembers, scoredBuyers } from '../insights/rfm.ts';
import { slippingIds, slippingThen } from '../insights/slipping.ts';
import { type Placed, placedOn } from '../insights/standing.ts';
import type { Asking } from './reckoned.ts';
import { wheresOfSegment } from './whom.ts';

/** What a filter of the list comes to: what SQL asks, and what was reckoned before. */
interface Listed extends Narrowed {
  readonly filter: CustomerFilter;
  /** How everybody stood on the filter's day; null: the list is of now. */
  readonly stood: ReadonlyMap<number, Placed> | null;
}

/** Those who are in all of the sets; null: no set was asked for. */
function inAll(sets: readonly (readonly number[])[]): readonly number[] | null {
  const [first, ...others] = sets;
  if (first === undefined) return null;
  const rest = others.map((one) => new Set(one));
  return first.filter((id) => rest.every((one) => one.has(id)));
}

async function groupsOf(ctx: Asking, { rfm }: CustomerFilter, through: string) {
  if (rfm.length === 0) return [];
  const from = activeSince(through, ctx.settings.activeMonths);
  const members = groupMembers(await scoredBuyers(ctx.db, from, through));
  return [rfm.flatMap((group) => [...(members.get(group) ?? [])])];
}

function isValueBetween({ clvFromMinor, clvToMinor }: CustomerFilter) {
  return ({ clvMinor }: Placed) =>
    clvMinor !== null &&
    (clvFromMinor === null || clvMinor >= clvFromMinor) &&
    (clvToMinor === null || clvMinor <= clvToMinor);
}

/** Who had bought, given back or come again by then. */
function hadTraded(only: CustomerFilter['only']) {
  return ({ purchases, revenueMinor, firstOn, lastOn }: Placed): boolean => {
    if (only === 'bought') return purchases > 0;
    if (only === 'traded') return purchases > 0 || revenueMinor !== 0;
    if (only === 'returned') return purchases === 0 && revenueMinor !== 0;
    return only !== 'cameBack' || (firstOn !== null && lastOn !== null && firstOn < lastOn);
  };
}

/** Everybody whom the filter keeps of how they stood then, but for the layers. */
function keptThen(filter: CustomerFilter, placed: readonly Placed[]): readonly number[] {
  const isOfValue = filter.clvFromMinor !== null || filter.clvToMinor !== null;
  const kept = placed.filter(hadTraded(filter.only));
  return (isOfValue ? kept.filter(isValueBetween(filter)) : kept).map(({ id }) => id);
}

/** What is asked beside what columns hold: a saved segment, and what is wrong with a record today. */
async function alsoAsked(ctx: Asking, { segment, health }: CustomerFilter) {
  return [
    ...(segment === null ? [] : await wheresOfSegment(ctx, segment)),
    ...(health === null ? [] : [healthWhere(health, ctx.today)]),
  ];
}

async function listedThen(ctx: Asking, filter: CustomerFilter, day: string): Promise<Listed> {
  const through = day < ctx.today ? day : ctx.today;
  const from = activeSince(through, ctx.settings.activeMonths);
  const { placed } = await placedOn(ctx, from, through);
  const sets = [keptThen(filter, placed), ...(await groupsOf(ctx, filter, through))];
  if (filter.only === 'slipping') {
    const { silent } = await slippingThen(ctx.db, placed, through);
    sets.push(silent.map(({ id }) => id));
  }
  if (filter.only === 'predicted') sets.push(await predictedCustomers(ctx.db, through));
  return {
    // Values and layers are those of then.
    filter: { ...filter, clvFromMinor: null, clvToMinor: null, layers: [] },
    ids: inAll(sets),
    also: await alsoAsked(ctx, filter),
    stood: new Map(placed.map((one) => [one.id, one])),
  };
}

async function listedNow(ctx: Asking, filter: CustomerFilter): Promise<Listed> {
  const through = await soldThrough(ctx.db, ctx.today);
  const sets = await groupsOf(ctx, filter, through);
  if (filter.only === 'slipping') sets.push([...(await slippingIds(ctx.db, ctx.today))]);
  if (filter.only === 'predicted') sets.push(await predictedCustomers(ctx.db, through));
  return {
    filter,
    ids: inAll(sets),
    also: await alsoAsked(ctx, filter),
    stood: null,
  };
}

function listedBy(ctx: Asking, filter: CustomerFilter): Promise<Listed> {
  return filter.on === null ? listedNow(ctx, filter) : listedThen(ctx, filter, filter.on);
}

function isInLayer(layers: readonly Layer[], placed: Placed | undefined): boolean {
  return layers.length === 0 || (placed !== undefined && layers.includes(placed.layer));
}

/** The list's rows are looked up by these, reckoned once for as many pages as are wanted. */
export async function pagesOf(
  ctx: Asking,
  filter: CustomerFilter,
): Promise<Pick<ListRequest, 'filter' | 'ids' | 'also'>> {
  const { stood, ids, ...listed } = await listedBy(ctx, filter);
  if (stood === null) return { ...listed, ids };
  return { ...listed, ids: (ids ?? []).filter((id) => isInLayer(filter.layers, stood.get(id))) };
}

/** One page of the customers' list. */
export async function customerPage(
  ctx: Asking,
  { filter, ...page }: Parsed<'customers.list'>,
): Promise<Output<'customers.list'>> {
  return listCustomers(ctx.db, { ...page, ...(await pagesOf(ctx, filter)) });
}

/** Count and revenue of what the list shows, and of each layer; on a day before, as they were then. */
export async function customerSummary(
  ctx: Asking,
  { filter }: Parsed<'customers.summary'>,
): Promise<Output<'customers.summary'>> {
  const { stood, ...listed } = await listedBy(ctx, filter);
  if (stood === null) return summarizeCustomers(ctx.db, listed.filter, listed);
  const layers = new Map<Layer, number>();
  let [count, activeRevenueMinor] = [0, 0];
  for (const id of await matchingIds(ctx.db, listed.filter, listed)) {
    const placed = stood.get(id);
    if (placed === undefined) continue;
    layers.set(placed.layer, (layers.get(placed.layer) ?? 0) + 1);
    if (!isInLayer(filter.layers, placed)) continue;
    count += 1;
    activeRevenueMinor += placed.activeRevenueMinor;
  }
  return {
    count,
    activeRevenueMinor,
    layers: [...layers].map(([layer, of]) => ({ layer, count: of })),
  };
}
