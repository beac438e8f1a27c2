import { expect, it } from 'vitest';
import {
  closedVouchers,
  openActionsOf,
  openComplaintIds,
  openVouchersOf,
  toldOf,
} from '#db/queries/handover/complaints.ts';
import {
  birthdayDates,
  bornOnAny,
  openClaims,
  openDates,
  openDeliveries,
} from '#db/queries/handover/dates.ts';
import { notesOfIds, pinsOnSheet } from '#db/queries/handover/notes.ts';
import {
  picturedAmounts,
  picturedBare,
  picturedBuying,
  picturedDays,
  picturedLines,
  picturedProducts,
} from '#db/queries/segments/picture/bought.ts';
import { handoverShop } from '#tests/support/handover/handover-shop.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { today } from '#tests/support/shop/build-shop.ts';

it('walks over no table for a hand-over: what is open is in an index of its own', async () => {
  const shop = await handoverShop();
  shop.raw.exec('ANALYZE');
  const plan = await plansOf(shop, async (db) => {
    const ids = await openComplaintIds(db);
    await toldOf(db, ids);
    await openActionsOf(db, ids);
    await openVouchersOf(db, ids, today);
    await closedVouchers(db, today);
    await openClaims(db);
    await openDates(db);
    await openDeliveries(db, today);
    await birthdayDates(
      db,
      (await bornOnAny(db, ['06-15', '06-16'])).map(({ customerId }) => customerId),
    );
    await pinsOnSheet(db, { customers: [1, 2], products: [1], causes: ['Basi'] });
    await notesOfIds(db, [1]);
  });
  expect(fullScans(plan)).toEqual([]);
  expect(plan.filter((step) => /AUTOMATIC/.test(step))).toEqual([]);
});

it('walks over the sales once for each question of a picture, and looks the rest up', async () => {
  const shop = await handoverShop();
  shop.raw.exec('ANALYZE');
  const members = [1, 2, 3];
  const questions = [
    (db: Parameters<typeof picturedDays>[0]) => picturedProducts(db, members, today),
    (db: Parameters<typeof picturedDays>[0]) => picturedDays(db, today),
    (db: Parameters<typeof picturedDays>[0]) => picturedAmounts(db, members, today),
    (db: Parameters<typeof picturedDays>[0]) => picturedBuying(db, today),
    (db: Parameters<typeof picturedDays>[0]) => picturedLines(db, today),
    (db: Parameters<typeof picturedDays>[0]) => picturedBare(db),
  ];
  for (const question of questions) {
    const plan = await plansOf(shop, question);
    expect(fullScans(plan).filter((step) => !/^SCAN [sv]$/.test(step))).toEqual([]);
    expect(plan.filter((step) => step === 'SCAN s').length).toBeLessThanOrEqual(1);
    expect(plan.filter((step) => /AUTOMATIC/.test(step))).toEqual([]);
  }
});
