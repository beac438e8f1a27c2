import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { makeXlsx } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const replace = (column: number | null, find: string, to: string): MendStep => ({
  ...{ kind: 'replace', column, find, with: to, isWhole: false, ignoresCase: false },
});

async function open(...lines: readonly string[]): Promise<Draft> {
  return shop.inspect(await shop.file('kasir.csv', `${lines.join('\n')}\n`));
}

async function mend(draft: Draft, step: MendStep) {
  const change = { kind: 'add' as const, step, memory: 'no' as const };
  return importTasks['imports.mend'](
    shop.ctx,
    { draftId: draft.id, sourceId: sourceIn(draft).id, change },
    null,
  );
}

async function preview(draft: Draft, step: MendStep) {
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, step };
  return importTasks['imports.previewMend'](shop.ctx, input, null);
}

const mendedIn = async (draft: Draft) =>
  (await shop.rows(draft, { sourceId: sourceIn(draft).id })).map(({ mended }) => mended);

describe('numbers of a workbook', () => {
  const sold: readonly (readonly (string | number)[])[] = [
    ['Tanggal', 'No Nota', 'Pelanggan', 'Barang', 'Qty', 'Harga', 'Subtotal'],
    ['05/03/2026', 'N1', 'Ayu', 'Kopi', 12.5, 1000, 12_500],
    ['05/03/2026', 'N2', 'Bima', 'Kopi', 2, 1250.5, 2501],
    ['05/03/2026', 'N3', 'Citra', 'Kopi', 2, 1000, 2000],
  ];

  function workbook(): string {
    const cell = (value: string | number) =>
      typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    mkdirSync(join(shop.folder, 'from'), { recursive: true });
    const rows = sold.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
    return makeXlsx(join(shop.folder, 'from', 'kasir.xlsx'), { rows });
  }

  const qty = () => shop.all('SELECT quantity_e4 / 10000.0 AS qty FROM sale_lines ORDER BY id');

  it('with decimals are not changed in a part that nobody sees so, and it is said how many', async () => {
    const draft = await shop.inspect(workbook());
    const decimals = sold.slice(1).flat();
    const broken = decimals.filter((each) => typeof each === 'number' && each % 1 !== 0).length;
    for (const find of ['.', ',', '5'])
      expect(await preview(draft, replace(null, find, ''))).toMatchObject({ decimals: broken });
    const { draft: next } = await mend(draft, replace(null, '.', ''));
    const { done } = await importTasks['imports.mending'](shop.ctx, { draftId: next.id }, null);
    expect(done).toMatchObject([{ cells: 0, decimals: broken }]);
    await shop.commit(next);
    expect(qty()).toEqual([{ qty: 12.5 }, { qty: 2 }, { qty: 2 }]);
  });

  it.each(['12.5', '12,5'])('are changed where the whole is named: %s', async (find) => {
    const draft = await shop.inspect(workbook());
    const told = await preview(draft, replace(4, find, '13'));
    expect(told).toMatchObject({ cells: 1, decimals: 0, examples: [{ row: 2, after: '13' }] });
  });

  it('without decimals are changed as they are read', async () => {
    const draft = await shop.inspect(workbook());
    expect(await preview(draft, replace(5, '1000', '1100'))).toMatchObject({
      ...{ cells: 2, decimals: 0 },
    });
  });
});

describe('a row that is one quoted text', () => {
  const titles = 'Tanggal,Nota,Pelanggan,Total';

  it('is shown and kept split, with what was changed where it stands', async () => {
    const draft = await open(
      titles,
      '2026-03-05,N1,Ayu,1000',
      '"2026-03-06,N2,""Bima, SE"",banyak"',
      '"2026-03-07,N3,Citra,8000"',
    );
    const fix = { column: 0, from: '', to: 'split', problem: 'row-in-quotes' };
    const split = await shop.configure(draft, { sourceId: 1, fix });
    const { draft: next } = await mend(split, replace(2, 'Bima', 'Bimo'));
    const [, shown, other] = await shop.rows(next, { sourceId: 1 });
    expect(shown).toMatchObject({
      cells: ['2026-03-06', 'N2', 'Bima, SE', 'banyak'],
      mended: [{ column: 2, cell: 'Bimo, SE' }],
    });
    expect(other?.cells).toEqual(['2026-03-07', 'N3', 'Citra', '8000']);
    await shop.commit(next);
    const kept = shop.one<string>("SELECT cells FROM import_rows WHERE outcome = 'wrong'");
    expect(JSON.parse(kept)).toEqual(['2026-03-06', 'N2', 'Bimo, SE', 'banyak']);
  });
});

it('a cell that is put right after a step is told as it comes in', async () => {
  const draft = await open('Nama;No HP;Kota', 'Ayu;081234500001;Jogja', 'Bima;081234500002;Solo');
  const { draft: changed } = await mend(draft, replace(2, 'Jogja', 'Yogya'));
  const fixed = await shop.configure(changed, {
    sourceId: 1,
    fix: { column: 2, from: 'Yogya', to: 'Sleman' },
  });
  await shop.check(fixed);
  expect(await mendedIn(fixed)).toEqual([[{ column: 2, cell: 'Sleman' }], []]);
  const back = await shop.configure(fixed, {
    sourceId: 1,
    fix: { column: 2, from: 'Yogya', to: 'Jogja' },
  });
  await shop.check(back);
  expect(await mendedIn(back)).toEqual([[], []]);
});

it('a change that a locked period refuses leaves rows and changes as they were', async () => {
  const draft = await open(
    'No Nota;Tanggal;Pelanggan;Total',
    'N1;05/05/2026;Ayu;1.000',
    'N2;06/05/2026;Bima;banyak',
  );
  await shop.check(draft);
  lockPeriod(shop.connection.raw, { from: '2026-04-01', to: '2026-04-30' });
  const told = async () => [
    await importTasks['imports.mending'](shop.ctx, { draftId: draft.id }, null),
    await shop.rows(draft, { sourceId: 1 }),
  ];
  const report = await shop.check(draft);
  const before = await told();
  await expect(mend(draft, replace(1, '/05/', '/04/'))).rejects.toMatchObject({
    error: { code: 'PERIOD_LOCKED' },
  });
  expect(await told()).toEqual(before);
  expect(await shop.check(draft)).toEqual(report);
});
