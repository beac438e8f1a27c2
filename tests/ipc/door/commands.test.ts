import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Facts = Input<'customers.create'>;

function facts(parts: Partial<Facts> = {}): Facts {
  return {
    kind: 'person',
    relation: 'customer',
    mark: null,
    name: 'Ratna Kusumawardani',
    birthdayOn: null,
    gender: null,
    occupation: null,
    source: null,
    uses: null,
    tastes: null,
    matters: null,
    taxId: null,
    note: null,
    recommendedBy: null,
    contactPoints: [{ kind: 'phone', label: null, value: '0812-5550-0137' }],
    addresses: [],
    tags: [],
    ...parts,
  };
}

async function names(shop: TempShop, search = ''): Promise<string[]> {
  const { rows } = await shop.ask('customers.list', {
    filter: { search },
    order: { sort: 'name', descending: false },
  });
  return rows.map((row) => row.name);
}

async function factsOf(shop: TempShop, id: CustomerId): Promise<Output<'customers.get'>['facts']> {
  return (await shop.ask('customers.get', { id })).facts;
}

describe('customers', () => {
  it('a new customer is in the list and found by phone at once', async () => {
    const shop = await tempShop();
    await shop.ask('customers.create', facts());
    expect(await names(shop)).toEqual(['Ratna Kusumawardani']);
    expect(await names(shop, '+62 812 5550 0137')).toEqual(['Ratna Kusumawardani']);
    expect(shop.events).toContainEqual({ type: 'changed', touches: ['customers', 'history'] });
  });

  it('stores phones as E.164', async () => {
    const shop = await tempShop();
    const { id } = await shop.ask('customers.create', facts());
    expect((await factsOf(shop, id)).contactPoints).toEqual([
      { kind: 'phone', label: null, value: '+6281255500137' },
    ]);
  });

  it('says which field is wrong', async () => {
    const shop = await tempShop();
    const wrong = facts({
      contactPoints: [
        { kind: 'phone', label: null, value: 'not a number' },
        { kind: 'email', label: null, value: 'nobody' },
      ],
      recommendedBy: 99 as CustomerId,
    });
    expect(await shop.fail('customers.create', wrong)).toEqual({
      code: 'VALIDATION',
      issues: [
        { path: 'contactPoints.0.value', problem: 'not-a-phone' },
        { path: 'contactPoints.1.value', problem: 'not-an-email' },
      ],
    });
    expect(await shop.fail('customers.create', facts({ recommendedBy: 99 as CustomerId }))).toEqual(
      {
        code: 'VALIDATION',
        issues: [{ path: 'recommendedBy', problem: 'no-such-customer' }],
      },
    );
    expect(await shop.fail('customers.create', facts({ name: '', contactPoints: [] }))).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'name', problem: 'name-or-phone' }],
    });
    expect(await names(shop)).toEqual([]);
  });

  it('an edit stores what differs, and refuses when somebody else was quicker', async () => {
    const shop = await tempShop();
    const { id } = await shop.ask('customers.create', facts());
    const expected = await factsOf(shop, id);
    const edited = { ...expected, name: 'Ratna K.' };
    await shop.ask('customers.update', { id, facts: edited, expected });
    expect(await factsOf(shop, id)).toEqual(edited);
    expect(await shop.fail('customers.update', { id, facts: edited, expected })).toEqual({
      code: 'CONFLICT',
      reason: 'changed-meanwhile',
    });
    const self = { ...edited, recommendedBy: id };
    expect(await shop.fail('customers.update', { id, facts: self, expected: edited })).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'recommendedBy', problem: 'recommends-self' }],
    });
  });

  it('an edit goes through where an import stored spaces that a form does not hand in', async () => {
    let id = 0;
    const shop = await tempShop((raw) => {
      id = addCustomer(raw, { name: ' Ratna ' });
      finishShop(raw);
    });
    const expected = await factsOf(shop, id as CustomerId);
    const edited = { ...expected, note: 'likes tea' };
    await shop.ask('customers.update', { id: id as CustomerId, facts: edited, expected });
    expect((await factsOf(shop, id as CustomerId)).note).toBe('likes tea');
  });

  it('keeps an Instagram and a TikTok name that are the same, through any number of edits', async () => {
    const shop = await tempShop();
    const contactPoints: Facts['contactPoints'] = [
      { kind: 'social', label: 'Instagram', value: 'ratna' },
      { kind: 'social', label: 'TikTok', value: 'ratna' },
    ];
    const { id } = await shop.ask('customers.create', facts({ contactPoints }));
    for (const note of ['one', 'two']) {
      const expected = await factsOf(shop, id);
      await shop.ask('customers.update', { id, facts: { ...expected, note }, expected });
    }
    expect((await factsOf(shop, id)).contactPoints).toEqual(contactPoints);
  });

  it('deleted ones leave the list and the search, and come back with an undo', async () => {
    const shop = await tempShop((raw) => {
      const id = addCustomer(raw, { name: 'Budi Santoso', phones: ['+6281377700042'] });
      addSale(raw, { customerId: id, soldOn: '2026-06-01', revenueMinor: 27_500_000 });
      finishShop(raw);
    });
    const list = () => shop.ask('customers.list', {});
    const before = await list();
    const [id] = before.rows.map((row) => row.id);
    if (id === undefined) throw new Error('no customer');
    const { batchId, count } = await shop.ask('customers.delete', { ids: [id] });
    expect(count).toBe(1);
    expect(await names(shop, 'budi')).toEqual([]);
    expect(await shop.ask('search.find', { text: '0042' })).toMatchObject({ customers: [] });
    expect((await shop.ask('customers.delete', { ids: [id] })).count).toBe(0);
    expect(await shop.ask('history.last', {})).toMatchObject({ id: batchId, kind: 'delete' });
    expect(await shop.ask('history.undo', { batchId })).toEqual({
      ...{ undone: 1, kept: [], isRedo: false, records: [{ entity: 'customers', count: 1 }] },
      ...{ deed: 'customerTrashed', label: 'Budi Santoso' },
    });
    expect((await list()).rows.map(({ layer: _, ...row }) => row)).toEqual(
      before.rows.map(({ layer: _, ...row }) => row),
    );
    expect(await names(shop, '0042')).toEqual(['Budi Santoso']);
    expect(await shop.fail('history.undo', { batchId })).toEqual({
      code: 'CONFLICT',
      reason: 'already-undone',
    });
  });

  it('a tag reaches those that are there and do not have it', async () => {
    const shop = await tempShop((raw) => {
      addCustomer(raw, { name: 'Ani', tags: ['vip'] });
      addCustomer(raw, { name: 'Budi' });
      finishShop(raw);
    });
    const ids = [1, 2, 777] as CustomerId[];
    const { batchId, count } = await shop.ask('customers.tag', { ids, tag: 'vip' });
    expect(count).toBe(1);
    expect((await shop.ask('customers.facets', {})).tags).toEqual([{ value: 'vip', count: 2 }]);
    const history = await shop.ask('history.ofCustomer', { customerId: 2 as CustomerId });
    expect(history).toMatchObject([
      { id: batchId, kind: 'edit', changes: [{ field: 'tag', before: null, after: 'vip' }] },
    ]);
    await shop.ask('customers.delete', { ids: [2 as CustomerId] });
    expect((await shop.ask('customers.facets', {})).tags).toEqual([{ value: 'vip', count: 1 }]);
  });
});

describe('many customers at once', () => {
  it('are found by their new tag after the next refresh, and those deleted never again', async () => {
    const shop = await tempShop((raw) => {
      for (let index = 0; index < 120; index += 1) addCustomer(raw, { name: `Ani ${index}` });
      finishShop(raw);
    });
    const ids = Array.from({ length: 60 }, (_, index) => (index + 1) as CustomerId);
    await shop.ask('customers.tag', { ids, tag: 'lebaran' });
    await shop.ask('insights.refresh', {});
    expect(await names(shop, 'lebaran')).toHaveLength(60);
    const { batchId } = await shop.ask('customers.delete', { ids });
    expect(await names(shop, 'lebaran')).toEqual([]);
    expect(await names(shop, 'ani')).toHaveLength(60);
    await shop.ask('history.undo', { batchId });
    await shop.ask('insights.refresh', {});
    expect(await names(shop, 'lebaran')).toHaveLength(60);
  });
});

describe('settings', () => {
  it('the first answer settles the country by whose money it is, unless it says the country', async () => {
    const shop = await tempShop();
    await shop.ask('settings.update', { shopName: 'Kedai', currency: 'MYR' });
    expect((await shop.ask('settings.get', {})).settings.country).toBe('MY');
    await shop.ask('settings.update', { currency: 'IDR' });
    expect((await shop.ask('settings.get', {})).settings.country).toBe('MY');
    const other = await tempShop();
    await other.ask('settings.update', { shopName: 'Kedai', currency: 'USD', country: 'SG' });
    expect((await other.ask('settings.get', {})).settings.country).toBe('SG');
  });

  it('a guess stands until the first answer, and a language chosen before it stays', async () => {
    const shop = await tempShop();
    expect(await shop.ask('settings.get', {})).toMatchObject({
      isSetUp: false,
      today,
      settings: { language: 'en', country: 'ID', currency: 'IDR' },
    });
    await shop.ask('settings.update', { language: 'id' });
    expect(await shop.ask('settings.get', {})).toMatchObject({
      isSetUp: false,
      settings: { language: 'id' },
    });
    await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
    expect(await shop.ask('settings.get', {})).toMatchObject({
      isSetUp: true,
      settings: { shopName: 'Sekar Pagi', language: 'id', country: 'ID' },
    });
  });

  it('what was stored is there after the app was closed and started again', async () => {
    const shop = await tempShop();
    await shop.ask('settings.update', { shopName: 'Sekar Pagi', activeMonths: 6 });
    await shop.ask('customers.create', facts());
    await shop.app.close();
    const again = await startShop(shop.folder);
    expect(await again.ask('settings.get', {})).toMatchObject({
      customers: 1,
      settings: { shopName: 'Sekar Pagi', activeMonths: 6 },
    });
  });

  it('opens the data folder and links through the machine', async () => {
    const shop = await tempShop();
    await shop.ask('settings.openDataFolder', {});
    await shop.ask('settings.openLink', { url: 'https://wa.me/6281255500137' });
    expect(shop.machine.opened).toEqual([shop.folder, 'https://wa.me/6281255500137']);
  });
});
