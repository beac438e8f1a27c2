import type { Language } from '../../contract/settings.ts';
import type { TextKey } from '../../locale/keys.ts';

/** A text that a sheet says, be it on the screen, on paper or in a file. */
export type SheetKey = TextKey<
  | 'complaint'
  | 'customer'
  | 'customers'
  | 'feedback'
  | 'guarantee'
  | 'handover'
  | 'picture'
  | 'prospects'
  | 'today'
>;

/** How a sheet says things: in the shop's language, with its money. */
export interface Speaking {
  readonly language: Language;
  say(key: SheetKey, values?: Readonly<Record<string, string | number>>): string;
  /** Of minor units. */
  money(minor: number): string;
  /** A mean: without the sen that nobody pays in. */
  computed(minor: number): string;
  number(value: number, digits?: number): string;
  /** Of a share from 0 to 1. */
  percent(share: number, digits?: number): string;
  day(iso: string): string;
}

function named(language: Language, part: 'weekday' | 'month', iso: string): string {
  const tag = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { [part]: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** What a day of the week is called; 0 is Monday. */
export function weekdayCalled(language: Language, weekday: number): string {
  return named(language, 'weekday', `2024-01-0${weekday + 1}T00:00:00Z`);
}

/** What a month is called, 1 to 12. */
export function monthCalled(language: Language, month: number): string {
  return named(language, 'month', `2024-${String(month).padStart(2, '0')}-01T00:00:00Z`);
}
