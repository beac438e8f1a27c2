import { expect, it } from 'vitest';
import { monthlyRevenue, purchaseDays, returnsOf } from '#db/queries/insights.ts';
import { silentBuyers } from '#db/queries/insights-slipping.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { silenceBounds } from '#shared/domain/worth/retention/rhythm.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

it('what is dated after today is no part of what is said of a customer', async () => {
  const { db, raw } = await tempDatabase();
  const ayu = addCustomer(raw, { name: 'Ayu' });
  for (const soldOn of ['2026-02-01', '2026-03-01', '2026-04-01', today])
    addSale(raw, { customerId: ayu, soldOn, revenueMinor: 500 });
  addSale(raw, { customerId: ayu, soldOn: '2026-04-02', revenueMinor: -100, kind: 'return' });
  const answers = async () => {
    finishShop(raw);
    return [
      await returnsOf(db, ayu, today),
      [...(await monthlyRevenue(db, ayu, '2026-01-01', today))],
      await purchaseDays(db, ayu, today),
      await silentBuyers(db, { through: addDays(today, 9), today, bounds: silenceBounds(null) }),
    ];
  };
  const before = await answers();
  expect(before[0]).toEqual({ returns: 1, returnsMinor: 100 });
  addSale(raw, { customerId: ayu, soldOn: addDays(today, 1), revenueMinor: 900 });
  addSale(raw, { customerId: ayu, soldOn: addDays(today, 2), revenueMinor: -50, kind: 'return' });
  expect(await answers()).toEqual(before);
});
