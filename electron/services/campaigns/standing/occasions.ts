import { type KnownDay, type OccasionOf, occasionsOf } from '#db/queries/campaigns/occasions.ts';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import { neededFields } from '#shared/domain/campaigns/merge.ts';
import {
  comingDays,
  type Days,
  dueOn,
  openDays,
  seasonDays,
  untilOf,
} from '#shared/domain/campaigns/occasions.ts';
import type { ReadContext } from '../../../context.ts';
import { expiring } from '../../guarantee/expiring.ts';
import type { Asking } from '../../segments/reckoned.ts';
import { wheresOf } from '../../segments/whom.ts';

/** What counts as coming. */
export const daysAhead = 30;

/** Where occasions are asked for from: estimates are reckoned in a task alone. */
export type Asked = ReadContext & Asking;

/** What a guarantee that ends says besides its day: of whom, and of which product. */
export interface KnownOccasion extends KnownDay {
  readonly product: string | null;
}

const everything = Number.MAX_SAFE_INTEGER;

/** Guarantees of customers that end on days of a span, which begins today or later. */
async function guarantees(ctx: Asked, { from, to }: Days): Promise<KnownOccasion[]> {
  const days = Math.max(1, daysBetween(ctx.today, to));
  const { rows } = await expiring(ctx, { days, limit: everything });
  return rows
    .filter(({ what, on }) => what === 'ends' && on >= from && on <= to)
    .map(({ customerId, on, product }) => ({ customerId, on, product }));
}

/** The days that are not a customer's own: of the season, or of guarantees. */
export async function knownDays(
  ctx: Asked,
  { occasion, season, monthDay }: StandingFacts,
  days: Days,
): Promise<KnownOccasion[]> {
  if (occasion === 'guaranteeEnds') return guarantees(ctx, days);
  if (season === null) return [];
  const all = seasonDays(season, monthDay, days);
  return all.map((on) => ({ customerId: null, on, product: null }));
}

/** Somebody with an occasion, and whose guarantee it is of. */
export interface Occasioned extends OccasionOf {
  readonly product: string | null;
}

interface Wanted {
  readonly facts: StandingFacts;
  readonly standingId: number | null;
}

async function within(
  ctx: Asked,
  { facts, standingId }: Wanted,
  days: Days,
): Promise<Occasioned[]> {
  const { channel, restDays, onlyAgreed, subject, text } = facts;
  const needed = neededFields(channel === 'email' ? `${subject}\n${text}` : text);
  const known = await knownDays(ctx, facts, days);
  const found = await occasionsOf(ctx.db, {
    span: { occasion: facts.occasion, days, known },
    wheres: await wheresOf(ctx, facts.definition),
    rules: { channel, restDays, onlyAgreed, needed, today: ctx.today, campaignId: null },
    standingId,
  });
  const products = new Map(known.map((one) => [`${one.customerId} ${one.on}`, one.product]));
  return found.map((one) => ({ ...one, product: products.get(`${one.id} ${one.on}`) ?? null }));
}

/** Everybody whose occasion is there today and who has had no turn, and why some are left out. */
export function openOccasions(ctx: Asked, wanted: Wanted): Promise<Occasioned[]> {
  return within(ctx, wanted, openDays(wanted.facts, ctx.today));
}

/** Everybody whose occasion falls due in the days after today, as far as it is known. */
export function comingOccasions(ctx: Asked, wanted: Wanted): Promise<Occasioned[]> {
  return within(ctx, wanted, comingDays(wanted.facts, ctx.today, daysAhead));
}

/** From when to when an occasion is proposed. */
export function proposedFrom(
  { occasion, days }: StandingFacts,
  on: string,
): { readonly on: string; readonly dueOn: string; readonly until: string } {
  const timing = { occasion, days };
  return { on, dueOn: dueOn(timing, on), until: untilOf(timing, on) };
}

/** The next days of a season, as far as they are known. */
export function nextOfSeason({ season, monthDay }: StandingFacts, today: string): string[] {
  if (season === null) return [];
  return seasonDays(season, monthDay, { from: today, to: addDays(today, 400) }).slice(0, 1);
}
