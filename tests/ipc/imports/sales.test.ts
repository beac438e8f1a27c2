import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function importText(name: string, ...lines: readonly string[]) {
  const done = await shop.import(await shop.file(name, `${lines.join('\n')}\n`));
  expect(addsUp(done.report)).toBe(true);
  return done;
}

function sales() {
  return shop.all<Record<string, unknown>>(
    `SELECT number, sold_on, kind, status, total_minor / 100 AS total, revenue_minor / 100 AS revenue,
       is_purchase AS purchase, (SELECT count(*) FROM sale_lines l WHERE l.sale_id = s.id) AS lines
     FROM sales s ORDER BY id`,
  );
}

function problems(report: Awaited<ReturnType<typeof importText>>['report']) {
  return Object.fromEntries(report.problems.map((each) => [each.problem, each.rows]));
}

const till =
  'No Nota;Tanggal;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan;Total;Status';

describe('sales of a file', () => {
  it('gather the lines of a number and day wherever they stand', async () => {
    const { report } = await importText(
      'kasir.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai',
      '2;25/03/2026;Budi;081234567891;Teh;1;5.000;5.000;selesai',
      '1;25/03/2026;Ani;081234567890;Gula;1;15.000;15.000;selesai',
      '1;26/03/2026;Ani;081234567890;Gula;1;15.000;15.000;selesai',
    );
    expect(report.sales.added).toBe(3);
    expect(report.products.added).toBe(3);
    expect(sales()).toMatchObject([
      { number: '1', sold_on: '2026-03-25', total: 35_000, lines: 2, purchase: 1 },
      { number: '2', total: 5_000 },
      { number: '1', sold_on: '2026-03-26', total: 15_000 },
    ]);
  });

  it('let lines without a buyer follow the receipt they stand under', async () => {
    await importText(
      'kasir.csv',
      till,
      '7;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai',
      '7;25/03/2026;;;Gula;1;15.000;15.000;selesai',
    );
    expect(sales()).toMatchObject([{ number: '7', total: 35_000, lines: 2 }]);
  });

  it('are one a day and customer where the file has no numbers', async () => {
    const lines = [
      'Tanggal Transaksi;No HP;Nama Barang;Jumlah Barang;Harga Satuan',
      '25/03/2026;081234567890;Kopi;2;10.000',
      '25/03/2026;081234567890;Kopi;2;10.000',
      '25/03/2026;;Kopi;2;10.000',
      '25/03/2026;;Kopi;2;10.000',
    ];
    await importText('buku.csv', ...lines);
    expect(sales().map((each) => [each.total, each.lines])).toEqual([
      [40_000, 2],
      [20_000, 1],
      [20_000, 1],
    ]);
    const again = await importText('buku.csv', ...lines);
    expect(again.report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 4 });
  });

  it('know returns by their sign, and cancelled orders by their status', async () => {
    const { report } = await importText(
      'kasir.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai',
      '2;26/03/2026;Ani;081234567890;Kopi;-1;10.000;-10.000;selesai',
      '3;27/03/2026;Ani;081234567890;Kopi;1;10.000;10.000;batal',
      '4;28/03/2026;Ani;081234567890;Kopi;1;10.000;10.000;dikembalikan',
      '5;29/03/2026;Ani;081234567890;Kopi;1;10.000;10.000;dikirim',
      '6;30/03/2026;Ani;081234567890;Kopi;1;0;0;selesai',
    );
    expect([report.returns, report.cancelled]).toEqual([1, 1]);
    expect(sales().map((s) => [s.kind, s.status, s.revenue, s.purchase])).toEqual([
      ['sale', 'completed', 20_000, 1],
      ['return', 'completed', -10_000, 0],
      ['sale', 'cancelled', 0, 0],
      ['sale', 'returned', 0, 0],
      ['sale', 'processing', 10_000, 1],
      ['sale', 'completed', 0, 0],
    ]);
    expect(shop.all('SELECT purchases, revenue_minor FROM customer_figures')).toEqual([
      { purchases: 2, revenue_minor: 2_000_000 },
    ]);
  });

  it('are updated by what the next file says of them, and lines it leaves out stay', async () => {
    await importText(
      'a.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;dikirim',
      '1;25/03/2026;Ani;081234567890;Gula;1;15.000;15.000;dikirim',
    );
    const { report } = await importText(
      'b.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;3;10.000;30.000;selesai',
      '1;25/03/2026;Ani;081234567890;Teh;1;5.000;5.000;selesai',
    );
    expect(report.lines).toEqual({ added: 1, updated: 1, unchanged: 0 });
    expect(report.sales).toEqual({ added: 0, updated: 1, unchanged: 0 });
    expect(sales()).toMatchObject([{ status: 'completed', total: 50_000, lines: 3 }]);
  });

  it('count once where two files of one draft overlap', async () => {
    const first = await shop.file(
      'jan.csv',
      `${till}\n1;25/01/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai\n2;31/01/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai\n`,
    );
    const second = await shop.file(
      'feb.csv',
      `${till}\n2;31/01/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai\n3;25/02/2026;Ani;081234567890;Kopi;1;10.000;10.000;selesai\n`,
    );
    const { report } = await shop.import(first, second);
    expect(report.sales.added).toBe(3);
    expect(report.lines).toEqual({ added: 3, updated: 0, unchanged: 1 });
    expect(report.counts).toMatchObject({ read: 4, added: 3, unchanged: 1 });
    expect(sales()).toHaveLength(3);
  });

  it('skip blank rows, titles that come again and lines of totals, each by name', async () => {
    const { report } = await importText(
      'kasir.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai',
      ';;;;;;;;',
      till,
      '2;26/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai',
      'Total;;;;;;;40.000;',
    );
    expect(report.counts).toMatchObject({ read: 5, added: 2, skipped: 3 });
    expect(problems(report)).toEqual({ 'blank-row': 1, 'repeated-titles': 1, 'total-row': 1 });
  });

  it('skip words outside the table where no day stands, and nothing that may be data', async () => {
    const { report } = await importText(
      'kasir.csv',
      `Tanggal;Nota;Pelanggan;Barang;Jumlah;Total;Petugas`,
      '25/03/2026;1;Ani;Kopi;2;20.000;Sari',
      'Dicetak oleh: Kasir 1;;;;;;',
      ';;;;;;dicek oleh Sari',
      '26/03/2026;;;;;;',
      'Selesai;;;;;;',
      'Sabtu 27/03/2026,1,Ani,Kopi,2,20.000;;;;;;',
      '27/03/2026 Ani Kopi;;;;;;',
      ';;Budi Santoso;;;;',
      ';;;Kopi susu;;;',
      'Dicetak oleh:;Sari;;;;;',
    );
    expect(problems(report)).toMatchObject({ 'lone-text': 2 });
    expect(report.counts).toMatchObject({ read: 10, added: 1, skipped: 2, wrong: 7 });
  });

  it('name what is wrong in a row and take nothing of it; an unknown status is asked about', async () => {
    const { report } = await importText(
      'kasir.csv',
      `${till};Mata Uang`,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai;IDR',
      '2;;Budi;081234567891;Kopi;2;10.000;20.000;selesai;IDR',
      '3;31/02/2026;Budi;081234567891;Kopi;2;10.000;20.000;selesai;IDR',
      '4;26/03/2026;Budi;081234567891;Kopi;2;;lihat nota;selesai;IDR',
      '5;26/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;entahlah;IDR',
      '6;26/03/2026;Budi;081234567891;Kopi;2;10;20;selesai;USD',
      '7;26/03/2026;Budi;081234567891;Kopi;2;;;selesai;IDR',
    );
    expect(report.counts).toMatchObject({ read: 7, added: 2, wrong: 5 });
    expect(problems(report)).toEqual({
      'date-missing': 1,
      'impossible-date': 1,
      'not-a-number': 1,
      'status-unknown': 1,
      'other-currency': 1,
      'amount-missing': 1,
    });
    expect(shop.one('SELECT count(*) FROM customers')).toBe(1);
  });

  it('believe the amount where it and the price disagree, and say so', async () => {
    const { report } = await importText(
      'kasir.csv',
      till,
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;17.500;selesai',
    );
    expect(sales()).toMatchObject([{ total: 17_500 }]);
    expect(problems(report)).toEqual({ 'amount-differs': 1 });
    expect(report.money.exact).toBe('17500');
  });

  it('do not come back from the trash', async () => {
    const lines = [till, '1;25/03/2026;Ani;081234567890;Kopi;2;10.000;20.000;selesai'];
    await importText('a.csv', ...lines);
    shop.connection.raw.exec("UPDATE sales SET deleted_at = '2026-01-01T00:00:00.000Z'");
    const { report } = await importText('a.csv', ...lines);
    expect(report.counts).toMatchObject({ added: 0, skipped: 1 });
    expect(problems(report)).toEqual({ 'sale-in-trash': 1 });
  });
});
