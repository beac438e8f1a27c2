import { localeTag } from '#renderer/components/format-date.ts';
import type { Language } from '#shared/contract/settings.ts';
import { PHONE_REGIONS } from '#shared/domain/text/calling-codes.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Currencies of the countries a shop may choose, Indonesia's neighbours first. */
const CURRENCIES = [
  ...['IDR', 'MYR', 'SGD', 'BND', 'THB', 'PHP', 'VND', 'KHR', 'USD', 'EUR', 'AUD', 'NZD', 'CNY'],
  ...['HKD', 'TWD', 'JPY', 'KRW', 'INR', 'SAR', 'AED', 'GBP', 'CAD'],
];

function named(values: readonly string[], type: 'currency' | 'region', language: Language) {
  const names = new Intl.DisplayNames(localeTag(language), { type });
  return values.map((value): Choice => ({ value, label: names.of(value) ?? value }));
}

/** Currencies by name, `IDR` first; the one in use is always among them. */
export function currencyChoices(language: Language, inUse: string): readonly Choice[] {
  const values = CURRENCIES.includes(inUse) ? CURRENCIES : [inUse, ...CURRENCIES];
  return named(values, 'currency', language).map(({ value, label }) => ({
    value,
    label: `${label} (${value})`,
  }));
}

/** Countries whose numbers can be read, by name in the alphabet of the language. */
export function countryChoices(language: Language, inUse: string): readonly Choice[] {
  const known = Object.keys(PHONE_REGIONS);
  const values = known.includes(inUse) ? known : [inUse, ...known];
  return [...named(values, 'region', language)].sort((one, other) =>
    one.label.localeCompare(other.label, localeTag(language)),
  );
}

/** Both languages, each by its own name. */
export const LANGUAGE_CHOICES: readonly (Choice & { readonly value: Language })[] = [
  { value: 'id', label: 'Bahasa Indonesia' },
  { value: 'en', label: 'English' },
];
