import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBatch, updateRow } from '#db/history/journal.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addSale } from '#tests/support/shop/build-shop.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const file = (name: string, ...lines: readonly string[]) =>
  shop.file(name, `${lines.join('\n')}\n`);
const brought = () =>
  Object.fromEntries(
    shop
      .all<{ name: string; by: string | null }>(
        `SELECT c.name, r.name AS by FROM customers c LEFT JOIN customers r ON r.id = c.recommended_by
         WHERE c.deleted_at IS NULL ORDER BY c.id`,
      )
      .map(({ name, by }) => [name, by]),
  );
const hash = () => logicalDumpHash(shop.connection.raw);
const titles = 'Kode Pelanggan;Nama Pelanggan;No HP;Diajak Oleh';
const people = [
  titles,
  'P1;Ani;081234567890;Cici',
  'P2;Budi;081234567891;0812-3456-7890',
  'P3;Cici;081234567892;',
  'P4;Dedi;081234567893;P2',
];

describe('a column that says who brought whom', () => {
  it('leads to people of the same file by name, phone and code, and the undo takes it back', async () => {
    const empty = hash();
    const draft = await shop.inspect(await file('orang.csv', ...people));
    expect(draft.sources[0]?.columns[3]?.field).toBe('customer.referredBy');
    const { importId, report } = await shop.commit(draft);
    expect(report.problems).toEqual([]);
    expect(report.customers).toEqual({ added: 4, updated: 0, unchanged: 0 });
    expect(brought()).toEqual({ Ani: 'Cici', Budi: 'Ani', Cici: null, Dedi: 'Budi' });
    expect(await shop.undo(importId)).toMatchObject({ kept: [] });
    expect(hash()).toBe(empty);
  });

  it('says what finds nobody, is unclear, or would be a circle, and takes the rest of the row', async () => {
    const draft = await shop.inspect(
      await file(
        'orang.csv',
        titles,
        'P1;Ani;081234567890;Budi',
        'P2;Budi;081234567891;Ani',
        'P3;Cici;081234567892;Zainal',
        'P4;Dedi;081234567893;Dedi',
        'P5;Eni;081234567894;Fani',
        'P6;Fani;081234567895;',
        'P7;Fani;081234567896;',
        'P8;Gita;081234567897;Zainal',
      ),
    );
    await shop.check(draft);
    const rows = await shop.rows(draft, {
      ...{ sourceId: draft.sources[0]?.id ?? 0, problem: 'referrer-not-there' },
    });
    expect(rows.map(({ row }) => row)).toEqual([4, 9]);
    const { report } = await shop.commit(draft);
    const said = report.problems.map(({ problem, header, value, rows, outcome }) => [
      ...[problem, header, value, rows, outcome],
    ]);
    expect(said).toEqual([
      ['referrer-not-there', 'Diajak Oleh', 'Zainal', 2, 'updated'],
      ['referrer-circle', 'Diajak Oleh', 'Ani', 1, 'updated'],
      ['referrer-self', 'Diajak Oleh', 'Dedi', 1, 'updated'],
      ['referrer-ambiguous', 'Diajak Oleh', 'Fani', 1, 'updated'],
    ]);
    expect(report.counts).toMatchObject({ read: 8, added: 8, wrong: 0 });
    expect(brought()).toMatchObject({ Ani: 'Budi', Budi: null, Cici: null, Dedi: null, Eni: null });
  });

  it('leads to somebody of a file read later, and to one who is there by another name', async () => {
    await shop.import(await file('lama.csv', 'Nama Pelanggan;No HP', 'Hadi;081234567899'));
    const first = await file(
      'a.csv',
      'Nama Pelanggan;No HP;Rekomendasi',
      'Ani;081234567890;Wati',
      'Budi;081234567891;081234567899',
      'Cici;081234567892;Umi',
    );
    const second = await file('b.csv', 'Nama Pelanggan;No HP', 'Wati;081234567898');
    const { report } = await shop.import(first, second);
    expect(brought()).toMatchObject({ Ani: 'Wati', Budi: 'Hadi', Cici: null });
    expect(report.problems).toMatchObject([
      { problem: 'referrer-not-there', value: 'Umi', rows: 1 },
    ]);
  });

  it('changes nothing the second time, corrects and fills those who are there, and the undo gives back what was', async () => {
    await shop.import(await file('orang.csv', ...people));
    const before = hash();
    const again = await shop.import(await file('lagi.csv', ...people));
    expect(again.report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 4 });
    expect(hash()).toBe(before);
    const { report, importId } = await shop.import(
      await file(
        'baru.csv',
        titles,
        'P1;Ani;081234567890;Dodi',
        'P3;Cici;081234567892;Dodi',
        'P9;Dodi;081234567800;',
      ),
    );
    expect(brought()).toMatchObject({ Ani: 'Dodi', Budi: 'Ani', Cici: 'Dodi', Dodi: null });
    expect(report.counts).toMatchObject({ added: 1, updated: 2, unchanged: 0 });
    expect(report.fieldChanges).toEqual([{ field: 'referredBy', count: 2 }]);
    expect((await shop.undo(importId)).kept).toEqual([]);
    expect(hash()).toBe(before);
  });

  it('lets no file turn what is there into a circle', async () => {
    await shop.import(await file('orang.csv', ...people));
    const { report } = await shop.import(
      await file('putar.csv', titles, 'P3;Cici;081234567892;Dedi'),
    );
    expect(report.problems).toMatchObject([{ problem: 'referrer-circle', value: 'Dedi' }]);
    expect(brought()).toMatchObject({ Cici: null, Dedi: 'Budi' });
  });

  it('keeps with one that stays whoever brought them', async () => {
    const { importId } = await shop.import(await file('orang.csv', ...people));
    const { raw } = shop.connection;
    const budi = shop.one("SELECT id FROM customers WHERE name = 'Budi'");
    addSale(raw, { customerId: budi, soldOn: '2026-06-15', revenueMinor: 5000 });
    const undone = await shop.undo(importId);
    expect(brought()).toEqual({ Ani: 'Cici', Budi: 'Ani', Cici: null });
    expect(undone.kept.map(({ name }) => name).sort()).toEqual(['Ani', 'Budi', 'Cici']);
  });

  it('links thousands, whoever stands below whom', async () => {
    const rows = Array.from(
      { length: 11_000 },
      (_, at) => `P${at};Orang ${at};;${at === 10_999 ? '' : `P${at + 1}`}`,
    );
    const empty = hash();
    const { importId, report } = await shop.import(await file('banyak.csv', titles, ...rows));
    expect(report.problems).toEqual([]);
    expect(shop.one('SELECT count(*) FROM customers WHERE recommended_by = id + 1')).toBe(10_999);
    expect((await shop.undo(importId)).kept).toEqual([]);
    expect(hash()).toBe(empty);
  });

  it('is not touched by a file that says nothing of it', async () => {
    await shop.import(await file('orang.csv', ...people));
    const { raw } = shop.connection;
    const batchId = openBatch(raw, { kind: 'edit', label: 'Ani', at: '2026-06-15T06:00:00Z' });
    const ani = shop.one("SELECT id FROM customers WHERE name = 'Ani'");
    updateRow(raw, batchId, { table: 'customers', id: ani }, { recommended_by: null });
    await shop.import(await file('b.csv', 'Nama Pelanggan;No HP', 'Ani;081234567890'));
    expect(brought()).toMatchObject({ Ani: null, Budi: 'Ani' });
  });
});
