import type { Translate } from '#renderer/base/i18n.ts';
import { localeTag } from '#renderer/components/format-date.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Language } from '#shared/contract/settings.ts';

export interface PolicyTerms {
  readonly months: number;
  readonly days: number;
  readonly covers: string;
  readonly excludes: string;
  readonly howToClaim: string;
  readonly serviceMonths: number | null;
}

function unit(value: number, name: 'month' | 'day' | 'year', language: Language): string {
  return new Intl.NumberFormat(localeTag(language), {
    style: 'unit',
    unit: name,
    unitDisplay: 'long',
  }).format(value);
}

/** `12 bulan`, `7 hari`, `3 bulan dan 7 hari`; whole years from two on are said as years. */
export function lengthText(months: number, days: number, language: Language): string {
  const isYears = months >= 24 && months % 12 === 0;
  const parts = [
    ...(months > 0
      ? [isYears ? unit(months / 12, 'year', language) : unit(months, 'month', language)]
      : []),
    ...(days > 0 ? [unit(days, 'day', language)] : []),
  ];
  return new Intl.ListFormat(localeTag(language), { type: 'conjunction' }).format(parts);
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The policy as the buyer reads it, a line for each part that is there. */
export function policyLines(
  t: Translate,
  format: Pick<Format, 'language'>,
  terms: PolicyTerms,
): readonly string[] {
  const { months, days, covers, excludes, howToClaim, serviceMonths } = terms;
  const isSet = (text: string) => text.trim() !== '';
  const length = lengthText(months, days, format.language);
  return [
    ...(length === '' ? [] : [t('guarantee.read.length', { length })]),
    ...(isSet(covers) ? [t('guarantee.read.covers', { text: sentence(covers) })] : []),
    ...(isSet(excludes) ? [t('guarantee.read.excludes', { text: sentence(excludes) })] : []),
    ...(isSet(howToClaim) ? [t('guarantee.read.claim', { text: sentence(howToClaim) })] : []),
    ...(serviceMonths === null
      ? []
      : [t('guarantee.read.service', { every: lengthText(serviceMonths, 0, format.language) })]),
  ];
}
