import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REPEATABLE_FIELDS } from '#shared/domain/columns/fields.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { moneyQuestions } from '#shared/domain/columns/money-question.ts';
import { summariesOf } from '#tests/support/column-evidence.ts';

/** Titles with the fields that are right for each (any of several), and rows below them. */
interface Layout {
  readonly name: string;
  readonly titles: readonly string[];
  readonly right: readonly (readonly string[])[];
  readonly rows: readonly (readonly (string | null)[])[];
}

function layoutOf(text: string): Layout {
  const [name = '', head = '', ...rows] = text.trim().split('\n');
  const columns = head.split('|').map((column) => column.split(/=(?=[^=]*$)/));
  return {
    name,
    titles: columns.map(([title = '']) => title),
    right: columns.map(([, fields = '']) => fields.split(',')),
    rows: rows.map((row) => row.split('|').map((cell) => (cell === '' ? null : cell))),
  };
}

const layouts = readFileSync(
  new URL('../../../fixtures/column-layouts.txt', import.meta.url),
  'utf8',
)
  .split(/^# /m)
  .filter((text) => text !== '')
  .map(layoutOf);

function guess({ titles, rows }: Layout) {
  const summaries = summariesOf(titles.length, rows);
  return {
    summaries,
    guesses: guessColumns(titles, summaries, { country: 'ID', currency: 'IDR' }),
  };
}

describe('a layout of', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s is known', (_, layout) => {
    const { guesses } = guess(layout);
    const wrong = guesses.flatMap(({ field, confidence, because }, column) =>
      layout.right[column]?.includes(field) ? [] : [{ column, field, confidence, because }],
    );
    expect(wrong.map((each) => ({ title: layout.titles[each.column], ...each }))).toEqual([]);
    const single = guesses
      .map(({ field }) => field)
      .filter((field) => !REPEATABLE_FIELDS.has(field) && field !== 'customer.name');
    expect(new Set(single).size).toBe(single.length);
  });
});

it.each([
  ['a cash book', 'Pemasukan'],
  ['a form', 'Total Transfer'],
])('money that no title of %s gives is asked for: %s', (name, title) => {
  const layout = layouts.find((each) => each.name === name);
  if (layout === undefined) throw new Error(name);
  const { summaries, guesses } = guess(layout);
  const columns = guesses.flatMap(({ field, because }, column) => {
    const [summary, header = ''] = [summaries[column], layout.titles[column]];
    return summary === undefined ? [] : [{ header, field, because, summary }];
  });
  const asked = [...moneyQuestions(columns, 'IDR')];
  expect(asked.map(([column, { kind }]) => [layout.titles[column], kind])).toEqual([
    [title, 'money-column'],
  ]);
});
