import { activeSince, dayNumber, isoFromDay } from '../../calendar/dates.ts';
import { type ShareRange, shareRange } from '../share-range.ts';
import { type BoughtDays, boughtWithin, lastDayBy, peopleIn } from './bought-days.ts';
import { isSilentFor, medianOf, shortestSilenceDays } from './rhythm.ts';

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
/** Of fewer there is no rhythm. */
const fewestGaps = 2;

/** The day of the last purchase of somebody who is slipping away on a day; null: is not. */
function alarmOf(bought: BoughtDays, place: number, day: number, from: number): number | null {
  const last = lastDayBy(bought, place, day);
  if (last === null || last < from || day - last <= shortestSilenceDays) return null;
  const gaps: number[] = [];
  const end = bought.from[place + 1] ?? 0;
  for (let index = (bought.from[place] ?? 0) + 1; index < end; index += 1) {
    const until = bought.days[index] ?? 0;
    if (until > last) break;
    gaps.push(until - (bought.days[index - 1] ?? 0));
  }
  if (gaps.length < fewestGaps) return null;
  return isSilentFor(medianOf(gaps), day - last) ? last : null;
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
    const from = dayNumber(activeSince(isoFromDay(day), activeMonths));
    let [alarms, stayed] = [0, 0];
    for (let place = 0; place < peopleIn(bought); place += 1) {
      const last = alarmOf(bought, place, day, from);
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
