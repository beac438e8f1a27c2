import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrashChoice, TrashKey } from '#shared/contract/trash/trash.ts';
import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import { addLine, addPayment, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { allOf, dump, idsTo, restore, shopOf } from '#tests/support/shop/trash-shop.ts';

const key = (kind: TrashKind, id: number): TrashKey => ({ kind, id });
const all = { filter: {} as never };
const counted = (kind: TrashKind, count: number) => ({ kind, count });

/** Removes what a survey says, as the window does. */
async function remove(shop: DirectShop, which: TrashChoice) {
  const { going, along } = await shop.ask('trash.survey', { which });
  return shop.ask('trash.remove', { which, expected: { going, along } });
}

function count(shop: DirectShop, table: string, where = ''): number {
  return Number(shop.raw.prepare(`SELECT count(*) FROM ${table} ${where}`).pluck().get());
}

/** Everything that the live file and its log hold, as bytes. */
function bytesOf(shop: DirectShop): string {
  const files = readdirSync(shop.folder).filter((name) => /\.db(-wal)?$/.test(name));
  expect(files).not.toEqual([]);
  return files.map((name) => readFileSync(join(shop.folder, name)).toString('latin1')).join('');
}

describe('removing for good', () => {
  it('takes things, their parts and what belongs to them, after a copy that still has them', async () => {
    const shop = await shopOf(3);
    const plan = { dueOn: '2026-06-20', reason: 'Tanya' };
    await shop.ask('followUps.create', { customerId: 1 as never, plan });
    const contact = { channel: 'call', direction: 'out', topic: 'contact', text: 'Halo' } as const;
    await shop.ask('interactions.record', { customerId: 1 as never, facts: contact });
    await shop.ask('customers.delete', { ids: idsTo(2) });
    const survey = await shop.ask('trash.survey', { which: all });
    expect(survey).toEqual({
      going: [counted('customers', 2)],
      along: [counted('interactions', 1), counted('follow_ups', 1)],
      kept: { count: 0, named: [] },
    });
    const before = dump(shop);
    const { removed, along, copy } = await remove(shop, all);
    expect([removed, along]).toEqual([survey.going, survey.along]);
    expect(dump(shop)).not.toBe(before);
    for (const table of ['customers', 'contact_points', 'customer_tags'])
      expect(count(shop, table), table).toBe(1);
    expect([count(shop, 'interactions'), count(shop, 'follow_ups')]).toEqual([0, 0]);
    expect(readdirSync(join(shop.folder, 'backups'))).toContain(copy);
    expect(await allOf(shop)).toEqual([]);
    expect(
      shop.raw.prepare('SELECT removed_at AS at, kind, count, cause FROM removals').all(),
    ).toEqual(
      [counted('customers', 2), counted('interactions', 1), counted('follow_ups', 1)].map(
        (one) => ({ ...one, at: '2026-06-15T03:00:00.000Z', cause: 'hand' }),
      ),
    );
  });

  it('leaves no word of them in the live file', async () => {
    const shop = await shopOf(70);
    shop.raw.exec(`UPDATE customers SET name = 'Zxqwv Kusuma', name_key = 'zxqwv kusuma', note = 'Pqlmx'
      WHERE id = 1; UPDATE contact_points SET value = '+628999111777' WHERE customer_id = 1`);
    finishShop(shop.raw);
    const id = 1 as never;
    const { facts } = await shop.ask('customers.get', { id });
    const { contactPoints: _, ...rest } = facts;
    await shop.ask('customers.update', {
      ...{ id, expected: facts as never },
      facts: { ...rest, contactPoints: [], note: 'Wvzkj' } as never,
    });
    shop.raw.pragma('wal_checkpoint(TRUNCATE)');
    const words = ['Zxqwv', 'zxqwv', 'Pqlmx', 'Wvzkj', '8999111777'];
    const left = () => words.filter((word) => bytesOf(shop).includes(word));
    expect(left()).toEqual(words);
    // With so many at once the search lags behind, and still holds their words.
    await shop.ask('customers.delete', { ids: idsTo(60) });
    await remove(shop, { keys: [key('customers', 1)] });
    expect(left()).toEqual([]);
    expect(count(shop, 'customers')).toBe(69);
    expect(count(shop, 'journal', "WHERE entity = 'customers' AND entity_id = 1")).toBe(0);
  });

  it('is never undone into something half: what is left of a deed comes back, what was removed does not', async () => {
    const shop = await shopOf(3);
    const { batchId } = await shop.ask('customers.delete', { ids: idsTo(3) });
    await remove(shop, { keys: [key('customers', 2)] });
    expect(await shop.ask('history.undo', { batchId })).toMatchObject({ undone: 2, kept: [] });
    expect(
      shop.raw.prepare('SELECT id FROM customers WHERE deleted_at IS NULL').pluck().all(),
    ).toEqual([1, 3]);
    expect(shop.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('leaves nothing to undo where all of a deed is gone, and says so', async () => {
    const shop = await shopOf(1);
    const { batchId } = await shop.ask('customers.delete', { ids: idsTo(1) });
    await remove(shop, all);
    expect(await shop.ask('history.last', {})).toBeNull();
    await expect(shop.ask('history.undo', { batchId })).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'removed-for-good' },
    });
  });

  it('does nothing where it would not be what was said', async () => {
    const shop = await shopOf(2);
    await shop.ask('customers.delete', { ids: idsTo(1) });
    const { going, along } = await shop.ask('trash.survey', { which: all });
    await shop.ask('customers.delete', { ids: [2 as never] });
    const before = dump(shop);
    await expect(
      shop.ask('trash.remove', { which: all, expected: { going, along } }),
    ).rejects.toMatchObject({ error: { code: 'CONFLICT', reason: 'trash-changed' } });
    expect(dump(shop)).toBe(before);
    expect(count(shop, 'removals')).toBe(0);
    expect((await restore(shop, all)).restored).toEqual([counted('customers', 2)]);
  });
});

describe('an undo that would lead back to what was removed', () => {
  /** A step, of an import or by hand, has moved a line from Teh to Kopi; then Teh is removed for good. */
  async function moved(kind: 'import' | 'edit') {
    const shop = await shopOf(1);
    const { raw } = shop;
    const sale = addSale(raw, { customerId: 1, soldOn: '2026-06-02', revenueMinor: 5 });
    addLine(raw, sale, 'Kopi', 5);
    raw.exec(`INSERT INTO products (name, name_key, created_at) VALUES ('Teh', 'teh', '');
      INSERT INTO imports (status, done_at, summary) VALUES ('done', '', '{}');
      INSERT INTO batches (kind, label, at, import_id)
        VALUES ('${kind}', 'x', '2026-06-01', ${kind === 'import' ? 1 : 'NULL'});
      INSERT INTO journal (batch_id, entity, entity_id, before, after)
        VALUES (1, 'sale_lines', 1, '{"id":1,"product_id":2}', '{"id":1,"product_id":1}')`);
    await shop.ask('products.remove', { id: 2 as never });
    const { removed } = await remove(shop, all);
    expect(removed).toEqual([counted('products', 1)]);
    return shop;
  }

  it('leaves the line as it is, by name, where an import had moved it', async () => {
    const shop = await moved('import');
    const undone = await shop.ask('imports.undo', { importId: 1 as never });
    expect(undone).toMatchObject({ restored: 0, kept: [{ entity: 'sale_lines', id: 1 }] });
    expect(shop.raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('and where somebody had', async () => {
    const shop = await moved('edit');
    const undone = await shop.ask('history.undo', { batchId: 1 as never });
    expect(undone).toMatchObject({ undone: 0, kept: [{ entity: 'sale_lines', id: 1 }] });
    expect(shop.raw.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('what cannot be removed', () => {
  it('is what something living refers to, by how many of what', async () => {
    const shop = await shopOf(4);
    const { raw } = shop;
    const sold = (customerId: number, number: string, soldOn = '2026-06-02') =>
      addSale(raw, { customerId, soldOn, revenueMinor: 5, number });
    addLine(raw, sold(1, 'N-1'), 'Teh', 5);
    addLine(raw, sold(1, 'N-2'), 'Teh', 5);
    sold(2, 'N-3', '2026-05-02');
    raw.exec('UPDATE customers SET recommended_by = 3 WHERE id = 4');
    finishShop(raw);
    lockPeriod(raw, { from: '2026-05-01', to: '2026-05-31' });
    await shop.ask('customers.delete', { ids: idsTo(3) });
    await shop.ask('products.remove', { id: 1 as never });
    const { going, kept } = await shop.ask('trash.survey', { which: all });
    expect(going).toEqual([]);
    const used = (by: TrashKind, number: number) => ({
      ...{ why: 'used', by, count: number, isInTrash: false, locked: null },
    });
    expect(kept.named).toEqual([
      { kind: 'customers', id: 1, name: 'Ratna 1', obstacle: used('sales', 2) },
      {
        ...{ kind: 'customers', id: 2, name: 'Ratna 2' },
        obstacle: { ...used('sales', 1), locked: { from: '2026-05-01', to: '2026-05-31' } },
      },
      { kind: 'customers', id: 3, name: 'Ratna 3', obstacle: used('customers', 1) },
      { kind: 'products', id: 1, name: 'Teh', obstacle: used('sales', 2) },
    ]);
  });

  it('is what lies in a locked period', async () => {
    const shop = await shopOf(1);
    addSale(shop.raw, { customerId: 1, soldOn: '2026-05-02', revenueMinor: 5, number: 'N-1' });
    addPayment(shop.raw, { customerId: 1, paidOn: '2026-05-03', amountMinor: 5 });
    await shop.ask('sales.remove', { id: 1 as never });
    await shop.ask('payments.remove', { id: 1 as never });
    lockPeriod(shop.raw, { from: '2026-05-01', to: '2026-05-31' });
    const before = dump(shop);
    const obstacle = { why: 'locked', from: '2026-05-01', to: '2026-05-31' };
    const { kept } = await remove(shop, all);
    expect(kept.named.map((one) => [one.kind, one.obstacle])).toEqual([
      ['payments', obstacle],
      ['sales', obstacle],
    ]);
    expect(dump(shop)).toBe(before);
  });

  it('is a customer whose sale lies in the trash, until that goes first or with them', async () => {
    const shop = await shopOf(1);
    addLine(
      shop.raw,
      addSale(shop.raw, { customerId: 1, soldOn: '2026-06-02', revenueMinor: 5 }),
      'Teh',
      5,
    );
    await shop.ask('sales.remove', { id: 1 as never });
    await shop.ask('customers.delete', { ids: idsTo(1) });
    const alone = await shop.ask('trash.survey', { which: { keys: [key('customers', 1)] } });
    expect(alone.kept.named).toMatchObject([
      { obstacle: { by: 'sales', count: 1, isInTrash: true } },
    ]);
    const { removed } = await remove(shop, all);
    expect(removed).toEqual([counted('customers', 1), counted('sales', 1)]);
    expect([count(shop, 'sales'), count(shop, 'sale_lines'), count(shop, 'customers')]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('what has lain there long enough', () => {
  async function aged() {
    const shop = await shopOf(4);
    await shop.ask('settings.update', { trashDays: 30 });
    shop.day = '2026-05-16';
    await shop.ask('customers.delete', { ids: [1 as never] });
    shop.day = '2026-05-17';
    await shop.ask('customers.delete', { ids: [2 as never] });
    shop.day = '2026-06-15';
    return shop;
  }

  it('goes on the day that is said beside it, and not before', async () => {
    const shop = await aged();
    expect((await allOf(shop)).map(({ id, goesOn }) => [id, goesOn])).toEqual([
      [2, '2026-06-16'],
      [1, '2026-06-15'],
    ]);
    expect(await shop.ask('trash.removeOld', {})).toEqual({ removed: [counted('customers', 1)] });
    expect((await allOf(shop)).map(({ id }) => id)).toEqual([2]);
    expect(await shop.ask('trash.removeOld', {})).toEqual({ removed: [] });
    shop.day = '2026-06-16';
    expect(await shop.ask('trash.removeOld', {})).toEqual({ removed: [counted('customers', 1)] });
    expect(count(shop, 'removals', "WHERE cause = 'age'")).toBe(2);
  });

  it('stays for ever where nobody has settled that it goes', async () => {
    const shop = await aged();
    await shop.ask('settings.update', { trashDays: null });
    shop.day = '2031-01-01';
    expect(await shop.ask('trash.removeOld', {})).toEqual({ removed: [] });
    expect((await allOf(shop)).map(({ goesOn }) => goesOn)).toEqual([null, null]);
  });

  it('stays where something needs it, and no copy is made for that', async () => {
    const shop = await aged();
    addSale(shop.raw, { customerId: 1, soldOn: '2026-06-02', revenueMinor: 5 });
    expect(await shop.ask('trash.removeOld', {})).toEqual({ removed: [] });
    expect(() => readdirSync(join(shop.folder, 'backups'))).toThrow();
  });

  it('goes whole, what belongs to others first, though in many steps', async () => {
    const shop = await aged();
    shop.raw.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
      INSERT INTO sales (match_key, sold_on, customer_id, kind, status, total_minor, revenue_minor,
        is_purchase, created_at, deleted_at)
      SELECT '', '2026-04-01', 1, 'sale', 'completed', 5, 5, 1, '', '2026-05-10T03:00:00.000Z' FROM n`);
    expect(await shop.ask('trash.removeOld', {})).toEqual({
      removed: [counted('customers', 1), counted('sales', 1500)],
    });
    expect(count(shop, 'sales')).toBe(0);
  });
});
