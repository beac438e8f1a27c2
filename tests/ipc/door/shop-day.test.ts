import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { defaultSettings } from '#db/queries/settings.ts';
import { figureRules } from '#electron/services/insights/refresh.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const ratna = 1 as CustomerId;

/** A shop on the evening of a month's last day in Greenwich: in Jakarta the next month has begun. */
async function shopAtNight(
  day = '2026-05-31',
  time = '17:00',
): Promise<TempShop & { readonly suggested: string[] }> {
  const machine = testMachine();
  const suggested: string[] = [];
  machine.platform.dialogs.saveTable = async (name) => {
    suggested.push(name);
    return null;
  };
  Object.assign(machine, { day, time });
  const folder = tempFolder();
  const empty = await startShop(folder, machine);
  await empty.app.close();
  const { raw, close } = openConnection(empty.database);
  addCustomer(raw, { name: 'Ratna' });
  addSale(raw, { customerId: ratna, soldOn: '2026-06-01', revenueMinor: 700 });
  finishShop(raw, figureRules(defaultSettings, day));
  await close();
  return Object.assign(await startShop(folder, machine), { suggested });
}

it('today is the day at the shop, wherever the laptop is', async () => {
  const shop = await shopAtNight();
  const days = async () => ({
    settings: (await shop.ask('settings.get', {})).today,
    through: (await shop.ask('insights.month', {})).through,
  });
  expect(await days()).toEqual({ settings: '2026-06-01', through: '2026-05-31' });
  await shop.call('customers.export', { format: 'csv', titles: {} });
  await shop.call('followUps.calendar', {});
  expect(shop.suggested).toEqual(['langgan-customers-2026-06-01.csv', 'langgan-2026-06-01.ics']);
  await shop.ask('settings.update', { timeZone: 'America/Anchorage' });
  expect(await days()).toEqual({ settings: '2026-05-31', through: '2026-05-30' });
  shop.machine.time = '07:59';
  expect(await days()).toEqual({ settings: '2026-05-30', through: '2026-05-29' });
});

it('what is refused as still to come, and what is done today, goes by that day', async () => {
  const shop = await shopAtNight();
  const review = { platform: 'google', text: 'Enak', customerId: ratna } as const;
  const posted = (postedOn: string) => shop.call('reviews.create', { ...review, postedOn });
  expect(await posted('2026-06-02')).toMatchObject({
    ok: false,
    error: { code: 'VALIDATION', issues: [{ problem: 'in-the-future' }] },
  });
  expect(await posted('2026-06-01')).toMatchObject({ ok: true });
  await shop.ask('followUps.create', { customerId: ratna, plan: { dueOn: '2026-06-01' } });
  expect((await shop.ask('followUps.today', { span: 'today' })).rows).toMatchObject([
    { dueOn: '2026-06-01', daysLate: 0 },
  ]);
});

it('the figures are counted anew at the shop’s midnight', async () => {
  const shop = await shopAtNight('2026-05-31', '16:59');
  const counted = () =>
    new Promise<void>((resolve) => {
      const stop = shop.app.onEvent((event) => {
        if (event.type !== 'changed' || !event.touches.includes('customers')) return;
        stop();
        resolve();
      });
    });
  const layer = async () => (await shop.ask('customers.get', { id: ratna })).layer;
  // What is sold tomorrow is no sale yet.
  expect(await layer()).toBe('prospect');
  shop.machine.time = '17:00';
  const done = counted();
  await shop.ask('history.last', {});
  await done;
  expect(await layer()).toBe('top');
});
