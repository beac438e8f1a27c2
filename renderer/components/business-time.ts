import type { Translate } from '#renderer/app/i18n.ts';

/** Business minutes in words: `45 menit`, `1 j 20 m`, `3 jam`, from ten hours on whole hours. */
export function businessSpan(t: Translate, minutes: number): string {
  const all = Math.abs(Math.round(minutes));
  const hours = Math.floor(all / 60);
  const rest = all % 60;
  if (hours === 0) return t('today.span.minutes', { count: rest });
  if (rest === 0 || hours >= 10) return t('today.span.hours', { count: Math.round(all / 60) });
  return t('today.span.both', { hours, minutes: rest });
}
