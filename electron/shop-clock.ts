import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { Clock, ShopClock } from './context.ts';

/** The clock on the shop's wall: its day is the shop's, wherever the laptop is or thinks it is. */
export function shopClock(clock: Clock, timeZone: string): ShopClock {
  return { ...clock, today: () => localDay(clock.instant(), timeZone) };
}
