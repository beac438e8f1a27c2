import type { Platform } from '../context.ts';

/** Language, country and zone for the first start; a system that says nothing is taken for an Indonesian one. */
export function guessFrom(locale: string, countryCode: string): Platform['guess'] {
  const language = /^(id|in)\b/i.test(locale) ? 'id' : 'en';
  const country = /^[A-Z]{2}$/.test(countryCode) ? countryCode : 'ID';
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { language, country, timeZone };
}
