import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockedPeriodOf } from '#db/file/locked-period.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

const april = { from: '2026-04-01', to: '2026-04-30' };
const locked = { error: { code: 'PERIOD_LOCKED', ...april } };
const head =
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan;Catatan';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function draftOf(...lines: readonly string[]) {
  return shop.inspect(await shop.file('a.csv', `${[head, ...lines].join('\n')}\n`));
}

const one = '1;10/04/2026;Ani;081234567890;Kopi;2;10.000;';

it.each([
  [
    'a sale in it',
    ['2;30/04/2026;Ani;081234567890;Kopi;1;10.000;', '3;01/05/2026;Ani;;Teh;1;5.000;'],
  ],
  ['another line of a sale in it', [one, '1;10/04/2026;Ani;081234567890;Teh;1;5.000;']],
  ['another amount of a line in it', ['1;10/04/2026;Ani;081234567890;Kopi;3;10.000;']],
])(
  'an import that brings %s is refused at the check and at the commit, and leaves nothing',
  async (_, lines) => {
    await shop.commit(await draftOf(one));
    const draft = await draftOf(...lines);
    await shop.check(draft);
    lockPeriod(shop.connection.raw, april);
    const before = wholeDump(shop.connection.raw);
    await expect(shop.check(draft)).rejects.toMatchObject(locked);
    await expect(shop.commit(draft)).rejects.toMatchObject(locked);
    expect(wholeDump(shop.connection.raw)).toEqual(before);
    shop.connection.raw.exec("UPDATE period_locks SET unlocked_at = 'x'");
    await shop.check(draft);
    await shop.commit(draft);
    expect(wholeDump(shop.connection.raw)).not.toEqual(before);
  },
);

it('what lies beside it comes in, with rows of it that say what is there, and a note', async () => {
  await shop.commit(await draftOf(one));
  lockPeriod(shop.connection.raw, april);
  const draft = await draftOf(
    `${one}Antar sore`,
    '5;31/03/2026;Ani;;Teh;1;5.000;',
    '6;01/05/2026;Ani;;Teh;1;5.000;',
  );
  const { counts } = await shop.check(draft);
  expect(counts).toMatchObject({ read: 3, added: 2, wrong: 0 });
  await shop.commit(draft);
  expect(shop.all('SELECT sold_on, note FROM sales ORDER BY sold_on')).toEqual([
    { sold_on: '2026-03-31', note: null },
    { sold_on: '2026-04-10', note: 'Antar sore' },
    { sold_on: '2026-05-01', note: null },
  ]);
});

it('compensations of a file are refused too', async () => {
  const complaints =
    'Tgl Masuk;Nama;No HP;Keluhan;Solusi;Tgl Selesai;Kompensasi;Nilai Kompensasi\n' +
    '11/04/2026;Ani;081234567890;Basi;Diganti;12/04/2026;Voucher;25.000\n';
  const draft = await shop.inspect(await shop.file('k.csv', complaints));
  await shop.check(draft);
  expect(shop.one('SELECT count(*) FROM sales')).toBe(0);
  lockPeriod(shop.connection.raw, april);
  await expect(shop.check(draft)).rejects.toMatchObject(locked);
});

it('an import that brought sales into it stays: its undo is refused whole', async () => {
  const { importId } = await shop.commit(
    await draftOf(one, '2;01/05/2026;Budi;081234567891;Teh;1;5.000;'),
  );
  lockPeriod(shop.connection.raw, april);
  const { raw } = shop.connection;
  const [before, all] = [logicalDumpHash(raw), wholeDump(raw)];
  const refused = await shop.undo(importId).catch((error: unknown) => error);
  expect(lockedPeriodOf(refused)).toEqual(april);
  expect([logicalDumpHash(raw), wholeDump(raw)]).toEqual([before, all]);
  raw.exec("UPDATE period_locks SET unlocked_at = 'x'");
  expect(await shop.undo(importId)).toMatchObject({ kept: [] });
  expect(shop.one('SELECT count(*) FROM sales')).toBe(0);
});
