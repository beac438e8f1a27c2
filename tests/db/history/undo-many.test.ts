import { expect, it, vi } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { openBatch, replaceInRows, updateRow } from '#db/history/journal.ts';
import { undoBatch } from '#db/history/undo.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';
const many = 400;

/** Two products, and a sale with many lines of the second. */
async function shopOfLines(): Promise<RawHandle> {
  const { raw } = await tempDatabase();
  raw.exec(`INSERT INTO products (name, name_key, created_at) VALUES ('Kopi', 'kopi', ''), ('Teh', 'teh', '');
    INSERT INTO sales (match_key, sold_on, kind, status, total_minor, revenue_minor, is_purchase, created_at)
      VALUES ('', '2026-06-01', 'sale', 'completed', 1, 1, 1, '');
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})
    INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
      SELECT 1, i, 2, 10000, i FROM n;`);
  return raw;
}

function move(raw: RawHandle): number {
  const batchId = openBatch(raw, { kind: 'edit', label: 'Teh → Kopi', at });
  replaceInRows(raw, batchId, { table: 'sale_lines', column: 'product_id', from: 2, to: 1 });
  return batchId;
}

function productsOf(raw: RawHandle): unknown[] {
  return raw.prepare('SELECT product_id FROM sale_lines ORDER BY id').pluck().all();
}

function undoneBy(raw: RawHandle, undoes: number): unknown[] {
  return raw
    .prepare(
      `SELECT j.before ->> 'product_id' AS "from", j.after ->> 'product_id' AS "to",
         j.after ->> 'amount_minor' AS amount
       FROM journal j JOIN batches b ON b.id = j.batch_id WHERE b.undoes = ? ORDER BY j.entity_id`,
    )
    .all(undoes);
}

it('what moved many rows is taken back at once, recorded row by row, and done again', async () => {
  const raw = await shopOfLines();
  const before = productsOf(raw);
  const batchId = move(raw);
  const moved = productsOf(raw);
  const prepared = vi.spyOn(raw, 'prepare');
  const { undone, kept } = undoBatch(raw, batchId, 'Teh → Kopi', at);
  expect(prepared.mock.calls.length).toBeLessThan(many / 4);
  prepared.mockRestore();
  expect([undone, kept]).toEqual([many, []]);
  expect(productsOf(raw)).toEqual(before);
  expect(undoneBy(raw, batchId)).toEqual(
    before.map((_, index) => ({ from: 1, to: 2, amount: index + 1 })),
  );
  const undoId = Number(raw.prepare('SELECT max(id) FROM batches').pluck().get());
  expect(undoBatch(raw, undoId, 'Teh → Kopi', at)).toMatchObject({ undone: many, kept: [] });
  expect(productsOf(raw)).toEqual(moved);
});

it('leaves and names what was changed since or is no more, and keeps what else was changed', async () => {
  const raw = await shopOfLines();
  const batchId = move(raw);
  const edit = openBatch(raw, { kind: 'edit', label: '', at });
  updateRow(raw, edit, { table: 'sale_lines', id: 7 }, { product_id: null });
  updateRow(raw, edit, { table: 'sale_lines', id: 8 }, { amount_minor: 99 });
  raw.exec('DELETE FROM sale_lines WHERE id = 9');
  const { undone, kept } = undoBatch(raw, batchId, '', at);
  expect(undone).toBe(many - 2);
  expect(kept.map(({ entity, id }) => [entity, id])).toEqual([
    ['sale_lines', 9],
    ['sale_lines', 7],
  ]);
  expect(
    raw
      .prepare('SELECT id, product_id, amount_minor FROM sale_lines WHERE id IN (6, 7, 8)')
      .raw()
      .all(),
  ).toEqual([
    [6, 2, 6],
    [7, null, 7],
    [8, 2, 99],
  ]);
});

it('takes back one by one where one of them stands against a rule of the schema', async () => {
  const raw = await shopOfLines();
  const batchId = openBatch(raw, { kind: 'edit', label: '', at });
  raw.exec(`INSERT INTO targets (month, amount_minor, created_at)
    SELECT 'a' || id, 1, '' FROM sale_lines`);
  for (let id = 1; id <= many; id += 1)
    updateRow(raw, batchId, { table: 'targets', id }, { month: `b${id}` });
  raw.exec("INSERT INTO targets (month, amount_minor, created_at) VALUES ('a5', 1, '')");
  const { undone, kept } = undoBatch(raw, batchId, '', at);
  expect([undone, kept.map(({ id }) => id)]).toEqual([many - 1, [5]]);
  expect(raw.prepare('SELECT month FROM targets WHERE id IN (4, 5)').pluck().all()).toEqual([
    'a4',
    'b5',
  ]);
});
