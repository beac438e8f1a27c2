import { afterAll, describe, expect, it } from 'vitest';
import { REPEATABLE_FIELDS } from '#shared/domain/columns/fields.ts';
import {
  type Expectation,
  type ImportCase,
  importCases,
  type Outcome,
  runCase,
  withCase,
} from '#tests/support/import-cases.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

const cases = importCases('');
const missing = 'skipped where ../shared/data is missing';

/** What is asked of a case that is not a count of columns: how it is found in the shop. */
const FACTS: Readonly<Record<string, (shop: ImportShop, outcome: Outcome) => unknown>> = {
  customers: (shop) => shop.one('SELECT count(*) FROM customers'),
  sales: (shop) => shop.one('SELECT count(*) FROM sales'),
  lines: (shop) => shop.one('SELECT count(*) FROM sale_lines'),
  products: (shop) => shop.one('SELECT count(*) FROM products'),
  mails: (shop) => shop.one("SELECT count(*) FROM contact_points WHERE kind = 'email'"),
  wrong: (_, { report }) => report?.counts.wrong,
  money: (_, { report }) => report?.money.exact,
  separator: (_, { draft }) => draft.sources[0]?.separator,
  dates: (shop) =>
    shop.all<{ day: string }>('SELECT sold_on AS day FROM sales ORDER BY id').map(({ day }) => day),
  zips: (shop) =>
    shop
      .all<{ zip: string }>('SELECT postal_code AS zip FROM addresses ORDER BY id')
      .map(({ zip }) => zip),
};

function phonesOf(shop: ImportShop, name: string): string[] {
  return shop
    .all<{ value: string }>(
      `SELECT p.value FROM contact_points p JOIN customers c ON c.id = p.customer_id
       WHERE c.name = ? AND p.kind = 'phone' ORDER BY p.position, p.id`,
      name,
    )
    .map(({ value }) => value);
}

/** A figure with words beside it, such as `2 or 3`: the one of its numbers that was found, else the first. */
function inWords(text: string, found: unknown): unknown {
  if (!/^\d/.test(text)) return text;
  const figures: readonly string[] = text.match(/\d+(?:\.\d+)?/g) ?? [];
  return figures.includes(String(found)) ? found : figures[0];
}

const asFound = (value: unknown, found: unknown) =>
  typeof value === 'string' ? inWords(value, found) : value;

/** A day with words behind it is that day. */
const firstDay = (text: string) => text.slice(0, 10);

/** Everything that a case expects in figures, beside what was found. */
function compare(expectation: Expectation, outcome: Outcome, shop: ImportShop) {
  const wanted: Record<string, unknown> = {};
  const found: Record<string, unknown> = {};
  for (const [key, fact] of Object.entries(FACTS)) {
    const value = expectation[key as keyof Expectation];
    if (value === undefined) continue;
    found[key] = fact(shop, outcome);
    wanted[key] = key === 'dates' ? expectation.dates?.map(firstDay) : asFound(value, found[key]);
  }
  for (const [name, phones] of expectation.phones ?? []) {
    wanted[name] = phones;
    found[name] = phonesOf(shop, name);
  }
  return { wanted, found };
}

/** An expectation may leave it at a question, a refusal or a warning: then one of them is enough. */
function mayAsk({ money, or }: Expectation): boolean {
  return /question|refusal|warning/.test(`${money ?? ''} ${or ?? ''}`);
}

const figures = cases.filter(({ name, expectation }) => {
  return name.startsWith('b') && expectation.expected === undefined && !name.startsWith('b35');
});

describe.skipIf(cases.length === 0)(`files that other importers got wrong (${missing})`, () => {
  it.each(figures.map((each) => [each.name, each] as const))('%s', (_, { path, expectation }) =>
    withCase(path, (outcome, shop) => {
      const isAsked = outcome.asked.length > 0 || outcome.draft.refused.length > 0;
      if (mayAsk(expectation) && isAsked) return;
      const { wanted, found } = compare(expectation, outcome, shop);
      expect(found).toEqual(wanted);
    }),
  );

  it('b35: one after the other', async () => {
    const [first, second] = cases.filter(({ name }) => name.startsWith('b35'));
    const shop = await openImportShop();
    try {
      await runCase(shop, first?.path ?? '');
      await runCase(shop, second?.path ?? '');
      const wanted = second?.expectation['customers after both'];
      expect(shop.one('SELECT count(*) FROM customers')).toBe(wanted);
    } finally {
      await shop.close();
    }
  });
});

const money = ({ report }: Outcome) => report?.money.exact;
const fieldOf = ({ columns }: Outcome, header: string) =>
  columns.find((column) => column.header === header)?.field;

/** Cases whose expectation is in words: the words, and what of the outcome shows that they are true. */
const IN_WORDS: Readonly<
  Record<string, readonly [string, (outcome: Outcome, shop: ImportShop) => unknown, unknown]>
> = {
  'b11b-formula-only': [
    'says that the sheet has formulas without values: open and save it in Excel',
    ({ blockers }) => blockers.includes('formulas-not-calculated'),
    true,
  ],
  'f1-stars': [
    'titles found in row 1; 2 sales, 38000',
    (outcome) => [outcome.draft.sources[0]?.headerRow, outcome.report?.sales.added, money(outcome)],
    [1, 2, '38000'],
  ],
  'f1c-star-after': [
    'titles found in row 1; customers Ayu and Bima',
    ({ draft }, shop) => [
      draft.sources[0]?.headerRow,
      ...shop
        .all<{ name: string }>('SELECT name FROM customers ORDER BY name')
        .map((one) => one.name),
    ],
    [1, 'Ayu', 'Bima'],
  ],
  'f2-silent-drop': [
    'blocker or warning: a day but no money column',
    ({ draft, blockers }) => [draft.isReady, blockers],
    [false, ['question-open', 'amount-column-missing']],
  ],
  'f3-status': [
    '20 sales; an unknown status asks once, does not reject',
    (outcome) => [outcome.report?.sales.added, outcome.report?.counts.wrong],
    [20, 0],
  ],
  'f4-disc-pct': [
    '2 sales, 35000',
    (outcome) => [outcome.report?.sales.added, money(outcome), outcome.report?.problems],
    [2, '35000', []],
  ],
  'f4b-disc-pct': [
    '2 sales 35000 (10 % off) or a question',
    (outcome) => [outcome.report?.sales.added, money(outcome)],
    [2, '35000'],
  ],
  'f5-phone': [
    'every number kept: two for Eka and the unread 0845 number as written',
    (_, shop) => [
      phonesOf(shop, 'Eka').length,
      shop.one(
        "SELECT instr(coalesce(note, ''), '084512345678') FROM customers WHERE name = 'Ayu'",
      ),
    ],
    [2, expect.toSatisfy((at: number) => at > 0)],
  ],
  'f6-total-barang': [
    'quantity 3 and 1; money 53000',
    (outcome, shop) => [
      ...shop.all<{ q: number }>('SELECT quantity_e4 / 10000 AS q FROM sale_lines ORDER BY id'),
      money(outcome),
    ],
    [{ q: 3 }, { q: 1 }, '53000'],
  ],
  'f7-voucher': [
    '2 sales, 38000; voucher text ignored or warned',
    (outcome) => [outcome.report?.sales.added, money(outcome), fieldOf(outcome, 'Voucher')],
    [2, '38000', 'ignore'],
  ],
  'f8-region': [
    'province Texas, Ohio; Sales is money',
    (outcome, shop) => [
      ...shop.all('SELECT province FROM addresses ORDER BY id'),
      fieldOf(outcome, 'Sales'),
      money(outcome),
    ],
    [{ province: 'Texas' }, { province: 'Ohio' }, 'sale.total', '38'],
  ],
  'f9-wider': [
    'row 2 is wrong: more cells than titles',
    (outcome) => [outcome.report?.counts.wrong, money(outcome)],
    [1, '8000'],
  ],
  'f10-1900': [
    'not a date (it is)',
    ({ report }) => [report?.counts.wrong, report?.sales.added],
    [2, 0],
  ],
  'f12-trailing': [
    '2 sales 9000, no warning',
    (outcome) => [outcome.report?.sales.added, money(outcome), outcome.report?.problems],
    [2, '9000', []],
  ],
  f14: ['2 wrong', ({ report }) => report?.counts.wrong, 2],
};

describe.skipIf(cases.length === 0)(`the smallest file of a fault (${missing})`, () => {
  const told = cases.filter(({ expectation }) => expectation.expected !== undefined);
  it('has its expectation looked at', () => {
    expect(told.filter(({ name }) => !(name in IN_WORDS))).toEqual([]);
  });

  const own = told.filter(({ name }) => name in IN_WORDS);
  it.each(own.map((each) => [each.name, each.expectation.expected, each] as const))(
    '%s: %s',
    (name, words, { path }) =>
      withCase(path, (outcome, shop) => {
        const [expected, look, value] = IN_WORDS[name] ?? [];
        expect(words).toBe(expected);
        expect(look?.(outcome, shop)).toEqual(value);
      }),
  );
});

/** Columns of the layouts that were right when this was written. */
const LEAST_RIGHT = 0.99;
const layouts: readonly ImportCase[] = cases.filter(({ expectation }) => expectation.truth);

describe.skipIf(layouts.length === 0)(`layouts of Indonesian shops (${missing})`, () => {
  const share = { right: 0, all: 0, missed: [] as string[] };
  afterAll(() => {
    const { right, all, missed } = share;
    process.stdout.write(`columns right: ${right} of ${all}; missed: ${missed.join(', ')}\n`);
  });

  it.each(layouts.map((each) => [each.name, each] as const))('%s', (name, each) =>
    withCase(each.path, ({ draft }) => {
      const truth = each.expectation.truth ?? {};
      const sure: string[] = [];
      for (const { columns } of draft.sources.filter((source) => source.isIncluded)) {
        const titleOf = (at: number) => columns[at]?.header || `#${at}`;
        for (const [title, fields] of Object.entries(truth)) {
          const column = columns.find(({ index }) => titleOf(index) === title);
          const isRight = column !== undefined && fields.includes(column.field);
          share.all += 1;
          if (isRight) share.right += 1;
          else share.missed.push(`${name} ${title}`);
          if (!isRight && column?.confidence === 'sure') sure.push(title);
        }
        const single = columns
          .map(({ field }) => field)
          .filter((field) => !REPEATABLE_FIELDS.has(field as never) && field !== 'customer.name');
        expect(new Set(single).size).toBe(single.length);
      }
      expect(sure).toEqual([]);
    }),
  );

  it('have nearly all of their columns right', () => {
    expect(share.right / share.all).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it('bring the money that is in them, and no sales out of a summary', async () => {
    const pathOf = (name: string) => layouts.find((each) => each.name === name)?.path ?? '';
    const prices = await withCase(pathOf('c02-rp-strip'), money);
    expect(prices).toBe('1950000');
    const summary = await withCase(pathOf('c27-rekap'), ({ report }) => report?.sales.added);
    expect(summary).toBe(0);
  });
});
