import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { deleteRow, insertRow, openBatch, type RowValues, updateRow } from '#db/history/journal.ts';
import { refreshProductFigures, settleProductFigures } from '#db/queries/figures/products.ts';
import { taxModes } from '#shared/domain/vocabulary/sales.ts';
import type { BatchId, ProductId } from '#shared/ids.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { openImportShop } from '#tests/support/shop/import-fixtures.ts';

interface Sale {
  readonly id: number;
  readonly sold_on: string;
  readonly kind: string;
  readonly status: string;
  readonly revenue_minor: number;
  readonly deleted_at: string | null;
  readonly tax_mode: string;
}
interface Line {
  readonly sale_id: number;
  readonly product_id: number | null;
  readonly quantity_e4: number;
  readonly amount_minor: number;
  readonly tax_minor: number;
}

/** What every product brought up to a day, counted from the rows without SQL. */
function recount(raw: RawHandle, today: string) {
  const sales = raw.prepare('SELECT * FROM sales').all() as Sale[];
  const lines = raw.prepare('SELECT * FROM sale_lines').all() as Line[];
  const ids = raw.prepare('SELECT id FROM products ORDER BY id').pluck().all() as number[];
  const counting = new Map(
    sales
      .filter((sale) => sale.deleted_at === null && sale.sold_on <= today)
      .filter(
        ({ status, kind, revenue_minor }) =>
          ['completed', 'processing'].includes(status) ||
          (kind === 'return' && revenue_minor !== 0),
      )
      .map((sale) => [sale.id, sale]),
  );
  return ids.map((id) => {
    let [revenue, quantity, last, lastLines] = [0, 0, '', 0];
    for (const line of lines) {
      const sale = counting.get(line.sale_id);
      if (line.product_id !== id || sale === undefined) continue;
      const isBack = sale.kind === 'return';
      const signed = (value: number) => (isBack ? -Math.abs(value) : value);
      // Tax that comes on top is not in the amount of a line.
      const held = sale.tax_mode === 'inclusive' ? line.tax_minor : 0;
      revenue += signed(line.amount_minor) - signed(held);
      quantity += signed(line.quantity_e4);
      if (isBack || sale.sold_on < last) continue;
      lastLines = sale.sold_on === last ? lastLines + 1 : 1;
      last = sale.sold_on;
    }
    return [id, revenue, quantity, last === '' ? null : last, lastLines];
  });
}

function kept(raw: RawHandle): unknown[] {
  return raw
    .prepare(
      `SELECT product_id, revenue_minor, quantity_e4, last_sold_on, last_lines FROM product_figures
       ORDER BY product_id`,
    )
    .raw()
    .all();
}

const days = ['2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-18'] as const;
const day = fc.constantFrom(...days);
const pick = fc.nat(30);
const taxMode = fc.constantFrom(...taxModes);
const status = fc.constantFrom('completed', 'processing', 'unpaid', 'cancelled', 'returned');

const change = fc.oneof(
  fc.record({
    do: fc.constant('sell' as const),
    ...{ day, status, kind: fc.constantFrom('sale', 'sale', 'return'), taxMode },
    lines: fc.array(fc.tuple(pick, fc.integer({ min: -9, max: 99 })), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ do: fc.constant('sale' as const), which: pick, day, status }),
  fc.record({ do: fc.constant('worth' as const), which: pick, minor: fc.nat(1) }),
  fc.record({ do: fc.constant('tax' as const), which: pick, taxMode }),
  fc.record({ do: fc.constant('trash' as const), which: pick, isBack: fc.boolean() }),
  fc.record({ do: fc.constant('line' as const), which: pick, product: pick, minor: fc.nat(50) }),
  fc.record({ do: fc.constant('drop' as const), which: pick }),
  fc.record({ do: fc.constant('merge' as const), which: pick, product: pick }),
  fc.record({ do: fc.constant('undo' as const), which: pick }),
  fc.record({ do: fc.constant('day' as const), day }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A return that takes nothing off any more, of an order whose status counts for nothing. */
const stopsCounting: Change[] = [
  {
    do: 'sell',
    day: '2026-06-14',
    status: 'returned',
    kind: 'return',
    taxMode: 'none',
    lines: [[0, 5]],
  },
  { do: 'worth', which: 0, minor: 0 },
];

function idsIn(raw: RawHandle, sql: string): number[] {
  return raw.prepare(sql).pluck().all() as number[];
}

function anyOf(ids: readonly number[], which: number): number | null {
  return ids[which % ids.length] ?? null;
}

function sell(raw: RawHandle, batchId: number, one: Change & { do: 'sell' }): void {
  const products = idsIn(raw, 'SELECT id FROM products ORDER BY id');
  const sign = one.kind === 'return' ? -1 : 1;
  const sum = one.lines.reduce((all, [, amount]) => all + amount, 0) * sign;
  const sale = insertRow(raw, batchId, 'sales', {
    ...{ match_key: '', sold_on: one.day, kind: one.kind, status: one.status, created_at: '' },
    ...{ total_minor: sum, revenue_minor: sum, is_purchase: 0, tax_mode: one.taxMode },
  });
  for (const [position, [product, amount]] of one.lines.entries())
    insertRow(raw, batchId, 'sale_lines', {
      ...{ sale_id: sale, position, quantity_e4: amount * 10_000, amount_minor: amount * 7 * sign },
      ...{ tax_minor: amount * sign, product_id: anyOf([...products, 0], product) || null },
    });
}

/** A change of a row of sales or of a line, as any command would write it. */
function write(raw: RawHandle, one: Change): void {
  const batchId = openBatch(raw, { kind: 'edit', label: '', at: '' });
  if (one.do === 'sell') sell(raw, batchId, one);
  else changeRow(raw, batchId, one);
}

function changeRow(raw: RawHandle, batchId: number, one: Change): void {
  const isLine = one.do === 'line' || one.do === 'drop';
  const table = isLine ? 'sale_lines' : 'sales';
  const id =
    'which' in one ? anyOf(idsIn(raw, `SELECT id FROM ${table} ORDER BY id`), one.which) : null;
  if (id === null) return;
  if (one.do === 'drop') {
    deleteRow(raw, batchId, { table, id });
    return;
  }
  const products = idsIn(raw, 'SELECT id FROM products ORDER BY id');
  const values: Readonly<Record<string, () => RowValues>> = {
    sale: () => ('day' in one && 'status' in one ? { sold_on: one.day, status: one.status } : {}),
    worth: () => ('minor' in one ? { revenue_minor: one.minor } : {}),
    tax: () => ('taxMode' in one ? { tax_mode: one.taxMode } : {}),
    trash: () => ('isBack' in one ? { deleted_at: one.isBack ? null : '2026-06-15' } : {}),
    line: () =>
      one.do === 'line'
        ? { amount_minor: one.minor, product_id: anyOf([...products, 0], one.product) || null }
        : {},
  };
  updateRow(raw, batchId, { table, id }, values[one.do]?.() ?? {});
}

async function carryOut(shop: DirectShop, one: Change): Promise<void> {
  const { raw } = shop;
  if (one.do === 'day') {
    shop.day = one.day;
    refreshProductFigures(raw, one.day);
  } else if (one.do === 'undo') {
    const ids = idsIn(raw, 'SELECT id FROM batches WHERE undone_at IS NULL ORDER BY id');
    const batchId = anyOf(ids, one.which);
    if (batchId !== null) await shop.ask('history.undo', { batchId: batchId as BatchId });
  } else if (one.do === 'merge') {
    const ids = idsIn(raw, 'SELECT id FROM products WHERE deleted_at IS NULL ORDER BY id');
    const [keptId, otherId] = [anyOf(ids, one.which), anyOf(ids, one.product)];
    if (keptId !== otherId)
      await shop.ask('products.merge', {
        keptId: keptId as ProductId,
        otherId: otherId as ProductId,
      });
  } else write(raw, one);
  settleProductFigures(raw);
}

describe('what products brought', () => {
  it('is what a recount says, after whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 40 }), async (changes) => {
        const shop = await directShop();
        for (const name of ['Kopi', 'Teh', 'Gula', 'Susu'])
          await shop.ask('products.create', { name });
        refreshProductFigures(shop.raw, shop.day);
        for (const one of changes) {
          await carryOut(shop, one);
          expect(kept(shop.raw)).toEqual(recount(shop.raw, shop.day));
        }
        const { rows } = await shop.ask('products.list', {});
        const counted = new Map(recount(shop.raw, shop.day).map(([id, ...sums]) => [id, sums]));
        for (const { id, revenueMinor, quantityE4, lastSoldOn } of rows)
          expect([revenueMinor, quantityE4, lastSoldOn]).toEqual(counted.get(id)?.slice(0, 3));
      }),
      { numRuns: 40, examples: [[stopsCounting]] },
    );
  }, 120_000);

  it('follows an import, the same one again with a return, and both taken back', async () => {
    const shop = await openImportShop({ today: '2026-06-15' });
    const { raw } = shop.connection;
    const line = (index: number) =>
      `2026-06-${String(10 + (index % 9)).padStart(2, '0')};N${index >> 1};Barang ${index % 300};1;${index + 1}.000\n`;
    const text = `Tanggal;No Nota;Nama Barang;Qty;Subtotal\n${Array.from({ length: 900 }, (_, index) => line(index)).join('')}`;
    const back = '2026-06-14;R1;Barang 7;-1;-8.000\n2026-06-15;N900;Barang 7;2;20.000\n';
    const first = await shop.import(await shop.file('juni.csv', text));
    const after = kept(raw);
    expect(after).toEqual(recount(raw, '2026-06-15'));
    expect(after.length).toBe(300);
    const second = await shop.import(await shop.file('juni2.csv', text + back));
    expect(kept(raw)).toEqual(recount(raw, '2026-06-15'));
    expect(kept(raw)).not.toEqual(after);
    await shop.undo(second.importId);
    expect(kept(raw)).toEqual(after);
    await shop.undo(first.importId);
    expect(kept(raw)).toEqual([]);
    await shop.close();
  });

  it('of a shop that had none is counted with the next refresh, and shown rightly until then', async () => {
    const shop = await directShop();
    const { raw } = shop;
    await shop.ask('products.create', { name: 'Kopi' });
    write(raw, {
      do: 'sell',
      day: '2026-06-14',
      status: 'completed',
      kind: 'sale',
      taxMode: 'inclusive',
      lines: [[0, 5]],
    });
    expect(kept(raw)).toEqual([[1, 0, 0, null, 0]]);
    const shown = async () => (await shop.ask('products.list', {})).rows[0];
    expect(await shown()).toMatchObject({ revenueMinor: 30, lastSoldOn: '2026-06-14' });
    refreshProductFigures(raw, shop.day);
    expect(kept(raw)).toEqual(recount(raw, shop.day));
    expect(await shown()).toMatchObject({ revenueMinor: 30, lastSoldOn: '2026-06-14' });
  });
});
