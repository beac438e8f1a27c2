import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

type Sold = readonly [day: string, number: string, who: string, rest: string, total: number];
const titles = 'Tanggal;No Nota;Pelanggan;Jumlah;Sub Total;Diskon;Total';
const first: readonly Sold[] = [
  ['05/03/2026', 'N1', 'Ayu', '4;50.000;5.000', 45_000],
  ['', 'N2', 'Bima', '8;100.000;10.000', 90_000],
];
const second: readonly Sold[] = [
  ['06/03/2026', 'N3', 'Citra', '1;20.000;0', 20_000],
  ['', 'N4', 'Dewi', '2;40.000;0', 40_000],
  ['', 'N5', '', '2;40.000;0', 40_000],
];
const line = (row: Sold) => row.join(';');
const money = (rows: readonly Sold[]) => rows.reduce((sum, row) => sum + row[4], 0);

async function open(...lines: readonly string[]): Promise<Draft> {
  return shop.inspect(await shop.file('kasir.csv', `${[titles, ...lines].join('\n')}\n`));
}

const fill = (column: number, takesBelow = false): MendStep => ({
  ...{ kind: 'fill', column, takesBelow },
});

async function preview({ id: draftId }: Draft, step: MendStep) {
  return importTasks['imports.previewMend'](shop.ctx, { draftId, sourceId: 1, step }, null);
}

async function mend({ id: draftId }: Draft, step: MendStep) {
  const change = { kind: 'add' as const, step, memory: 'no' as const };
  return importTasks['imports.mend'](shop.ctx, { draftId, sourceId: 1, change }, null);
}

async function mending({ id: draftId }: Draft) {
  return importTasks['imports.mending'](shop.ctx, { draftId }, null);
}

const taken = () => shop.one('SELECT coalesce(sum(total_minor), 0) / 100 FROM sales');

describe('a line of totals that is not read as one', () => {
  it.each([
    ';TOTAL;;12;150.000;15.000;135.000',
    ';Omzet hari ini;;12;150.000;15.000;135.000',
    ';TOTAL.;;;;;135.000',
    ';Jml;;;;;135.000',
    ';jml. hari ini;;12;;;135.000',
    ';** Grand Total **;;12;150.000;15.000;135.000',
    ';Sub-Total;;12;150.000;15.000;135.000',
    ';;Jumlah 05/03;12;150.000;15.000;135.000',
    ';;TOTAL;12;150.000;15.000;135.000',
    ';OMSET;2 orang;12;150.000;15.000;135.000',
    'Total hari ini;;;12;150.000;15.000;135.000',
  ])('%s gets no day and becomes no sale', async (total) => {
    const lines = [...first.map(line), total, ...second.map(line)];
    const draft = await open(...lines);
    const isBlank = total.startsWith(';');
    const told = await preview(draft, fill(0));
    expect(told).toMatchObject({ cells: 3, rows: 3, totals: isBlank ? 1 : 0, unfilled: 0 });
    await shop.check(draft);
    expect((await mending(draft)).offers).toMatchObject([{ column: 0, cells: 3, groups: 2 }]);
    const { draft: next, report } = await mend(draft, fill(0));
    expect((await mending(next)).done).toMatchObject([{ cells: 3, totals: isBlank ? 1 : 0 }]);
    expect(report.counts).toMatchObject({ added: 5, wrong: 1 });
    const { report: done } = await shop.commit(next);
    expect(taken()).toBe(money([...first, ...second]));
    expect(done.money.exact).toBe(String(money([...first, ...second])));
  });

  it('nothing is filled past it either, and what stands in it is filled into nothing', async () => {
    const [, open2 = second[0] as Sold] = second;
    for (const total of [';TOTAL;;12;150.000;15.000;135.000', 'Total hari ini;;;12;1;0;135.000']) {
      const draft = await open(...first.map(line), total, line(open2));
      expect(await preview(draft, fill(0))).toMatchObject({ cells: 1, unfilled: 1 });
    }
  });

  it('nor where rows are filled that go on with the one above', async () => {
    const draft = await shop.inspect(
      await shop.file(
        'barang.csv',
        [
          'Tanggal;Nota;Pelanggan;Barang;SKU;Jumlah;Harga;Potongan',
          '05/03/2026;N1;Ayu;Kopi;K1;1;10.000;0',
          ';;;Teh;T1;1;5.000;0',
          ';;;Total barang;2;2;15.000;0',
        ].join('\n'),
      ),
    );
    expect(await preview(draft, fill(0, true))).toMatchObject({ cells: 1, totals: 1 });
  });
});

describe('what only begins like one', () => {
  it.each([
    ['a customer with a phone', ';Total Jaya;081234500009;tj@toko.id;Penjahit;langganan'],
    ['a customer of a longer word', ';Totalindo;;;Penjahit;langganan'],
  ])('%s is filled as the others are', async (_, row) => {
    const lines = [
      'Kota;Nama;No HP;Email;Pekerjaan;Catatan',
      'Solo;Ayu;081234500001;;;',
      row,
      ';Citra;081234500003;;;',
    ];
    const draft = await shop.inspect(await shop.file('daftar.csv', `${lines.join('\n')}\n`));
    expect(await preview(draft, fill(0))).toMatchObject({ cells: 2, totals: 0 });
  });

  it('a sale to a customer is filled, whatever its number is called', async () => {
    const draft = await open(...first.map(line), ';Total-7;Eka;1;10.000;0;10.000');
    expect(await preview(draft, fill(0))).toMatchObject({ cells: 2, totals: 0 });
  });
});
