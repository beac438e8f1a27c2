import { expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { defaultSettings } from '#db/queries/settings.ts';
import { figureRules } from '#electron/services/insights/refresh.ts';
import { contract } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Counted already by the rules the app starts with: it has nothing to count by itself. */
function finish(raw: RawHandle): void {
  finishShop(raw, figureRules(defaultSettings, today));
}

const counting = contract['insights.refresh'].touches.join();

/** Resolves when the figures have been counted anew, apart from the window. */
function recounted(shop: TempShop): Promise<void> {
  return new Promise((resolve) => {
    const stop = shop.app.onEvent((event) => {
      if (event.type !== 'changed' || event.touches.join() !== counting) return;
      stop();
      resolve();
    });
  });
}

async function layers(shop: TempShop): Promise<string[]> {
  const { rows } = await shop.ask('customers.list', {
    order: { sort: 'name', descending: false },
  });
  return rows.map(
    ({ name, layer, activeRevenueMinor }) => `${name} ${layer} ${activeRevenueMinor}`,
  );
}

it('figures are counted anew on a new day, though nothing was changed', async () => {
  const shop = await tempShop((raw) => {
    for (const [name, soldOn] of [
      ['Budi', '2026-06-01'],
      ['Ratna', '2025-06-15'],
      ['Sri', '2026-06-16'],
    ] as const)
      addSale(raw, { customerId: addCustomer(raw, { name }), soldOn, revenueMinor: 100 });
    finish(raw);
  });
  expect(await layers(shop)).toEqual(['Budi top 100', 'Ratna small 100', 'Sri prospect 0']);
  expect(shop.events).toEqual([]);
  shop.machine.day = '2026-06-16';
  const done = recounted(shop);
  await shop.ask('history.last', {});
  await done;
  expect(await layers(shop)).toEqual(['Budi small 100', 'Ratna inactive 0', 'Sri top 100']);
});

it('the layers of the others follow who is deleted, comes back, and what counts as active', async () => {
  const shop = await tempShop((raw) => {
    for (const [name, soldOn, revenueMinor] of [
      ['Ani', '2026-06-01', 900],
      ['Budi', '2026-03-01', 500],
      ['Cici', '2026-06-02', 400],
    ] as const)
      addSale(raw, { customerId: addCustomer(raw, { name }), soldOn, revenueMinor });
    finish(raw);
  });
  const all = ['Ani top 900', 'Budi small 500', 'Cici small 400'];
  expect(await layers(shop)).toEqual(all);
  const deleted = recounted(shop);
  const { batchId } = await shop.ask('customers.delete', { ids: [1 as CustomerId] });
  await deleted;
  expect(await layers(shop)).toEqual(['Budi top 500', 'Cici small 400']);
  const restored = recounted(shop);
  await shop.ask('history.undo', { batchId });
  await restored;
  expect(await layers(shop)).toEqual(all);
  const settled = recounted(shop);
  await shop.ask('settings.update', { activeMonths: 1 });
  await settled;
  expect(await layers(shop)).toEqual(['Ani top 900', 'Budi inactive 0', 'Cici small 400']);
});
