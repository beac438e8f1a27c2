import { useMemo } from 'react';
import { useSettings } from '#renderer/data/settings.ts';
import type { Language } from '#shared/contract/settings.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { formatPhone } from '#shared/domain/text/phone.ts';
import {
  formatAgo,
  formatDate,
  formatDayOfYear,
  formatMonth,
  formatSpan,
  formatTime,
  formatWeekday,
  localeTag,
  spanOf,
} from './format-date.ts';

export interface Format {
  readonly language: Language;
  readonly currency: string;
  readonly today: string;
  /** Minor units (rounded to whole ones) as `Rp 1.250.000`; `short`: `Rp 1,3 jt`. */
  money(amountMinor: number, options?: { readonly short?: boolean }): string;
  /** A mean or a formula's figure: without the sen that nobody pays in. */
  computed(amountMinor: number): string;
  /** An estimate, in whole units of any currency. */
  rounded(amountMinor: number): string;
  /** `digits`: most decimals, 0 unless told. */
  number(value: number, digits?: number): string;
  /** 0.41 → `41 %`, in English `41%`. */
  percent(share: number, digits?: number): string;
  /** `12 Mei 2026`; short cuts the month to three letters. */
  date(iso: string, short?: boolean): string;
  /** `12 Mei`, with its year where that is not this one. */
  dayOfYear(iso: string): string;
  /** `Selasa, 12 Mei 2026`. */
  weekday(iso: string): string;
  month(iso: string, short?: boolean): string;
  time(instant: string): string;
  /** The day of an instant where the shop is, `YYYY-MM-DD`. */
  dayOf(instant: string): string;
  /** `12 Mei 2026 10.05` of an instant, or of what the clock at the shop showed (`2026-05-12T10:05`). */
  moment(at: string): string;
  /** `9 minggu` since a day. */
  ago(iso: string): string;
  /** `3 minggu` for a number of days. */
  span(days: number): string;
  /** National form in the shop's own country, else international. */
  phone(e164: string): string;
}

/** How numbers, money and dates are written, by the shop's language and currency. */
export function useFormat(): Format {
  const { settings, today } = useSettings();
  const { language, currency, country, timeZone } = settings;
  return useMemo(() => {
    const tag = localeTag(language);
    const number = (value: number, digits = 0) =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: digits })
        .format(value)
        .replace(/^-/, '\u2212');
    const percentSign = language === 'en' ? '%' : '\u00a0%';
    return {
      language,
      currency,
      today,
      number,
      money: (amount, options) => formatMoney(Math.round(amount), currency, language, options),
      computed: (amount) =>
        formatMoney(Math.round(amount), currency, language, { isComputed: true }),
      rounded: (amount) => formatMoney(Math.round(amount), currency, language, { isRounded: true }),
      percent: (share, digits = 0) => `${number(share * 100, digits)}${percentSign}`,
      date: (iso, short = false) => formatDate(iso, language, short),
      dayOfYear: (iso) => formatDayOfYear(iso, language, today),
      weekday: (iso) => formatWeekday(iso, language),
      month: (iso, short = false) => formatMonth(iso, language, short),
      time: (instant) => formatTime(instant, language, timeZone),
      dayOf: (instant) => localDay(instant, timeZone),
      moment: (at) => {
        const isShown = /T\d\d:\d\d$/.test(at);
        const day = isShown ? at.slice(0, 10) : localDay(at, timeZone);
        const time = isShown
          ? formatTime(`${at}:00Z`, language, 'UTC')
          : formatTime(at, language, timeZone);
        return `${formatDate(day, language)} ${time}`;
      },
      ago: (iso) => formatAgo(iso, today, language),
      span: (days) => formatSpan(spanOf(days), language),
      phone: (e164) => formatPhone(e164, country === 'ID' ? 'national' : 'international'),
    } satisfies Format;
  }, [language, currency, country, timeZone, today]);
}
