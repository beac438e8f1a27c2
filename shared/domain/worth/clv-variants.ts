/**
 * The sharper forms of the basic formula. Money in any one unit, not rounded; rates are fractions
 * of one (0.1 is ten per cent); a year is the time unit throughout.
 */
export type YearlyCustomer = {
  averageSale: number;
  perYear: number;
  /** Gross margin, 0 to 1. */
  margin: number;
  /** What keeping the customer costs in a year. */
  keepingCostPerYear: number;
};

/** What a customer leaves in one year: sale × frequency × margin − cost of keeping. */
export function contributionPerYear(customer: YearlyCustomer): number {
  const { averageSale, perYear, margin, keepingCostPerYear } = customer;
  return averageSale * perYear * margin - keepingCostPerYear;
}

/** Margin and cost of keeping over the years kept, money today worth as much as money later. */
export function contributionClv(customer: YearlyCustomer, years: number): number {
  return contributionPerYear(customer) * years;
}

/**
 * Discounted over whole years: Σ contribution / (1 + d)^k, k = 1…years; with `mid-year` the money
 * of a year arrives in its middle (k − ½).
 * @throws RangeError when `years` is not a whole number or the discount not above −1.
 */
export function discountedClv(
  customer: YearlyCustomer,
  years: number,
  discount: number,
  timing: 'end-of-year' | 'mid-year',
): number {
  if (!Number.isInteger(years) || years < 0) throw new RangeError('Years must be a whole number.');
  if (!(discount > -1)) throw new RangeError('The discount must be above −1.');
  const early = timing === 'mid-year' ? 0.5 : 0;
  let sum = 0;
  for (let year = 1; year <= years; year += 1) sum += (1 + discount) ** (early - year);
  return contributionPerYear(customer) * sum;
}

/**
 * Churn form, not discounted: contribution / (1 − r), the years kept being 1 / (1 − r).
 * @throws RangeError when the retention `r` is not in [0, 1).
 */
export function churnClv(customer: YearlyCustomer, retention: number): number {
  assertRetention(retention);
  return contributionPerYear(customer) / (1 - retention);
}

/**
 * Gupta & Lehmann's infinite horizon: m·r / (1 + d − r) when the first margin comes in a year,
 * m·(1 + d) / (1 + d − r) when it comes now; the two differ by that first year's margin.
 * @throws RangeError when the retention is not in [0, 1) or the discount negative.
 */
export function guptaLehmannClv(
  customer: YearlyCustomer,
  retention: number,
  discount: number,
  firstMargin: 'now' | 'in-a-year',
): number {
  assertRetention(retention);
  if (!(discount >= 0)) throw new RangeError('The discount cannot be negative.');
  const factor = firstMargin === 'now' ? 1 + discount : retention;
  return (contributionPerYear(customer) * factor) / (1 + discount - retention);
}

function assertRetention(retention: number): void {
  if (!(retention >= 0 && retention < 1)) throw new RangeError('Retention is 0 up to below 1.');
}
