import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';
import { makeXlsx } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number): string => `<c><v>${value}</v></c>`;
/** A formula as a program writes it that does not calculate: with no value, or with an empty one. */
const formula = (of: string, value = ''): string => `<c><f>${of}</f>${value}</c>`;

function workbook(...rows: readonly (readonly string[])[]): string {
  const titles = ['Tanggal', 'Nota', 'Barang', 'Qty', 'Harga', 'Jumlah'].map(text);
  return makeXlsx(join(shop.folder, 'rumus.xlsx'), {
    rows: [titles, ...rows].map((cells) => `<row>${cells.join('')}</row>`).join(''),
  });
}

function row(day: string, ...last: readonly string[]): string[] {
  return [text(day), text(`N${day.slice(-2)}`), text('Kopi'), ...last];
}

const none = '<c/>';

describe('a formula that was never calculated', () => {
  it('keeps a file without other money from being checked, and says what to do', async () => {
    const path = workbook(
      row('2026-03-05', none, none, formula('D2*E2')),
      row('2026-03-06', none, none, formula('D3*E3', '<v></v>')),
    );
    const source = sourceIn(await shop.inspect(path));
    expect(source.blockers).toEqual(['formulas-not-calculated', 'amount-column-missing']);
    expect(columnIn(source, 'Jumlah')).toMatchObject({
      field: 'ignore',
      because: 'formulas',
      uncalculated: 2,
    });
  });

  it('is no column where quantity and price give the money', async () => {
    const path = workbook(row('2026-03-05', number(2), number(15_000), formula('D2*E2')));
    const draft = await shop.inspect(path);
    expect(draft.isReady).toBe(true);
    const { report } = await shop.commit(draft);
    expect([report.money.exact, report.problems]).toEqual(['30000', []]);
  });

  it('is named in its row where others were calculated', async () => {
    const path = workbook(
      row('2026-03-05', none, none, formula('D2*E2', '<v>30000</v>')),
      row('2026-03-06', none, none, formula('D3*E3')),
    );
    const draft = await shop.inspect(path);
    expect(columnIn(sourceIn(draft), 'Jumlah').uncalculated).toBe(1);
    const { report } = await shop.commit(draft);
    expect(report.money.exact).toBe('30000');
    expect(report.problems).toMatchObject([
      { problem: 'formula-not-calculated', header: 'Jumlah', rows: 1, outcome: 'wrong' },
    ]);
  });

  it('is another thing than a formula that gives an empty text, and than an empty cell', async () => {
    const empty = '<c t="str"><f>IF(D2,"","")</f><v></v></c>';
    const path = workbook(
      row('2026-03-05', number(2), number(15_000), empty),
      row('2026-03-06', number(1), number(8_000), none),
    );
    const source = sourceIn(await shop.inspect(path));
    expect(columnIn(source, 'Jumlah')).toMatchObject({ because: 'empty', uncalculated: 0 });
  });

  it('or a column of money without any: a day alone is no sale, and is not checked', async () => {
    const source = sourceIn(await shop.inspect(workbook(row('2026-03-05', none, none, none))));
    expect(source.blockers).toEqual(['amount-column-missing']);
  });

  it('is still known when other titles are chosen', async () => {
    const path = workbook(
      row('2026-03-05', none, none, formula('D2*E2')),
      row('2026-03-06', none, none, formula('D3*E3')),
    );
    const draft = await shop.inspect(path);
    const { id } = sourceIn(draft);
    const away = await shop.configure(draft, { sourceId: id, headerRow: null });
    const back = await shop.configure(away, { sourceId: id, headerRow: 1 });
    expect(sourceIn(back).blockers).toContain('formulas-not-calculated');
  });
});
