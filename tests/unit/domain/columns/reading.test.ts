import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { provesEnglish, readingsFor } from '#shared/domain/columns/reading.ts';
import { summaryOf } from '#tests/support/column-evidence.ts';

const INDONESIAN = { locale: 'id', currency: 'IDR', today: '2026-04-14' } as const;
const ENGLISH = { locale: 'en', currency: 'USD', today: '2026-04-14' } as const;

function reading(field: ImportField, cells: readonly Cell[], context = {}) {
  return readingsFor(field, summaryOf(cells), { ...INDONESIAN, ...context });
}

describe('number columns', () => {
  it.each<[string, ImportField, Cell[], string]>([
    ['typed numbers', 'line.amount', [1250000, 2.5], 'plain'],
    ['bare digits', 'line.amount', ['1250000', '90'], 'plain'],
    ['rupiah groups', 'line.amount', ['150.000', '90'], 'id'],
    ['small rupiah groups', 'line.unitPrice', ['1.250'], 'id'],
    ['one proof among ambiguous values', 'line.quantity', ['1.250', '1.250.000'], 'id'],
    ['comma decimals', 'line.unitPrice', ['1169,91', '133,125'], 'id'],
    ['a comma and a dash', 'line.amount', ['490.000,-', '115.000', '1,2jt'], 'id'],
    ['English groups', 'line.amount', ['150,000', '1,250,000'], 'en'],
    ['English decimals', 'line.amount', ['150,000', '1,250.00'], 'en'],
    ['dot decimals alone', 'line.unitPrice', ['29.33', '0.250'], 'plain'],
    ['fixed three dot decimals', 'line.quantity', ['1250.500', '1.250'], 'plain'],
    ['nothing at all', 'line.amount', [null, ''], 'plain'],
  ])('with %s settle their style', (_, field, cells, numberStyle) => {
    expect(reading(field, cells)).toEqual({ reading: { numberStyle }, question: null });
  });

  it.each<[string, ImportField, Cell[], object]>([
    ['English groups without proof', 'line.amount', ['150,000'], {}],
    ['proofs of both styles', 'line.amount', ['1.250.000', '1,250,000'], {}],
    ['both ambiguous forms', 'line.amount', ['150.000', '150,000'], {}],
    ['a comma that does not go with dot groups', 'line.amount', ['1.250.000', '150,000'], {}],
    ['a group that does not go with dot decimals', 'line.amount', ['12.5', '150.000'], {}],
    ['ambiguous quantities', 'line.quantity', ['1.250'], {}],
    ['dots in another currency', 'line.amount', ['150.000'], { currency: 'USD' }],
    ['dots in an English file', 'line.amount', ['150.000'], { englishElsewhere: true }],
  ])('with %s ask', (_, field, cells, context) => {
    const answer = reading(field, cells, context);
    expect(answer.reading).toBeNull();
    expect(answer.question?.kind).toBe('number-style');
  });

  it('ask with both readings beside the original', () => {
    expect(reading('line.amount', ['150,000']).question).toEqual({
      kind: 'number-style',
      example: '150,000',
      options: [
        { value: 'id', read: '150', from: null, to: null, afterToday: 0, likely: false },
        { value: 'en', read: '150000', from: null, to: null, afterToday: 0, likely: true },
      ],
    });
  });
});

describe('date columns', () => {
  const aprilDays = Array.from(
    { length: 12 },
    (_, i) => `${String(i + 1).padStart(2, '0')}/04/2026`,
  );

  it.each<[string, Cell[], string]>([
    ['a day above 12 in front', ['05/03/2026', '25/03/2026'], 'dmy'],
    ['a day above 12 in the middle', ['05/03/2026', '03/25/2026'], 'mdy'],
    ['a few ambiguous dates of an Indonesian shop', ['05/03/2026', '06/03/2026'], 'dmy'],
    ['equal parts', ['03/03/2026'], 'dmy'],
    ['ISO dates', ['2026-03-05'], 'ymd'],
    ['month names', ['5 Maret 2026'], 'ymd'],
    ['day numbers', [46086], 'ymd'],
  ])('with %s settle their order', (_, cells, dateOrder) => {
    expect(reading('sale.date', cells)).toEqual({ reading: { dateOrder }, question: null });
  });

  it('with proofs of both orders ask', () => {
    const answer = reading('sale.date', ['25/03/2026', '03/25/2026', '01/02/2026']);
    expect(answer.question).toMatchObject({ kind: 'date-order', example: '01/02/2026' });
  });

  it('with many days and none above the 12th ask, and show where each reading leads', () => {
    const answer = reading('sale.date', [...aprilDays, ...aprilDays]);
    expect(answer.question).toEqual({
      kind: 'date-order',
      example: '01/04/2026',
      options: [
        {
          ...{ value: 'dmy', read: '2026-04-01', from: '2026-04-01', to: '2026-04-12' },
          afterToday: 0,
          likely: true,
        },
        {
          ...{ value: 'mdy', read: '2026-01-04', from: '2026-01-04', to: '2026-12-04' },
          afterToday: 16,
          likely: false,
        },
      ],
    });
  });

  it('with days that day first would put after today ask, and favour month first', () => {
    const options = reading('sale.date', ['03/05/2026', '04/10/2026']).question?.options;
    expect(options?.map((option) => [option.value, option.afterToday, option.likely])).toEqual([
      ['dmy', 2, false],
      ['mdy', 0, true],
    ]);
  });

  it('without proof ask in an English shop and in a file with English numbers', () => {
    expect(reading('sale.date', ['05/03/2026'], ENGLISH).question).not.toBeNull();
    expect(
      reading('sale.date', ['05/03/2026'], { englishElsewhere: true }).question,
    ).not.toBeNull();
    expect(provesEnglish(summaryOf(['1,250.00']))).toBe(true);
    expect(provesEnglish(summaryOf(['1.250,00']))).toBe(false);
  });

  it('other columns need no reading', () => {
    expect(reading('customer.name', ['05/03/2026'])).toEqual({ reading: {}, question: null });
  });
});
