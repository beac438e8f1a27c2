import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { recountReport } from '#tests/support/complaint-recount.ts';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const size = { customers: 40, products: 5, sales: 200, complaints: 50, claims: 10 };

test('complaints.report answers from the task process, by the shop’s own zone and hours', async () => {
  const shop = await tempShop((raw) => fillWithComplaints(raw, drawFrom(7), size));
  await shop.ask('settings.update', { timeZone: 'Pacific/Kiritimati' });
  const span = { from: '2025-06-01', to: '2026-05-31' };
  const report = await shop.ask('complaints.report', span);
  expect(report.received).toBeGreaterThan(10);
  const { settings } = await shop.ask('settings.get', {});
  const connection = openConnection(shop.database);
  const now = shop.machine.platform.clock.instant();
  const again = recountReport({
    ...span,
    raw: connection.raw,
    settings,
    today: shop.machine.day,
    now,
  });
  await connection.close();
  expect(report).toMatchObject({
    received: again.received,
    open: again.open,
    answer: again.answer,
    resolution: again.resolution,
    byCause: again.byCause,
    twice: again.twice,
  });
});

test('without a complaint every figure is empty, and nothing is claimed', async () => {
  const shop = await tempShop();
  const report = await shop.ask('complaints.report', { from: '2026-05-01', to: '2026-06-15' });
  expect(report).toMatchObject({ received: 0, open: 0, byCause: [], defects: [], twice: [] });
  expect(report.byMonth.map((month) => month.month)).toEqual(['2026-05', '2026-06']);
  expect(report.boughtAgain).toMatchObject({ complainers: 0, share: null, isTooFew: true });
  expect(report.answer).toMatchObject({ done: 0, open: 0, medianMinutes: null, p90Minutes: null });
});

test('a day that is none is refused', async () => {
  const shop = await tempShop();
  const error = await shop.fail('complaints.report', { from: '2026-02-30', to: '2026-03-01' });
  expect(error.code).toBe('VALIDATION');
});
