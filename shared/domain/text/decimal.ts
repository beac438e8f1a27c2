/**
 * Exact decimals as integers of ten-thousandths ("e4"): 1.5 is 15000. Quantities and unit prices
 * are stored this way. The limit is Number.MAX_SAFE_INTEGER, about 900 billion.
 */
export const E4 = 10_000;

/** Largest whole number whose e4 is still a safe integer. */
export const MAX_E4_WHOLE = Math.floor(Number.MAX_SAFE_INTEGER / E4);

/** A decimal in ten-thousandths; `rounded` says that digits beyond the fourth were lost. */
export interface DecimalE4 {
  readonly e4: number;
  readonly rounded: boolean;
}

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Ten-thousandths of canonical text (`-1234.5678`), half away from zero; null: not such, too large. */
export function parseDecimalE4(plain: string): DecimalE4 | null {
  const match = CANONICAL.exec(plain);
  if (match === null) return null;
  return e4FromDigits(match[1] === '-', match[2] ?? '', match[3] ?? '');
}

/** Ten-thousandths of separate whole and fraction digits (digits only); null when too large. */
export function e4FromDigits(negative: boolean, whole: string, fraction: string): DecimalE4 | null {
  const wholeNumber = whole === '' ? 0 : Number(whole);
  if (wholeNumber > MAX_E4_WHOLE) return null;
  let e4 = wholeNumber * E4;
  let rounded = false;
  if (fraction !== '') {
    e4 += Number(fraction.slice(0, 4).padEnd(4, '0'));
    if (fraction.length > 4) {
      rounded = hasNonZero(fraction, 4);
      if (fraction.charCodeAt(4) >= 53) e4 += 1;
    }
  }
  if (e4 > Number.MAX_SAFE_INTEGER) return null;
  return { e4: negative && e4 !== 0 ? -e4 : e4, rounded };
}

/**
 * Ten-thousandths of a number as a workbook types it. Binary noise is cut first by rounding to 15
 * significant digits (8.289999999999999 is 8.29); null when not finite or too large.
 */
export function e4FromNumber(value: number): DecimalE4 | null {
  if (!Number.isFinite(value) || Math.abs(value) > MAX_E4_WHOLE) return null;
  if (Number.isInteger(value)) return { e4: value === 0 ? 0 : value * E4, rounded: false };
  const scaled = value * E4;
  const nearest = Math.round(scaled);
  if (Math.abs(value) < 1e6 && nearest !== 0 && Math.abs(scaled - nearest) < 1e-6) {
    const exact = nearest / E4;
    if (exact === value) return { e4: nearest, rounded: false };
  }
  return parseDecimalE4(plainNumber(value));
}

/** Canonical text of a finite number at 15 significant digits, without an exponent. */
function plainNumber(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const shift = Number(exponent);
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace('-', '').replace('.', '');
  let text: string;
  if (shift < 0) text = `0.${'0'.repeat(-shift - 1)}${digits}`;
  else if (shift >= digits.length - 1) text = digits.padEnd(shift + 1, '0');
  else text = `${digits.slice(0, shift + 1)}.${digits.slice(shift + 1)}`;
  return negative ? `-${text}` : text;
}

function hasNonZero(digits: string, from: number): boolean {
  for (let i = from; i < digits.length; i++) if (digits.charCodeAt(i) !== 48) return true;
  return false;
}

/** Integer division rounded half away from zero; `value` is a safe integer, `divisor` positive. */
function divideHalfAway(value: number, divisor: number): number {
  const rest = value % divisor;
  const whole = (value - rest) / divisor;
  if (2 * Math.abs(rest) < divisor) return whole === 0 ? 0 : whole;
  return whole + (value < 0 ? -1 : 1);
}

/**
 * Quantity × unit price (both ten-thousandths) in minor units of a currency with `digits` decimals,
 * rounded once, half away from zero. Throws RangeError beyond Number.MAX_SAFE_INTEGER.
 */
export function lineAmountMinor(quantityE4: number, unitPriceE4: number, digits: number): number {
  const wholeQuantity = quantityE4 % E4 === 0;
  const factor = wholeQuantity ? quantityE4 / E4 : quantityE4;
  const divisor = 10 ** ((wholeQuantity ? 4 : 8) - digits);
  const product = factor * unitPriceE4;
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return divideHalfAway(product, divisor);
  const exact = BigInt(factor) * BigInt(unitPriceE4);
  const half = BigInt(divisor) / 2n;
  const rounded = (exact + (exact < 0n ? -half : half)) / BigInt(divisor);
  const amount = Number(rounded);
  if (!Number.isSafeInteger(amount)) throw new RangeError('line amount is too large');
  return amount;
}

/** So many percent (ten-thousandths of one) of an amount, in its minor units, half away from zero. */
export function percentOfMinor(amountMinor: number, percentE4: number): number {
  const product = amountMinor * percentE4;
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return divideHalfAway(product, 100 * E4);
  const exact = BigInt(amountMinor) * BigInt(percentE4);
  const half = BigInt(50 * E4);
  return Number((exact + (exact < 0n ? -half : half)) / BigInt(100 * E4));
}

/** Ten-thousandths as minor units of a currency with `digits` decimals, half away from zero. */
export function e4ToMinor(e4: number, digits: number): number {
  return divideHalfAway(e4, 10 ** (4 - digits));
}

/** Minor units as ten-thousandths, exactly; null when too large. */
export function minorToE4(amountMinor: number, digits: number): number | null {
  const e4 = amountMinor * 10 ** (4 - digits);
  return Number.isSafeInteger(e4) ? e4 : null;
}

/** Canonical text of ten-thousandths: `-1234.5678`, `12.5`, `3`. `parseDecimalE4` reads it back. */
export function formatE4(e4: number): string {
  const size = Math.abs(e4);
  const rest = size % E4;
  const whole = String((size - rest) / E4);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(4, '0').replace(/0+$/, '')}`;
  return `${e4 < 0 ? '-' : ''}${whole}${fraction}`;
}
