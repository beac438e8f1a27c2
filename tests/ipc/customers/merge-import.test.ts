import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { customerHandlers } from '#electron/services/customers/handlers.ts';
import type { CustomerId } from '#shared/ids.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { ownersRows } from '#tests/support/shop/owners-rows.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function writing() {
  const { raw, db } = shop.connection;
  const { settings } = await readSettings(db);
  const today = shop.ctx.clock.today();
  return { ...shop.ctx, raw, db: db as never, settings, today };
}

const idOf = (name: string) =>
  shop.one<CustomerId>('SELECT id FROM customers WHERE name = ?', name);

async function merge(kept: string, other: string): Promise<CustomerId> {
  const otherId = idOf(other);
  const pair = { keptId: idOf(kept), otherId, choices: {}, ownOfOther: [], leaves: [] };
  await customerHandlers['customers.merge'](await writing(), pair);
  return otherId;
}

const list =
  'Kode Pelanggan;Nama Pelanggan;No HP;Email;Alamat;Kota\n' +
  'K-1;Ratna Kusumawardani;081255500137;;Jl. Palagan 14;Sleman\n' +
  'K-2;Ratna Kusuma W.;085755500176;ratna@contoh.id;Jl Palagan Tentara Pelajar 14;Sleman\n' +
  'K-3;Budi;081900011122;;;\n';
const till =
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan\n' +
  '1;25/03/2026;Ratna Kusumawardani;081255500137;Kopi;2;10.000\n' +
  '2;26/03/2026;Ratna Kusuma W.;085755500176;Teh;1;5.000\n' +
  '3;27/03/2026;Budi;081900011122;Teh;1;5.000\n';
/** Without numbers: a day and a customer are a sale. */
const days =
  'Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan\n' +
  '25/04/2026;Ratna Kusumawardani;081255500137;Kopi;2;10.000\n' +
  '25/04/2026;Ratna Kusuma W.;085755500176;Teh;1;5.000\n' +
  '25/04/2026;Ratna Kusuma W.;085755500176;Kopi;3;10.000\n';
const names =
  'No Nota;Tanggal Transaksi;Nama Pelanggan;Nama Barang;Jumlah Barang;Harga Satuan\n' +
  '11;25/05/2026;Ratna Kusumawardani;Kopi;2;10.000\n' +
  '12;26/05/2026;Ratna Kusuma W.;Teh;1;5.000\n';

describe('the files from before two became one', () => {
  it('change nothing once they are read again, and the two come apart as they were', async () => {
    const paths: string[] = [];
    for (const [at, text] of [list, till, days, names].entries()) {
      paths.push(await shop.file(`${at}.csv`, text));
      await shop.import(paths.at(-1) ?? '');
    }
    expect(shop.one('SELECT count(*) FROM customers')).toBe(3);
    const before = ownersRows(shop.connection.raw);
    const otherId = await merge('Ratna Kusumawardani', 'Ratna Kusuma W.');
    const merged = ownersRows(shop.connection.raw);
    for (const path of [...paths, ...paths.toReversed()]) {
      const { report } = await shop.import(path);
      expect(report.counts, path).toMatchObject({ added: 0, updated: 0, wrong: 0 });
    }
    expect(ownersRows(shop.connection.raw)).toEqual(merged);
    const undone = await customerHandlers['customers.takeApart'](await writing(), {
      id: otherId,
    });
    expect(undone.kept).toEqual([]);
    expect(ownersRows(shop.connection.raw)).toEqual(before);
  });

  it('bring what is new to the one that was kept, by either phone, code and name', async () => {
    const path = await shop.file('list.csv', list);
    await shop.import(path);
    await merge('Ratna Kusumawardani', 'Ratna Kusuma W.');
    const more = await shop.file(
      'more.csv',
      'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan\n' +
        '21;01/06/2026;R. Kusuma;085755500176;Kopi;1;10.000\n' +
        '22;02/06/2026;Ratna;081255500137;Kopi;1;10.000\n',
    );
    await shop.import(more);
    const byCode = await shop.file(
      'code.csv',
      'Kode Pelanggan;Nama Pelanggan;Pekerjaan\nK-2;Ratna Kusuma W.;Guru\n',
    );
    await shop.import(byCode);
    const kept = idOf('Ratna Kusumawardani');
    expect(shop.one('SELECT count(*) FROM customers')).toBe(3);
    expect(shop.one('SELECT count(*) FROM sales WHERE customer_id = ?', kept)).toBe(2);
    expect(shop.one('SELECT occupation FROM customers WHERE id = ?', kept)).toBe('Guru');
  });

  it('find each of two of whom nothing but the name was known, and of a third who is somebody else', async () => {
    const path = await shop.file(
      'bare.csv',
      'Nama Pelanggan;No HP;Kota\nSiti;;Sleman\nSiti;;Bantul\nBudi;081900011122;\n',
    );
    await shop.import(path);
    const [first, second] = shop.all<{ id: CustomerId }>(
      "SELECT id FROM customers WHERE name = 'Siti' ORDER BY id",
    );
    if (first === undefined || second === undefined) throw new Error('two of that name');
    await customerHandlers['customers.merge'](await writing(), {
      ...{ keptId: first.id, otherId: second.id, choices: {}, ownOfOther: [], leaves: [] },
    });
    const { report } = await shop.import(path);
    expect(report.counts).toMatchObject({ added: 0, updated: 0 });
    const three = await shop.file(
      'three.csv',
      'Nama Pelanggan;No HP;Kota\nSiti;;Sleman\nSiti;;Bantul\nSiti;;Magelang\n',
    );
    expect((await shop.import(three)).report.counts).toMatchObject({ added: 1 });
  });
});
