import type { PointRule } from '#shared/domain/loyalty/rule.ts';
import type { RawHandle } from '../../file/client.ts';
import { countedSales } from './facts.ts';

/** What a rule gives for the sales of some days. */
export interface RuleSums {
  readonly sales: number;
  readonly giving: number;
  readonly nameless: number;
  readonly people: number;
  readonly points: number;
}

/** Counts what a rule gives for the sales between two days, both included; returns are not taken off. */
export function sumRule(
  raw: RawHandle,
  rule: Pick<PointRule, 'spendMinor' | 'points' | 'isBeforeDiscount'>,
  days: { readonly from: string; readonly to: string },
): RuleSums {
  const minor = rule.isBeforeDiscount ? 'paidMinor + discountMinor - byPointsMinor' : 'paidMinor';
  const row = raw
    .prepare(
      `SELECT count(customerId) AS sales, count(CASE WHEN customerId IS NOT NULL AND points > 0 THEN 1 END)
           AS giving, count(*) - count(customerId) AS nameless,
         count(DISTINCT CASE WHEN points > 0 THEN customerId END) AS people,
         coalesce(sum(CASE WHEN customerId IS NOT NULL THEN points END), 0) AS points
       FROM (SELECT customerId, CASE WHEN ${minor} > 0 THEN (${minor}) / CAST(@spend AS INTEGER) * CAST(@points AS INTEGER) ELSE 0 END AS points
         FROM (${countedSales}))`,
    )
    .get({ ...days, spend: rule.spendMinor, points: rule.points });
  return row as RuleSums;
}
