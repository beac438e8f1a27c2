import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
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

async function importText(...lines: readonly string[]): Promise<ImportReport> {
  const { report } = await shop.import(await shop.file('a.csv', `${lines.join('\n')}\n`));
  expect(addsUp(report)).toBe(true);
  return report;
}

function wrong({ problems }: ImportReport): unknown {
  return problems
    .filter(({ outcome }) => outcome === 'wrong')
    .map(({ problem, rows }) => [problem, rows]);
}

function totals(): unknown[] {
  return shop
    .all<{ number: string; total: number }>(
      'SELECT number, total_minor / 100 AS total FROM sales ORDER BY number',
    )
    .map(({ number, total }) => [number, total]);
}

const titles = 'Tanggal,Nota,Pelanggan,Total';

describe('a row with more values than titles', () => {
  it.each([
    ['an amount with its groups', '2026-03-05,N1,Ayu,Rp 1,250,000'],
    ['a name with a comma', '2026-03-05,N1,"Lestari", Ayu,8000'],
    ['a last value cut in two', '2026-03-05,N1,Ayu,1,250'],
    ['one value far to the right', '2026-03-05,N1,Ayu,1000,,,,x'],
  ])('is wrong and says why, and nothing of it is taken: %s', async (_, row) => {
    const report = await importText(titles, row, '2026-03-06,N2,Bima,8000');
    expect(report.counts).toMatchObject({ read: 2, added: 1, wrong: 1 });
    expect(wrong(report)).toEqual([['row-too-wide', 1]]);
    expect(totals()).toEqual([['N2', 8000]]);
    expect(shop.all('SELECT name FROM customers')).toEqual([{ name: 'Bima' }]);
  });

  it('is wrong in every row, under title lines, with other separators, and where nothing is titled', async () => {
    const all = await importText(
      titles,
      '2026-03-05,N1,Ayu,Rp 1,250,000',
      '2026-03-06,N2,B,Rp 2,500',
    );
    expect(wrong(all)).toEqual([['row-too-wide', 2]]);
    const under = await importText(
      'Laporan Penjualan',
      '',
      'Tanggal;Nota;Pelanggan;Total',
      '2026-03-05;N1;Ayu;Bogor;1000',
      '2026-03-06;N2;Bima;8000',
    );
    expect(wrong(under)).toEqual([['row-too-wide', 1]]);
    const rows = ['2026-03-05,Ayu,081234500001,30000', '2026-03-06,Bima,081234500002,8000'];
    const draft = await shop.inspect(
      await shop.file('b.csv', [...rows, '2026-03-07,Citra,081234500003,Rp 1,250'].join('\n')),
    );
    const { id, headerRow } = sourceIn(draft);
    expect(headerRow).toBeNull();
    const fields = { 0: 'sale.date', 1: 'customer.name', 2: 'customer.phone', 3: 'sale.total' };
    const { report } = await shop.commit(await shop.configure(draft, { sourceId: id, fields }));
    expect(wrong(report)).toEqual([['row-too-wide', 1]]);
    const notes = rows.map((row) => `${row},`).concat('2026-03-08,Dodi,081234500004,500,catatan');
    const noted = await shop.inspect(await shop.file('c.csv', `${notes.join('\n')}\n`));
    const chosen = { sourceId: sourceIn(noted).id, fields };
    expect(wrong(await shop.check(await shop.configure(noted, chosen)))).toEqual([]);
  });

  it('is wrong beside a column that a spreadsheet left empty, where its amount goes on there', async () => {
    const report = await importText(
      `${titles},,`,
      '2026-03-05,N1,Ayu,"Rp 1",250,000',
      '2026-03-06,N2,Bima,8000,catatan di pinggir,',
      '2026-03-07,N3,Citra,9000,,',
    );
    expect(wrong(report)).toEqual([['row-too-wide', 1]]);
    expect(totals()).toEqual([
      ['N2', 8000],
      ['N3', 9000],
    ]);
  });

  it('is none where only empty cells are too many, and where a row is short', async () => {
    const report = await importText(
      titles,
      '2026-03-05,N1,Ayu,1000,,',
      '2026-03-06,N2,Bima,8000, ,',
      '2026-03-07,N3,,9000',
    );
    expect(report.problems).toEqual([]);
    expect(totals()).toEqual([
      ['N1', 1000],
      ['N2', 8000],
      ['N3', 9000],
    ]);
  });

  it('is taken where somebody says what its further column holds', async () => {
    const text = 'Nama,No HP\nAyu,081234500001,0217001234\nBima,081234500002\n';
    const draft = await shop.inspect(await shop.file('hp.csv', text));
    const source = sourceIn(draft);
    expect(source.columns.map(({ field }) => field)).toEqual([
      'customer.name',
      'customer.phone',
      'ignore',
    ]);
    expect((await shop.check(draft)).counts).toMatchObject({ added: 1, wrong: 1 });
    const chosen = await shop.configure(draft, {
      sourceId: source.id,
      fields: { 2: 'customer.phone' },
    });
    expect((await shop.check(chosen)).counts).toMatchObject({ added: 2, wrong: 0 });
  });

  it('comes back from the workbook of wrong rows as wrong, until it is put right', async () => {
    const done = await shop.import(
      await shop.file('a.csv', `${titles}\n2026-03-05,N1,Ayu,Rp 1,250,000\n2026-03-06,N2,B,8000\n`),
    );
    const path = join(shop.folder, 'salah.xlsx');
    const input = { importId: done.importId, reasonTitle: 'Alasan', problemTexts: {} };
    await importTasks['imports.saveWrongRows'](shop.ctx, input, { path });
    const draft = await shop.inspect(path);
    const source = sourceIn(draft);
    expect(source.columns.map(({ header }) => header)).toEqual([
      'Tanggal',
      'Nota',
      'Pelanggan',
      'Total',
      '→ 1',
      '→ 2',
      'Alasan',
    ]);
    expect(wrong(await shop.check(draft))).toEqual([['row-too-wide', 1]]);
    expect(await shop.rows(draft, { sourceId: source.id })).toMatchObject([
      { cells: ['2026-03-05', 'N1', 'Ayu', 'Rp 1', '250', '000', 'row-too-wide'] },
    ]);
  });
});

describe('blank rows', () => {
  it('are counted wherever they stand, and none of them is kept', async () => {
    const report = await importText(
      '',
      titles,
      '',
      '2026-03-05,N1,Ayu,1000',
      ',,,',
      ' ',
      '2026-03-06,N2,Bima,8000',
      '',
      '',
    );
    expect(report.counts).toMatchObject({ read: 7, added: 2, skipped: 5 });
    expect(report.problems).toMatchObject([{ problem: 'blank-row', rows: 5, outcome: 'skipped' }]);
    expect(shop.one('SELECT count(*) FROM import_rows')).toBe(0);
    const file = await shop.file('b.csv', `\n${titles}\n\n2026-03-05,N9,Ayu,1000\n\n`);
    const draft = await shop.inspect(file);
    const { id } = sourceIn(draft);
    expect(sourceIn(draft)).toMatchObject({ headerRow: 2, rows: 1 });
    const none = await shop.configure(draft, { sourceId: id, headerRow: null });
    expect(sourceIn(none).rows).toBe(2);
  });
});
