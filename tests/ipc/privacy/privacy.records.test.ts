import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personTables } from '#db/queries/privacy/person.ts';
import type { ConsentFacts } from '#shared/contract/privacy/privacy.ts';
import { addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { canary, fillWithCanaries } from '#tests/support/shop/private-shop.ts';
import { shopOf } from '#tests/support/shop/trash-shop.ts';

const said = (change: Partial<ConsentFacts> = {}): ConsentFacts => ({
  ...{ purpose: 'offers', words: '', isGiven: true, on: '2026-06-01', way: 'shop', note: '' },
  ...change,
});
const one = 1 as never;

describe('consent', () => {
  it('is a line after the other, of which the newest day holds, and each can be undone', async () => {
    const shop = await shopOf(3);
    const add = (facts: ConsentFacts, customerId = one) =>
      shop.ask('privacy.addConsent', { customerId, facts });
    await add(said({ note: 'Di kasir' }));
    await add(said({ isGiven: false, on: '2026-06-10', way: 'whatsapp' }));
    await add(said({ on: '2026-05-01', way: 'paper' }));
    await add(said({ purpose: 'other', words: 'Foto di toko' }));
    const { lines, mayWrite } = await shop.ask('privacy.consents', { customerId: one });
    expect(mayWrite).toBe('no');
    expect(lines.map(({ on, isGiven, holds, words }) => [on, isGiven, holds, words])).toEqual([
      ['2026-06-10', false, true, ''],
      ['2026-06-01', true, true, 'Foto di toko'],
      ['2026-06-01', true, false, ''],
      ['2026-05-01', true, false, ''],
    ]);
    const { batchId } = await add(said({ on: '2026-06-12' }));
    expect(await shop.ask('privacy.consents', { customerId: one })).toMatchObject({
      mayWrite: 'yes',
    });
    await shop.ask('history.undo', { batchId });
    expect(await shop.ask('privacy.consents', { customerId: one })).toMatchObject({
      mayWrite: 'no',
    });
    shop.prepared = { path: join(shop.folder, 'log.csv') };
    expect(await shop.ask('privacy.exportLog', {})).toMatchObject({ rows: 5 });
    expect(readFileSync(join(shop.folder, 'log.csv'), 'utf8')).toMatch(/Ratna 1/);
    const { rows } = await shop.ask('privacy.log', { filter: { kinds: ['consent-given'] } });
    expect(rows.map(({ customer, isUndone }) => [customer?.name, isUndone])).toEqual([
      ['Ratna 1', true],
      ['Ratna 1', false],
      ['Ratna 1', false],
      ['Ratna 1', false],
    ]);
  });

  it('is refused without its words, and on a day to come', async () => {
    const shop = await shopOf(1);
    const add = (facts: ConsentFacts) => shop.ask('privacy.addConsent', { customerId: one, facts });
    const refused = { error: { code: 'VALIDATION' } };
    await expect(add(said({ purpose: 'other' }))).rejects.toMatchObject(refused);
    await expect(add(said({ on: '2026-06-16' }))).rejects.toMatchObject(refused);
  });

  it('of somebody who was erased is nobody’s: who has the phone or the e-mail is known all the same', async () => {
    const shop = await shopOf(2);
    const { raw } = shop;
    raw.exec(`INSERT INTO contact_points (customer_id, kind, value, match_key, position)
      VALUES (1, 'email', 'Ratna@toko.id', 'ratna@toko.id', 1)`);
    const asked = [{ phone: '0812-555-00001' }, { email: 'RATNA@toko.id' }];
    const answers = () => Promise.all(asked.map((one) => shop.ask('privacy.wasErased', one)));
    expect(await answers()).toEqual([{ at: null }, { at: null }]);
    await shop.ask('privacy.erase', { customerId: one, confirm: 'Ratna 1' });
    const at = '2026-06-15T03:00:00.000Z';
    expect(await answers()).toEqual([{ at }, { at }]);
    expect(await shop.ask('privacy.wasErased', { phone: '0812-555-00002' })).toEqual({ at: null });
    expect(await shop.ask('privacy.wasErased', {})).toEqual({ at: null });
  });

  it('is a filter of the customers: who may be written to, who not, who was never asked', async () => {
    const shop = await shopOf(4);
    const add = (id: number, isGiven: boolean) =>
      shop.ask('privacy.addConsent', { customerId: id as never, facts: said({ isGiven }) });
    await add(1, true);
    await add(2, false);
    await shop.ask('privacy.addConsent', {
      customerId: 3 as never,
      facts: said({ purpose: 'reminders' }),
    });
    const who = async (offers: 'yes' | 'no' | 'never') => {
      const filter = { offers };
      const { rows } = await shop.ask('customers.list', { filter });
      const { count } = await shop.ask('customers.summary', { filter });
      expect(count).toBe(rows.length);
      return rows.map(({ id }) => id).toSorted();
    };
    expect(await who('yes')).toEqual([1]);
    expect(await who('no')).toEqual([2]);
    expect(await who('never')).toEqual([3, 4]);
  });
});

describe('customers who had nothing with the shop', () => {
  it('are those without a sale, a payment or a contact since a day, who were there before it', async () => {
    const shop = await shopOf(6);
    const { raw } = shop;
    raw.exec("UPDATE customers SET created_at = '2019-01-01T00:00:00.000Z' WHERE id < 5");
    // Brought in this year, with what was bought long ago.
    addSale(raw, { customerId: 6, soldOn: '2020-02-02', revenueMinor: 5 });
    addSale(raw, { customerId: 1, soldOn: '2021-06-15', revenueMinor: 5 });
    addSale(raw, { customerId: 2, soldOn: '2021-06-14', revenueMinor: 5 });
    raw.exec(`INSERT INTO payments (customer_id, paid_on, amount_minor, created_at)
      VALUES (3, '2024-01-01', 5, '')`);
    finishShop(raw);
    const filter = { quietSince: '2021-06-15' };
    const { rows } = await shop.ask('customers.list', { filter });
    expect(rows.map(({ id }) => id).toSorted()).toEqual([2, 4, 6]);
    await shop.ask('privacy.erase', { customerId: 2 as never, confirm: 'Ratna 2' });
    expect(await shop.ask('customers.summary', { filter })).toMatchObject({ count: 2 });
  });
});

describe('what is kept about one person', () => {
  it('is handed out whole: every row of every table, on a page to read and in a file for programs', async () => {
    const shop = await directShop();
    fillWithCanaries(shop.raw);
    shop.prepared = { path: shop.folder, unfinished: join(shop.folder, '.x.partial') };
    const made = await shop.ask('privacy.handOut', { customerId: one });
    const page = readFileSync(join(made?.path ?? '', 'data.html'), 'utf8');
    const data = JSON.parse(readFileSync(join(made?.path ?? '', 'data.json'), 'utf8')) as {
      tables: Record<string, unknown[]>;
      importRows: unknown[];
      changes: unknown[];
    };
    expect(Object.keys(data.tables).toSorted()).toEqual([...personTables].toSorted());
    expect(data.importRows).toHaveLength(2);
    expect(data.changes.length).toBeGreaterThan(2);
    // A word of each text that a person reads stands on the page too.
    const words = JSON.stringify(data.tables).match(new RegExp(`${canary} [a-z_]+\\.[a-z_]+`, 'g'));
    const silent = /_key|_state$|prospects\.stage|identifiers\.scheme/;
    const shown = new Set((words ?? []).filter((word) => !silent.test(word)));
    expect(shown.size).toBeGreaterThan(25);
    expect([...shown].filter((word) => !page.includes(word))).toEqual([]);
    expect(page).not.toContain('<script');
    const { rows } = await shop.ask('privacy.log', {});
    expect(rows).toMatchObject([{ kind: 'handed-out', customer: { id: 1 } }]);
    const total = Object.values(data.tables).reduce((sum, table) => sum + table.length, 0);
    expect(made).toMatchObject({ rows: total });
  });
});
