import { customerNamed } from '#db/queries/customers/read.ts';
import { readBoughtDays } from '#db/queries/insights/bought-days.ts';
import { type CameBy, readCameBy } from '#db/queries/insights/referred.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { comparedDays } from '#shared/contract/insights/referrals.ts';
import { addDays, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { meanRange, meansApart } from '#shared/domain/worth/mean-range.ts';
import { beginningOf } from '#shared/domain/worth/retention/beginning.ts';
import { windowsBack } from '#shared/domain/worth/retention/years.ts';
import { shareRange } from '#shared/domain/worth/share-range.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, lookedFromDay, statedBeginning } from '../kept.ts';

type Referrals = Output<'insights.referrals'>;

const format = 1;
const mostBringers = 10;

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Those who first bought in a span, apart: brought by somebody, and not. */
function apart(people: readonly CameBy[], { from, to }: Span) {
  const came = people.filter(({ firstOn }) => firstOn >= from && firstOn <= to);
  return {
    referred: came.filter(({ by }) => by !== null),
    others: came.filter(({ by }) => by === null),
  };
}

function newcomersOf(people: readonly CameBy[], span: Span): Referrals['newcomers'] {
  const { referred, others } = apart(people, span);
  const share = shareRange(referred.length, referred.length + others.length);
  return { ...span, referred: referred.length, others: others.length, ...share };
}

function worthOf(people: readonly CameBy[], span: Span): Referrals['worth'] {
  const { referred, others } = apart(people, span);
  const amounts = (group: readonly CameBy[]) => group.map(({ earlyMinor }) => earlyMinor);
  const [some, rest] = [amounts(referred), amounts(others)];
  return {
    ...span,
    referred: { customers: some.length, ...meanRange(some) },
    others: { customers: rest.length, ...meanRange(rest) },
    more: meansApart(some, rest),
  };
}

/** Whom each brought of those who bought, who brought most first, then by what those spent. */
function bringersOf(people: readonly CameBy[]) {
  const sums = new Map<CustomerId, { id: CustomerId; count: number; revenueMinor: number }>();
  for (const { by, revenueMinor } of people) {
    if (by === null) continue;
    const sum = sums.get(by) ?? { id: by, count: 0, revenueMinor: 0 };
    sum.count += 1;
    sum.revenueMinor += revenueMinor;
    sums.set(by, sum);
  }
  return [...sums.values()].sort(
    (one, other) =>
      other.count - one.count || other.revenueMinor - one.revenueMinor || one.id - other.id,
  );
}

/** From when on newcomers are new. */
async function countedFrom(ctx: TaskContext, through: string): Promise<string> {
  const { stated } = await statedBeginning(ctx);
  const day = dayNumber(through);
  const bought = readBoughtDays(ctx.open().raw, through);
  return isoFromDay(beginningOf(bought, day, stated)?.countedFrom ?? day);
}

async function madeOf(ctx: TaskContext, through: string, months: number): Promise<Referrals> {
  const { raw, db } = ctx.open();
  const people = readCameBy(raw, through, comparedDays);
  const since = await countedFrom(ctx, through);
  const [window] = windowsBack(dayNumber(through), months, 1);
  const start = Math.max(window?.from ?? dayNumber(through), dayNumber(since));
  const bringers = bringersOf(people);
  const shown = bringers.slice(0, mostBringers);
  const names = await customerNamed(
    db,
    shown.map(({ id }) => id),
  );
  return {
    through,
    months,
    newcomers: newcomersOf(people, { from: isoFromDay(start), to: through }),
    worth: worthOf(people, { from: since, to: addDays(through, -comparedDays) }),
    bringers: shown.map((one) => ({ ...one, name: names.get(one.id) ?? '' })),
    all: {
      bringers: bringers.length,
      brought: bringers.reduce((sum, { count }) => sum + count, 0),
    },
  };
}

/** Who of those who came were brought by others, what those are worth, and who brings most. */
export async function referralFigures(
  ctx: TaskContext,
  { on }: Parsed<'insights.referrals'>,
): Promise<Referrals> {
  const through = await lookedFromDay(ctx, on);
  const { settings } = await readSettings(ctx.open().db);
  const months = settings.activeMonths;
  const { key } = await statedBeginning(ctx);
  return keptOrMade(ctx, `referrals${format}:${months}:${key}:${through}`, () =>
    madeOf(ctx, through, months),
  );
}
