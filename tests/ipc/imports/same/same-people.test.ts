import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samePersonTasks } from '#electron/services/customers/same.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import { contract, type Output, type Parsed } from '#shared/contract/index.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { ownersRows } from '#tests/support/shop/owners-rows.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
  await shop.import(await shop.file('book.csv', book));
});
afterEach(() => shop.close());

const titles = 'Nama Pelanggan;No HP;Email;Alamat;Kota\n';
const book =
  `${titles}Ratna Kusumawardani;081255500137;;Jl. Palagan 14;Sleman\n` +
  'Budi Hartono;081900011122;;Jl. Wates 3;Bantul\n' +
  'Kedai Senja Utama;;;;Sleman\n' +
  'Siti Aminah Rahayu;081355512345;;;Sleman\n';
/** Two who may be there, one who is another kind of shop, one who is new. */
const list =
  `${titles}Bu Ratna Kusumawardani;085755500176;ratna@contoh.id;Jl Palagan No. 14;Sleman\n` +
  'Budi Hartono;082100022233;;;Bantul\n' +
  'Hotel Senja Utama;;;;Sleman\n' +
  'Wulan Sari Dewi;081411122233;;;Magelang\n';

const counted = () => shop.one('SELECT count(*) FROM customers WHERE deleted_at IS NULL');

type Same = Output<'imports.samePeople'>;
async function asked({ id: draftId }: Draft): Promise<Same> {
  const input = { draftId, limit: 100 };
  const found = await importTasks['imports.samePeople'](shop.ctx, input, null);
  return contract['imports.samePeople'].output.parse(found);
}

type Answer = Parsed<'imports.decideSame'>['answers'][number];
const decide = (draft: Draft, ...answers: Answer[]) =>
  importTasks['imports.decideSame'](shop.ctx, { draftId: draft.id, answers }, null);

/** The pair with that name in the file. */
async function pairOf(draft: Draft, name: string) {
  const pair = (await asked(draft)).pairs.find(({ fresh }) => fresh.name === name);
  if (pair === undefined) throw new Error(`no pair with ${name}`);
  return pair;
}

async function say(draft: Draft, name: string, is: Answer['is']) {
  const { key, there } = await pairOf(draft, name);
  await decide(draft, { key, customerId: there.id, is });
}

const waiting = async (importId: number) =>
  (
    await samePersonTasks['customers.same'](shop.ctx, {
      ...{ surety: null, of: null, limit: 100, importId: importId as never },
    })
  ).counts;

async function checked(text = list) {
  const draft = await shop.inspect(await shop.file('list.csv', text));
  return { draft, report: await shop.check(draft) };
}

describe('a file with people who may be there', () => {
  it('is asked about, pair by pair, and nobody is joined unasked', async () => {
    const { draft, report } = await checked();
    expect(report.samePeople).toEqual({ certain: 0, likely: 2, joined: 0, apart: 0 });
    const { pairs, count } = await asked(draft);
    expect(count).toBe(2);
    expect(pairs.map(({ fresh, there, is }) => [fresh.name, there.name, is])).toEqual([
      ['Bu Ratna Kusumawardani', 'Ratna Kusumawardani', null],
      ['Budi Hartono', 'Budi Hartono', null],
    ]);
    expect(pairs[0]).toMatchObject({
      fresh: { phone: '+6285755500176', city: 'Sleman' },
      there: { phone: '+6281255500137', purchases: 0 },
      reasons: ['nameNear', 'street', 'city'],
    });
    const before = counted();
    const { importId } = await shop.commit(draft);
    expect(counted()).toBe(before + 4);
    expect(await waiting(importId)).toEqual({ certain: 0, likely: 2, possible: 0 });
  });

  it('brings who is said to be the same to the one who is there', async () => {
    const { draft } = await checked();
    await say(draft, 'Bu Ratna Kusumawardani', 'same');
    const report = await shop.check(draft);
    expect(report.samePeople).toEqual({ certain: 0, likely: 1, joined: 1, apart: 0 });
    expect(report.customers).toMatchObject({ added: 3, updated: 1 });
    expect(report.counts).toMatchObject({ added: 3, updated: 1 });
    // The pair stands where it stood, with what was said of it.
    expect((await asked(draft)).pairs.map(({ is }) => is)).toEqual(['same', null]);
    const rows = ownersRows(shop.connection.raw);
    const { importId } = await shop.commit(draft);
    const phones = shop.all<{ value: string }>(
      'SELECT value FROM contact_points WHERE customer_id = 1 ORDER BY id',
    );
    expect(phones.map(({ value }) => value)).toEqual([
      ...['+6281255500137', '+6285755500176', 'ratna@contoh.id'],
    ]);
    // The file again is known by what it brought.
    const again = await checked();
    expect(again.report.counts).toMatchObject({ added: 0, updated: 0 });
    expect(again.report.samePeople).toMatchObject({ certain: 0, likely: 0 });
    await shop.undo(importId);
    expect(ownersRows(shop.connection.raw)).toEqual(rows);
  });

  it('remembers that two are two people, and forgets it with the import', async () => {
    const { draft } = await checked();
    await say(draft, 'Budi Hartono', 'apart');
    expect((await shop.check(draft)).samePeople).toEqual({
      ...{ certain: 0, likely: 1, joined: 0, apart: 1 },
    });
    const rows = ownersRows(shop.connection.raw);
    const { importId } = await shop.commit(draft);
    expect(shop.one('SELECT count(*) FROM customers_apart')).toBe(1);
    expect(await waiting(importId)).toEqual({ certain: 0, likely: 1, possible: 0 });
    const { kept } = await shop.undo(importId);
    expect(kept).toEqual([]);
    expect(ownersRows(shop.connection.raw)).toEqual(rows);
  });

  it('takes what was said back, and refuses what is not asked', async () => {
    const { draft } = await checked();
    await say(draft, 'Budi Hartono', 'same');
    await say(draft, 'Budi Hartono', 'apart');
    await say(draft, 'Budi Hartono', null);
    expect((await shop.check(draft)).samePeople).toMatchObject({ likely: 2, joined: 0, apart: 0 });
    const { key } = await pairOf(draft, 'Budi Hartono');
    const wrong = decide(draft, { key, customerId: 4 as never, is: 'same' });
    await expect(wrong).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('does not join to somebody who has gone to the trash since', async () => {
    const { draft } = await checked();
    await say(draft, 'Budi Hartono', 'same');
    shop.connection.raw.exec("UPDATE customers SET deleted_at = '2026-06-15' WHERE id = 2");
    const report = await shop.check(draft);
    expect(report.customers).toMatchObject({ added: 4, updated: 0 });
    expect(report.samePeople).toMatchObject({ likely: 1, joined: 0 });
  });
});

it('sales of somebody who is said to be there are theirs, row after row', async () => {
  const sales =
    'No Nota;Tanggal Transaksi;Nama Pelanggan;Kota;Nama Barang;Jumlah Barang;Harga Satuan\n' +
    '1;25/03/2026;Bu Siti Aminah Rahayu;Sleman;Kopi;2;10.000\n' +
    '2;26/03/2026;Bu Siti Aminah Rahayu;Sleman;Teh;1;5.000\n';
  const { draft } = await checked(sales);
  await say(draft, 'Bu Siti Aminah Rahayu', 'same');
  const report = await shop.check(draft);
  expect(report.customers.added).toBe(0);
  expect(report.samePeople).toEqual({ certain: 0, likely: 0, joined: 1, apart: 0 });
  await shop.commit(draft);
  expect(shop.one('SELECT count(*) FROM sales WHERE customer_id = 4')).toBe(2);
});

it('an empty shop is asked nothing', async () => {
  const empty = await openImportShop();
  const draft = await empty.inspect(
    await empty.file('list.csv', `${list}${book.slice(titles.length)}`),
  );
  const report = await empty.check(draft);
  expect(report.samePeople).toEqual({ certain: 0, likely: 0, joined: 0, apart: 0 });
  await empty.close();
});
