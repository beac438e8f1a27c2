import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifests } from '#db/file/backup.ts';
import { readErased } from '#db/file/erased-list.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { addLine, addPayment, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { canary, fillWithCanaries, phoneTail, placesOf } from '#tests/support/shop/private-shop.ts';
import { dump, shopOf } from '#tests/support/shop/trash-shop.ts';

const customerId = 1 as never;
const confirm = `${canary} Wulandari`;

async function canaryShop(): Promise<DirectShop> {
  const shop = await directShop();
  fillWithCanaries(shop.raw);
  mkdirSync(join(shop.folder, 'staging', 'draft'), { recursive: true });
  writeFileSync(join(shop.folder, 'staging', 'draft', 'rows.bin'), `${canary}`);
  shop.raw.pragma('wal_checkpoint(TRUNCATE)');
  return shop;
}

/** What the books come to, row by row. */
function books(shop: DirectShop): unknown {
  const read = (sql: string) => shop.raw.prepare(sql).raw().all();
  return [
    read(`SELECT id, number, sold_on, customer_id, kind, status, discount_minor, shipping_minor,
      total_minor, revenue_minor, is_purchase, payment_method, is_on_account FROM sales ORDER BY id`),
    read('SELECT id, sale_id, product_id, quantity_e4, amount_minor FROM sale_lines ORDER BY id'),
    read('SELECT id, customer_id, paid_on, amount_minor, method FROM payments ORDER BY id'),
    read('SELECT id, complaint_id, kind, amount_minor, cost_minor FROM compensations ORDER BY id'),
    read('SELECT id, state, product_id, received_at FROM complaints ORDER BY id'),
  ];
}

describe('erasing one person', () => {
  it('leaves no word of them: not in the file, its log, the search, the history, what imports kept, a draft', async () => {
    const shop = await canaryShop();
    const places = placesOf(shop.folder, [canary]).length;
    expect(places).toBeGreaterThan(50);
    expect(placesOf(shop.folder, [phoneTail]).length).toBeGreaterThan(3);
    const before = books(shop);
    const erased = await shop.ask('privacy.erase', { customerId, confirm });
    expect(erased).toMatchObject({ number: 1, isKept: true, isSwept: true });
    expect(placesOf(shop.folder, [canary, phoneTail])).toEqual([]);
    expect(books(shop)).toEqual(before);
    tellFigure('P2', `${places} places held a word of the person before, 0 after`);
    expect(shop.raw.pragma('foreign_key_check')).toEqual([]);
    expect(shop.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    for (const table of ['contact_points', 'interactions', 'reviews', 'prospects', 'consents'])
      expect(shop.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    // Of others all stays.
    expect(shop.raw.prepare('SELECT name FROM customers ORDER BY id').pluck().all()).toEqual([
      'Orang yang dihapus 1',
      'Budi',
    ]);
    expect(
      shop.raw.prepare('SELECT row_number, cells FROM import_rows ORDER BY row_number').raw().all(),
    ).toEqual([
      [2, null],
      [3, null],
      [4, '["Budi lain","0811"]'],
    ]);
  });

  it.each([
    ['contact_points', 'DELETE'],
    ['interactions', 'DELETE'],
    ['complaints', 'UPDATE'],
    ['journal', 'UPDATE'],
    ['import_rows', 'UPDATE'],
  ] as const)(
    'that forgets %s is found out by the words that are left',
    async (table, forgotten) => {
      const shop = await canaryShop();
      shop.raw.exec(`CREATE TRIGGER forgets BEFORE ${forgotten} ON ${table} BEGIN
      SELECT RAISE(IGNORE); END`);
      await shop.ask('privacy.erase', { customerId, confirm });
      expect(placesOf(shop.folder, [canary, phoneTail]).length).toBeGreaterThan(0);
    },
  );

  it('is refused where another name was typed, and where nobody is left to erase', async () => {
    const shop = await canaryShop();
    const before = dump(shop);
    await expect(shop.ask('privacy.erase', { customerId, confirm: 'Budi' })).rejects.toMatchObject({
      error: { code: 'VALIDATION' },
    });
    expect(dump(shop)).toBe(before);
    expect(await readErased(join(shop.folder, 'backups'))).toEqual([]);
    await shop.ask('privacy.erase', { customerId, confirm: 'qzkanari  WULANDARI' });
    await expect(shop.ask('privacy.erase', { customerId, confirm })).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'erased' },
    });
  });

  it('takes the whole row where nothing was bought, and what others say of it', async () => {
    const shop = await shopOf(3);
    shop.raw.exec('UPDATE customers SET recommended_by = 2 WHERE id = 3');
    await shop.ask('customers.tag', { ids: [1, 2] as never, tag: 'arisan' });
    const erased = await shop.ask('privacy.erase', { customerId: 2 as never, confirm: 'Ratna 2' });
    expect(erased).toMatchObject({ number: 1, isKept: false });
    expect(shop.raw.prepare('SELECT id, recommended_by FROM customers').raw().all()).toEqual([
      [1, null],
      [3, null],
    ]);
    // What is left of a step that told of several people can still be taken back.
    const last = await shop.ask('history.last', {});
    expect(last).toMatchObject({ label: '' });
    const undone = await shop.ask('history.undo', { batchId: last?.id as never });
    expect(undone).toMatchObject({ undone: 1, kept: [] });
    expect(shop.raw.prepare('SELECT customer_id, tag FROM customer_tags').raw().all()).toEqual([
      [1, 'vip'],
      [3, 'vip'],
    ]);
  });

  it('keeps the books of a locked period to the unit, and says so before', async () => {
    const shop = await shopOf(2);
    const { raw } = shop;
    const sale = addSale(raw, {
      customerId: 1,
      soldOn: '2026-05-02',
      revenueMinor: 700,
      number: 'N-1',
    });
    addLine(raw, sale, 'Teh', 700);
    addSale(raw, { customerId: 1, soldOn: '2026-06-02', revenueMinor: 55, number: 'N-2' });
    addPayment(raw, { customerId: 1, paidOn: '2026-05-03', amountMinor: 5 });
    raw.exec("UPDATE sales SET note = 'Titip Bu Ratna 1'");
    finishShop(raw);
    lockPeriod(raw, { from: '2026-05-01', to: '2026-05-31' });
    const before = books(shop);
    const survey = await shop.ask('privacy.survey', { customerId });
    expect(survey).toMatchObject({
      ...{ called: 'Ratna 1', revenueMinor: 755, isLocked: true, backups: null, mentions: 0 },
      goes: [
        { table: 'contact_points', count: 1 },
        { table: 'customer_tags', count: 1 },
      ],
      stays: [
        { table: 'sales', count: 2 },
        { table: 'sale_lines', count: 1 },
        { table: 'payments', count: 1 },
      ],
    });
    await shop.ask('privacy.erase', { customerId, confirm: 'Ratna 1' });
    expect(books(shop)).toEqual(before);
    expect(raw.prepare('SELECT DISTINCT note FROM sales').pluck().all()).toEqual([null]);
  });

  it('counts texts about others in which the name stands: they stay', async () => {
    const shop = await shopOf(3);
    shop.raw.exec("UPDATE customers SET note = 'Kakak dari RATNA 1.' WHERE id = 2");
    expect(await shop.ask('privacy.survey', { customerId })).toMatchObject({ mentions: 1 });
  });

  it('removes older copies where that is asked, after one without the person', async () => {
    const shop = await shopOf(2);
    const folder = join(shop.folder, 'backups');
    shop.day = '2026-06-14';
    await shop.ask('backups.make', { cause: 'manual' });
    shop.day = '2026-06-15';
    await shop.ask('backups.make', { cause: 'manual' });
    const survey = await shop.ask('privacy.survey', { customerId });
    expect(survey.backups).toEqual({
      ...{ count: 2, oldestAt: '2026-06-14T03:00:00.000Z', newestAt: '2026-06-15T03:00:00.000Z' },
    });
    expect(placesOf(folder, ['Ratna 1']).length).toBeGreaterThan(1);
    shop.time = '04:00';
    const erased = await shop.ask('privacy.erase', {
      ...{ customerId, confirm: 'Ratna 1', removesBackups: true },
    });
    expect(erased).toMatchObject({ removedBackups: 2, leftBackups: 0 });
    expect(placesOf(folder, ['Ratna 1'])).toEqual([]);
    const [copy, ...others] = await readManifests(folder);
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ customers: 1, erased: await readErased(folder) });
  });
});
