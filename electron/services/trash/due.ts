import type { ShopSettings } from '#shared/contract/settings.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf, localDay } from '#shared/domain/calendar/zone-time.ts';

type Rule = Pick<ShopSettings, 'trashDays' | 'timeZone'>;

/** The day on which something goes for good that was deleted at an instant; null: nothing goes by itself. */
export function goesOn(deletedAt: string, settings: Rule): string | null {
  const { trashDays, timeZone } = settings;
  return trashDays === null ? null : addDays(localDay(deletedAt, timeZone), trashDays);
}

/** What was deleted before this instant is old enough on a day; null: nothing ever is. */
export function dueBefore(settings: Rule, today: string): string | null {
  const { trashDays, timeZone } = settings;
  return trashDays === null ? null : instantOf(addDays(today, 1 - trashDays), '00:00', timeZone);
}
