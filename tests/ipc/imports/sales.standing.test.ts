import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function importRows(name: string, ...lines: readonly string[]) {
  const titles = 'No Nota;Tanggal;Nama Pelanggan;No HP;Nama Barang;Total;Status';
  const text = [titles, ...lines].join('\n');
  const done = await shop.import(await shop.file(name, `${text}\n`));
  expect(addsUp(done.report)).toBe(true);
  return done.report;
}

/** A row of a customer's, in the order of the titles but for the customer. */
function row(...[number, day, total, status, product = 'Kopi']: readonly string[]): string {
  return `${number};${day};Ani;081234567890;${product};${total};${status}`;
}

/** What each sale of the shop is, and what of it counts, in whole rupiah. */
function standing() {
  return shop
    .all<{ kind: string; status: string; revenue: number; purchase: number }>(
      `SELECT kind, status, revenue_minor / 100 AS revenue, is_purchase AS purchase FROM sales
       ORDER BY sold_on, id`,
    )
    .map(({ kind, status, revenue, purchase }) => [kind, status, revenue, purchase]);
}

/** What the customer is worth by the figures, which nothing but the sales can have made. */
function spent(): number {
  return shop.one('SELECT sum(revenue_minor) / 100 FROM customer_figures');
}

describe('an amount below zero', () => {
  it.each(['Selesai', 'Retur', 'Refund', 'Batal', 'Dikirim', ''])(
    'takes back what was sold on another day, though its row says “%s”',
    async (word) => {
      await importRows(
        'kasir.csv',
        row('1', '20/03/2026', '100.000', 'Selesai'),
        row('1', '25/03/2026', '-100.000', word),
      );
      expect(standing().map(([kind, , revenue]) => [kind, revenue])).toEqual([
        ['sale', 100_000],
        ['return', -100_000],
      ]);
      expect(spent()).toBe(0);
    },
  );

  it.each([
    ['Selesai', 'Retur'],
    ['Selesai', 'Selesai'],
    ['Retur', 'Retur'],
    ['Batal', 'Batal'],
    ['Dikembalikan', 'Refund'],
  ])('leaves nothing of a sale that it takes back whole: “%s”, then “%s”', async (sold, back) => {
    await importRows(
      'kasir.csv',
      row('1', '25/03/2026', '100.000', sold),
      row('1', '25/03/2026', '-100.000', back),
    );
    expect(spent()).toBe(0);
    expect(standing().map(([, , , purchase]) => purchase)).toEqual([0]);
  });

  it('takes nothing back twice, and leaves what it does not take back', async () => {
    await importRows(
      'kasir.csv',
      row('1', '25/03/2026', '100.000', 'Selesai'),
      row('1', '25/03/2026', '50.000', 'Retur', 'Teh'),
      row('1', '25/03/2026', '-50.000', 'Retur', 'Teh'),
    );
    // Of 100,000 sold and 50,000 not, 50,000 came back: the money says so once, whoever it was.
    expect(spent()).toBe(50_000);
  });
});

describe('the lines of one order', () => {
  it('count one by one where some were cancelled, returned or not paid', async () => {
    const rows = [
      row('1', '25/03/2026', '30.000', 'Selesai', 'Kopi'),
      row('1', '25/03/2026', '8.000', 'Dibatalkan', 'Teh'),
      row('1', '25/03/2026', '5.000', 'Dikembalikan', 'Gula'),
      row('1', '25/03/2026', '2.000', 'Belum bayar', 'Susu'),
    ];
    for (const order of [rows, rows.toReversed()]) {
      shop.connection.raw.exec('DELETE FROM sale_lines; DELETE FROM sales');
      await importRows('pesanan.csv', ...order);
      expect(standing()).toEqual([['sale', 'completed', 30_000, 1]]);
    }
    const again = await importRows('pesanan.csv', ...rows);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 4 });
    expect(spent()).toBe(30_000);
  });

  it('of a file that says what each row is: a refund without a sign takes back the sale', async () => {
    const titles = 'Order ID,Order Date,Customer Name,Item,Amount,Event Type';
    const lines = [
      titles,
      'A1,2026-03-05,Ayu,Kopi,30000,Payment',
      'A2,2026-03-06,Ayu,Teh,8000,Payment',
      'A1,2026-03-09,Ayu,Kopi,30000,Refund',
    ];
    const { report } = await shop.import(await shop.file('square.csv', `${lines.join('\n')}\n`));
    expect(standing().map(([kind, , revenue]) => [kind, revenue])).toEqual([
      ['sale', 30_000],
      ['sale', 8_000],
      ['return', -30_000],
    ]);
    expect(report.returns).toBe(1);
    expect(report.money.exact).toBe('8000');
    expect(spent()).toBe(8_000);
  });

  it('of a file that says how each order stands: a refunded one is worth nothing, and no more', async () => {
    await importRows(
      'pesanan.csv',
      row('1', '25/03/2026', '30.000', 'Selesai'),
      row('2', '26/03/2026', '30.000', 'Refunded'),
    );
    expect(spent()).toBe(30_000);
  });
});

describe('an order that is not paid', () => {
  it('is named apart, is no revenue and no purchase, and is counted in the report', async () => {
    const report = await importRows(
      'pesanan.csv',
      row('1', '20/03/2026', '10.000', 'Selesai'),
      row('2', '21/03/2026', '20.000', 'Menunggu pembayaran'),
      row('3', '22/03/2026', '40.000', 'Belum bayar'),
      row('4', '23/03/2026', '80.000', 'Belum lunas'),
    );
    expect(standing()).toEqual([
      ['sale', 'completed', 10_000, 1],
      ['sale', 'unpaid', 0, 0],
      ['sale', 'unpaid', 0, 0],
      ['sale', 'completed', 80_000, 1],
    ]);
    expect(report.unpaid).toBe(2);
    expect(report.sales.added).toBe(4);
    expect(spent()).toBe(90_000);
  });

  it('counts from the file on that says it was paid, and no longer where it says it was not', async () => {
    await importRows('a.csv', row('1', '20/03/2026', '10.000', 'Belum dibayar'));
    expect(spent()).toBe(0);
    const paid = await importRows('b.csv', row('1', '20/03/2026', '10.000', 'Lunas'));
    expect(paid.counts).toMatchObject({ added: 0, unchanged: 1 });
    expect(paid.sales.updated).toBe(1);
    expect(spent()).toBe(10_000);
    await importRows('c.csv', row('1', '20/03/2026', '10.000', 'Menunggu pembayaran'));
    expect(standing()).toEqual([['sale', 'unpaid', 0, 0]]);
  });
});
