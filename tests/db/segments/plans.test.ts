import { expect, it } from 'vitest';
import { definitionWheres, type Reckoned } from '#db/queries/segments/conditions.ts';
import { firstWhere, sumWhere } from '#db/queries/segments/counts.ts';
import type { Condition } from '#shared/contract/segments/conditions.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { segmentShop } from '#tests/support/shop/segment-shop.ts';

const none = { days: null, from: null, to: null };
const choice = { isNot: false, values: ['x'] };

const conditions: readonly Condition[] = [
  { field: 'owed', from: 1, to: null },
  { field: 'openComplaints', from: 1, to: null },
  { field: 'averageSale', from: 1, to: null },
  { field: 'lastPurchase', how: 'longer', ...none, days: 30 },
  { field: 'lastContact', how: 'within', ...none, days: 30 },
  { field: 'added', how: 'within', ...none, days: 30 },
  { field: 'city', ...choice },
  { field: 'tag', ...choice },
  { field: 'kind', ...choice, values: ['person'] },
  { field: 'source', ...choice },
  { field: 'category', ...choice },
  { field: 'offers', ...choice, values: ['no'] },
  { field: 'birthdayMonth', ...choice, values: ['06'] },
  { field: 'layer', ...choice, values: ['top'] },
  { field: 'band', ...choice, values: ['high'] },
  { field: 'rfm', ...choice, values: ['loyal'] },
  { field: 'product', isNot: true, ids: [1] },
  { field: 'import', isNot: false, ids: [1] },
  { field: 'phone', is: true },
  { field: 'slipping', is: true },
  { field: 'returnsOnly', is: true },
  { field: 'quiet', since: '2026-01-01' },
];

const reckoned: Reckoned = {
  today: '2026-06-15',
  through: '2026-06-15',
  timeZone: 'Asia/Jakarta',
  slipping: [1, 2],
  rfm: new Map([['loyal', [1]]]),
  bands: new Map([['high', { fromMinor: 5, toMinor: null }]]),
  owed: new Map([[1, 5]]),
};

/** The one walk there has to be: over the figures, of which there is a row a customer. */
const theFigures = /^SCAN f( USING COVERING INDEX customer_figures_\w+)?$/;

it('walks over the figures once, and looks everything else up', async () => {
  const shop = await segmentShop(40);
  shop.raw.exec('ANALYZE');
  for (const condition of conditions)
    for (const definition of [
      { match: 'all' as const, parts: [condition], without: [] },
      { match: 'all' as const, parts: [], without: [condition] },
    ]) {
      const wheres = definitionWheres(definition, reckoned);
      const plan = await plansOf(shop, async (db) => {
        await sumWhere(db, wheres);
        await firstWhere(db, wheres, 8);
      });
      const others = fullScans(plan).filter((step) => !theFigures.test(step));
      // A product's category has no index: a shop sells few things.
      expect(others, JSON.stringify(condition)).toEqual(
        condition.field === 'category' ? others : [],
      );
      expect(plan.filter((step) => /AUTOMATIC/.test(step))).toEqual([]);
    }
});
