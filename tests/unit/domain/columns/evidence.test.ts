import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnEvidence } from '#shared/domain/columns/evidence.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import { summaryOf } from '#tests/support/column-evidence.ts';

describe('column evidence', () => {
  it('counts what the cells look like', () => {
    const found = summaryOf([
      ...['081234567890', '+62 812-3456-7891', '6.28123E+12', '******78'],
      ...[null, '', ' - ', 'Budi', 'a@b.co', true],
    ]);
    const { rows, filled, empty, booleans, phones, damagedPhones, emails, masked, words } = found;
    expect({ rows, filled, empty, booleans, phones, damagedPhones, emails, masked, words }).toEqual(
      {
        rows: 10,
        filled: 7,
        empty: 3,
        booleans: 1,
        phones: 2,
        damagedPhones: 1,
        emails: 1,
        masked: 1,
        words: 1,
      },
    );
    expect(found.samples).toEqual(['081234567890', '+62 812-3456-7891', '6.28123E+12']);
  });

  it('tells which numbers prove a style and which are ambiguous', () => {
    const cells = [
      ...[
        '1.250.000',
        '1,250,000',
        '150.000',
        '150,000',
        '1169,91',
        '29.33',
        '1.250,00',
        '1,250.00',
      ],
      ...['12', '0.250', 'Rp 490.000,-', '1,2jt', '-3', 7.5],
    ];
    const { numbers } = summaryOf(cells);
    expect(numbers.shapes).toEqual({
      'dot-groups': 1,
      'comma-groups': 1,
      'dot-3': 1,
      'comma-3': 1,
      'comma-decimal': 1,
      'dot-decimal': 2,
      'dots-comma': 2,
      'commas-dot': 1,
      digits: 2,
    });
    expect(numbers).toMatchObject({
      text: 13,
      typed: 1,
      withPower: 1,
      withCurrency: 1,
      negative: 1,
    });
    expect(numbers).toMatchObject({ min: -3, max: 1_250_000, currencies: ['IDR'] });
  });

  it('tells dates apart by what they prove', () => {
    const { dates } = summaryOf([
      ...[
        '25/03/2026',
        '03/25/2026',
        '05/03/2026',
        '05/05/2026',
        '2026-03-05',
        '2026-03-05T10:00:00',
      ],
      ...['19970101', '5 Mei 2026', '97-12-31', 46086, '14:22'],
    ]);
    expect(dates).toMatchObject({ dayFirst: 1, monthFirst: 1, either: 2, same: 1, iso: 2 });
    expect(dates).toMatchObject({ compact: 1, named: 1, yearFirst: 1, serialLike: 1, times: 1 });
    expect(dates.examples).toEqual({
      dayFirst: '25/03/2026',
      monthFirst: '03/25/2026',
      either: '05/03/2026',
    });
  });

  it('does not take codes, names with numbers or addresses for numbers, dates or phones', () => {
    const found = summaryOf([
      'INV0001',
      'CUST55380',
      'Kopi 250 g',
      'Jl. Melati 12 no 5',
      'BRG-001',
    ]);
    expect(found.words).toBe(5);
    expect(found.numbers.text + found.phones + found.dates.iso + found.dates.named).toBe(0);
  });

  it('gives the same counts beyond the limit of distinct values', () => {
    const cells = Array.from(
      { length: 30_000 },
      (_, i) => `${(i % 28) + 1}/13/${2000 + (i % 50)} ${i}`,
    );
    const plain = Array.from({ length: 30_000 }, (_, i) => String(i * 1.5));
    const found = summaryOf(plain);
    expect(found.numbers.text).toBe(30_000);
    expect(found.numbers.whole).toBe(15_000);
    expect(found).toMatchObject({ distinct: 10_000, distinctCapped: true, rows: 30_000 });
    expect(summaryOf(cells)).toMatchObject({ rows: 30_000, filled: 30_000, empty: 0 });
  });

  it('can be asked in the middle and goes on', () => {
    const evidence = new ColumnEvidence();
    evidence.add('1.250.000');
    expect(evidence.summary().numbers.text).toBe(1);
    evidence.add('1.250.000');
    expect(evidence.summary()).toMatchObject({ rows: 2, distinct: 1 });
    expect(evidence.summary().numbers.text).toBe(2);
  });

  it('sees a number exactly where one of the styles can read one', () => {
    const text = fc.stringMatching(/^-?(Rp ?)?[0-9.,]{1,10}( ?(rb|jt|%))?$/);
    fc.assert(
      fc.property(text, (cell) => {
        const read = (['id', 'en'] as const).some((style) => {
          const reading = readNumber(cell, style);
          if (reading.ok) return reading.e4 !== null;
          return reading.problem === 'too-large' || reading.problem === 'percent';
        });
        const found = summaryOf([cell]);
        const seen = found.numbers.text === 1;
        const isDate = found.dates.dayFirst + found.dates.either + found.dates.monthFirst > 0;
        if (!isDate && found.dates.numeric.length === 0 && found.dates.iso === 0) {
          expect(seen).toBe(read);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
