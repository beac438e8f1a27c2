/** Money that comes later counts for less: 0.01 a month takes about an eighth off a year ahead. */
export type MonthlyDiscount = number;

/** The monthly rate that makes up a yearly one: 0.1 a year is 0.00797 a month. */
export function monthlyRate(yearly: number): MonthlyDiscount {
  return Math.expm1(Math.log1p(yearly) / 12);
}

/**
 * Discounted value of `months` to come, money at the end of each month: Σ spend × (E[Y(k)] −
 * E[Y(k − 1)]) / (1 + d)^k. `expected` says how many purchases are expected within so many months.
 * @throws RangeError when the months are not a whole number or the discount is negative.
 */
export function discountedValue(
  expected: (months: number) => number,
  spend: number,
  { months, rate }: { months: number; rate: MonthlyDiscount },
): number {
  if (!Number.isInteger(months) || months < 0) throw new RangeError('Months must be whole.');
  if (!(rate >= 0)) throw new RangeError('The discount cannot be negative.');
  let [value, before] = [0, 0];
  for (let month = 1; month <= months; month += 1) {
    const until = expected(month);
    value += (spend * (until - before)) / (1 + rate) ** month;
    before = until;
  }
  return value;
}
