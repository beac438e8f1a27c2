import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addsUp,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const customers = [
  'id,name,phone',
  '7,Ratna Kusuma,081255500137',
  '8,Budi Hartono,081900011122',
  '9,Sari Dewi,081255500999',
];
const orders = [
  'order_id,order_date,customer_id,status,total',
  '1001,2026-03-05,7,completed,120000',
  '1002,2026-03-06,8,completed,25000',
  '1003,2026-03-07,77,completed,50000',
  '1005,2026-03-09,9,completed,45000',
];
const lines = [
  'id,order_id,product_id,quantity,price',
  '1,1001,11,2,50000',
  '2,1001,12,1,20000',
  '3,1002,12,1,20000',
  '4,1002,99,1,5000',
  '5,1003,11,1,50000',
  '6,1004,11,3,50000',
];
const products = ['id,name,price', '11,Kopi Gayo,50000', '12,Teh,20000'];
const four = {
  'customers.csv': customers,
  'orders.csv': orders,
  'order_lines.csv': lines,
  'products.csv': products,
};
type Files = Readonly<Record<string, readonly string[]>>;

async function paths(files: Files): Promise<string[]> {
  const written: string[] = [];
  for (const [name, rows] of Object.entries(files))
    written.push(await shop.file(name, `${rows.join('\n')}\n`));
  return written;
}

async function bring(files: Files) {
  const { report } = await shop.import(...(await paths(files)));
  expect(addsUp(report)).toBe(true);
  return report;
}

/** Every sale with its customer, its day and its things, by other words than the import's. */
function history() {
  return shop.all<Record<string, unknown>>(
    `SELECT s.number, s.sold_on AS day, c.name AS customer, s.total_minor / 100 AS total,
       (SELECT group_concat(coalesce(p.name, '-') || ' ' || (l.amount_minor / 100), ', ' ORDER BY l.position)
        FROM sale_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.sale_id = s.id) AS things
     FROM sales s LEFT JOIN customers c ON c.id = s.customer_id ORDER BY s.number, s.sold_on`,
  );
}

const oneHistory = [
  {
    number: '1001',
    day: '2026-03-05',
    customer: 'Ratna Kusuma',
    total: 120_000,
    things: 'Kopi Gayo 100000, Teh 20000',
  },
  {
    number: '1002',
    day: '2026-03-06',
    customer: 'Budi Hartono',
    total: 25_000,
    things: 'Teh 20000, 99 5000',
  },
  { number: '1003', day: '2026-03-07', customer: '', total: 50_000, things: 'Kopi Gayo 50000' },
  { number: '1005', day: '2026-03-09', customer: 'Sari Dewi', total: 45_000, things: '- 45000' },
];

const money = () => shop.one('SELECT sum(revenue_minor) / 100 FROM sales');

describe('four files of one shop', () => {
  const names = Object.keys(four) as (keyof typeof four)[];
  const turns = names.flatMap((_, at) => {
    const turned = [...names.slice(at), ...names.slice(0, at)];
    return [turned, turned.toReversed()];
  });

  it.each(turns)('are one history, dropped as %s, %s, %s, %s', async (...turn) => {
    const report = await bring(Object.fromEntries(turn.map((name) => [name, four[name]])));
    expect(history()).toEqual(oneHistory);
    expect(money()).toBe(120_000 + 25_000 + 50_000 + 45_000);
    expect(report).toMatchObject({ customers: { added: 4 }, products: { added: 3 }, witness: [] });
    expect(report.sales).toEqual({ added: 4, updated: 0, unchanged: 0 });
    expect(report.money.storedMinor).toBe(24_000_000);
  });

  it('say by what they are joined, and what has found no partner, in money', async () => {
    const draft = await shop.inspect(...(await paths(four)));
    expect(draft.sources.map(({ blockers }) => blockers)).toEqual([[], [], [], []]);
    const { joined, problems, counts } = await shop.check(draft);
    const said = joined.map(({ minor, ...each }) => ({ ...each, money: minor / 100 }));
    const toOrders = { file: 'order_lines.csv', to: 'orders.csv', header: 'order_id' };
    const toPeople = { file: 'orders.csv', to: 'customers.csv', header: 'customer_id' };
    const toThings = { file: 'order_lines.csv', to: 'products.csv', header: 'product_id' };
    const unjoined = { file: 'orders.csv', to: 'order_lines.csv', header: 'order_id' };
    expect(said).toEqual([
      { kind: 'orders-whole', ...unjoined, count: 1, money: 45_000, example: '1005' },
      { kind: 'customers', ...toPeople, count: 3, money: 190_000, example: '' },
      { kind: 'customers-missing', ...toPeople, count: 1, money: 50_000, example: '77' },
      { kind: 'lines', ...toOrders, count: 5, money: 195_000, example: '' },
      { kind: 'lines-missing', ...toOrders, count: 1, money: 150_000, example: '1004' },
      { kind: 'products', ...toThings, count: 4, money: 190_000, example: '' },
      { kind: 'products-missing', ...toThings, count: 1, money: 5000, example: '99' },
    ]);
    expect(counts).toMatchObject({ read: 15, wrong: 1 });
    expect(problems.map(({ problem, header, value }) => ({ problem, header, value }))).toEqual([
      { problem: 'order-missing', header: 'order_id', value: '1004' },
    ]);
  });

  it('change nothing when they come again, and neither does each of them alone', async () => {
    await bring(four);
    const again = await bring(four);
    expect(again.counts).toMatchObject({ added: 0, updated: 0 });
    await bring({ 'customers.csv': customers, 'products.csv': products });
    const { witness } = await bring({ 'orders.csv': orders });
    expect(witness).toEqual([]);
    const dearer = orders.map((row) => row.replace('120000', '130000'));
    const told = await bring({ 'orders.csv': dearer });
    const said = { kind: 'sale-totals', rows: 1, example: '1001' };
    expect(told.witness).toEqual([{ ...said, saysMinor: 13_000_000, takenMinor: 12_000_000 }]);
    expect(history()).toEqual(oneHistory);
    expect(shop.one('SELECT count(*) FROM customers')).toBe(4);
  });

  it('take the lines in the place of a total that came in before them', async () => {
    await bring({ 'customers.csv': customers, 'orders.csv': orders });
    expect(money()).toBe(240_000);
    await bring(four);
    expect(history()).toEqual(oneHistory);
  });
});

describe('orders and their lines', () => {
  it('need no total, and ask how their days are meant', async () => {
    const draft = await shop.inspect(
      ...(await paths({
        'lines.csv': [
          'OrderID,ProductID,UnitPrice,Quantity',
          '10248,P1,14000,12',
          '10249,P1,9000,10',
        ],
        'orders.csv': [
          'OrderID,CustomerID,OrderDate,Freight',
          '10248,VINET,04/07/2025,3000',
          '10249,TOMSP,05/07/2025,1000',
        ],
      })),
    );
    const day = sourceIn(draft, 'orders.csv').columns.find(({ field }) => field === 'sale.date');
    expect(day?.question?.kind ?? day?.reading?.dateOrder).toBeDefined();
    expect(sourceIn(draft, 'orders.csv').blockers).not.toContain('amount-column-missing');
    expect(sourceIn(draft, 'lines.csv').blockers).toEqual([]);
  });

  it('with days and buyers of their own are still counted once', async () => {
    const head = 'No Nota;Tanggal;Nama Pelanggan';
    const report = await bring({
      'detail.csv': [
        `${head};Nama Barang;Qty;Harga`,
        'A1;05/03/2026;Ani;Kopi;2;15000',
        'A1;05/03/2026;Ani;Teh;1;8000',
        'A2;06/03/2026;Budi;Teh;1;8000',
        'A9;07/03/2026;Budi;Teh;2;8000',
      ],
      'nota.csv': [`${head};Total`, 'A1;05/03/2026;Ani;38000', 'A2;06/03/2026;Budi;8000'],
    });
    expect(history().map(({ number, customer, total }) => [number, customer, total])).toEqual([
      ['A1', 'Ani', 38_000],
      ['A2', 'Budi', 8000],
      ['A9', 'Budi', 16_000],
    ]);
    expect(report.joined.map(({ kind, count, minor }) => [kind, count, minor / 100])).toEqual([
      ['lines', 3, 46_000],
      ['lines-alone', 1, 16_000],
    ]);
  });

  it('whose total is another than that of the lines say so, and the lines count', async () => {
    const report = await bring({
      'orders.csv': [
        'order_id,order_date,discount,total',
        'A,2026-03-05,5000,95000',
        'B,2026-03-06,0,70000',
      ],
      'lines.csv': ['order_id,product,quantity,price', 'A,Kopi,2,50000', 'B,Teh,3,20000'],
    });
    expect(history().map(({ number, total }) => [number, total])).toEqual([
      ['A', 95_000],
      ['B', 60_000],
    ]);
    expect(report.witness).toEqual([
      { kind: 'sale-totals', rows: 1, saysMinor: 7_000_000, takenMinor: 6_000_000, example: 'B' },
    ]);
  });

  it('of a number that several orders have are left to the owner', async () => {
    const report = await bring({
      'orders.csv': [
        'no nota,tanggal,total',
        '1,2026-03-05,20000',
        '1,2026-03-06,30000',
        '2,2026-03-06,8000',
      ],
      'lines.csv': ['no nota,nama barang,qty,harga', '1,Kopi,1,20000', '2,Teh,1,8000'],
    });
    expect(history().map(({ number, day, total }) => [number, day, total])).toEqual([
      ['1', '2026-03-05', 20_000],
      ['1', '2026-03-06', 30_000],
      ['2', '2026-03-06', 8000],
    ]);
    expect(report.joined.map(({ kind, count }) => [kind, count])).toEqual([
      ['orders-whole', 2],
      ['lines', 1],
      ['lines-several', 1],
    ]);
  });
});
