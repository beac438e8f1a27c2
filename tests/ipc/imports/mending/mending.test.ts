import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importTasks } from '#electron/services/imports/tasks.ts';
import type { StepChange } from '#shared/contract/imports/mend.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import { contract } from '#shared/contract/index.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import {
  addsUp,
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function open(lines: readonly string[], name = 'daftar.csv'): Promise<Draft> {
  return shop.inspect(await shop.file(name, `${lines.join('\n')}\n`));
}

async function mend(draft: Draft, change: StepChange) {
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, change };
  const done = await importTasks['imports.mend'](shop.ctx, input, null);
  return contract['imports.mend'].output.parse(done);
}

async function preview(draft: Draft, step: MendStep) {
  const input = { draftId: draft.id, sourceId: sourceIn(draft).id, step };
  const found = await importTasks['imports.previewMend'](shop.ctx, input, null);
  return contract['imports.previewMend'].output.parse(found);
}

async function mending(draft: Draft) {
  const found = await importTasks['imports.mending'](shop.ctx, { draftId: draft.id }, null);
  return contract['imports.mending'].output.parse(found);
}

const replace = (part: Partial<Extract<MendStep, { kind: 'replace' }>>): MendStep => ({
  ...{ kind: 'replace', column: null, find: '', with: '', isWhole: false, ignoresCase: false },
  ...part,
});
const fill = (column: number, takesBelow = false): MendStep => ({
  kind: 'fill',
  column,
  takesBelow,
});
const add = (step: MendStep): StepChange => ({ kind: 'add', step, memory: 'no' });

const sold = [
  'No Nota;Tanggal;Pelanggan;Barang;Jumlah;Harga',
  'N1;05/03/2O26;Ayu;Kopi;1;10.000',
  'N2;06/03/2026;Bima;Kopi;1;10.000',
  'N3;07/03/2O26;Citra;Teh;2;5.000',
  'TOTAL;;;;;30.000',
];

describe('find and replace', () => {
  it('says beforehand what changes, and afterwards which rows are no longer wrong', async () => {
    const draft = await open(sold);
    expect((await shop.check(draft)).counts).toMatchObject({ wrong: 2, added: 1, skipped: 1 });
    const step = replace({ column: 1, find: '2O26', with: '2026' });
    expect(await preview(draft, step)).toEqual({
      ...{ cells: 2, rows: 2, tooLong: 0, decimals: 0, unfilled: 0, below: 0, totals: 0 },
      examples: [
        { row: 2, lastRow: 2, column: 1, before: '05/03/2O26', after: '05/03/2026', fromRow: null },
        { row: 4, lastRow: 4, column: 1, before: '07/03/2O26', after: '07/03/2026', fromRow: null },
      ],
    });
    const { draft: next, report, ...rows } = await mend(draft, add(step));
    expect(rows).toEqual({ noLongerWrong: 2, newlyWrong: 0 });
    expect(report.counts).toMatchObject({ wrong: 0, added: 3, skipped: 1 });
    expect(sourceIn(next).steps).toMatchObject([{ id: 1, step, state: 'applied' }]);
    expect((await mending(next)).done).toEqual([
      { sourceId: 1, id: 1, cells: 2, rows: 2, totals: 0, decimals: 0 },
    ]);
    const shown = await shop.rows(next, { sourceId: 1 });
    expect(shown.map(({ mended }) => mended)).toEqual([
      [{ column: 1, cell: '05/03/2026' }],
      [],
      [{ column: 1, cell: '07/03/2026' }],
      [],
    ]);
    const back = await mend(next, { kind: 'take-back', id: 1 });
    expect([back.noLongerWrong, back.newlyWrong]).toEqual([0, 2]);
    expect(sourceIn(back.draft).steps).toEqual([]);
    expect(await shop.check(back.draft)).toEqual(back.report);
  });

  it('leaves rows alone that are no data, and columns that are not taken', async () => {
    const draft = await open([...sold, 'No Nota;Tanggal;Pelanggan;Barang;Jumlah;Harga']);
    const all = await preview(draft, replace({ find: 'T', with: 'Z', ignoresCase: true }));
    expect(all.examples.map(({ row, column }) => [row, column])).toEqual([
      [4, 2],
      [4, 3],
    ]);
    const ignored = await shop.configure(draft, {
      sourceId: 1,
      fields: { 3: 'ignore', 5: 'sale.total' },
    });
    const taken = await preview(ignored, replace({ find: 'Kopi', with: 'Teh' }));
    expect(taken.cells).toBe(0);
  });

  it('works in the order in which steps and fixes were made', async () => {
    const lines = ['Nama;No HP;Kota', 'Ayu;081234500001;Jogja', 'Bima;081234500002;Yogya'];
    const draft = await open(lines);
    const column = columnIn(sourceIn(draft), 'Kota').index;
    const first = await mend(draft, add(replace({ column, find: 'Jogja', with: 'Yogya' })));
    const fixed = await shop.configure(first.draft, {
      sourceId: 1,
      fix: { column, from: 'Yogya', to: 'Sleman' },
    });
    const last = await mend(
      fixed,
      add(replace({ column, find: 'sleman', with: 'Klaten', ignoresCase: true })),
    );
    await shop.commit(last.draft);
    const cities = shop.all<{ city: string }>('SELECT city FROM addresses ORDER BY id');
    expect(cities.map(({ city }) => city)).toEqual(['Klaten', 'Klaten']);
  });

  it('does not turn a number into another kind of thing', async () => {
    const draft = await open(sold);
    const step = replace({ column: 5, find: '10.000', with: '12.500', isWhole: true });
    const fixed = await mend(draft, add(replace({ find: '2O26', with: '2026' })));
    const { report } = await mend(fixed.draft, add(step));
    expect(report.money.exact).toBe('35000');
  });

  it('that is cancelled leaves the draft and its plan as they were', async () => {
    const draft = await open(sold);
    const report = await shop.check(draft);
    const stop = new AbortController();
    const ctx = { ...shop.ctx, signal: stop.signal, progress: () => stop.abort() };
    const change = add(replace({ column: 1, find: '2O26', with: '2026' }));
    const input = { draftId: draft.id, sourceId: 1, change };
    await expect(importTasks['imports.mend'](ctx, input, null)).rejects.toMatchObject({
      error: { code: 'CANCELLED' },
    });
    expect(await shop.check(draft)).toEqual(report);
    // Something else is changed meanwhile: what was planned for the step is nobody's plan.
    const other = await shop.configure(draft, {
      sourceId: 1,
      fix: { column: 2, from: 'Ayu', to: 'Ayu L' },
    });
    expect((await shop.check(other)).counts.wrong).toBe(2);
  });

  it('brings wrong rows back as they were changed, so that they can come in again alone', async () => {
    const draft = await open([
      'No Nota;Tanggal;Pelanggan;Barang;Jumlah;Harga',
      'N1;05/03/2026;Ayu;Kopi;1;10.000',
      'N2;;Bima;Kopi;satu;10.000',
      'N3;;Citra;Kopi;1;10.000',
    ]);
    const { draft: next } = await mend(draft, add(fill(1)));
    const { report } = await shop.commit(next);
    expect(report.counts).toMatchObject({ added: 2, wrong: 1 });
    const kept = shop.one<string>("SELECT cells FROM import_rows WHERE outcome = 'wrong'");
    expect(JSON.parse(kept).slice(0, 3)).toEqual(['N2', '05/03/2026', 'Bima']);
  });
});

const daily = [
  'Tanggal;No Nota;Pelanggan;Barang;Jumlah;Harga',
  '05/03/2026;N1;Ayu;Kopi;1;10.000',
  ';N2;Bima;Kopi;1;10.000',
  ';N3;Citra;Teh;2;5.000',
  'Total;;;;;30.000',
  '06/03/2026;N4;Ayu;Kopi;1;10.000',
  ';N5;Bima;Kopi;1;10.000',
];

describe('fill down', () => {
  it('is offered where only the first row of a group is filled, and never done by itself', async () => {
    const draft = await open(daily);
    const before = await shop.check(draft);
    expect(before.counts).toMatchObject({ added: 2, wrong: 3, skipped: 1 });
    const { offers } = await mending(draft);
    expect(offers).toEqual([
      {
        ...{ sourceId: 1, column: 0, header: 'Tanggal', cells: 3, groups: 2 },
        examples: [
          { row: 3, lastRow: 4, column: 0, before: null, after: '05/03/2026', fromRow: 2 },
          { row: 7, lastRow: 7, column: 0, before: null, after: '06/03/2026', fromRow: 6 },
        ],
      },
    ]);
    const told = await preview(draft, fill(0));
    expect(told).toMatchObject({
      cells: 3,
      rows: 3,
      unfilled: 0,
      below: 0,
      examples: offers[0]?.examples,
    });
    const { draft: next, report, noLongerWrong } = await mend(draft, add(fill(0)));
    expect([noLongerWrong, report.counts.wrong]).toEqual([3, 0]);
    expect((await mending(next)).offers).toEqual([]);
    await shop.commit(next);
    expect(shop.all('SELECT number, sold_on AS day FROM sales ORDER BY number')).toEqual([
      { number: 'N1', day: '2026-03-05' },
      { number: 'N2', day: '2026-03-05' },
      { number: 'N3', day: '2026-03-05' },
      { number: 'N4', day: '2026-03-06' },
      { number: 'N5', day: '2026-03-06' },
    ]);
  });

  it('stops at totals and at blank rows, and says what is left empty', async () => {
    const lines = [
      ...daily.slice(0, 5),
      ';N9;Dewi;Kopi;1;10.000',
      ';;;;;',
      ';N8;Eka;Kopi;1;10.000',
    ];
    const draft = await open(lines);
    expect(await preview(draft, fill(0))).toMatchObject({ cells: 2, unfilled: 2 });
  });

  it('does not do again what the reader does: lines below a sale go with it', async () => {
    const draft = await open([
      'No Nota;Tanggal;Pelanggan;Barang;Jumlah;Harga',
      'N1;05/03/2026;Ayu;Kopi;1;10.000',
      ';;;Teh;1;5.000',
      ';;;Gula;1;5.000',
      'N2;06/03/2026;Bima;Kopi;1;10.000',
      ';;;Teh;1;5.000',
    ]);
    const report = await shop.check(draft);
    expect((await mending(draft)).offers).toEqual([]);
    expect(await preview(draft, fill(1))).toMatchObject({ cells: 0, below: 3 });
    const same = await mend(draft, add(fill(1)));
    expect(same.report).toEqual(report);
    expect(await preview(draft, fill(1, true))).toMatchObject({ cells: 3, below: 0 });
  });

  it('fills a place below its heading, and leaves the second phone of the one above with them', async () => {
    const draft = await open([
      'Kota;Nama;No HP',
      'Solo;Ayu;081234500001',
      ';;081234500009',
      ';Bima;081234500002',
      ';Citra;081234500003',
      'Klaten;Dewi;081234500004',
      ';Eka;081234500005',
    ]);
    await shop.check(draft);
    const [offer] = (await mending(draft)).offers;
    expect(offer).toMatchObject({ header: 'Kota', cells: 3, groups: 2 });
    const { draft: next } = await mend(draft, add(fill(0)));
    await shop.commit(next);
    const filled = [
      { row: 4, lastRow: 5, fromRow: 2, after: 'Solo' },
      { row: 7, lastRow: 7, fromRow: 6, after: 'Klaten' },
    ];
    expect(offer?.examples).toMatchObject(filled);
    const cities = shop.all<{ city: string }>('SELECT city FROM addresses ORDER BY customer_id');
    const counted = Map.groupBy(cities, ({ city }) => city);
    expect([counted.get('Solo')?.length, counted.get('Klaten')?.length]).toEqual([3, 2]);
  });

  it('names no row that is left alone between others that are filled', async () => {
    const draft = await open([
      'Kota;Nama;No HP',
      'Solo;Ayu;081234500001',
      ';Bima;081234500002',
      ';;081234500009',
      ';Citra;081234500003',
      'Klaten;Dewi;081234500004',
      ';Eka;081234500005',
    ]);
    await shop.check(draft);
    const [offer] = (await mending(draft)).offers;
    const told = await preview(draft, fill(0));
    expect(told).toMatchObject({ cells: 3, rows: 3, below: 1 });
    expect(offer).toMatchObject({ cells: 3, groups: 2, examples: told.examples });
    const named = told.examples.map(({ row, lastRow, fromRow }) => [row, lastRow, fromRow]);
    expect(named).toEqual([
      [3, 3, 2],
      [5, 5, 2],
      [7, 7, 6],
    ]);
  });

  it.each([
    ['places that come again', 'Nama;No HP;Kota', ['Solo', '', '', 'Klaten', '', 'Solo', '']],
    ['birthdays', 'Nama;No HP;Tgl Lahir', ['01/02/1990', '', '', '', '05/06/1985', '', '']],
    ['notes', 'Nama;No HP;Catatan', ['lama', '', '', '', 'baru', '', '']],
  ])('is not offered for %s', async (_, head, values) => {
    const lines = values.map((value, at) => `Orang ${at};08123450000${at};${value}`);
    const draft = await open([head, ...lines]);
    await shop.check(draft);
    expect((await mending(draft)).offers).toEqual([]);
  });
});

it.each([
  ['sale.total', 'Total'],
  ['line.unitPrice', 'Harga'],
])('filling down is not offered for amounts: %s', async (field, header) => {
  const amounts = ['10.000', '', '', '5.000', ''];
  const draft = await open([
    `Tanggal;No Nota;Pelanggan;Barang;${header}`,
    ...amounts.map((amount, at) => `05/03/2026;N${at};Orang ${at};Kopi;${amount}`),
  ]);
  const chosen = await shop.configure(draft, { sourceId: 1, fields: { 4: field } });
  expect(columnIn(sourceIn(chosen), header).field).toBe(field);
  await shop.check(chosen);
  expect((await mending(chosen)).offers).toEqual([]);
});

it('a step for a column that is not there is refused, and one that is not there is not found', async () => {
  const draft = await open(sold);
  await expect(preview(draft, fill(99))).rejects.toMatchObject({ error: { code: 'VALIDATION' } });
  await expect(mend(draft, { kind: 'take-back', id: 7 })).rejects.toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(addsUp(await shop.check(draft))).toBe(true);
});
