import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addsUp,
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';
import { MAIN, makeXlsx } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function inspectText(...lines: readonly string[]) {
  return shop.inspect(await shop.file('kasir.csv', `${lines.join('\n')}\n`));
}

async function importText(...lines: readonly string[]) {
  const { report } = await shop.commit(await inspectText(...lines));
  expect(addsUp(report)).toBe(true);
  return report;
}

function sales() {
  return shop.all(
    `SELECT number, total_minor / 100.0 AS total, discount_minor / 100.0 AS off,
      (SELECT sum(discount_minor) / 100.0 FROM sale_lines l WHERE l.sale_id = s.id) AS offLines
     FROM sales s ORDER BY id`,
  );
}

function problems({ problems: found }: Awaited<ReturnType<typeof importText>>) {
  return Object.fromEntries(found.map((each) => [each.problem, each.rows]));
}

const till = 'No Nota;Tanggal;Nama Pelanggan;Nama Barang;Qty;Harga Satuan';

describe('a discount in percent', () => {
  it.each([
    ['with its sign', 'Diskon', '10%', '0%'],
    ['with its sign and decimals', 'Diskon', '12,5 %', ''],
    ['by the title', 'Disc %', '10', '0'],
    ['by the title, in words', 'Diskon (persen)', '10', '0'],
  ])('comes off quantity × price: %s', async (_, title, first, second) => {
    const report = await importText(
      `${till};${title}`,
      `1;25/03/2026;Ani;Kopi;2;15000;${first}`,
      `2;26/03/2026;Budi;Teh;1;8000;${second}`,
    );
    const off = 30_000 * (Number.parseFloat(first.replace(',', '.')) / 100);
    expect(sales()).toEqual([
      { number: '1', total: 30_000 - off, off: 0, offLines: off },
      { number: '2', total: 8_000, off: 0, offLines: 0 },
    ]);
    expect(report.money.exact).toBe(String(38_000 - off));
    expect(report.problems).toEqual([]);
  });

  it('in a cell of a workbook comes off as the cell shows it', async () => {
    const path = makeXlsx(join(shop.folder, 'kasir.xlsx'), {
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/></cellXfs>',
      sheet: `<worksheet xmlns="${MAIN}"><sheetData>
        <row>${['Tanggal', 'No Nota', 'Barang', 'Qty', 'Harga', 'Diskon']
          .map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`)
          .join('')}</row>
        <row><c t="d"><v>2026-03-25</v></c><c><v>1</v></c><c t="str"><v>Kopi</v></c>
          <c><v>2</v></c><c><v>15000</v></c><c s="1"><v>0.1</v></c></row>
        <row><c t="d"><v>2026-03-26</v></c><c><v>2</v></c><c t="str"><v>Teh</v></c>
          <c><v>1</v></c><c><v>8000</v></c><c s="2"><v>0.125</v></c></row>
      </sheetData></worksheet>`,
    });
    const draft = await shop.inspect(path);
    expect(columnIn(sourceIn(draft), 'Diskon').read).toEqual(['10%', '12.5%']);
    await shop.commit(draft);
    expect(sales()).toMatchObject([
      { total: 27_000, offLines: 3_000 },
      { total: 7_000, offLines: 1_000 },
    ]);
  });

  it('goes with the amount that is left, and is said where it does not', async () => {
    const report = await importText(
      `${till};Disc %;Subtotal`,
      '1;25/03/2026;Ani;Kopi;2;15000;10;27000',
      '2;26/03/2026;Budi;Teh;1;8000;10;8000',
      '3;27/03/2026;Budi;Teh;1;8000;10;7500',
    );
    expect(sales()).toMatchObject([
      { total: 27_000, offLines: 3_000 },
      { total: 8_000, offLines: 800 },
      { total: 7_500, offLines: 800 },
    ]);
    expect(problems(report)).toEqual({ 'discount-not-counted': 1, 'amount-differs': 1 });
  });

  it('without a price leaves the amount as it is, and says so', async () => {
    const report = await importText(
      'No Nota;Tanggal;Nama Barang;Subtotal;Disc %',
      '1;25/03/2026;Kopi;27000;10',
      '2;25/03/2026;Teh;8000;0',
    );
    expect(sales()).toMatchObject([
      { total: 27_000, offLines: 0 },
      { total: 8_000, offLines: 0 },
    ]);
    expect(problems(report)).toEqual({ 'discount-not-kept': 1 });
  });

  it('of a whole sale comes off all its lines, once', async () => {
    const lines = [
      `${till};Diskon Nota`,
      '1;25/03/2026;Ani;Kopi;2;15000;10%',
      '1;25/03/2026;Ani;Teh;1;8000;10%',
      '2;26/03/2026;Budi;Kopi;1;15000;5%',
      '2;26/03/2026;Budi;Teh;1;8000;',
      '3;27/03/2026;Citra;Kopi;1;15000;10%',
      '3;27/03/2026;Citra;Teh;1;8000;50%',
      '4;28/03/2026;Dodi;Teh;1;8000;1000',
    ];
    const draft = await inspectText(...lines);
    expect(columnIn(sourceIn(draft), 'Diskon Nota').field).toBe('sale.discount');
    await shop.commit(draft);
    const expected = [
      { number: '1', total: 38_000 - 3_800, off: 3_800, offLines: 0 },
      { number: '2', total: 23_000 - 1_150, off: 1_150, offLines: 0 },
      { number: '3', total: 23_000 - 1_500 - 4_000, off: 5_500, offLines: 0 },
      { number: '4', total: 7_000, off: 1_000, offLines: 0 },
    ];
    expect(sales()).toEqual(expected);
    const again = await importText(...lines);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 7 });
    expect(again.sales).toEqual({ added: 0, updated: 0, unchanged: 4 });
    expect(sales()).toEqual(expected);
  });

  it('of a return comes back with it', async () => {
    await importText(`${till};Diskon`, '1;25/03/2026;Ani;Kopi;-2;15000;10%');
    expect(sales()).toMatchObject([{ total: -27_000, offLines: 3_000 }]);
  });

  it('is asked where ten may be ten rupiah, and taken as it is answered', async () => {
    for (const [answer, total] of [
      ['percent', 27_000],
      ['money', 29_990],
    ] as const) {
      const of = await openImportShop();
      const text = `${till};Diskon\n1;25/03/2026;Ani;Kopi;2;15000;10\n`;
      const draft = await of.inspect(await of.file('kasir.csv', text));
      expect([draft.isReady, sourceIn(draft).blockers]).toEqual([false, ['question-open']]);
      expect(columnIn(sourceIn(draft), 'Diskon').question).toMatchObject({ kind: 'discount' });
      const set = await of.configure(draft, {
        sourceId: sourceIn(draft).id,
        readings: { 6: { discount: answer } },
      });
      expect(set.isReady).toBe(true);
      await of.commit(set);
      expect(of.one('SELECT total_minor / 100 FROM sales')).toBe(total);
      const again = await of.inspect(await of.file('lagi.csv', text.replace('25/', '26/')));
      expect(again.isReady).toBe(true);
      await of.close();
    }
  });

  it.each([
    ['Harga Satuan', '1;25/03/2026;Ani;Kopi;2;10%;0', 'percent'],
    ['Qty', '1;25/03/2026;Ani;Kopi;10%;15000;0', 'percent'],
    ['Diskon', '1;25/03/2026;Ani;Kopi;2;15000;110%', 'percent-too-large'],
  ])('is no money: a row with one in %s is wrong', async (_, row, problem) => {
    const good = '9;25/03/2026;Budi;Teh;1;8000;500';
    const report = await importText(`${till};Diskon`, good, row);
    expect(report.counts).toMatchObject({ added: 1, wrong: 1 });
    expect(problems(report)).toEqual({ [problem]: 1 });
  });
});
