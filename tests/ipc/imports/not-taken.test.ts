import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listImports } from '#db/queries/imports/read.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

describe('what an import leaves where it is', () => {
  it('is the day and the money, where a person says that they are nothing', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `2026-03-05,Ayu ${at},${at % 3 ? 1000 : ''}`,
    );
    const file = await shop.file(
      'kas.csv',
      `Tanggal,Pelanggan,Uang Masuk Kas\n${rows.join('\n')}\n`,
    );
    const draft = await shop.inspect(file);
    const fields = { 0: 'ignore', 2: 'ignore' };
    const { id } = sourceIn(draft);
    const chosen = await shop.configure(draft, { sourceId: id, fields });
    const { report } = await shop.commit(chosen);
    expect([report.counts.added, report.sales.added]).toEqual([300, 0]);
    expect(report.notTaken.columns).toEqual([
      { sourceId: id, index: 0, header: 'Tanggal', filled: 300 },
      { sourceId: id, index: 2, header: 'Uang Masuk Kas', filled: 200 },
    ]);
    const [kept] = await listImports(shop.connection.db, 1);
    expect(kept?.report.notTaken).toEqual(report.notTaken);
  });

  it('is a whole file where not one of its rows can be taken', async () => {
    const good = await shop.file('a.csv', 'Tanggal,Nota,Pelanggan,Total\n2026-03-05,N1,Ayu,1000\n');
    const bad = await shop.file(
      'b.csv',
      'Tanggal,Nota,Pelanggan,Total\nbesok,N2,Ayu,x\nlusa,N3,B,y\n',
    );
    const { report } = await shop.import(good, bad);
    const { id } =
      report.sources.map(({ sourceId, ...rest }) => ({ id: sourceId, ...rest }))[1] ?? {};
    expect(report.notTaken.gaps).toEqual([{ sourceId: id, rows: 2 }]);
  });

  it('is nothing where all comes in, and where a list was never meant to have sales', async () => {
    const list = await shop.file('a.csv', 'Nama,No HP,Kosong\nAyu,081234500001,\n');
    expect((await shop.import(list)).report.notTaken).toEqual({
      columns: [],
      hiddenColumns: [],
      sheets: [],
      gaps: [],
    });
    const till = await shop.file('b.csv', 'Tanggal,Nota,Pelanggan,Total\n2026-03-05,N1,Ayu,1000\n');
    expect((await shop.import(till)).report.notTaken).toEqual({
      columns: [],
      hiddenColumns: [],
      sheets: [],
      gaps: [],
    });
  });

  it('is a file that a person has put aside', async () => {
    const first = await shop.file('a.csv', 'Nama,No HP\nAyu,081234500001\n');
    const second = await shop.file('b.csv', 'Nama,No HP\nBima,081234500002\nCitra,081234500003\n');
    const draft = await shop.inspect(first, second);
    const { id } = sourceIn(draft, 'b.csv');
    const { report } = await shop.commit(
      await shop.configure(draft, { sourceId: id, isIncluded: false }),
    );
    expect(report.notTaken.sheets).toEqual([
      { fileName: 'b.csv', sheetName: null, rows: 2, isHidden: false },
    ]);
  });

  it('was not counted by former versions: their imports are shown all the same', async () => {
    await shop.import(await shop.file('a.csv', 'Nama,No HP\nAyu,081234500001\n'));
    shop.connection.raw.exec(
      "UPDATE imports SET summary = json_remove(summary, '$.notTaken', '$.unpaid', '$.afterToday')",
    );
    const [old] = await listImports(shop.connection.db, 1);
    expect(old?.report).toMatchObject({
      unpaid: 0,
      afterToday: 0,
      notTaken: { columns: [], hiddenColumns: [], sheets: [], gaps: [] },
    });
  });
});
