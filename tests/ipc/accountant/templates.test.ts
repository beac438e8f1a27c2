import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addCustomer, addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { packPlace } from '#tests/support/shop/pack-files.ts';

const period = { from: '2026-04-01', to: '2026-04-30' };
const none = { excel: false, csv: false, pdf: false, journal: false };

interface Written {
  readonly headers: string[];
  readonly rows: Record<string, string>[];
}

async function pack(shop: DirectShop, id: string) {
  shop.prepared = packPlace();
  const made = await shop.ask('accountant.makePack', { period, files: none, templates: [id] });
  const [written] = made?.templates ?? [];
  if (made === null || written === undefined) throw new Error('no pack');
  const read = (name: string, delimiter = ','): Written => {
    const text = readFileSync(join(made.path, name), 'utf8').replace(/^\ufeff/, '');
    const [headers = []] = parse(text, { delimiter }) as string[][];
    return { headers, rows: parse(text, { delimiter, columns: true }) };
  };
  return {
    ...written,
    path: made.path,
    tables: () => written.files.map((name) => read(name)),
    read,
  };
}

const minor = (text: string) => Math.round(Number(text) * 100);

/** Two sales (one with a discount that no price of a piece shows), a return, and a payment. */
async function smallShop(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  await shop.ask('settings.update', { shopName: 'Sekar Pagi' });
  const ratna = addCustomer(raw, { name: 'Ratna', phones: ['+6281234567890'] });
  const first = addSale(raw, {
    ...{ customerId: ratna, soldOn: '2026-04-02', revenueMinor: 5_000_000, number: '007' },
  });
  addLine(raw, first, 'Kopi', 5_000_000);
  const second = addSale(raw, { customerId: null, soldOn: '2026-04-03', revenueMinor: 1_000_001 });
  addLine(raw, second, 'Teh', 1_000_001);
  addSale(raw, {
    ...{ customerId: ratna, soldOn: '2026-04-04', revenueMinor: -200_000, kind: 'return' },
  });
  raw.exec(`UPDATE sale_lines SET quantity_e4 = 30000 WHERE sale_id = ${second};
    UPDATE sale_lines SET quantity_e4 = 40000 WHERE sale_id = ${first};
    UPDATE sales SET is_on_account = 1, due_on = '2026-05-02' WHERE id = ${first};
    INSERT INTO payments (id, customer_id, number, paid_on, amount_minor, method, created_at)
      VALUES (1, ${ratna}, 'P-1', '2026-04-20', 3000000, 'Transfer', '');
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, ${first}, 2500000)`);
  return shop;
}

const mekariHeader =
  '*Customer, Email, BillingAddress, ShippingAddress, *InvoiceDate, *DueDate, ShippingDate, ShipVia, TrackingNo, CustomerRefNo, *InvoiceNumber, Message, Memo, *ProductName, Description, *Quantity, Unit, *UnitPrice, ProductDiscountRate(%), InvoiceDiscountRate(%), TaxName, TaxRate(%), ShippingFee, WitholdingAccountCode, WitholdingAmount(value or %), #paid?(yes/no), #PaymentMethod, #PaidToAccountCode, Tags (use ; to separate tags), WarehouseName, #currency code(example: IDR, USD, CAD)';

test('sales invoices of Mekari Jurnal: the header, what is required, and the sums', async () => {
  const shop = await smallShop();
  const { tables, rows, leftOut } = await pack(shop, 'mekari-jurnal-invoice');
  const [table] = tables();
  expect(table?.headers.join(', ')).toBe(mekariHeader);
  expect([rows, leftOut]).toEqual([2, 1]);
  const shown = (table?.rows ?? []).map((row) =>
    ['*Customer', '*InvoiceDate', '*DueDate', '*InvoiceNumber', '*ProductName'].map(
      (it) => row[it],
    ),
  );
  expect(shown).toEqual([
    ['Ratna', '02/04/2026', '02/05/2026', '007', 'Kopi'],
    ['Tanpa nama', '03/04/2026', '03/04/2026', 'LG-2', 'Teh'],
  ]);
  const priced = (table?.rows ?? []).map((row) => [row['*Quantity'], row['*UnitPrice']]);
  expect(priced).toEqual([
    ['4', '12500'],
    // A third of it is no price: one piece at the whole, and the description says how many.
    ['1', '10000.01'],
  ]);
  expect(table?.rows[1]?.['Description']).toBe('Teh (3 × 10000.01)');
  expect(table?.rows.map((row) => row['#paid?(yes/no)'])).toEqual(['no', 'yes']);
});

test('payments of Mekari Jurnal: a row for each invoice, and what names none is left out and counted', async () => {
  const { tables, rows, leftOut } = await pack(await smallShop(), 'mekari-jurnal-payment');
  expect([rows, leftOut]).toEqual([1, 1]);
  expect(tables()[0]?.rows).toEqual([
    {
      '*Payment Date': '20/04/2026',
      '*Payment Number': 'P-1',
      '*Invoice Number': '007',
      '*Pay to Account': 'Assets:Cash',
      '*Amount': '25000.00',
      'Payment Method': 'Transfer',
      Memo: '',
    },
  ]);
});

test('the general journal balances and comes to the figures', async () => {
  const shop = await smallShop();
  const { tables } = await pack(shop, 'general-journal');
  const rows = tables()[0]?.rows ?? [];
  const sum = (side: string) => rows.reduce((all, row) => all + minor(row[side] ?? '0'), 0);
  expect(sum('Debit')).toBe(sum('Credit'));
  const sales = rows.filter(({ Account }) => Account === 'Income:Sales');
  const { figures } = await shop.ask('accountant.figures', period);
  expect(sales.reduce((all, row) => all + minor(row['Credit'] ?? '0'), 0)).toBe(
    figures.gross.minor,
  );
});

/** Many sales of one line, and one of many lines. */
async function largeShop(sales: number, lines: number): Promise<DirectShop> {
  const shop = await directShop();
  shop.raw.exec('BEGIN');
  for (let id = 1; id <= sales; id += 1)
    addSale(shop.raw, {
      customerId: null,
      soldOn: '2026-04-05',
      revenueMinor: id,
      number: `N${id}`,
    });
  const long = addSale(shop.raw, {
    ...{ customerId: null, soldOn: '2026-04-06', revenueMinor: lines * 100, number: 'LONG' },
  });
  for (let line = 0; line < lines; line += 1) addLine(shop.raw, long, `B${line % 7}`, 100);
  shop.raw.exec('COMMIT');
  return shop;
}

test('a file ends at its limit, with whole invoices, and the next one goes on', async () => {
  const { tables, files } = await pack(await largeShop(1000, 3), 'xero-invoice');
  expect(files.map((name) => name.replace(/^.*-xero/, 'xero'))).toEqual([
    ...['xero-invoice.csv', 'xero-invoice-2.csv', 'xero-invoice-3.csv'],
  ]);
  const invoices = tables().map(
    ({ rows }) => new Set(rows.map((row) => row['*InvoiceNumber'])).size,
  );
  expect(invoices).toEqual([500, 500, 1]);
  expect(tables().map(({ rows }) => rows.length)).toEqual([500, 500, 3]);
});

test('an invoice of more rows than it may have goes on under a number of its own', async () => {
  const { tables } = await pack(await largeShop(0, 1001), 'mekari-jurnal-invoice');
  const numbers = Map.groupBy(tables()[0]?.rows ?? [], (row) => row['*InvoiceNumber']);
  expect([...numbers].map(([number, rows]) => [number, rows.length])).toEqual([
    ['LONG', 500],
    ['LONG-2', 500],
    ['LONG-3', 1],
  ]);
});

const own = {
  ...{ id: 'accurate', name: 'Accurate', rows: 'line', format: 'csv', separator: ';' },
  ...{ dates: 'yyyy-mm-dd', decimalMark: ',', encoding: 'utf-8-bom', limits: { rows: 1 } },
  columns: [
    { header: 'Tgl', field: 'day', required: true },
    { header: 'Jumlah', field: 'amount' },
    { header: 'Cabang', constant: 'Pusat' },
  ],
};

test('a layout in the shop’s own folder is a template like the others', async () => {
  const shop = await smallShop();
  mkdirSync(join(shop.folder, 'templates'));
  writeFileSync(join(shop.folder, 'templates', 'accurate.json'), JSON.stringify(own));
  const { templates, broken } = await shop.ask('accountant.templates', {});
  expect([templates.at(-1), broken]).toEqual([{ id: 'accurate', name: 'Accurate' }, []]);
  const { files, path } = await pack(shop, 'accurate');
  expect(files.map((name) => readFileSync(join(path, name), 'utf8'))).toEqual([
    '\ufeffTgl;Jumlah;Cabang\r\n2026-04-02;50000,00;Pusat\r\n',
    '\ufeffTgl;Jumlah;Cabang\r\n2026-04-03;10000,01;Pusat\r\n',
  ]);
});

test.each([
  ['{\n  "id": "x",\n  "name": \n}', 4, 'not-json', ''],
  [JSON.stringify({ ...own, format: 'pdf' }, null, 2), 5, 'not-a-template', 'format'],
  [
    JSON.stringify(
      { ...own, columns: [{ header: 'A' }, { header: 'B', field: 'debit' }] },
      null,
      2,
    ),
    19,
    'not-a-template',
    'columns.1.field',
  ],
  [JSON.stringify({ ...own, colour: 'red' }, null, 2), 28, 'not-a-template', 'colour'],
  [JSON.stringify({ ...own, id: 'xero-invoice' }, null, 2), 2, 'same-id', 'xero-invoice'],
])('a broken one is named with its line: %#', async (text, line, problem, what) => {
  const shop = await directShop();
  mkdirSync(join(shop.folder, 'templates'));
  writeFileSync(join(shop.folder, 'templates', 'salah.json'), text);
  const { templates, broken } = await shop.ask('accountant.templates', {});
  expect(broken).toEqual([{ file: 'salah.json', line, problem, what }]);
  expect(templates).toHaveLength(5);
});
