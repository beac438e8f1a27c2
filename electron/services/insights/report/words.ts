import type { Language, ShopSettings } from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { SheetKey } from '#shared/domain/sheets/speaking.ts';
import { formatPhone } from '#shared/domain/text/phone.ts';
import { roundedRange, spokenChance } from '#shared/domain/worth/prediction/words.ts';
import { en, id } from '#shared/locale/index.ts';
import type { TextKey } from '#shared/locale/keys.ts';
import { filledText, type TextValues } from '../../../locale-text.ts';

/** A text that the cards of the worth tab say, too, or a sheet. */
export type WordKey = SheetKey | TextKey<'insights' | 'layer'>;

/** An estimate with the range that it lies in 8 of 10 times. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How the report says things: in the shop's language, with its money. */
export interface Words {
  readonly language: Language;
  readonly currency: string;
  say(key: WordKey, values?: TextValues): string;
  money(minor: number): string;
  /** Of major units; what is whole has no decimals. */
  amount(major: number): string;
  /** A mean or a formula's figure: without the sen that nobody pays in. */
  computed(minor: number): string;
  number(value: number, digits?: number): string;
  percent(share: number, digits?: number): string;
  day(iso: string): string;
  /** An estimate with no more digits than are known, in minor units. */
  known(estimate: Estimate): Estimate;
  /** The same as it is written. */
  range(estimate: Estimate): { readonly mean: string; readonly low: string; readonly high: string };
  chance(chance: number): string;
  /** National form in the shop's own country, else international. */
  phone(e164: string): string;
}

type ShopManner = Pick<ShopSettings, 'language' | 'currency' | 'country'>;

/** The words of a shop's report. */
export function wordsFor({ language, currency, country }: ShopManner): Words {
  const texts = language === 'id' ? id : en;
  const say: Words['say'] = (key, values) => filledText(language, texts, key, values);
  const tag = language === 'id' ? 'id-ID' : 'en-GB';
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: digits })
      .format(value)
      .replace(/^-/, '\u2212');
  const scale = 10 ** minorDigits(currency);
  const known = (estimate: Estimate) => roundedRange(estimate, scale);
  const money = (minor: number, options = {}) =>
    formatMoney(Math.round(minor), currency, language, options);
  return {
    language,
    currency,
    say,
    number,
    known,
    money: (minor) => money(minor),
    amount: (major) => money(major * scale, { isRounded: Number.isInteger(major) }),
    computed: (minor) => money(minor, { isComputed: true }),
    percent: (share, digits = 0) =>
      `${number(share * 100, digits)}${language === 'en' ? '%' : '\u00a0%'}`,
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    range: (estimate) => {
      const { mean, low, high } = known(estimate);
      const rounded = (minor: number) => money(minor, { isRounded: true });
      return { mean: rounded(mean), low: rounded(low), high: rounded(high) };
    },
    phone: (e164) => formatPhone(e164, country === 'ID' ? 'national' : 'international'),
    chance: (chance) => {
      const { kind, count, of } = spokenChance(chance);
      return say(`insights.chance.${kind}`, { count, of });
    },
  };
}
