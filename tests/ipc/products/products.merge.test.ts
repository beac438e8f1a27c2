import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, referrersOf } from '#db/table-facts.ts';
import type { ProductId } from '#shared/ids.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { fillWithRows } from '#tests/support/shop/journalled-rows.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

const [keptId, otherId] = [1, 2] as [ProductId, ProductId];
const pair = { keptId, otherId };
const referrers = referrersOf('products').filter(
  ({ from }) => entryOf(from).holds !== 'derived' && from !== 'products_apart',
);
let shop: DirectShop;

/** A pin leads to one thing alone. */
const pinsElsewhere = (from: string, column: string) =>
  from === 'note_pins' && ['customer_id', 'cause', 'cause_key'].includes(column);

/** Rows of every table that refers to products, all of the other one; each a different number of times. */
function fill(): void {
  const { raw } = shop;
  fillWithRows(raw);
  raw.exec(`UPDATE products SET sku = 'K', price_minor = 500, cost_minor = NULL WHERE id = 1;
    UPDATE products SET sku = 'T', cost_minor = 300, category = 'Minuman' WHERE id = 2;
    INSERT INTO products (name, name_key, created_at, deleted_at, merged_into)
      VALUES ('Teh.', 'teh', '', '2026-06-01', 2);`);
  for (const [index, { from, column }] of referrers.entries()) {
    if (from === 'products') continue;
    const unique = from === 'guarantee_policies' ? 'applies_from' : null;
    const columns = (raw.pragma(`table_info(${from})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !['id', column, unique].includes(name));
    for (let count = 0; count <= index; count += 1)
      raw.exec(`INSERT INTO ${from} (${[...columns, column, ...(unique ? [unique] : [])].join(', ')})
        SELECT ${[...columns.map((name) => (pinsElsewhere(from, name) ? 'NULL' : name)), '2', ...(unique ? [`'2026-01-0${count + 1}'`] : [])].join(', ')}
        FROM ${from} WHERE ${column} IS NOT NULL OR 1 LIMIT 1`);
  }
}

function rowsOf(id: number): Record<string, number> {
  const counted = referrers.map(({ from, column }) => [
    from,
    Number(shop.raw.prepare(`SELECT count(*) FROM ${from} WHERE ${column} = ?`).pluck().get(id)),
  ]);
  return Object.fromEntries(counted);
}

beforeEach(async () => {
  shop = await directShop();
  shop.raw.transaction(fill)();
});

describe('two spellings of one product', () => {
  it('are compared by everything that refers to them', async () => {
    const compared = await shop.ask('products.compare', pair);
    for (const [side, id] of [
      ['kept', keptId],
      ['other', otherId],
    ] as const) {
      const { rows } = compared[side];
      expect(Object.fromEntries(rows.map(({ table, count }) => [table, count]))).toEqual(
        rowsOf(id),
      );
    }
    expect(compared.takesOver).toEqual(['category', 'costMinor']);
    expect(new Set(Object.values(rowsOf(otherId))).size).toBeGreaterThan(2);
    expect(Object.values(rowsOf(otherId)).every((count) => count > 0)).toBe(true);
  });

  it('become one: whatever refers to products moves, in every table there is', async () => {
    const before = { kept: rowsOf(keptId), other: rowsOf(otherId) };
    const { moved } = await shop.ask('products.merge', pair);
    const after = rowsOf(keptId);
    for (const { from } of referrers) {
      const more = from === 'products' ? 1 : 0;
      expect(after[from], from).toBe((before.kept[from] ?? 0) + (before.other[from] ?? 0) + more);
    }
    expect(moved).toBe(Object.values(before.other).reduce((sum, count) => sum + count, 0));
    expect(Object.values(rowsOf(otherId)).every((count) => count === 0)).toBe(true);
    const { facts, spellings } = await shop.ask('products.get', { id: keptId });
    expect(facts).toMatchObject({
      ...{ name: 'Kopi', sku: 'K', priceMinor: 500 },
      ...{ costMinor: 300, category: 'Minuman' },
    });
    expect(spellings.map(({ name }) => name)).toEqual(['Teh', 'Teh.']);
    const other = await shop.ask('products.get', { id: otherId });
    expect(other.mergedInto).toEqual({ id: keptId, name: 'Kopi' });
    expect(other.deletedAt).not.toBeNull();
    expect((await shop.ask('products.list', {})).rows.map(({ id }) => id)).toEqual([keptId]);
  });

  it('come apart again to the last row, also after something else was done', async () => {
    shop.raw.exec(`INSERT INTO guarantee_policies (product_id, months, covers, created_at)
      VALUES (2, 9, 'segel', '')`);
    const rows = () => {
      const all = wholeDump(shop.raw);
      return referrers.map(({ from }) => all[from]);
    };
    const before = rows();
    expect((await shop.ask('products.compare', pair)).policiesGivingWay).toBe(1);
    const { batchId } = await shop.ask('products.merge', pair);
    const first = await shop.ask('products.get', { id: keptId });
    expect(first.policies.filter(({ policy }) => policy.appliesFrom === null)).toHaveLength(1);
    await shop.ask('products.create', { name: 'Gula' });
    const undone = await shop.ask('history.undo', { batchId });
    expect([undone.deed, undone.label, undone.kept]).toEqual(['productsMerged', 'Teh → Kopi', []]);
    shop.raw.exec("DELETE FROM products WHERE name = 'Gula'");
    expect(rows()).toEqual(before);
  });

  it('are two, and both are there', async () => {
    const fails = (input: { keptId: number; otherId: number }) =>
      expect(shop.ask('products.merge', input as typeof pair)).rejects;
    await fails({ keptId: 1, otherId: 1 }).toThrow();
    await fails({ keptId: 1, otherId: 99 }).toMatchObject({ error: { code: 'NOT_FOUND' } });
    await fails({ keptId: 3, otherId: 1 }).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('are not merged where more would move than the window can wait for', async () => {
    shop.raw.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
      SELECT 1, i, 2, 10000, 1 FROM n`);
    await expect(shop.ask('products.merge', pair)).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'merge-too-large' },
    });
  });
});

describe('products that may be one', () => {
  it.each([
    ['Kopi Gayo 500g', 'kopi gayo 500 gr', 'spelling'],
    ['Kopi-Gayo', 'KopiGayo', 'spelling'],
    ['Teh Botol 1 Liter', 'Teh Botol 1L', 'spelling'],
    ['Gayo Kopi', 'Kopi Gayo', 'order'],
    ['Kopi Gayo Premium', 'Kopi Gayo Premiun', 'typing'],
    ['Capucino', 'Cappucino', 'typing'],
    ['Kopi Gayo 250 g', 'Kopi Gayo 500 g', null],
    ['Kopi Gayo', 'Kopi Toraja', null],
    ['Baju M', 'Baju L', null],
    ['Sabun A1', 'Sabun B1', null],
  ])('%s and %s: %s', async (first, second, reason) => {
    shop.raw.exec("UPDATE products SET deleted_at = '2026-06-01'");
    for (const name of [first, second]) await shop.ask('products.create', { name });
    const { pairs, count } = await shop.ask('products.duplicates', {});
    expect(pairs.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
    expect(count).toBe(pairs.length);
  });

  it('keep the one that was sold more, and are one by their code whatever they are called', async () => {
    shop.raw.exec(
      "UPDATE products SET sku = '85123.0' WHERE id = 1; UPDATE products SET sku = '85123' WHERE id = 2",
    );
    shop.raw.exec(
      'INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor) VALUES (1, 9, 2, 1, 1)',
    );
    const { pairs } = await shop.ask('products.duplicates', {});
    const lines = (id: number) => rowsOf(id).sale_lines;
    expect(lines(2)).not.toBe(lines(1));
    expect(pairs).toMatchObject([
      {
        kept: { id: 2, lines: lines(2) },
        other: { id: 1, lines: lines(1) },
        reason: 'code',
      },
    ]);
  });
});
