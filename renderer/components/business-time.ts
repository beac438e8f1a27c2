import type { Translate } from '#renderer/base/i18n.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { businessCalendar, meanDayMinutes } from '#shared/domain/calendar/business-hours.ts';

const WHOLE_HOURS = 10;

/** Business minutes in words: `45 menit`, `1 jam 20 menit`, `3 jam`, from ten hours on whole hours. */
export function businessSpan(t: Translate, minutes: number): string {
  const all = Math.abs(Math.round(minutes));
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  if (hours === 0) return t('complaint.span.minutes', { count: rest });
  if (rest === 0 || hours >= WHOLE_HOURS)
    return t('complaint.span.hours', { count: Math.round(all / 60) });
  return t('complaint.span.both', {
    hours: t('complaint.span.hours', { count: hours }),
    minutes: t('complaint.span.minutes', { count: rest }),
  });
}

/** Business minutes as somebody counts them who waits: whole working days, below two of them hours. */
export function workingSpan(t: Translate, minutes: number, settings: ShopSettings): string {
  const days = Math.floor(Math.abs(minutes) / meanDayMinutes(businessCalendar(settings)));
  return days < 2
    ? t('complaint.span.open', { span: businessSpan(t, minutes) })
    : t('complaint.span.days', { count: days });
}
