import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '#db/queries/settings.ts';
import { complaintReportOf } from '#electron/services/complaints/report/report.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { type ComplaintReport, complaintReport } from '#shared/contract/complaints-report.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { recountReport } from '#tests/support/complaint-recount.ts';
import {
  drawFrom,
  fillWithComplaints,
  type ShopSize,
} from '#tests/support/shop/random-complaints.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const today = '2026-06-15';
const zones = [
  'Asia/Jakarta',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Pacific/Pago_Pago',
];
const split = [
  { opens: '09:00', closes: '12:00' },
  { opens: '13:30', closes: '24:00' },
];
const weeks: ShopSettings['businessHours'][] = [
  defaultSettings.businessHours,
  [split, [], split, [], split, split, split],
  [[], [], [], [], [], [], []],
];
const usual: ShopSize = { customers: 60, products: 8, sales: 400, complaints: 80, claims: 25 };
const sizes: ShopSize[] = [
  usual,
  usual,
  { customers: 120, products: 3, sales: 900, complaints: 60, claims: 40 },
  { customers: 12, products: 2, sales: 30, complaints: 6, claims: 2 },
  { customers: 1, products: 1, sales: 0, complaints: 1, claims: 1 },
  { customers: 0, products: 0, sales: 0, complaints: 0, claims: 0 },
];
const spans = [
  ['2025-02-01', '2026-06-15'],
  ['2026-01-01', '2026-12-31'],
  ['2025-06-01', '2025-12-31'],
  ['2025-11-03', '2026-03-30'],
  ['2026-05-01', '2026-05-31'],
  ['2026-06-15', '2026-06-15'],
] as const;

async function reportOf(
  shop: TempDatabase,
  settings: ShopSettings,
  span: { from: string; to: string },
  now: string,
): Promise<ComplaintReport> {
  const answer = await complaintReportOf(
    {
      db: shop.db,
      settings,
      today,
      clock: { now: () => Date.parse(now), instant: () => now, today: () => today },
      ids: { next: () => 'one' },
      shop: { paths: shopPaths(shop.folder), isSample: false, appVersion: '0' },
    },
    span,
  );
  return complaintReport.parse(answer);
}

/** Sums of fractions taken in another order differ in the last bits. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(11));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

test('every number of the report equals an independent SQL recount in shops of random data', async () => {
  const seen = { enough: 0, out: 0, cameBack: 0, held: 0, waiting: 0, unwaited: 0, notReached: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...weeks),
      fc.constantFrom(...sizes),
      async (seed, timeZone, businessHours, size) => {
        const shop = await tempDatabase();
        fillWithComplaints(shop.raw, drawFrom(seed), size);
        const settings = { ...defaultSettings, timeZone, businessHours };
        const now = `${today}T0${seed % 10}:3${seed % 7}:00.000Z`;
        for (const [from, to] of spans) {
          const report = await reportOf(shop, settings, { from, to }, now);
          const again = recountReport({ raw: shop.raw, settings, from, to, today, now });
          expect(rounded(report)).toEqual(rounded(again));
          if (!report.boughtAgain.isTooFew) seen.enough += 1;
          for (const what of ['cameBack', 'held', 'waiting', 'unwaited'] as const)
            if (report.cameBack[what] > 0) seen[what] += 1;
          if (report.answer.open > 0 && report.answer.p90Minutes === null) seen.notReached += 1;
          if (report.defects.some((one) => one.months.some((month) => month.isOut))) seen.out += 1;
        }
        await shop.close();
      },
    ),
    { numRuns: 14 },
  );
  // The data did reach what is hard to reach.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
}, 240_000);
