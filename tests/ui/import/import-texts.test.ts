import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { startI18n, type Translate } from '#renderer/base/i18n.ts';
import { formatDate } from '#renderer/components/format-date.ts';
import type { Format } from '#renderer/components/use-format.ts';
import {
  cut,
  filledCells,
  fixableValue,
  groupsOf,
  groupText,
  needsRaw,
  shownColumns,
} from '#renderer/features/imports/problem-groups.ts';
import { exactMoney, fixText, readingText } from '#renderer/features/imports/reading-text.ts';
import {
  changedText,
  roundingDifference,
  skippedText,
} from '#renderer/features/imports/report-text.ts';
import { workFigures } from '#renderer/features/imports/work-text.ts';
import type { ImportReport, ProblemGroup } from '#shared/contract/imports.ts';
import type { DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import { formatPhone } from '#shared/domain/text/phone.ts';

let t: Translate;
beforeAll(() => {
  t = startI18n('id').t as Translate;
});

const number = (value: number, digits = 0) =>
  new Intl.NumberFormat('id-ID', { maximumFractionDigits: digits }).format(value);
const format = {
  language: 'id',
  currency: 'IDR',
  today: '2026-05-12',
  number,
  percent: (share: number, digits = 0) => `${number(share * 100, digits)} %`,
  date: (iso: string, short = false) => formatDate(iso, 'id', short),
  phone: (e164: string) => formatPhone(e164, 'national'),
} as Format;

function column(part: Partial<DraftColumn>): DraftColumn {
  return {
    index: 0,
    header: 'Kolom',
    samples: [],
    filled: 10,
    distinct: 4,
    field: 'ignore',
    confidence: 'sure',
    because: 'header',
    read: [],
    reading: null,
    question: null,
    own: null,
    damaged: 0,
    masked: 0,
    uncalculated: 0,
    ...part,
  };
}

function group(part: Partial<ProblemGroup>): ProblemGroup {
  return {
    sourceId: 1,
    problem: 'not-a-number',
    column: 3,
    header: 'Total',
    value: 'lihat nota',
    rows: 1,
    outcome: 'wrong',
    ...part,
  };
}

describe('what a column is read as', () => {
  test('prices are shown as the money they become, with every digit', () => {
    const samples = ['1169,91', '2337,5', 'lihat nota'];
    const read = ['1169.91', '2337.5', null];
    const shown = readingText(t, format, column({ field: 'line.unitPrice', samples, read }));
    expect(shown.replaceAll('\u00a0', ' ')).toBe('Rp 1.169,91 · Rp 2.337,50 · tidak terbaca');
  });

  test('discounts are shown as what they take off: a percentage or money', () => {
    const samples = ['12.5%', '10', '5.000'];
    const read = ['12.5%', '10%', '5000'];
    const shown = readingText(t, format, column({ field: 'line.discount', samples, read }));
    expect(shown.replaceAll('\u00a0', ' ')).toBe('12,5 % · 10 % · Rp 5.000');
  });

  test('phones damaged by a spreadsheet are counted beside those that can be read', () => {
    const phones = column({
      field: 'customer.phone',
      samples: ['0812 3456 7890', '6,28E+12'],
      read: ['+6281234567890', null],
      damaged: 9,
    });
    expect(readingText(t, format, phones)).toBe(
      '0812-3456-7890 · tidak terbaca, 9 rusak oleh Excel',
    );
  });

  test('an open question says that there are two ways, and a column left out says nothing', () => {
    const question = { kind: 'date-order', example: '03/04/2026', options: [] } as const;
    const asked = column({ field: 'sale.date', question: { ...question, options: [] } });
    expect(readingText(t, format, asked)).toBe('dua cara, pilih satu');
    expect(readingText(t, format, column({}))).toBe('');
  });

  test('sale numbers are counted, unless there are more than can be told apart', () => {
    const few = column({ field: 'sale.number', distinct: 731, filled: 1846 });
    expect(readingText(t, format, few)).toBe('731 nomor berbeda di 1.846 baris');
    const many = column({ field: 'sale.number', distinct: 10_000, filled: 40_000 });
    expect(readingText(t, format, many)).toBe('apa adanya, 40.000 terisi');
  });

  test('a fix is said in words: a status by its name, a day written out, all else as typed', () => {
    expect(fixText(t, format, 'sale.status', 'cancelled')).toBe('dibatalkan');
    expect(fixText(t, format, 'sale.date', '2026-04-03')).toBe('3 Apr 2026');
    expect(fixText(t, format, 'sale.paymentMethod', 'Transfer')).toBe('Transfer');
  });
});

describe('money', () => {
  test('an exact sum keeps digits that a number would lose', () => {
    const shown = exactMoney('-12345678901234567.12345678', format).replaceAll('\u00a0', ' ');
    expect(shown).toContain('12.345.678.901.234.567,12345678');
    expect(shown).toContain('\u2212');
  });

  test('the difference of rounding is exact', () => {
    expect(roundingDifference('706922.421', 70_692_242, 2)).toBe('0.001');
    expect(roundingDifference('-1.005', -101, 2)).toBe('0.005');
    expect(roundingDifference('12', 1200, 2)).toBe('0');
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(999), (minor, extra) => {
        const size = BigInt(Math.abs(minor));
        const sign = minor < 0 ? '-' : '';
        const thousandths = String(extra).padStart(3, '0');
        const cents = String(size % 100n).padStart(2, '0');
        const exact = `${sign}${size / 100n}.${cents}${thousandths}`;
        const expected = extra === 0 ? '0' : `0.00${thousandths}`.replace(/0+$/, '');
        expect(roundingDifference(exact, minor, 2)).toBe(expected);
      }),
    );
  });
});

describe('work', () => {
  test('rows, rate and time left are told as soon as they are known', () => {
    const progress = { phase: 'checking', done: 4200, total: 8400, elapsedMs: 1000 } as const;
    expect(workFigures(t, format, progress)).toEqual([
      '4.200 dari 8.400 baris',
      '4.200 baris per detik',
      'sisa 1 detik',
    ]);
    expect(workFigures(t, format, { ...progress, done: 0, elapsedMs: 0 })).toHaveLength(1);
  });

  test('bytes are told as a share and in megabytes', () => {
    const progress = {
      phase: 'reading',
      done: 5_000_000,
      total: 10_000_000,
      elapsedMs: 2000,
    } as const;
    const [share, rate] = workFigures(t, format, progress);
    expect(share).toBe('50 % selesai');
    expect(rate).toBe('2,5 MB per detik');
  });
});

describe('kinds of problem', () => {
  test('what keeps rows out comes first, then the larger group, and skipped rows last', () => {
    const ofRow = { column: null, header: null, value: null };
    const skipped = group({ problem: 'blank-row', outcome: 'skipped', rows: 900, ...ofRow });
    const few = group({ rows: 2 });
    const many = group({ rows: 21, problem: 'status-unknown' });
    const warned = group({ outcome: 'added', rows: 50, problem: 'phone-damaged' });
    expect(groupsOf([skipped, warned, few, many], 'read')).toEqual([many, few, warned, skipped]);
    expect(groupsOf([skipped, warned, few, many], 'added')).toEqual([warned]);
  });

  test('problems that no cell is to blame for are one group a source, whatever their values', () => {
    const differs = {
      problem: 'name-differs',
      column: null,
      header: null,
      outcome: 'added',
    } as const;
    const names = ['Dimas', 'Yoga', 'Bunga'].map((value) => group({ ...differs, value, rows: 4 }));
    const other = group({ ...differs, value: 'Dimas', sourceId: 2, rows: 1 });
    const shown = groupsOf([...names, other], 'read').map(({ sourceId, rows, value }) => ({
      sourceId,
      rows,
      value,
    }));
    expect(shown).toEqual([
      { sourceId: 1, rows: 12, value: null },
      { sourceId: 2, rows: 1, value: null },
    ]);
  });

  test('a general problem names its column, a telling one does not repeat it', () => {
    expect(groupText(t, group({}))).toBe('Total: bukan angka “lihat nota”');
    const status = group({ problem: 'status-unknown', header: 'Status', value: 'entah' });
    expect(groupText(t, status)).toBe(
      'Status nota belum dikenal, dihitung sebagai selesai: “entah”',
    );
    expect(groupText(t, group({ problem: 'date-missing', value: null }))).toBe('Tanggal kosong');
  });

  test('one value can fill empty dates, but not rows that each have another value', () => {
    expect(fixableValue(group({}))).toBe('lihat nota');
    expect(fixableValue(group({ problem: 'date-missing', value: null }))).toBe('');
    expect(fixableValue(group({ value: null }))).toBeNull();
    expect(fixableValue(group({ column: null }))).toBeNull();
  });

  test('the reasons for skipping are told by their names', () => {
    const problems = [
      group({ problem: 'blank-row', outcome: 'skipped', rows: 9, column: null, value: null }),
      group({ problem: 'total-row', outcome: 'skipped', rows: 1, column: null, value: null }),
      group({}),
    ];
    expect(skippedText(t, { problems } as unknown as ImportReport)).toBe(
      'baris kosong, baris jumlah',
    );
    const third = group({
      problem: 'repeated-titles',
      outcome: 'skipped',
      column: null,
      value: null,
    });
    expect(skippedText(t, { problems: [...problems, third] } as unknown as ImportReport)).toBe(
      'baris kosong, baris jumlah, dan lainnya',
    );
  });

  test.each([
    [
      'en',
      '1 name, 1.092 phones and more',
      '2 e-mails, 1 other field and more',
      '2 e-mails, 1 other field',
      '7 sales, 1 product',
    ],
    [
      'id',
      '1 nama, 1.092 telepon, dan lainnya',
      '2 email, 1 isian lain, dan lainnya',
      '2 email, 1 isian lain',
      '7 nota, 1 barang',
    ],
  ] as const)('what changes is told with what fits its number (%s)', (language, ...said) => {
    const told = startI18n(language).t as Translate;
    const none = { updated: 0 };
    const report = { complaints: none, contacts: none, sales: none, products: none };
    const some = { ...report, sales: { updated: 7 }, products: { updated: 1 } };
    const fields = (...changes: [string, number][]) =>
      changes.map(([field, count]) => ({ field, count }));
    const shown = [
      { ...some, fieldChanges: fields(['name', 1], ['phone', 1092], ['city', 3]) },
      { ...some, fieldChanges: fields(['email', 2], ['shoeSize', 1]) },
      { ...report, fieldChanges: fields(['email', 2], ['shoeSize', 1]) },
      { ...some, fieldChanges: [] },
    ].map((one) => changedText(told, one as unknown as ImportReport, 2, number));
    expect(shown).toEqual(said);
  });

  test('a row whose shown columns are empty is shown whole, and so is one with too much in it', () => {
    const wrong = { outcome: 'wrong', problem: 'date-missing' } as const;
    const row = { row: 2, ...wrong, mended: [] };
    const damaged = { ...row, cells: [null, ' ', '', 'N1;2026-03-05;Ayu', 7] };
    expect(filledCells(damaged)).toEqual(['N1;2026-03-05;Ayu', '7']);
    expect(needsRaw(damaged, [0, 1, 2])).toBe(true);
    expect(needsRaw(damaged, [0, 3])).toBe(false);
    expect(needsRaw({ ...row, cells: [null, ''] }, [0])).toBe(false);
    expect(needsRaw({ ...row, problem: 'row-too-wide', cells: ['a', 'b'] }, [0])).toBe(true);
  });

  test('the column to blame is always among those shown, and comes last', () => {
    const fields = [
      'sale.number',
      'sale.date',
      'customer.name',
      'product.name',
      'line.amount',
      'ignore',
    ];
    const columns = fields.map((field, index) => column({ field, index }));
    const source = { columns } as unknown as DraftSource;
    expect(shownColumns(source, 5)).toEqual([0, 1, 2, 3, 5]);
    expect(shownColumns(source, null)).toEqual([0, 1, 2, 3, 4]);
  });

  test('cut text is never longer than asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const shown = cut(text, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(shown).toBe(text);
      }),
    );
  });
});
