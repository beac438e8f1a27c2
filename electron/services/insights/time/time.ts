import { readSoldDays, readSoldHours, type SoldDay } from '#db/queries/insights/sold-days.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { lebaransBetween, ramadanDays } from '#shared/domain/calendar/lebaran.ts';
import { fewestKnown, forecast } from '#shared/domain/worth/forecast/forecast.ts';
import { windowsBack } from '#shared/domain/worth/retention/years.ts';
import {
  type Daily,
  monthStartOf,
  type PeriodUnit,
  periodsOf,
} from '#shared/domain/worth/season/daily.ts';
import { lebaranYears } from '#shared/domain/worth/season/lebaran-effect.ts';
import { seasonalIndex } from '#shared/domain/worth/season/seasonal-index.ts';
import { weekdayOf, weekdaysOf } from '#shared/domain/worth/season/weekdays.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, lookedFromDay } from '../kept.ts';
import { againstYearBefore, sumOf } from './year-before.ts';

type Time = Output<'insights.time'>;
/** What is kept; the rest is of the day that it is asked on. */
type Made = Omit<Time, 'leavesOutToday'>;

const format = 2;
const windowMonths = 12;
const monthsShown = 25;
const horizons: Readonly<Record<PeriodUnit, number>> = { week: 4, month: 3 };
const before: Readonly<Record<PeriodUnit, number>> = { week: 13, month: 13 };
/** What lies before a year without a sale, or ten years back, is another time. */
const longestHole = 366;
const longestHistory = 3653;
/** Where the feast moves what is sold. */
const lebaranCountry = 'ID';

/** Every day from the first that belongs to this time to the last whole one; none where all lie too far back. */
function dailyOf(days: readonly SoldDay[], through: number): Daily {
  const recent = days
    .map(({ day, minor }) => ({ day: dayNumber(day), minor }))
    .filter(({ day }) => through - day <= longestHistory);
  let start = 0;
  for (let index = 1; index < recent.length; index += 1)
    if ((recent[index]?.day ?? 0) - (recent[index - 1]?.day ?? 0) > longestHole) start = index;
  const own = recent.slice(start);
  const first = own[0]?.day ?? through + 1;
  const minor: number[] = Array(Math.max(0, through - first + 1)).fill(0);
  for (const one of own) minor[one.day - first] = one.minor;
  return { first, minor };
}

function within(daily: Daily, from: number, to: number): Daily {
  const first = Math.max(from, daily.first);
  return { first, minor: daily.minor.slice(first - daily.first, to - daily.first + 1) };
}

function shown<S extends { readonly from: number; readonly to: number }>(span: S) {
  return { ...span, from: isoFromDay(span.from), to: isoFromDay(span.to) };
}

function monthsOf(days: readonly SoldDay[], daily: Daily, hasLebaran: boolean): Time['months'] {
  const last = daily.first + daily.minor.length - 1;
  if (daily.minor.length === 0) return [];
  const starts = Array.from({ length: monthsShown }, (_, index) =>
    monthStartOf(last, index + 1 - monthsShown),
  ).filter((start) => monthStartOf(start, 1) > daily.first);
  return starts.map((start) => {
    const end = monthStartOf(start, 1) - 1;
    const span = { from: Math.max(start, daily.first), to: Math.min(end, last) };
    const feasts = hasLebaran ? lebaransBetween(start, end + ramadanDays) : [];
    const on = feasts.find((day) => day <= end);
    const fasting = feasts.map((day) =>
      Math.max(0, Math.min(end, day - 1) - Math.max(start, day - ramadanDays) + 1),
    );
    const isos = shown(span);
    return {
      ...isos,
      ...sumOf(days, isos.from, isos.to),
      isWhole: span.from === start && span.to === end,
      ramadanDays: fasting.reduce((sum, one) => sum + one, 0),
      lebaranOn: on === undefined ? null : isoFromDay(on),
    };
  });
}

function forecastOf(daily: Daily, unit: PeriodUnit, hasLebaran: boolean): Time['weeks'] {
  const horizon = horizons[unit];
  const found = forecast(daily, { unit, horizon, hasLebaran });
  const periods = periodsOf(daily, unit);
  if (found === null) return { kind: 'thin', has: periods.length, needs: fewestKnown(horizon) };
  return {
    kind: 'made',
    ...found,
    steps: found.steps.map(shown),
    tried: found.tried.map(({ method, wape }) => ({ method, wape })),
    before: periods.slice(-before[unit]).map(shown),
  };
}

function weekdaysShown(days: readonly SoldDay[], daily: Daily): Time['weekdays'] {
  const sales: number[] = Array(7).fill(0);
  const first = isoFromDay(daily.first);
  for (const one of days) {
    const weekday = weekdayOf(dayNumber(one.day));
    if (one.day >= first) sales[weekday] = (sales[weekday] ?? 0) + one.sales;
  }
  return weekdaysOf(daily).map((one, index) => ({ ...one, sales: sales[index] ?? 0 }));
}

function seasonOf(daily: Daily): Pick<Time, 'season' | 'wholeMonths'> {
  const whole = periodsOf(daily, 'month');
  const first = Number(isoFromDay(whole[0]?.from ?? 0).slice(5, 7)) - 1;
  const found = seasonalIndex(
    whole.map(({ minor }) => minor),
    first,
  );
  const season = found?.map(({ index, low, high, years }) => ({ index, low, high, years })) ?? null;
  return { season, wholeMonths: whole.length };
}

/** The report made from the days up to one. */
function madeOf(days: readonly SoldDay[], on: string, hasLebaran: boolean): Omit<Made, 'hours'> {
  const through = dayNumber(on);
  const daily = dailyOf(days, through);
  const [year = { from: through, to: through }] = windowsBack(through, windowMonths, 1);
  const known = within(daily, year.from, year.to);
  const span = shown({ from: Math.min(known.first, through), to: year.to });
  const years = hasLebaran ? lebaranYears(daily) : [];
  return {
    through: on,
    firstOn: daily.minor.length === 0 ? null : isoFromDay(daily.first),
    window: {
      ...span,
      ...sumOf(days, span.from, span.to),
      weeks: Math.floor(known.minor.length / 7),
    },
    weekdays: weekdaysShown(days, known),
    months: monthsOf(days, daily, hasLebaran),
    against: againstYearBefore(days, daily, hasLebaran),
    lebaran: hasLebaran ? years.map((one) => ({ ...one, on: isoFromDay(one.on) })) : null,
    ...seasonOf(daily),
    weeks: forecastOf(daily, 'week', hasLebaran),
    nextMonths: forecastOf(daily, 'month', hasLebaran),
  };
}

/** When is sold, and what comes next: of all sales, whether they name their buyer or not. */
export async function soldInTime(ctx: TaskContext, { on }: Parsed<'insights.time'>): Promise<Time> {
  const reached = await lookedFromDay(ctx, on);
  const today = ctx.clock.today();
  const through = reached < today ? reached : addDays(today, -1);
  const { raw, db } = ctx.open();
  const { settings } = await readSettings(db);
  const hasLebaran = settings.country === lebaranCountry;
  const kept = await keptOrMade(ctx, `time${format}:${hasLebaran}:${through}`, (): Made => {
    const made = madeOf(readSoldDays(raw, through), through, hasLebaran);
    return { ...made, hours: readSoldHours(raw, made.window.from, made.window.to) };
  });
  return { ...kept, leavesOutToday: reached === today };
}
