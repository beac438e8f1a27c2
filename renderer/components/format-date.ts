import type { Language } from '#shared/contract/settings.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';

const TAGS = { id: 'id-ID', en: 'en-GB' } as const;

/** The BCP 47 tag that a language's dates and numbers are written by. */
export function localeTag(language: Language): 'id-ID' | 'en-GB' {
  return TAGS[language];
}

function utc(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

function write(iso: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[language], { ...parts, timeZone: 'UTC' }).format(utc(iso));
}

/** `12 Mei 2026`; `short` gives `12 Mei 2026` with the month cut to three letters (`21 Apr 2026`). */
export function formatDate(iso: string, language: Language, short = false): string {
  const month = short ? 'short' : 'long';
  return write(iso, language, { day: 'numeric', month, year: 'numeric' });
}

/** `12 Mei` in the year of `today`, else with its year. */
export function formatDayOfYear(iso: string, language: Language, today: string): string {
  if (iso.slice(0, 4) !== today.slice(0, 4)) return formatDate(iso, language, true);
  return write(iso, language, { day: 'numeric', month: 'short' });
}

/** `Mei 2026` of `2026-05` or of any day in it. */
export function formatMonth(iso: string, language: Language, short = false): string {
  const day = iso.length === 7 ? `${iso}-01` : iso;
  return write(day, language, { month: short ? 'short' : 'long', year: 'numeric' });
}

/** A day with its weekday: `Selasa, 12 Mei 2026`. */
export function formatWeekday(iso: string, language: Language): string {
  return write(iso, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Time of day of an instant where the shop is: `10.05` in Indonesian, `10:05` in English. */
export function formatTime(instant: string, language: Language, timeZone: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(TAGS[language], parts).format(new Date(instant));
}

/** A length of time in the one unit a person would use for it. */
export interface Span {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

/** Days in words' units: days below three weeks, then weeks to 18, months to two years, then years. */
export function spanOf(days: number): Span {
  if (days < 21) return { unit: 'day', count: Math.round(days) };
  if (days < 7 * 18) return { unit: 'week', count: Math.round(days / 7) };
  if (days < 730) return { unit: 'month', count: Math.round(days / 30.44) };
  return { unit: 'year', count: Math.floor(days / 365.25) };
}

/** `9 minggu`, `3 weeks` through Intl. */
export function formatSpan(span: Span, language: Language): string {
  const format = new Intl.NumberFormat(TAGS[language], {
    style: 'unit',
    unit: span.unit,
    unitDisplay: 'long',
  });
  return format.format(span.count);
}

/** How long ago a day is, as a bare length: `9 minggu`. */
export function formatAgo(iso: string, today: string, language: Language): string {
  return formatSpan(spanOf(Math.max(0, daysBetween(iso, today))), language);
}
