import type { Translate } from '#renderer/app/i18n.ts';

/** Business minutes in full words: `53 menit`, `7 jam 52 menit`; from a day's work on whole hours. */
export function spanText(t: Translate, minutes: number): string {
  const all = Math.abs(Math.round(minutes));
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  if (hours === 0) return t('complaint.span.minutes', { count: rest });
  if (rest === 0 || hours >= 24) return t('complaint.span.hours', { count: Math.round(all / 60) });
  return t('complaint.span.both', {
    hours: t('complaint.span.hours', { count: hours }),
    minutes: t('complaint.span.minutes', { count: rest }),
  });
}
