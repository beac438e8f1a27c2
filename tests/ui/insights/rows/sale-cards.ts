import { screen, within } from '@testing-library/react';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { type CardWays, type Counted, cell, control, type Figure, money } from './ways.ts';

/** What was sold and came back between two days. */
function between(from: string, to: string, also = '1'): string {
  return `SELECT s.id, s.revenue_minor AS minor FROM sales s WHERE s.deleted_at IS NULL
    AND (s.is_purchase = 1 OR s.revenue_minor <> 0) AND s.sold_on BETWEEN '${from}' AND '${to}' AND ${also}`;
}

/** The last day that is over. */
function whole({ through, today }: Counted): string {
  return through < today ? through : addDays(today, -1);
}

function monthStart(day: string, back = 0): string {
  return addMonths(`${day.slice(0, 7)}-01`, -back);
}

/** The last day of the last whole month. */
function lastMonthEnd(counted: Counted): string {
  return addDays(monthStart(addDays(whole(counted), 1)), -1);
}

const both = ['sample', 'busy'] as const;
const bySum = { list: 'sales', amount: 'revenueMinor', says: money } as const;
const byCount = { list: 'sales', amount: 'revenueMinor' } as const;

const timeCards: readonly CardWays[] = [
  {
    file: 'insights/revenue/year-card.tsx',
    page: '/insights/revenue',
    title: 'Does the shop sell more than a year ago?',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'a month' },
        at: cell(-1, 0),
        sql: (counted) => between(monthStart(whole(counted)), whole(counted)),
      },
      {
        ...{ ...bySum, name: 'the same days a year before' },
        at: cell(-1, 2),
        sql: (counted) => between(monthStart(whole(counted), 12), addMonths(whole(counted), -12)),
      },
    ],
  },
  {
    file: 'insights/time/month-card.tsx',
    page: '/insights/time',
    title: 'In which months do they buy?',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'the last month' },
        at: cell(-1, 0),
        sql: (counted) => between(monthStart(whole(counted)), whole(counted)),
      },
    ],
  },
  {
    file: 'insights/time/weekday-card.tsx',
    page: '/insights/time',
    title: 'On which days of the week do they buy?',
    shops: both,
    figures: [0, 5].map(
      (weekday): Figure => ({
        ...{ ...bySum, name: `weekday ${weekday}` },
        at: cell(weekday, 1),
        sql: (counted) =>
          between(
            addMonths(whole(counted), -12),
            whole(counted),
            `strftime('%w', s.sold_on) = '${(weekday + 1) % 7}'`,
          ),
      }),
    ),
  },
  {
    file: 'insights/time/hour-card.tsx',
    page: '/insights/time',
    title: 'At what time do they buy?',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'an hour' },
        at: cell(1, 1),
        sql: (counted) => {
          const days = [addMonths(whole(counted), -12), whole(counted)] as const;
          const known = "s.is_purchase = 1 AND substr(s.sold_at, 12, 5) > '00:00'";
          const hour = `(SELECT 1 + min(CAST(substr(s.sold_at, 12, 2) AS INTEGER)) FROM sales s
            WHERE s.deleted_at IS NULL AND ${known} AND s.sold_on BETWEEN '${days[0]}' AND '${days[1]}')`;
          return between(
            ...days,
            `${known} AND CAST(substr(s.sold_at, 12, 2) AS INTEGER) = ${hour}`,
          );
        },
      },
    ],
  },
  {
    file: 'insights/time/season-card.tsx',
    page: '/insights/time',
    title: 'Has the shop seasons?',
    shops: both,
    figures: [
      {
        ...{ ...byCount, name: 'the months it is made of' },
        at: control('See the sales'),
        sql: (counted) => {
          const first = String(
            counted.raw
              .prepare('SELECT min(sold_on) FROM sales WHERE deleted_at IS NULL')
              .pluck()
              .get(),
          );
          const from = first === monthStart(first) ? first : monthStart(first, -1);
          return between(from, lastMonthEnd(counted));
        },
      },
    ],
  },
  {
    file: 'insights/time/forecast-card.tsx',
    page: '/insights/time',
    title: 'What will the next months bring?',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'the last whole month it is made of' },
        at: (card) => [...card.querySelectorAll<HTMLElement>('tbody a')].at(-1) ?? null,
        sql: (counted) => between(monthStart(lastMonthEnd(counted)), lastMonthEnd(counted)),
      },
    ],
  },
  {
    file: 'insights/time/lebaran-card.tsx',
    page: '/insights/time',
    title: 'What does Lebaran do to your sales?',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'the month before Lebaran 2026' },
        at: cell(-1, 0),
        sql: () => between('2026-02-19', '2026-03-20'),
      },
    ],
  },
  {
    file: 'insights/revenue/nameless-revenue.tsx',
    page: '/insights/revenue',
    title: /^\d+ sales, /,
    shops: ['till'],
    figures: [
      {
        ...{ ...bySum, name: 'everything' },
        at: control('See the sales'),
        sql: ({ today }) => between('0000', today),
      },
    ],
  },
];

/** The product of most revenue in twelve months, by its lines. */
const best = ({
  from,
  through,
}: Counted) => `(SELECT l.product_id FROM sale_lines l JOIN sales s ON s.id = l.sale_id
  WHERE s.deleted_at IS NULL AND s.revenue_minor <> 0 AND s.sold_on BETWEEN '${from}' AND '${through}'
    AND l.product_id IS NOT NULL GROUP BY 1
  ORDER BY sum(CASE WHEN s.kind = 'return' THEN -abs(l.amount_minor) ELSE l.amount_minor END) DESC LIMIT 1)`;

const has = (product: string) =>
  `EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND l.product_id = ${product})`;

const productCards: readonly CardWays[] = [
  {
    file: 'insights/products/revenue-card.tsx',
    page: '/insights/products',
    title: 'Which products bring the revenue?',
    shops: both,
    figures: [
      {
        ...{ ...byCount, name: 'sales of the best product' },
        at: cell(0, 2),
        sql: (counted) => between(counted.from, counted.through, has(best(counted))),
      },
      {
        ...{ ...byCount, name: 'lines that name no product', shops: ['busy'] },
        at: control('See the sales: see the sales'),
        sql: ({ from, through }) =>
          between(
            from,
            through,
            'EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND l.product_id IS NULL)',
          ),
      },
    ],
  },
  {
    file: 'insights/products/pairs-card.tsx',
    page: '/insights/products',
    title: 'What sells together?',
    shops: ['busy'],
    figures: [
      {
        ...{ ...byCount, name: 'sales with both' },
        at: cell(0, 1),
        sql: ({ from, through }) =>
          between(
            from,
            through,
            ['Kopi', 'Gula']
              .map((name) => has(`(SELECT id FROM products WHERE name = '${name}')`))
              .join(' AND '),
          ),
      },
    ],
  },
];

const todayCards: readonly CardWays[] = [
  {
    file: 'today/month-card.tsx',
    page: '/today',
    title: /^(June|In June|Revenue|.*June)/,
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'this month so far' },
        at: control(/^IDR/),
        sql: (counted) => between(monthStart(whole(counted)), whole(counted)),
      },
      {
        ...{ ...bySum, name: 'the same days a year before' },
        at: control('See those days'),
        sql: (counted) => between(monthStart(whole(counted), 12), addMonths(whole(counted), -12)),
      },
    ],
  },
  {
    file: 'today/target-line.tsx',
    page: '/today',
    title: /^(June|In June|Revenue|.*June)/,
    shops: ['busy'],
    figures: [
      {
        ...{ ...bySum, name: 'towards the target' },
        at: control('See the sales'),
        sql: ({ today }) => between(monthStart(today), today),
      },
    ],
  },
];

const ofOne = 'customer_id = 2';

const oneCards: readonly CardWays[] = [
  {
    file: 'customers/page/worth-card.tsx',
    page: '/customers/2',
    title: 'Customer value (CLV)',
    shops: both,
    figures: [
      {
        ...{ ...bySum, name: 'historic' },
        at: async (card, user) => {
          await user.click(within(card).getByRole('button', { name: /^Historic/ }));
          return within(await screen.findByRole('dialog')).findByRole('link', {
            name: 'See the sales',
          });
        },
        sql: ({ today }) => between('0000', today, ofOne),
      },
    ],
  },
  {
    file: 'customers/page/rhythm-card.tsx',
    page: '/customers/2',
    title: 'Rhythm',
    shops: both,
    figures: [
      {
        ...{ ...byCount, name: 'twelve months' },
        at: control('See the sales of these months'),
        sql: ({ through, today }) => between(monthStart(through, 11), today, ofOne),
      },
    ],
  },
];

export const saleCards: readonly CardWays[] = [
  ...timeCards,
  ...productCards,
  ...todayCards,
  ...oneCards,
];
