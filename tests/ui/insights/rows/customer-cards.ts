import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { isAway, secondBy } from '#tests/support/worth/silence.ts';
import {
  back,
  bought,
  boughtIn,
  buyers,
  first,
  last,
  newcomers,
  notIn,
  ofPeople,
  predictedSql,
} from './people-sql.ts';
import { referralCards } from './referral-cards.ts';
import {
  type CardWays,
  type Counted,
  cell,
  control,
  count,
  type Figure,
  menuLine,
  money,
  type RowOf,
  sumCell,
} from './ways.ts';

const byCount = { list: 'customers', amount: 'revenueMinor', says: count } as const;

/** Bands of the formula, by hand: average sale × a year's purchases × years. */
function formulaSql({ through, raw }: Counted, having = ''): string {
  const years = Number(
    raw
      .prepare(
        `SELECT round(avg(months) / 12.0 * 10) / 10 FROM (
          SELECT (substr(b, 1, 4) - substr(a, 1, 4)) * 12 + substr(b, 6, 2) - substr(a, 6, 2) + 1 AS months
          FROM (SELECT ${first} AS a, ${last} AS b FROM ${ofPeople(through)} GROUP BY s.customer_id)
          WHERE a < b)`,
      )
      .pluck()
      .get(),
  );
  const setting = (key: string) => {
    const value = raw.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key);
    return value === undefined ? null : (JSON.parse(String(value)) as number | null);
  };
  const [margin, cost] = [setting('marginPercent') ?? 100, setting('keepingCostMinor') ?? 0];
  const kept = Math.max(1, years);
  const rate = `max(12, (substr(b, 1, 4) - substr(a, 1, 4)) * 12 + substr(b, 6, 2) - substr(a, 6, 2) + 1)`;
  return `SELECT id, CAST(round(net * 12.0 * ${kept} / ${rate} * ${margin} / 100 - ${cost} * ${kept}) AS INTEGER)
      AS minor FROM (SELECT s.customer_id AS id, sum(s.revenue_minor) AS net, ${first} AS a, ${last} AS b
        FROM ${ofPeople(through)} GROUP BY s.customer_id HAVING ${bought}) ${having}`;
}

/** The fewest that bring half of what is above zero, with who brings as much as the last. */
function halfSql(counted: Counted): string {
  const all = counted.raw.prepare(formulaSql(counted)).all() as RowOf[];
  const sorted = all.map(({ minor }) => minor).sort((one, other) => other - one);
  const whole = sorted.reduce((sum, one) => sum + Math.max(0, one), 0);
  let taken = 0;
  const least = sorted.find((one) => {
    taken += one;
    return taken * 2 >= whole;
  });
  return formulaSql(counted, `WHERE minor >= ${least}`);
}

/** A tier of those who bought in the window, by its places. */
function tierSql(
  { raw, from, through }: Counted,
  [above, below]: readonly [number, number],
): string {
  const active = `SELECT s.customer_id AS id, sum(s.revenue_minor) AS minor, ${last} AS b
    FROM ${ofPeople(through)} AND s.sold_on >= '${from}' GROUP BY s.customer_id HAVING ${bought}`;
  const all = Number(raw.prepare(`SELECT count(*) FROM (${active})`).pluck().get());
  const place = (percent: number) => Math.ceil((all * percent) / 100);
  return `SELECT id, minor FROM (${active} ORDER BY minor DESC, b DESC, id)
    LIMIT ${place(below) - place(above)} OFFSET ${place(above)}`;
}

function tier(name: string, row: number, places: readonly [number, number]): Figure {
  return {
    ...{ name, list: 'customers', amount: 'activeRevenueMinor', says: count },
    at: cell(row, 1),
    sql: (counted) => tierSql(counted, places),
  };
}

const worthCards: readonly CardWays[] = [
  {
    file: 'insights/predicted/predicted-card.tsx',
    page: '/insights',
    title: 'What will your customers still bring?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'historic', list: 'customers', amount: 'revenueMinor', says: money },
        at: control(/: see who$/),
        sql: ({ through }) => buyers(through, `${bought} OR minor <> 0`),
      },
      {
        ...{ name: 'formula', list: 'customers', amount: 'clvMinor', says: money },
        at: control(/: see who$/, 1),
        sql: (counted) => formulaSql(counted),
      },
      {
        ...{ name: 'the model is made of', list: 'customers', amount: 'none', says: count },
        at: control('See who'),
        sql: predictedSql,
      },
    ],
  },
  {
    file: 'insights/worth-card.tsx',
    page: '/insights',
    title: 'What are customers worth?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'half of the value', list: 'customers', amount: 'clvMinor', says: count },
        at: control(/^See the \d/),
        sql: halfSql,
      },
      {
        ...{ name: 'a class of values', list: 'customers', amount: 'clvMinor', says: count },
        at: (card) => [...card.querySelectorAll<HTMLElement>('tbody button')].at(-1) ?? null,
        sql: (counted) => {
          const { above, to } = edgesOf(counted);
          return `SELECT * FROM (${formulaSql(counted)}) WHERE minor > ${above} AND minor <= ${to}`;
        },
      },
      {
        ...{ name: 'a band', list: 'customers', amount: 'clvMinor', says: count },
        at: menuLine(/Middle/),
        sql: (counted) => {
          const { low, high } = edgesOf(counted);
          return `SELECT * FROM (${formulaSql(counted)}) WHERE minor > ${low} AND minor <= ${high}`;
        },
      },
    ],
  },
  {
    file: 'insights/formula-card.tsx',
    page: '/insights',
    title: 'How is the value calculated?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'whose time is averaged',
        at: control('See who'),
        sql: ({ through }) => buyers(through, `${first} < ${last}`),
      },
    ],
  },
];

/** The round numbers (1, 2, 3 or 5 with zeros) that the high band begins at, and the last class that has anybody. */
function edgesOf(counted: Counted): { low: number; high: number; above: number; to: number } {
  const values = (counted.raw.prepare(formulaSql(counted)).all() as RowOf[])
    .map(({ minor }) => minor)
    .filter((minor) => minor > 0);
  const average = values.reduce((sum, one) => sum + one, 0) / values.length;
  const rounds = Array.from({ length: 14 }, (_, zeros) =>
    [1, 2, 3, 5].map((one) => one * 10 ** zeros),
  );
  const all = rounds.flat();
  const near = (value: number) =>
    all.reduce((best, one) =>
      Math.abs(Math.log(one / value)) < Math.abs(Math.log(best / value)) ? one : best,
    );
  const after = (value: number) => all.find((one) => one > value) ?? value;
  const high = Math.max(after(near(average / 2)), near(average * 3));
  const most = Math.max(...values);
  const above = all.filter(
    (one) => one >= near(average / 2) && one < most && one <= after(after(high)),
  );
  const edge = above.at(-1) ?? 0;
  return {
    low: near(average / 2),
    high,
    above: edge,
    to: edge === after(after(high)) ? most : after(edge),
  };
}

const revenueCards: readonly CardWays[] = [
  {
    file: 'insights/pyramid-card.tsx',
    page: '/insights/revenue',
    title: 'How is revenue made up?',
    shops: ['sample', 'busy'],
    figures: [
      tier('the top tier', 0, [0, 1]),
      tier('large', 1, [1, 5]),
      tier('medium', 2, [5, 20]),
      tier('small', 3, [20, 100]),
      {
        ...{ name: 'nameless revenue', list: 'sales', says: money },
        at: control(/^See the sales: see the sales$/),
        sql: ({ from, through }) => `SELECT id, revenue_minor AS minor FROM sales
          WHERE customer_id IS NULL AND deleted_at IS NULL AND (is_purchase = 1 OR revenue_minor <> 0)
            AND sold_on BETWEEN '${from}' AND '${through}'`,
      },
      {
        ...{ name: 'revenue of who is in the trash', list: 'sales', says: money },
        shops: ['busy'],
        at: control(/^See the sales: see the sales$/, 1),
        sql: ({
          from,
          through,
        }) => `SELECT s.id, s.revenue_minor AS minor FROM sales s JOIN customers c
          ON c.id = s.customer_id WHERE c.deleted_at IS NOT NULL AND s.deleted_at IS NULL
            AND (s.is_purchase = 1 OR s.revenue_minor <> 0)
          AND s.sold_on BETWEEN '${from}' AND '${through}'`,
      },
      {
        ...byCount,
        name: 'returns only',
        says: () => 'See who',
        shops: ['busy'],
        at: control('See who: see who'),
        sql: ({ through }) => buyers(through, 'sum(s.is_purchase) = 0 AND minor <> 0'),
      },
    ],
  },
];

/** The last day of the last month of newcomers after which so many months are over. */
function followedTo({ through }: Counted, months: number): string {
  const month = `${addDays(through, 1).slice(0, 7)}-01`;
  return addDays(addMonths(month, -months), -1);
}

const comingBackCards: readonly CardWays[] = [
  {
    file: 'insights/coming-back/cohort-card.tsx',
    page: '/insights/coming-back',
    title: 'Do new customers come back?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'a month of newcomers',
        at: cell(-1, 0),
        sql: (counted) => {
          const { raw, through } = counted;
          const latest = `SELECT max(substr(a, 1, 7)) FROM (SELECT ${first} AS a FROM ${ofPeople(through)}
            GROUP BY s.customer_id HAVING ${bought})`;
          const month = String(raw.prepare(latest).pluck().get());
          return newcomers(counted, [`${month}-01`, `${month}-31`], []);
        },
      },
      {
        ...byCount,
        name: 'who came back soon',
        at: control(/who came back$/),
        sql: (counted) =>
          newcomers(counted, [counted.countedFrom, followedTo(counted, 3)], [1, 2, 3]),
      },
      {
        ...byCount,
        name: 'newcomers that can be followed',
        at: control(/new customers$/),
        sql: (counted) => newcomers(counted, [counted.countedFrom, followedTo(counted, 3)], []),
      },
      {
        ...{ ...byCount, says: () => '%' },
        name: 'who came in the second month',
        at: sumCell(3),
        sql: (counted) => newcomers(counted, [counted.countedFrom, followedTo(counted, 2)], [2]),
      },
    ],
  },
  {
    file: 'insights/coming-back/repeat-card.tsx',
    page: '/insights/coming-back',
    title: "Do last year's customers buy again?",
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'bought before',
        at: cell(0, 1),
        sql: ({ through }) => buyers(through, boughtIn(...back(through, 1))),
      },
      {
        ...byCount,
        name: 'and again',
        at: cell(0, 2),
        sql: ({ through }) =>
          buyers(through, `${boughtIn(...back(through, 1))} AND ${boughtIn(...back(through, 0))}`),
      },
      {
        ...byCount,
        name: 'and not again',
        at: control(/^See/),
        sql: ({ through }) =>
          buyers(through, `${boughtIn(...back(through, 1))} AND ${notIn(...back(through, 0))}`),
      },
    ],
  },
  {
    file: 'insights/coming-back/gone-card.tsx',
    page: '/insights/coming-back',
    title: 'How many have left?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'silent',
        at: cell(1, 1),
        sql: ({ through }) =>
          buyers(through, `${boughtIn(...back(through, 1))} AND ${notIn(...back(through, 0))}`),
      },
      {
        ...byCount,
        name: 'silent once',
        at: cell(2, 1),
        sql: ({ through }) =>
          buyers(through, `${boughtIn(...back(through, 2))} AND ${notIn(...back(through, 1))}`),
      },
      {
        ...byCount,
        name: 'who returned',
        shops: ['busy'],
        at: cell(3, 1),
        sql: ({ through }) =>
          buyers(
            through,
            `${boughtIn(...back(through, 2))} AND ${notIn(...back(through, 1))} AND ${boughtIn(...back(through, 0))}`,
          ),
      },
    ],
  },
  {
    file: 'insights/coming-back/lifetime-card.tsx',
    page: '/insights/coming-back',
    title: 'How long does a customer stay?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'everybody of the curve',
        at: control('See who'),
        sql: (counted) =>
          newcomers(counted, [counted.countedFrom, addDays(back(counted.through, 0)[0], -1)], []),
      },
      {
        ...byCount,
        name: 'who left',
        at: control(/who left$/),
        sql: (counted) => {
          const [from, to] = back(counted.through, 0);
          return `SELECT * FROM (${newcomers(counted, [counted.countedFrom, addDays(from, -1)], [])})
            WHERE id NOT IN (SELECT id FROM (${buyers(counted.through, boughtIn(from, to))}))`;
        },
      },
    ],
  },
  {
    file: 'insights/coming-back/active-card.tsx',
    page: '/insights/coming-back',
    title: 'How many customers buy?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'now',
        at: control('See who'),
        sql: ({ through }) => buyers(through, boughtIn(...back(through, 0))),
      },
      {
        ...byCount,
        name: 'a quarter of a year back',
        at: cell(-2, 1),
        sql: ({ through }) => {
          const to = addMonths(through, -3);
          return buyers(through, boughtIn(addMonths(to, -12), to));
        },
      },
    ],
  },
];

const whoCards: readonly CardWays[] = [
  {
    file: 'insights/who/rfm-card.tsx',
    page: '/insights/who',
    title: 'Who buys how?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'champions', list: 'customers', amount: 'activeRevenueMinor', says: count },
        at: cell(0, 1),
        // Scores by hand: 1 + floor(5 × how many are strictly below ÷ all).
        sql: ({ from, through }) => `WITH b AS (SELECT s.customer_id AS id, ${last} AS r,
            count(DISTINCT CASE WHEN s.is_purchase THEN s.sold_on END) AS f, sum(s.revenue_minor) AS m
            FROM ${ofPeople(through)} AND s.sold_on >= '${from}' GROUP BY s.customer_id HAVING ${bought}),
          n AS (SELECT b.*, (SELECT 1 + 5 * count(*) / (SELECT count(*) FROM b) FROM b o WHERE o.r < b.r) AS sr,
            (SELECT 1 + 5 * count(*) / (SELECT count(*) FROM b) FROM b o WHERE o.f < b.f) AS sf,
            (SELECT 1 + 5 * count(*) / (SELECT count(*) FROM b) FROM b o WHERE o.m < b.m) AS sm FROM b)
          SELECT id, m AS minor FROM n WHERE sr >= 4 AND sf >= 4 AND sm >= 4`,
      },
    ],
  },
  {
    file: 'insights/who/slipping-card.tsx',
    page: '/insights/who',
    title: 'Who is slipping away?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'who', list: 'customers', amount: 'activeRevenueMinor', says: money },
        at: control('See who'),
        sql: awaySql,
      },
    ],
  },
  {
    file: 'insights/past/total-card.tsx',
    page: '/insights/past',
    title: 'Which method comes nearest to what happens?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'who it was tried on', list: 'customers', amount: 'none' },
        at: control('See who'),
        sql: predictedSql,
      },
    ],
  },
  {
    file: 'today/slipping-card.tsx',
    page: '/today',
    title: 'Slipping away',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...{ name: 'who', list: 'customers', amount: 'activeRevenueMinor', says: count },
        at: control(/^See all/),
        sql: awaySql,
      },
    ],
  },
];

/** Who slips away, by the rule written a second time. */
function awaySql({ raw, through, from }: Counted): string {
  const days = raw
    .prepare(`SELECT s.customer_id AS id, group_concat(DISTINCT s.sold_on) AS days
      FROM ${ofPeople(through)} AND s.is_purchase = 1 GROUP BY s.customer_id`)
    .all() as { id: number; days: string }[];
  const people = days.map(({ id, days: all }) => ({ id, own: all.split(',').sort() }));
  const second = secondBy(
    people.map(({ own }) => own),
    through,
  );
  const away = people.filter(({ own }) => isAway(own, through, { second, activeFrom: from }));
  return `SELECT s.customer_id AS id, sum(CASE WHEN s.sold_on >= '${from}' THEN s.revenue_minor ELSE 0 END)
    AS minor FROM ${ofPeople(through)} AND s.customer_id IN (${away.map(({ id }) => id).join(', ')})
    GROUP BY s.customer_id`;
}

export const customerCards: readonly CardWays[] = [
  ...worthCards,
  ...revenueCards,
  ...comingBackCards,
  ...referralCards,
  ...whoCards,
];
