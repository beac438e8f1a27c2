import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function doneIn(shop: TempShop): Promise<readonly string[]> {
  const { steps } = await shop.ask('help.firstWeek', {});
  return steps.filter(({ isDone }) => isDone).map(({ step }) => step);
}

/** Ratna twice, by one phone. */
async function twice(): Promise<TempShop> {
  return tempShop((raw) => {
    for (const name of ['Ratna Kusuma', 'Ratna Kusuma'])
      addCustomer(raw, { name, phones: ['+628125550137'] });
    finishShop(raw);
  });
}

describe('the list of the first week', () => {
  it('of an empty shop has nothing done, and no last day before anything was written', async () => {
    const shop = await tempShop();
    expect(await shop.ask('help.firstWeek', {})).toMatchObject({ isShown: true, lastOn: null });
    expect(await doneIn(shop)).toEqual([]);
  });

  it('ticks each step by what is in the shop, and unticks it when that is taken back', async () => {
    const shop = await twice();
    expect(await doneIn(shop)).toEqual(['customers']);
    await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
    expect(await doneIn(shop)).toEqual(['customers', 'name']);
    const pair = { customerId: 1 as CustomerId, otherId: 2 as CustomerId };
    const { batchId } = await shop.ask('customers.tellApart', pair);
    expect(await doneIn(shop)).toEqual(['customers', 'name', 'same']);
    await shop.ask('history.undo', { batchId });
    expect(await doneIn(shop)).toEqual(['customers', 'name']);
    await shop.ask('customers.tellApart', pair);
    const plan = { dueOn: '2026-06-20' };
    await shop.ask('followUps.create', { customerId: 1 as CustomerId, plan });
    expect(await doneIn(shop)).toEqual(['customers', 'name', 'same', 'write']);
  });

  it('counts a complaint too, and nobody who is there twice as looked at', async () => {
    const shop = await tempShop((raw) => {
      addCustomer(raw, { name: 'Ratna Kusuma' });
      finishShop(raw);
    });
    expect(await doneIn(shop)).toEqual(['customers', 'same']);
    await shop.ask('complaints.create', { channel: 'visit', title: 'Apek', words: 'Bau' });
    expect(await doneIn(shop)).toEqual(['customers', 'same', 'write']);
  });

  it('ends once all is done, the last being a copy outside the laptop', async () => {
    const shop = await twice();
    await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
    await shop.ask('customers.tellApart', {
      ...{ customerId: 1 as CustomerId, otherId: 2 as CustomerId },
    });
    await shop.ask('complaints.create', { channel: 'visit', title: 'Apek', words: 'Bau' });
    shop.machine.picks.push([tempFolder()]);
    await shop.ask('backups.chooseSecond', {});
    // A folder that is chosen holds nothing yet.
    expect(await doneIn(shop)).not.toContain('copy');
    expect((await shop.ask('help.firstWeek', {})).isShown).toBe(true);
    await shop.ask('backups.make', {});
    await shop.ask('backups.fillSecond', {});
    expect((await doneIn(shop)).length).toBe(5);
    expect((await shop.ask('help.firstWeek', {})).isShown).toBe(false);
    // Asked back from Help it stays, all done.
    await shop.ask('settings.update', { tour: 'shown' });
    expect(await shop.ask('help.firstWeek', {})).toMatchObject({ isShown: true, lastOn: null });
  });

  it('ends after the seventh day of use, and can be put away before and asked back after', async () => {
    const shop = await twice();
    const { day } = shop.machine;
    expect(day).toBe('2026-06-15');
    await shop.ask('complaints.create', { channel: 'visit', title: 'Apek', words: 'Bau' });
    const isShown = async () => (await shop.ask('help.firstWeek', {})).isShown;
    expect((await shop.ask('help.firstWeek', {})).lastOn).toBe('2026-06-21');
    shop.machine.day = '2026-06-21';
    expect(await isShown()).toBe(true);
    shop.machine.day = '2026-06-22';
    expect(await isShown()).toBe(false);
    await shop.ask('settings.update', { tour: 'shown' });
    expect(await isShown()).toBe(true);
    await shop.ask('settings.update', { tour: 'away' });
    expect(await isShown()).toBe(false);
    shop.machine.day = '2026-06-16';
    expect(await isShown()).toBe(false);
  });

  it('is never shown in the sample shop, which has done it all', async () => {
    const shop = await tempShop();
    await shop.ask('sample.open', { language: 'en' });
    expect(await shop.ask('help.firstWeek', {})).toMatchObject({ isShown: false, steps: [] });
    await shop.ask('settings.update', { tour: 'shown' });
    expect((await shop.ask('help.firstWeek', {})).isShown).toBe(false);
  });
});
