import { beforeEach, describe, expect, it } from 'vitest';
import { isSearchDeferred } from '#db/queries/search/index.ts';
import { syncServiceOf } from '#electron/services/settings.ts';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addFollowUp } from '#tests/support/reminder-rows.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const deletedAt = '2026-06-01T00:00:00.000Z';

function person(parts: Partial<Input<'customers.create'>>): Input<'customers.create'> {
  return {
    ...{ kind: 'person', relation: 'customer', mark: null, name: '', birthdayOn: null },
    ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
    ...{ taxId: null, note: null, recommendedBy: null },
    ...{ contactPoints: [], addresses: [], tags: [], ...parts },
  };
}

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

function bought(soldOn: string, revenueMinor: number, parts: object = {}): void {
  addSale(shop.raw, { customerId: ratna, soldOn, revenueMinor, ...parts });
}

describe('what is shown of a customer', () => {
  beforeEach(() => {
    const { raw } = shop;
    addCustomer(raw, { name: 'Ratna', phones: ['+62811', '+62812'], city: 'Bantul' });
    // What stands first was written down last.
    raw.exec(`
      UPDATE contact_points SET position = 1 - position;
      UPDATE addresses SET position = 1;
      INSERT INTO addresses (customer_id, city, position) VALUES (1, 'Sleman', 0)`);
    const done = { done_at: '2026-06-01T03:00:00.000Z', done_on: '2026-06-01' };
    addFollowUp(raw, ratna, '2026-06-01', done);
    addFollowUp(raw, ratna, '2026-06-10', { deleted_at: deletedAt });
    for (const day of ['2026-06-20', '2026-06-18', '2026-06-25']) addFollowUp(raw, ratna, day);
    bought('2024-01-10', 1_000);
    bought('2026-03-10', 500);
    bought('2026-05-10', 300);
    bought('2026-05-11', -50, { kind: 'return' });
    finishShop(raw);
  });

  it('is the first phone and city, the next day to contact again, and both revenues in the list', async () => {
    const { rows } = await shop.ask('customers.list', {});
    const [row] = rows;
    expect(row).toEqual({
      ...{ id: ratna, name: 'Ratna', kind: 'person', layer: 'top', phone: '+62812' },
      ...{ city: 'Sleman', lastPurchaseOn: '2026-05-10', purchases: 3, revenueMinor: 1_750 },
      ...{ activeRevenueMinor: 750, clvMinor: 1_750, contactAgainOn: '2026-06-18', own: [] },
      ...{ points: 0, tier: null },
    });
    const inWorth = async (clvFromMinor: number | null, clvToMinor: number | null) =>
      (await shop.ask('customers.list', { filter: { clvFromMinor, clvToMinor } })).rows.length;
    const worth = row?.clvMinor ?? 0;
    expect([
      await inWorth(worth, null),
      await inWorth(worth + 1, null),
      await inWorth(null, worth),
      await inWorth(null, worth - 1),
    ]).toEqual([1, 0, 1, 0]);
  });

  it('is the first and the last purchase, and who brought them, on the page', async () => {
    const made = await shop.ask('customers.create', person({ name: 'Sri', recommendedBy: ratna }));
    expect(await shop.ask('customers.get', { id: ratna })).toMatchObject({
      ...{ layer: 'top', purchases: 3, revenueMinor: 1_750, activeRevenueMinor: 750 },
      ...{ firstPurchaseOn: '2024-01-10', lastPurchaseOn: '2026-05-10', recommendedByName: null },
      facts: { contactPoints: [{ value: '+62812' }, { value: '+62811' }] },
    });
    expect(await shop.ask('customers.get', { id: made.id })).toMatchObject({
      ...{ layer: 'prospect', purchases: 0, revenueMinor: 0, recommendedByName: 'Ratna' },
    });
  });
});

describe('tags and cities in use', () => {
  it('come most used first, a customer once for a city, nobody in the trash', async () => {
    const { raw } = shop;
    addCustomer(raw, { name: 'A', city: 'Sleman', tags: ['vip', 'kopi'] });
    addCustomer(raw, { name: 'B', city: 'Bantul', tags: ['kopi'] });
    addCustomer(raw, { name: 'C', city: 'Bantul', tags: ['antar'] });
    addCustomer(raw, { name: 'D', city: 'Malang', tags: ['lama'], deletedAt });
    raw.exec("INSERT INTO addresses (customer_id, city) VALUES (1, 'Sleman'), (1, 'Sleman')");
    finishShop(raw);
    expect(await shop.ask('customers.facets', {})).toEqual({
      tags: [
        { value: 'kopi', count: 2 },
        { value: 'antar', count: 1 },
        { value: 'vip', count: 1 },
      ],
      cities: [
        { value: 'Bantul', count: 2 },
        { value: 'Sleman', count: 1 },
      ],
    });
    expect((await shop.ask('settings.get', {})).customers).toBe(3);
  });
});

describe('a change', () => {
  const label = async () => (await shop.ask('history.last', {}))?.label;

  it('is called by the first three it was done to, in the order they were chosen, and counts the others', async () => {
    for (const name of ['A', 'B', 'C', 'D']) addCustomer(shop.raw, { name });
    finishShop(shop.raw);
    await shop.ask('customers.tag', { ids: [3, 1, 4, 2] as CustomerId[], tag: 'vip' });
    expect(await label()).toBe('C, A, D +1');
  });

  it('to somebody without a name is called by the phone, of which a field takes one', async () => {
    const phone = (value: string) =>
      person({ contactPoints: [{ kind: 'phone', label: null, value }] });
    await shop.ask('customers.create', phone('0812 5550 0137'));
    expect(await label()).toBe('+6281255500137');
    await expect(
      shop.ask('customers.create', phone('0812 5550 0137 / 0813 7770 0042')),
    ).rejects.toMatchObject({
      error: { issues: [{ path: 'contactPoints.0.value', problem: 'not-a-phone' }] },
    });
  });

  it('of up to fifty is found at once, of more with the next count', async () => {
    shop.raw.transaction(() => {
      for (let index = 0; index < 51; index += 1) addCustomer(shop.raw, { name: `Ani ${index}` });
      finishShop(shop.raw);
    })();
    const ids = Array.from({ length: 51 }, (_, index) => (index + 1) as CustomerId);
    const found = async (search: string) =>
      (await shop.ask('customers.list', { filter: { search } })).rows.length;
    await shop.ask('customers.tag', { ids: ids.slice(0, 50), tag: 'lebaran' });
    expect([isSearchDeferred(shop.raw), await found('lebaran')]).toEqual([false, 50]);
    await shop.ask('customers.tag', { ids, tag: 'natal' });
    expect([isSearchDeferred(shop.raw), await found('natal')]).toEqual([true, 0]);
    await shop.ask('insights.refresh', {});
    expect([isSearchDeferred(shop.raw), await found('natal')]).toEqual([false, 51]);
  });
});

describe('settings', () => {
  it('settle the country with the first answer only', async () => {
    await shop.ask('settings.update', { shopName: 'Kedai', currency: 'MYR' });
    const again = await shop.ask('settings.update', { shopName: 'Kedai Baru', currency: 'IDR' });
    expect(again).toMatchObject({ shopName: 'Kedai Baru', country: 'MY', currency: 'IDR' });
  });

  it.each([
    ['/home/sekar/Documents/Langgan', null],
    ['/home/sekar/Dropbox/Langgan', 'Dropbox'],
    ['C:\\Users\\Sekar\\Dropbox (Sekar Pagi)\\Langgan', 'Dropbox'],
    ['C:\\Users\\Sekar\\OneDrive - Sekar Pagi\\Langgan', 'OneDrive'],
    ['C:\\Users\\Sekar\\OneDrive', 'OneDrive'],
    ['G:\\My Drive\\Langgan', 'Google Drive'],
    ['/Users/sekar/Library/CloudStorage/GoogleDrive-sekar@contoh.id/Langgan', 'Google Drive'],
    ['/Users/sekar/Library/Mobile Documents/com~apple~CloudDocs/Langgan', 'iCloud'],
    ['\\\\server\\bersama\\Langgan', 'network'],
    ['//server/bersama', 'network'],
    ['/home/sekar/onedriver/Langgan', null],
  ])('know of %s that it is kept by %s', (folder, service) => {
    expect(syncServiceOf(folder)).toBe(service);
  });
});
