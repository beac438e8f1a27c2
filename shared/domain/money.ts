import { minorDigits } from './currency.ts';

export type MoneyLocale = 'id' | 'en';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: MoneyLocale, digits: number, short: boolean) {
  const key = `${currency}|${locale}|${digits}|${short}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
      style: 'currency',
      currency,
      // `Rp` in English too: a shop owner knows no other sign for it.
      currencyDisplay: currency === 'IDR' ? 'narrowSymbol' : 'symbol',
      ...(short
        ? { notation: 'compact' as const, minimumFractionDigits: 0, maximumFractionDigits: 1 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    });
    formatters.set(key, found);
  }
  return found;
}

/** Canonical decimal text of minor units, so that large amounts keep every digit on the way to Intl. */
export function minorToDecimal(amountMinor: number, digits: number): `${number}` {
  const size = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const split = size.length - digits;
  const text = digits === 0 ? size : `${size.slice(0, split)}.${size.slice(split)}`;
  return `${amountMinor < 0 ? '-' : ''}${text}` as `${number}`;
}

/**
 * Money for people: `Rp 1.250.000` with a no-break space, a true minus sign, and sen only where
 * there are any; `short` gives `Rp 1,3 jt` for charts and writes what is below a thousand out; `isComputed` leaves the sen of a mean or a
 * formula out, which nobody pays in. `amountMinor` is in minor units.
 */
export function formatMoney(
  amountMinor: number,
  currency: string,
  locale: MoneyLocale,
  options: {
    readonly short?: boolean;
    readonly isComputed?: boolean;
    /** In whole units, whatever the currency: an estimate knows no cents. */
    readonly isRounded?: boolean;
  } = {},
): string {
  const digits = minorDigits(currency);
  const isWhole = amountMinor % 10 ** digits === 0 || options.isComputed === true;
  const isShort = options.short === true;
  const isSmall = isShort && Math.abs(amountMinor) < 1000 * 10 ** digits;
  const hidden = options.isRounded === true || ((currency === 'IDR' || isSmall) && isWhole);
  const format = formatter(currency, locale, hidden ? 0 : digits, isShort && !isSmall);
  const text = format.format(minorToDecimal(amountMinor, digits));
  return text.replace(/^([^\d]*)-/, '$1\u2212').replace(/ /g, '\u00a0');
}
