import { readPhones } from '#shared/domain/text/phone.ts';

/** Problems of a contact that can be told while typing, as keys of the locale's `problem.*`. */
export type ContactProblem = 'phone' | 'email' | null;

/** Whether the text can be a number (empty is fine); `country` is the shop's own. */
export function checkPhone(text: string, country: string): ContactProblem {
  if (text.trim() === '') return null;
  return readPhones(text, country).phones.length === 0 ? 'phone' : null;
}

/** Whether the text has the shape of an e-mail address (empty is fine). */
export function checkEmail(text: string): ContactProblem {
  const trimmed = text.trim();
  return trimmed === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed) ? null : 'email';
}

/** The first number in a text as E.164, or null. */
export function firstPhone(text: string, country: string): string | null {
  return readPhones(text, country).phones[0] ?? null;
}
