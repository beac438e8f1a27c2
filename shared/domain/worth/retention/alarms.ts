import { activeSince, dayNumber, isoFromDay } from '../../calendar/dates.ts';
import { type ShareRange, shareRange } from '../share-range.ts';
import { type BoughtDays, boughtWithin, lastDayBy, peopleIn } from './bought-days.ts';
import { allowedSilence, isSlippingAway, type SecondPurchases } from './rhythm.ts';
import { secondPurchasesOf, waitsBy } from './second-purchases.ts';

/** Alarms of one earlier day, and how many of those customers stayed away. */
export interface AlarmsOn {
  readonly day: number;
  readonly alarms: number;
  readonly stayed: number;
}

/** How often an alarm was right: those who bought nothing in the time after it, of all. */
export interface AlarmTrial extends ShareRange {
  readonly days: readonly AlarmsOn[];
  readonly alarms: number;
  readonly stayed: number;
}

/** So long somebody has to stay away for an alarm to have been right. */
export const stayedAwayDays = 91;
const mostDays = 8;

/** A day in the past, and what was known of the shop by then. */
interface Then {
  readonly day: number;
  /** Whoever bought from here on was active. */
  readonly activeFrom: number;
  readonly second: SecondPurchases | null;
}

/** The day of the last purchase of somebody who was slipping away then; null: was not. */
function alarmOf(
  bought: BoughtDays,
  place: number,
  { day, activeFrom, second }: Then,
): number | null {
  const last = lastDayBy(bought, place, day);
  if (last === null) return null;
  const gaps: number[] = [];
  const end = bought.from[place + 1] ?? 0;
  for (let index = (bought.from[place] ?? 0) + 1; index < end; index += 1) {
    const until = bought.days[index] ?? 0;
    if (until > last) break;
    gaps.push(until - (bought.days[index - 1] ?? 0));
  }
  const isSlipping = isSlippingAway(allowedSilence(gaps, second), day - last, last >= activeFrom);
  return isSlipping ? last : null;
}

/**
 * Who would have been named as slipping away on earlier days, three months apart over up to two years, against
 * who then stayed away. A silence that lasts over several of those days is one alarm: else whoever has long
 * left would prove it right again and again.
 */
export function tryAlarms(bought: BoughtDays, through: number, activeMonths: number): AlarmTrial {
  const back = Array.from(
    { length: mostDays },
    (_, index) => through - (index + 1) * stayedAwayDays,
  );
  const seen = new Set<string>();
  const days = back.toReversed().map((day): AlarmsOn => {
    const then: Then = {
      day,
      activeFrom: dayNumber(activeSince(isoFromDay(day), activeMonths)),
      second: secondPurchasesOf(waitsBy(bought, day)),
    };
    let [alarms, stayed] = [0, 0];
    for (let place = 0; place < peopleIn(bought); place += 1) {
      const last = alarmOf(bought, place, then);
      if (last === null || seen.has(`${place} ${last}`)) continue;
      seen.add(`${place} ${last}`);
      alarms += 1;
      if (!boughtWithin(bought, place, day + 1, day + stayedAwayDays)) stayed += 1;
    }
    return { day, alarms, stayed };
  });
  const named = days.filter(({ alarms }) => alarms > 0);
  const alarms = named.reduce((sum, one) => sum + one.alarms, 0);
  const stayed = named.reduce((sum, one) => sum + one.stayed, 0);
  return { days: named, alarms, stayed, ...shareRange(stayed, alarms) };
}
