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

function people() {
  return shop.all<{ name: string; phones: string | null; sales: number }>(
    `SELECT name, (SELECT group_concat(value, ' ') FROM contact_points p
       WHERE p.customer_id = c.id AND kind = 'phone') AS phones,
       (SELECT count(*) FROM sales s WHERE s.customer_id = c.id) AS sales
     FROM customers c ORDER BY id`,
  );
}

function problems(report: Awaited<ReturnType<typeof importText>>['report']) {
  return Object.fromEntries(report.problems.map((each) => [each.problem, each.rows]));
}

describe('recognising customers', () => {
  it('takes one phone in any format for one customer, and keeps the first name', async () => {
    const { report } = await importText(
      'pelanggan.csv',
      'Nama Pelanggan;No HP',
      'Siti Aminah;0812-3456-7890',
      'Bu Siti;+62 812 3456 7890',
      'IBU SITI AMINAH;081234567890',
      'Budi;6281234567891',
    );
    expect(people()).toEqual([
      { name: 'Siti Aminah', phones: '+6281234567890', sales: 0 },
      { name: 'Budi', phones: '+6281234567891', sales: 0 },
    ]);
    expect(report.counts).toMatchObject({ added: 2, unchanged: 2, wrong: 0 });
    expect(report.recognised.byPhone).toBe(1);
    expect(problems(report)).toEqual({ 'name-differs': 1 });
  });

  it('recognises by e-mail whatever its case, and by the id of another file', async () => {
    await importText('a.csv', 'ID Pelanggan;Nama Pelanggan;Email', 'P1;Rina;Rina@Toko.id');
    const { report } = await importText(
      'b.csv',
      'ID Pelanggan;Nama Pelanggan;Email;Kota',
      ';Rina;rina@toko.id;Sleman',
      'P1;Rina;;Sleman',
    );
    expect(report.customers).toEqual({ added: 0, updated: 1, unchanged: 0 });
    expect(report.recognised.byEmail).toBe(1);
    expect(report.fieldChanges.map((each) => each.field)).toEqual(['address']);
  });

  it('matches names only where the file has nothing better', async () => {
    const names = await importText('nama.csv', 'Nama Pelanggan;Kota', 'Budi;Solo', 'BUDI;Solo');
    expect(names.report.customers.added).toBe(1);
    const phones = await importText(
      'hp.csv',
      'Nama Pelanggan;No HP',
      'Budi;081234567890',
      'Budi;081234567891',
    );
    expect(phones.report.customers.added).toBe(2);
    expect(people().map((each) => each.name)).toEqual(['Budi', 'Budi', 'Budi']);
  });

  it('takes nobody where a name alone fits two customers', async () => {
    await importText('hp.csv', 'Nama Pelanggan;No HP', 'Budi;081234567890', 'Budi;081234567891');
    const { report } = await importText(
      'jual.csv',
      'Tanggal Transaksi;Nama Pelanggan;Total Bayar',
      '25/03/2026;Budi;50.000',
    );
    expect(report.salesWithoutCustomer).toBe(1);
    expect(problems(report)).toEqual({ 'name-ambiguous': 1 });
    expect(people()).toHaveLength(2);
  });

  it('never makes or matches anybody by a masked or blank name', async () => {
    const { report } = await importText(
      'toko.csv',
      'No Pesanan;Tanggal Pesanan;Nama Pembeli;No Telepon;Total Pembayaran',
      'A1;25/03/2026;A****i;******78;50.000',
      'A2;26/03/2026;A****i;******78;60.000',
      'A3;27/03/2026;umum;-;70.000',
      'A4;28/03/2026;;;80.000',
    );
    expect(report.customers.added).toBe(0);
    expect(report.sales.added).toBe(4);
    expect(report.salesWithoutCustomer).toBe(4);
    expect(problems(report)).toMatchObject({ 'name-masked': 2, 'phone-masked': 2 });
  });

  it('warns of a phone that a spreadsheet damaged and never stores it', async () => {
    const { report } = await importText(
      'rusak.csv',
      'Nama Pelanggan;No HP;Kota',
      'Wulan;6,28123E+12;Solo',
      'Rudi;081234567890;Solo',
      'Joko;081234567891;Solo',
    );
    expect(people().map((each) => each.phones)).toEqual([null, '+6281234567890', '+6281234567891']);
    expect(report.counts).toMatchObject({ added: 3, wrong: 0 });
    expect(problems(report)).toEqual({ 'phone-damaged': 1 });
  });

  it('keeps two people apart whose name is all that a row with a phone column says', async () => {
    const lines = [
      'Nama Pelanggan;No HP;Kota',
      'Budi;081234567890;Solo',
      'Budi;;Klaten',
      'Budi;;Sleman',
    ];
    await importText('daftar.csv', ...lines);
    expect(people()).toHaveLength(3);
    const again = await importText('daftar.csv', ...lines);
    expect(again.report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  });

  it('prefers the phone where keys point to two customers, and merges nobody', async () => {
    await importText(
      'a.csv',
      'Nama Pelanggan;No HP;Email',
      'Ani;081234567890;ani@a.id',
      'Ina;081234567891;ina@a.id',
    );
    const { report } = await importText(
      'b.csv',
      'Nama Pelanggan;No HP;Email',
      'Ani;081234567890;ina@a.id',
    );
    expect(problems(report)).toEqual({ 'keys-disagree': 1 });
    expect(report.counts).toMatchObject({ unchanged: 1 });
    expect(people()).toHaveLength(2);
  });

  it('lets a customer list correct and add, and a sales file only fill what is empty', async () => {
    await importText('a.csv', 'Nama Pelanggan;No HP;Kota;Pekerjaan', 'Ani;081234567890;Solo;');
    const list = await importText(
      'b.csv',
      'Nama Pelanggan;No HP;Kota;Pekerjaan',
      'Ani Rahayu;081234567890;Klaten;Guru',
    );
    expect(list.report.fieldChanges).toEqual([
      { field: 'city', count: 1 },
      { field: 'name', count: 1 },
      { field: 'occupation', count: 1 },
    ]);
    const sales = await importText(
      'c.csv',
      'Tanggal Transaksi;Nama Pelanggan;No HP;Kota;Total Bayar',
      '25/03/2026;Bu Ani;081234567890;Jogja;50.000',
    );
    expect(sales.report.customers).toEqual({ added: 0, updated: 0, unchanged: 1 });
    expect(people()).toEqual([{ name: 'Ani Rahayu', phones: '+6281234567890', sales: 1 }]);
    expect(shop.all('SELECT city FROM addresses')).toEqual([{ city: 'Klaten' }]);
  });

  it('attaches a sale to a customer in the trash, and leaves that customer alone', async () => {
    await importText('a.csv', 'Nama Pelanggan;No HP', 'Ani;081234567890');
    shop.connection.raw.exec("UPDATE customers SET deleted_at = '2026-01-01T00:00:00.000Z'");
    const list = await importText('a2.csv', 'Nama Pelanggan;No HP', 'Anita;081234567890');
    expect(problems(list.report)).toEqual({ 'customer-in-trash': 1 });
    await importText(
      'b.csv',
      'Tanggal Transaksi;No HP;Total Bayar',
      '25/03/2026;081234567890;50.000',
    );
    expect(people()).toEqual([{ name: 'Ani', phones: '+6281234567890', sales: 1 }]);
  });
});
