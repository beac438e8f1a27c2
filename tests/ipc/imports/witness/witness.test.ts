import { afterEach, describe, expect, it } from 'vitest';
import {
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop | null = null;
afterEach(async () => {
  await shop?.close();
  shop = null;
});

async function reportOf(text: string) {
  shop ??= await openImportShop();
  const draft = await shop.inspect(await shop.file('kasir.csv', text));
  return shop.check(draft);
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

describe('the totals of a file are compared with what comes in', () => {
  const rows = ['05/03/2026;N1;Ayu;30.000', '16/03/2026;N2;Bima;8.000'];

  it('at its end, where a row is wrong', async () => {
    const report = await reportOf(
      lines('Tanggal;Nota;Pelanggan;Total', ...rows, 'besok;N3;Citra;9.000', 'TOTAL;;;47.000'),
    );
    expect(report.counts).toMatchObject({ added: 2, wrong: 1, skipped: 1 });
    expect(report.witness).toEqual([
      { kind: 'total-row', rows: 1, saysMinor: 4_700_000, takenMinor: 3_800_000, example: '' },
    ]);
  });

  it('and nothing is said where they agree, day by day and in all', async () => {
    const report = await reportOf(
      lines(
        'Tanggal;Nota;Pelanggan;Total',
        ...rows,
        'Subtotal;;;38.000',
        '17/03/2026;N3;Ayu;2.000',
        'Subtotal;;;2.000',
        'GRAND TOTAL;;;40.000',
      ),
    );
    expect(report.counts).toMatchObject({ added: 3, skipped: 3 });
    expect(report.witness).toEqual([]);
  });

  it('row by row as quantity × price', async () => {
    const report = await reportOf(
      lines(
        'Tanggal;Nota;Pelanggan;Barang;Qty;Harga;Jumlah',
        '05/03/2026;N1;Ayu;Kopi;2;15.000;30.000',
        '16/03/2026;N2;Bima;Teh;2;8.000;17.000',
        '27/03/2026;N3;Citra;Gula;3;12.000;36.000',
      ),
    );
    expect(report.witness).toEqual([
      { kind: 'products', rows: 1, saysMinor: 1_600_000, takenMinor: 1_700_000, example: '' },
    ]);
  });

  it('sale by sale as what its lines come to, with or without the shipping', async () => {
    const head = 'No Nota;Tanggal;Pelanggan;Barang;Qty;Harga;Ongkir;Grand Total';
    const report = await reportOf(
      lines(
        head,
        'N1;05/03/2026;Ayu;Kopi;2;15.000;5.000;43.000',
        'N1;05/03/2026;Ayu;Teh;1;8.000;5.000;43.000',
        'N2;16/03/2026;Bima;Teh;1;8.000;0;8.000',
        'N3;27/03/2026;Citra;Gula;1;12.000;0;20.000',
      ),
    );
    expect(report.money.exact).toBe('58000');
    expect(report.witness).toEqual([
      { kind: 'sale-totals', rows: 1, saysMinor: 2_000_000, takenMinor: 1_200_000, example: 'N3' },
    ]);
  });
});

describe('a total that stands on each line of an order', () => {
  const text = lines(
    'No Nota;Tanggal;Pelanggan;Barang;Qty;Total',
    'N1;05/03/2026;Ayu;Kopi;2;38.000',
    'N1;05/03/2026;Ayu;Teh;1;38.000',
    'N2;16/03/2026;Bima;Teh;1;8.000',
    'N3;27/03/2026;Citra;Gula;3;50.000',
    'N3;27/03/2026;Citra;Kopi;1;50.000',
  );

  it('counts once, and it is said what it would be otherwise', async () => {
    const report = await reportOf(text);
    expect(report.money.exact).toBe('96000');
    expect(report.lines.added).toBe(5);
    expect(report.witness).toEqual([
      { kind: 'repeated', rows: 2, saysMinor: 18_400_000, takenMinor: 9_600_000, example: '' },
    ]);
  });

  it('counts line by line where a person says that it is each line’s', async () => {
    shop = await openImportShop();
    const draft = await shop.inspect(await shop.file('kasir.csv', text));
    const source = sourceIn(draft);
    const { index } = columnIn(source, 'Total');
    const changed = await shop.configure(draft, {
      sourceId: source.id,
      fields: { [index]: 'line.amount' },
    });
    const report = await shop.check(changed);
    expect([report.money.exact, report.witness]).toEqual(['184000', []]);
  });

  it('the same file again changes nothing', async () => {
    shop = await openImportShop();
    const path = await shop.file('kasir.csv', text);
    await shop.import(path);
    const { report } = await shop.import(path);
    expect(report.counts).toMatchObject({ added: 0, updated: 0, unchanged: 5 });
    expect(shop.one('SELECT sum(total_minor) FROM sales')).toBe(9_600_000);
  });

  it('amounts that differ within an order are each line’s', async () => {
    const report = await reportOf(
      lines(
        'No Nota;Tanggal;Pelanggan;Barang;Qty;Total',
        'N1;05/03/2026;Ayu;Kopi;2;30.000',
        'N1;05/03/2026;Ayu;Teh;1;8.000',
        'N2;16/03/2026;Bima;Teh;2;16.000',
        'N2;16/03/2026;Bima;Kue;2;16.000',
      ),
    );
    expect([report.money.exact, report.witness]).toEqual(['70000', []]);
  });
});

describe('money that is marked as another currency', () => {
  const questionsOf = async (text: string) => {
    shop = await openImportShop();
    const draft = await shop.inspect(await shop.file('till.csv', text));
    const asked = sourceIn(draft).columns.filter(({ question }) => question !== null);
    return {
      draft,
      asked: asked.map(({ header, question }) => [header, question?.kind, question?.example]),
    };
  };

  it.each([
    ['in its cells', 'Date,Receipt,Customer,Total', '2026-03-05,R1,Ann,£12.50', 'Total', '£'],
    [
      'in its title',
      'Date,Receipt,Customer,Total (USD)',
      '2026-03-05,R1,Ann,12.50',
      'Total (USD)',
      'USD',
    ],
  ])('%s is asked for before it is counted as the shop’s', async (_, head, row, header, mark) => {
    const { draft, asked } = await questionsOf(lines(head, row));
    expect(asked).toEqual([[header, 'other-currency', mark]]);
    expect(draft.isReady).toBe(false);
  });

  it('is asked for no more where a person says that it is the shop’s', async () => {
    const { draft } = await questionsOf(
      lines('Date,Receipt,Customer,Total', '2026-03-05,R1,Ann,£12500'),
    );
    const { id: sourceId } = sourceIn(draft);
    const { isReady } =
      (await shop?.configure(draft, { sourceId, fields: { 3: 'sale.total' } })) ?? {};
    expect(isReady).toBe(true);
  });

  it('is no question where it is the shop’s', async () => {
    const { asked } = await questionsOf(
      lines('Tanggal;Nota;Nama;Total (Rp)', '05/03/2026;N1;Ayu;Rp 12.500'),
    );
    expect(asked).toEqual([]);
  });
});
