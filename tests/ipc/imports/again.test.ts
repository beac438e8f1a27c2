import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFacts } from '#db/queries/customers/read.ts';
import { readProductFacts } from '#db/queries/products/read.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { WriteContext } from '#electron/context.ts';
import { updateOne as updateCustomer } from '#electron/services/customers.ts';
import { undoOne } from '#electron/services/history/history.ts';
import { removeOne, updateOne as updateProduct } from '#electron/services/products/change.ts';
import { mergeTwo } from '#electron/services/products/merge.ts';
import { type CustomerFacts, storedCustomerFacts } from '#shared/contract/customers.ts';
import type { ProductFacts } from '#shared/contract/products/page.ts';
import type { BatchId, CustomerId, ProductId } from '#shared/ids.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

/** Sales with a number and without, with a customer and without, of products with a code and without. */
const till = `Tanggal;No Nota;Nama Pelanggan;No HP;Nama Produk;SKU;Qty;Harga Satuan;Subtotal
2026-03-05;;;;Kopi Gayo;;2;45.000;90.000
2026-03-05;;;;Kopi Gayo;;2;45.000;90.000
2026-03-05;;;;Teh Melati;TM-1;1;20.000;20.000
2026-03-06;N2;;;Kopi Gayo;;1;45.000;45.000
2026-03-06;N2;;;Teh Melati;TM-1;1;20.000;20.000
2026-03-07;;Ani Wijaya;0812-1111-2222;Kopi Gayo;;3;40.000;120.000
2026-03-07;N3;Ani Wijaya;0812-1111-2222;Teh Melati;TM-1;3;20.000;60.000
2026-03-08;;Bowo;;Teh Melati;TM-1;4;20.000;80.000
2026-03-08;N4;Bowo;;Kopi Gayo;;4;45.000;180.000
2026-03-09;;;;Kopi Gajo;;5;45.000;225.000
`;
/** The same without any column that tells two people of one name apart. */
const byName = till
  .split('\n')
  .map((line) => line.split(';').toSpliced(3, 1).join(';'))
  .join('\n');

const sold = `SELECT s.id AS sale, s.number, s.sold_on, s.customer_id, s.total_minor, l.id AS line,
    l.product_id, l.quantity_e4, l.amount_minor
  FROM sale_lines l JOIN sales s ON s.id = l.sale_id ORDER BY l.id`;

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function context(): Promise<WriteContext> {
  const { ctx, connection } = shop;
  const { settings } = await readSettings(connection.db);
  const { raw, db } = connection;
  return { ...ctx, raw, db, settings, today: ctx.clock.today() } as unknown as WriteContext;
}

function productId(name: string): ProductId {
  return shop.one<ProductId>('SELECT id FROM products WHERE name = ?', name);
}

async function changeProduct(name: string, change: Partial<ProductFacts>): Promise<BatchId> {
  const id = productId(name);
  const stored = await readProductFacts(shop.connection.db, id);
  if (stored === null) throw new Error(`no product ${name}`);
  const { facts } = stored;
  const input = { id, facts: { ...facts, ...change }, expected: facts };
  return (await updateProduct(await context(), input)).batchId;
}

async function merge(kept: string, other: string): Promise<BatchId> {
  const pair = { keptId: productId(kept), otherId: productId(other) };
  return (await mergeTwo(await context(), pair)).batchId;
}

async function undo(batchId: BatchId): Promise<void> {
  expect((await undoOne(await context(), { batchId })).kept).toEqual([]);
}

async function changeCustomer(
  name: string,
  change: (facts: CustomerFacts) => Partial<CustomerFacts>,
): Promise<BatchId> {
  const id = shop.one<CustomerId>('SELECT id FROM customers WHERE name = ?', name);
  const facts = storedCustomerFacts.parse(await readFacts(shop.connection.db, id));
  const input = { id, facts: { ...facts, ...change(facts) }, expected: facts };
  return (await updateCustomer(await context(), input)).batchId;
}

function phone(value: string): CustomerFacts['contactPoints'][number] {
  return { kind: 'phone', label: null, value };
}

const changes: readonly [string, (text: string) => Promise<unknown>][] = [
  ['nothing is changed', async () => undefined],
  ['a product is renamed', () => changeProduct('Kopi Gayo', { name: 'Kopi Arabika Gayo' })],
  ['one with a code is renamed', () => changeProduct('Teh Melati', { name: 'Teh Hijau' })],
  ['a product gets a code', () => changeProduct('Kopi Gayo', { sku: 'KG-1' })],
  ['a product gets another code', () => changeProduct('Teh Melati', { sku: 'TM-2' })],
  ['a product loses its code', () => changeProduct('Teh Melati', { sku: null })],
  [
    'a product gets another name and code',
    () => changeProduct('Teh Melati', { name: 'Teh Hijau', sku: 'TM-2' }),
  ],
  [
    'a rename is taken back',
    async () => undo(await changeProduct('Kopi Gayo', { name: 'Kopi Arabika Gayo' })),
  ],
  [
    'a code is taken back',
    async () => undo(await changeProduct('Teh Melati', { name: 'Teh Hijau', sku: 'TM-2' })),
  ],
  [
    'a product is renamed twice',
    async () => {
      await changeProduct('Kopi Gayo', { name: 'Kopi Arabika' });
      await changeProduct('Kopi Arabika', { name: 'Kopi Luwak' });
    },
  ],
  ['two spellings are merged', () => merge('Kopi Gayo', 'Kopi Gajo')],
  ['a merge is taken back', async () => undo(await merge('Kopi Gayo', 'Kopi Gajo'))],
  [
    'the kept one is renamed and gets a code',
    async () => {
      await merge('Kopi Gayo', 'Kopi Gajo');
      await changeProduct('Kopi Gayo', { name: 'Kopi Luwak', sku: 'KL-1' });
    },
  ],
  [
    'a spelling is renamed before it is merged',
    async () => {
      await changeProduct('Kopi Gajo', { name: 'Kopi Gayo Baru', sku: 'KG-7' });
      await merge('Kopi Gayo', 'Kopi Gayo Baru');
    },
  ],
  [
    'a list of products brings a code',
    async () => shop.import(await shop.file('barang.csv', 'Nama Barang;SKU\nKopi Gayo;KG-1\n')),
  ],
  [
    'a list of products brings another name',
    async () => shop.import(await shop.file('barang.csv', 'Nama Barang;SKU\nTeh Hijau;TM-1\n')),
  ],
  ['a customer is renamed', () => changeCustomer('Ani Wijaya', () => ({ name: 'Ani W. Putri' }))],
  ['a name alone is renamed', () => changeCustomer('Bowo', () => ({ name: 'Prabowo' }))],
  [
    'a phone is added',
    () => changeCustomer('Bowo', () => ({ contactPoints: [phone('0813-5555-6666')] })),
  ],
  [
    'a name and a phone are added',
    () =>
      changeCustomer('Bowo', () => ({
        name: 'Prabowo',
        contactPoints: [phone('0813-5555-6666')],
      })),
  ],
  [
    'a name is taken back',
    async () => undo(await changeCustomer('Bowo', () => ({ name: 'Prabowo' }))),
  ],
];

async function importTwice(text: string, change: (text: string) => Promise<unknown>) {
  await shop.import(await shop.file('kasir.csv', text));
  await change(text);
  const before = shop.all(sold);
  const counts = () =>
    ['customers', 'products'].map((table) => shop.one(`SELECT count(*) FROM ${table}`));
  const [customers, products] = counts();
  const { report } = await shop.import(await shop.file('kasir.csv', text));
  expect([report.sales, report.lines]).toMatchObject([
    { added: 0, updated: 0 },
    { added: 0, updated: 0 },
  ]);
  expect(shop.all(sold)).toEqual(before);
  expect(counts()).toEqual([customers, products]);
}

describe('the same file again brings no sale twice', () => {
  it.each(changes)('when %s', (_, change) => importTwice(till, change));
});

describe('nor does one that names customers and nothing else of them', () => {
  it.each(changes)('when %s', (_, change) => importTwice(byName, change));
});

describe('a phone that was', () => {
  const changed = () =>
    changeCustomer('Ani Wijaya', () => ({ contactPoints: [phone('0812-9999-8888')] }));

  it('leads to whom it belonged, and is not written down again', async () => {
    await importTwice(till, changed);
    expect(shop.all('SELECT match_key FROM contact_points ORDER BY id')).toEqual([
      { match_key: '6281299998888' },
    ]);
  });

  it('is somebody else’s once another has it, or another name comes with it', async () => {
    await shop.import(await shop.file('kasir.csv', till));
    await changed();
    const line = '2026-04-01;N9;Cici;0812-1111-2222;Teh Melati;TM-1;1;20.000;20.000\n';
    const head = till.slice(0, till.indexOf('\n') + 1);
    await shop.import(await shop.file('april.csv', head + line));
    const names = 'SELECT c.name FROM sales s JOIN customers c ON c.id = s.customer_id';
    expect(shop.all(`${names} WHERE s.number = 'N9'`)).toEqual([{ name: 'Cici' }]);
    const again = line.replace('N9;Cici', 'N10;Ani Wijaya');
    await shop.import(await shop.file('mei.csv', head + again));
    expect(shop.all(`${names} WHERE s.number = 'N10'`)).toEqual([{ name: 'Cici' }]);
  });
});

describe('a name or a code that was', () => {
  const head = 'Tanggal;No Nota;Nama Produk;SKU;Qty;Subtotal\n';
  const nameOf = (number: string) =>
    shop.one<string>(
      `SELECT p.name FROM sales s JOIN sale_lines l ON l.sale_id = s.id
       JOIN products p ON p.id = l.product_id WHERE s.number = ?`,
      number,
    );

  it('is another product’s once that one has it', async () => {
    await shop.import(await shop.file('kasir.csv', till));
    await changeProduct('Kopi Gayo', { name: 'Kopi Luwak' });
    await changeProduct('Kopi Gajo', { name: 'Kopi Gayo' });
    const rows = '2026-04-01;N8;Kopi Gayo;;1;45.000\n2026-04-01;N9;Kopi Gajo;;1;45.000\n';
    await shop.import(await shop.file('april.csv', head + rows));
    const id = productId('Kopi Gayo');
    expect([nameOf('N8'), nameOf('N9')]).toEqual(['Kopi Gayo', 'Kopi Gayo']);
    expect(shop.one('SELECT count(*) FROM sale_lines WHERE product_id = ?', id)).toBe(3);
  });

  it('says nothing once the change is taken back', async () => {
    await shop.import(await shop.file('kasir.csv', till));
    await undo(await changeProduct('Kopi Gajo', { name: 'Kopi Luwak' }));
    await shop.import(await shop.file('april.csv', `${head}2026-04-01;N8;Kopi Luwak;;1;45.000\n`));
    expect(nameOf('N8')).toBe('Kopi Luwak');
    expect(shop.one("SELECT count(*) FROM products WHERE name = 'Kopi Gajo'")).toBe(1);
  });

  it('is not a product’s that is in the trash, nor a code one’s whose name is another', async () => {
    await shop.import(await shop.file('kasir.csv', till));
    await changeProduct('Kopi Gajo', { name: 'Kopi Luwak' });
    const id = productId('Kopi Luwak');
    await removeOne(await context(), { id });
    await changeProduct('Teh Melati', { sku: 'TM-2' });
    const rows = '2026-04-01;N8;Kopi Gajo;;1;45.000\n2026-04-01;N9;Gula;TM-1;1;45.000\n';
    await shop.import(await shop.file('april.csv', head + rows));
    expect([nameOf('N8'), nameOf('N9')]).toEqual(['Kopi Gajo', 'Gula']);
    expect(productId('Kopi Gajo')).not.toBe(id);
  });

  it('is written back by no list that names people and things', async () => {
    const goods = 'Nama Barang;Kategori\nKopi Gayo;Minuman\n';
    const people = 'Nama Pelanggan;Kota\nBowo;Solo\n';
    await shop.import(await shop.file('barang.csv', goods), await shop.file('orang.csv', people));
    await changeProduct('Kopi Gayo', { name: 'Kopi Luwak' });
    await changeCustomer('Bowo', () => ({ name: 'Prabowo' }));
    await shop.import(await shop.file('barang.csv', goods), await shop.file('orang.csv', people));
    expect([shop.all('SELECT name FROM products'), shop.all('SELECT name FROM customers')]).toEqual(
      [[{ name: 'Kopi Luwak' }], [{ name: 'Prabowo' }]],
    );
  });

  it('counts alike rows by code and by name as one sale each', async () => {
    const line = '2026-04-01;;Teh;T1;1;9.000\n';
    await shop.import(await shop.file('a.csv', `${head}${line}${line}`));
    const other = line.replace('T1', '');
    const { report } = await shop.import(await shop.file('b.csv', head + other.repeat(3)));
    expect([report.sales.added, report.sales.unchanged]).toEqual([1, 2]);
    expect(shop.one('SELECT count(*) FROM sales')).toBe(3);
  });
});
