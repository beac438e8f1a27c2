import { describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import type { WriteContext } from '#electron/context.ts';
import { undoOne } from '#electron/services/history/history.ts';
import { mergeTwo } from '#electron/services/products/merge.ts';
import type { BatchId, ProductId } from '#shared/ids.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

const head = 'Tanggal;No Nota;Nama Produk;SKU;Qty;Harga Satuan;Subtotal\n';
const till = `${head}2026-03-05;;Kopi Gayo;;2;45.000;90.000
2026-03-06;N2;Kopi Gajo;;1;45.000;45.000
2026-03-07;;Kopi Gajo;;3;40.000;120.000
2026-03-08;N4;Gayo;KG-9;1;50.000;50.000
`;
const later = `${head}2026-04-01;N7;KOPI GAJO;;4;46.000;184.000
2026-04-02;N8;Gayo;KG-9;1;50.000;50.000
`;
const goods = 'Nama Barang;Kode Barang;Kategori;Harga Modal\nKopi Gajo;;Minuman;30.000\n';

const sold = `SELECT s.number, s.sold_on, p.name, l.quantity_e4, l.amount_minor
  FROM sale_lines l JOIN sales s ON s.id = l.sale_id JOIN products p ON p.id = l.product_id
  ORDER BY s.sold_on, l.id`;

async function writeContext({ ctx, connection }: ImportShop): Promise<WriteContext> {
  const { settings } = await readSettings(connection.db);
  const { raw, db } = connection;
  return { ...ctx, raw, db, settings, today: ctx.clock.today() } as unknown as WriteContext;
}

function idOf(shop: ImportShop, name: string): ProductId {
  return shop.one<ProductId>('SELECT id FROM products WHERE name = ?', name);
}

/** Three spellings, of which two are merged into the first. */
async function mergedShop() {
  const shop = await openImportShop();
  await shop.import(await shop.file('kasir.csv', till));
  const keptId = idOf(shop, 'Kopi Gayo');
  const context = await writeContext(shop);
  const merge = (name: string) => mergeTwo(context, { keptId, otherId: idOf(shop, name) });
  const gayo = await merge('Gayo');
  const gajo = await merge('Kopi Gajo');
  return { shop, context, batches: [gayo.batchId, gajo.batchId] as BatchId[] };
}

describe('a spelling that was merged', () => {
  it('brings nothing new when the same file comes again', async () => {
    const { shop } = await mergedShop();
    const before = shop.all(sold);
    expect(new Set(before.map((row) => (row as { name: string }).name))).toEqual(
      new Set(['Kopi Gayo']),
    );
    const { report } = await shop.import(await shop.file('kasir.csv', till));
    expect([report.products.added, report.sales.added, report.sales.updated]).toEqual([0, 0, 0]);
    expect(shop.all(sold)).toEqual(before);
    await shop.close();
  });

  it('leads later files to the product that was kept, by its name and by its code', async () => {
    const { shop } = await mergedShop();
    const { report } = await shop.import(await shop.file('april.csv', later));
    expect(report.products.added).toBe(0);
    expect(shop.all(`${sold} LIMIT 2 OFFSET 4`)).toMatchObject([
      { number: 'N7', name: 'Kopi Gayo', quantity_e4: 40_000 },
      { number: 'N8', name: 'Kopi Gayo', quantity_e4: 10_000 },
    ]);
    await shop.close();
  });

  it('gives the kept one what a list says, but for its name', async () => {
    const { shop } = await mergedShop();
    await shop.import(await shop.file('barang.csv', goods));
    expect(
      shop.all('SELECT name, category, cost_minor FROM products WHERE deleted_at IS NULL'),
    ).toEqual([{ name: 'Kopi Gayo', category: 'Minuman', cost_minor: 3_000_000 }]);
    await shop.close();
  });

  it('is a product of its own again once that is taken back', async () => {
    const { shop, context, batches } = await mergedShop();
    for (const batchId of batches.toReversed()) await undoOne(context, { batchId });
    await shop.import(await shop.file('april.csv', later));
    expect(shop.all(`${sold} LIMIT 2 OFFSET 4`)).toMatchObject([
      { number: 'N7', name: 'Kopi Gajo' },
      { number: 'N8', name: 'Gayo' },
    ]);
    await shop.close();
  });
});
