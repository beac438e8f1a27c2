import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  churnClv,
  contributionClv,
  discountedClv,
  guptaLehmannClv,
} from '#shared/domain/worth/clv-variants.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const elok = { averageSale: 275_000, perYear: 24, margin: 0.4, keepingCostPerYear: 300_000 };
const free = { ...elok, keepingCostPerYear: 0 };

describe('the sharper forms of the basic formula', () => {
  it('gives the worked amounts of Elok', () => {
    expect(contributionClv(free, 3)).toBeCloseTo(7_920_000, 6);
    expect(contributionClv(elok, 3)).toBeCloseTo(7_020_000, 6);
    expect(discountedClv(elok, 3, 0.1, 'end-of-year')).toBeCloseTo(5_819_233.66, 2);
    expect(discountedClv(elok, 3, 0.1, 'mid-year')).toBeCloseTo(6_103_263.75, 2);
    expect(churnClv(elok, 0.8)).toBeCloseTo(11_700_000, 6);
    expect(guptaLehmannClv(elok, 0.8, 0.1, 'in-a-year')).toBeCloseTo(6_240_000, 6);
    expect(guptaLehmannClv(elok, 0.8, 0.1, 'now')).toBeCloseTo(8_580_000, 6);
  });

  it('differs between Gupta and Lehmann’s two forms by exactly one year’s contribution', () => {
    const now = guptaLehmannClv(elok, 0.65, 0.07, 'now');
    expect(now - guptaLehmannClv(elok, 0.65, 0.07, 'in-a-year')).toBeCloseTo(2_340_000, 6);
  });

  it('is the undiscounted value at a discount of nothing', () => {
    expect(discountedClv(elok, 3, 0, 'end-of-year')).toBe(contributionClv(elok, 3));
  });

  it('refuses a retention of one, half a year, and a negative discount', () => {
    expect(() => churnClv(elok, 1)).toThrow(RangeError);
    expect(() => discountedClv(elok, 2.5, 0.1, 'mid-year')).toThrow(RangeError);
    expect(() => guptaLehmannClv(elok, 0.8, -0.1, 'now')).toThrow(RangeError);
  });
});

const path = sharedData('clv/ref_small_cases.json');

describe.skipIf(path === null)(
  'against the reference cases (skipped without ../shared/data)',
  () => {
    it('meets every value to twelve digits', () => {
      const { elok: want } = JSON.parse(readFileSync(path ?? '', 'utf8'));
      const customer = {
        averageSale: want.avg_sale,
        perYear: want.purchases_per_year,
        margin: want.gross_margin,
        keepingCostPerYear: want.retention_cost_per_year,
      };
      const { years, discount, retention_rate: retention } = want;
      const pairs = [
        [contributionClv({ ...customer, margin: 1, keepingCostPerYear: 0 }, years), want.basic],
        [contributionClv({ ...customer, keepingCostPerYear: 0 }, years), want.with_margin],
        [contributionClv(customer, years), want.margin_minus_retention_cost],
        [discountedClv(customer, years, discount, 'end-of-year'), want.discounted_end_of_year],
        [discountedClv(customer, years, discount, 'mid-year'), want.discounted_mid_year],
        [churnClv(customer, retention), want.simple_churn_clv],
        [
          guptaLehmannClv(customer, retention, discount, 'now'),
          want.gupta_lehmann_infinite_first_payment_now,
        ],
        [
          guptaLehmannClv(customer, retention, discount, 'in-a-year'),
          want.gupta_lehmann_infinite_first_payment_in_1y,
        ],
      ];
      for (const [got, expected] of pairs) expect(Math.abs(got / expected - 1)).toBeLessThan(1e-12);
    });
  },
);
