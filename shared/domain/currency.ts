/** Currencies whose ISO 4217 minor unit is not two digits. Source: ISO 4217 list one. */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI'].map(
    (code): [string, number] => [code, 0],
  ),
  ...['VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
  ['CLF', 4],
  ['UYW', 4],
]);

let known: ReadonlySet<string> | null = null;

/** Digits of a currency's minor unit (ISO 4217 exponent): IDR 2, JPY 0, KWD 3; unknown codes 2. */
export function minorDigits(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}

/** Whether the text is a currency code in capitals that this system knows, such as `IDR`. */
export function isCurrencyCode(text: string): boolean {
  if (!/^[A-Z]{3}$/.test(text)) return false;
  known ??= new Set([...Intl.supportedValuesOf('currency'), ...EXPONENTS.keys()]);
  return known.has(text);
}

/**
 * The country whose money a currency is: its first two letters (ISO 4217), or null for money that
 * several countries share (EUR, and codes beginning with X).
 */
export function countryOfCurrency(currency: string): string | null {
  if (!isCurrencyCode(currency) || currency === 'EUR' || currency.startsWith('X')) return null;
  return currency.slice(0, 2);
}
