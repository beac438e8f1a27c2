import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { idsTo } from '#tests/support/shop/trash-shop.ts';

async function left(shop: TempShop): Promise<number> {
  const { raw, close } = openConnection(shop.database, { readonly: true });
  const count = Number(raw.prepare('SELECT count(*) FROM customers').pluck().get());
  await close();
  return count;
}

/** What was deleted has been there for 29 days; whether it goes by itself is `trashDays`. */
async function aMonthLater(trashDays: 30 | null) {
  const shop = await tempShop((raw) => {
    for (const name of ['Ratna', 'Budi', 'Wayan']) addCustomer(raw, { name });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', trashDays });
  shop.machine.day = '2026-05-16';
  await shop.ask('customers.delete', { ids: idsTo(2) });
  shop.machine.day = '2026-06-14';
  await shop.app.close();
  return startShop(shop.folder, shop.machine);
}

function removedBy(shop: TempShop): Promise<void> {
  return new Promise((resolve) => {
    shop.app.onEvent((event) => {
      if (event.type === 'task-ended' && event.channel === 'trash.removeOld') resolve();
    });
  });
}

it('what is old enough goes when a new day begins, and not before', async () => {
  const shop = await aMonthLater(30);
  await shop.ask('trash.counts', {});
  expect(await left(shop)).toBe(3);
  const removed = removedBy(shop);
  shop.machine.day = '2026-06-15';
  await shop.ask('trash.counts', {});
  await removed;
  expect(await left(shop)).toBe(1);
  expect((await shop.ask('backups.last', {})).count).toBe(1);
});

it('nothing goes where that is off, whatever day it is', async () => {
  const shop = await aMonthLater(null);
  shop.machine.day = '2036-06-15';
  await shop.ask('trash.counts', {});
  await shop.ask('settings.get', {});
  expect(await left(shop)).toBe(3);
  expect((await shop.ask('backups.last', {})).count).toBe(0);
});
