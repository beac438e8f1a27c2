import type { Translate } from '#renderer/base/i18n.ts';

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
