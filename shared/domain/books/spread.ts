/**
 * Splits an amount over lines in proportion to their weights so that the parts add up to it exactly:
 * each gets its share rounded towards zero, and what is left goes unit by unit to the largest
 * remainders, of equal ones to the first (largest-remainder method). Minor units; weights count by
 * their size, whatever their sign; where all are zero the lines share alike. No lines: no parts.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sizes = weights.map((weight) => BigInt(Math.abs(weight)));
  const given = sizes.some((size) => size > 0n) ? sizes : sizes.map(() => 1n);
  const whole = given.reduce((sum, size) => sum + size, 0n);
  const size = BigInt(Math.abs(amount));
  const parts = given.map((weight) => (size * weight) / whole);
  const left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  const order = given
    .map((weight, index) => ({ index, rest: (size * weight) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  const sign = amount < 0 ? -1 : 1;
  return parts.map((part) => (part === 0n ? 0 : sign * Number(part)));
}
