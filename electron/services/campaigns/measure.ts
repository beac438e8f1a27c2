import {
  heardSince,
  type Measured,
  measuredMembers,
  type SoldSince,
  soldSince,
} from '#db/queries/campaigns/measure.ts';
import type { StoredCampaign } from '#db/queries/campaigns/read.ts';
import { namesOf } from '#db/queries/campaigns/whom.ts';
import { soldThrough } from '#db/queries/insights.ts';
import type { CampaignPeople } from '#shared/contract/campaigns/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { turnDays } from '#shared/domain/campaigns/turn-days.ts';
import { type Bought, gainOf, upliftOf } from '#shared/domain/campaigns/uplift.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { requireCampaign } from './facts.ts';

/** Somebody of a list, what they bought in their days, and whether they were heard of. */
export interface Person extends Measured {
  /** The day from which is counted; null: their turn has not come. */
  readonly turnOn: string | null;
  readonly boughtOn: string | null;
  readonly revenueMinor: number;
  readonly isAnswered: boolean;
}

/** Each person once: of records that were merged the one that was written to counts, else the first. */
function eachOnce(members: readonly (Measured & { turnOn: string | null })[]) {
  const people = new Map<CustomerId, Measured & { turnOn: string | null }>();
  const rank = ({ state }: Measured) => ['out', 'held', 'waiting'].indexOf(state);
  for (const one of members) {
    const other = people.get(one.customerId);
    const isNearer = other === undefined || (rank(one) < 0 && rank(other) >= 0);
    if (isNearer || (other?.state === 'out' && one.state !== 'out'))
      people.set(one.customerId, one);
  }
  return [...people.values()];
}

type Heard = Awaited<ReturnType<typeof heardSince>>;

function isAnswer(
  { decidedAt, state }: Measured,
  days: readonly [string, string],
  { at, hasTime }: Heard[number],
  timeZone: string,
): boolean {
  if (state !== 'sent' || decidedAt === null) return false;
  const day = localDay(at, timeZone);
  return (hasTime === 0 ? day >= days[0] : at >= decidedAt) && day <= days[1];
}

interface Rows {
  readonly sales: ReadonlyMap<CustomerId, readonly SoldSince[]>;
  readonly heard: ReadonlyMap<CustomerId, Heard>;
}

function personOf(
  one: Measured & { readonly turnOn: string | null },
  { sales, heard }: Rows,
  { responseDays, timeZone }: { readonly responseDays: number; readonly timeZone: string },
): Person {
  const { turnOn, customerId } = one;
  if (turnOn === null || one.state === 'out')
    return { ...one, turnOn: null, boughtOn: null, revenueMinor: 0, isAnswered: false };
  const days = [turnOn, addDays(turnOn, responseDays)] as const;
  const bought = (sales.get(customerId) ?? []).filter(
    ({ soldOn }) => soldOn >= days[0] && soldOn <= days[1],
  );
  return {
    ...one,
    boughtOn: bought.find(({ isPurchase }) => isPurchase === 1)?.soldOn ?? null,
    revenueMinor: bought.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
    isAnswered: (heard.get(customerId) ?? []).some((said) => isAnswer(one, days, said, timeZone)),
  };
}

/** Everybody of a campaign's list with what came of it. */
async function measured(ctx: ReadContext, row: StoredCampaign): Promise<readonly Person[]> {
  const { db, settings } = ctx;
  const { id, started_on: from, started_at: at, response_days: responseDays } = row;
  if (from === null || at === null) return [];
  const members = await measuredMembers(db, id);
  const days = turnDays(members.filter(({ state }) => state !== 'out'));
  const dated = members.map((one, index) => ({ ...one, turnOn: days[index] ?? null }));
  const sold = await soldSince(db, id, [from, ctx.today]);
  const sales = Map.groupBy(sold, ({ customerId }) => customerId);
  const heard = Map.groupBy(
    await heardSince(db, id, `${addDays(from, -1)}T00:00:00.000Z`),
    ({ customerId }) => customerId,
  );
  const rules = { responseDays, timeZone: settings.timeZone };
  return eachOnce(dated).map((one) => personOf(one, { sales, heard }, rules));
}

function groupOf(people: readonly Person[]) {
  const buyers = people.filter(({ boughtOn }) => boughtOn !== null);
  return {
    people: people.length,
    buyers: buyers.length,
    revenueMinor: people.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
  };
}

/** Those whose turn has come, those kept apart beside those who were to be written to. */
function groupsOf(people: readonly Person[]) {
  const turned = people.filter(({ turnOn }) => turnOn !== null);
  return {
    written: turned.filter(({ state }) => state !== 'held'),
    held: turned.filter(({ state }) => state === 'held'),
  };
}

/** What it cost in money: what was spent, and the time where an hour has a price. */
function costOf({ cost_minor, minutes, hour_minor }: StoredCampaign) {
  const time = minutes === null || hour_minor === null ? 0 : (minutes * hour_minor) / 60;
  return {
    costMinor: cost_minor === null && time === 0 ? null : Math.round((cost_minor ?? 0) + time),
    unpricedMinutes: hour_minor === null ? (minutes ?? 0) : 0,
  };
}

type Gains = Output<'campaigns.result'>['gain'];

interface Compared {
  readonly written: Bought & { readonly revenueMinor: number };
  readonly held: Bought;
  readonly marginPercent: number | null;
  readonly costMinor: number | null;
}

/** What was gained, between what it may at least and at most have been; null: it cannot be told. */
function gainsOf({ written, held, marginPercent, costMinor }: Compared): Gains {
  const uplift = upliftOf(written, held);
  if (uplift === null || marginPercent === null || written.buyers === 0) return null;
  const marginPerBuyerMinor = (written.revenueMinor * marginPercent) / 100 / written.buyers;
  const at = (difference: number) =>
    gainOf({ difference, people: written.people, marginPerBuyerMinor, costMinor: costMinor ?? 0 });
  const { difference, low, high } = uplift;
  return { likely: at(difference), low: at(low), high: at(high) };
}

/** What a campaign brought, as far as it can be told. */
export async function campaignResult(
  ctx: ReadContext,
  { id }: Parsed<'campaigns.result'>,
): Promise<Output<'campaigns.result'>> {
  const row = await requireCampaign(ctx, id);
  const people = await measured(ctx, row);
  const groups = groupsOf(people);
  const [written, held] = [groupOf(groups.written), groupOf(groups.held)];
  const { marginPercent } = ctx.settings;
  const cost = costOf(row);
  const through = await soldThrough(ctx.db, ctx.today);
  const last = people.reduce(
    (day, { turnOn }) => (turnOn !== null && turnOn > day ? turnOn : day),
    '',
  );
  const ends = last === '' ? null : addDays(last, row.response_days);
  return {
    written: {
      ...written,
      sent: groups.written.filter(({ state }) => state === 'sent').length,
      answered: groups.written.filter(({ isAnswered }) => isAnswered).length,
    },
    held,
    through,
    countedUntil: ends,
    isOpen: ends !== null && ends > through,
    missing: Math.max(0, (row.drawn ?? 0) - people.filter(({ state }) => state !== 'out').length),
    uplift: upliftOf(written, held),
    marginPercent,
    ...cost,
    gain: gainsOf({ written, held, marginPercent, costMinor: cost.costMinor }),
  };
}

const picks: Readonly<Record<CampaignPeople, (one: Person) => boolean>> = {
  waiting: ({ state }) => state === 'waiting',
  sent: ({ state }) => state === 'sent',
  skipped: ({ state }) => state === 'skipped',
  unreachable: ({ state }) => state === 'unreachable',
  refused: ({ state }) => state === 'refused',
  held: ({ state }) => state === 'held',
  out: ({ state }) => state === 'out',
  turned: ({ state, turnOn }) => turnOn !== null && state !== 'held',
  heldTurned: ({ state, turnOn }) => turnOn !== null && state === 'held',
  bought: ({ state, boughtOn }) => boughtOn !== null && state !== 'held',
  heldBought: ({ state, boughtOn }) => boughtOn !== null && state === 'held',
  answered: ({ isAnswered }) => isAnswered,
};

/** The rows behind one of the figures. */
export async function campaignPeople(
  ctx: ReadContext,
  { id, of, skip, limit }: Parsed<'campaigns.people'>,
): Promise<Output<'campaigns.people'>> {
  const all = (await measured(ctx, await requireCampaign(ctx, id))).filter(picks[of]);
  const page = all.slice(skip, skip + limit);
  const names = await namesOf(
    ctx.db,
    page.map(({ customerId }) => customerId),
  );
  return {
    count: all.length,
    revenueMinor: all.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
    rows: page.map(({ state, why, turnOn, boughtOn, revenueMinor }, index) => ({
      customerId: page[index]?.customerId as CustomerId,
      name: names[index]?.name ?? '',
      ...{ state, why, turnOn, boughtOn, revenueMinor },
    })),
  };
}
