import { addDays } from '#shared/domain/calendar/dates.ts';
import { back, bought, buyers, newcomers } from './people-sql.ts';
import { type CardWays, type Counted, cell, control, count } from './ways.ts';

const byCount = { list: 'customers', amount: 'revenueMinor', says: count } as const;

const lastYear = ({ through, countedFrom }: Counted): readonly [string, string] => {
  const [from] = back(through, 0);
  return [from > countedFrom ? from : countedFrom, through];
};
const longEnough = ({ through, countedFrom }: Counted): readonly [string, string] => [
  countedFrom,
  addDays(through, -90),
];

/** Newcomers of a span who were brought by another, or were not. */
function cameBy(counted: Counted, span: readonly [string, string], how: string): string {
  return `SELECT n.id, n.minor FROM (${newcomers(counted, span, [])}) n JOIN customers c ON c.id = n.id
    WHERE c.recommended_by ${how} AND c.erased_at IS NULL`;
}

/** Who was brought by others, and who brought them. */
export const referralCards: readonly CardWays[] = [
  {
    file: 'insights/referrals/referral-card.tsx',
    page: '/insights/coming-back',
    title: 'Do customers bring customers?',
    shops: ['sample', 'busy'],
    figures: [
      {
        ...byCount,
        name: 'newcomers who were brought',
        at: control(/new ones? who (was|were) referred$/),
        sql: (counted) => cameBy(counted, lastYear(counted), 'IS NOT NULL'),
      },
      {
        ...byCount,
        name: 'newcomers who were not',
        at: control(/new ones? who (was|were) not$/),
        sql: (counted) => cameBy(counted, lastYear(counted), 'IS NULL'),
      },
      {
        ...byCount,
        name: 'brought, and compared',
        at: control(/referred ones? compared$/),
        sql: (counted) => cameBy(counted, longEnough(counted), 'IS NOT NULL'),
      },
      {
        ...byCount,
        name: 'the others, and compared',
        at: control(/others? compared$/),
        sql: (counted) => cameBy(counted, longEnough(counted), 'IS NULL'),
      },
      {
        ...byCount,
        name: 'whom the first brought',
        at: cell(0, 1),
        sql: ({ through }) => {
          const all = buyers(through, bought);
          return `WITH b AS (${all}), n AS (SELECT c.recommended_by AS by, count(*) AS many, sum(b.minor) AS much
              FROM b JOIN customers c ON c.id = b.id WHERE c.recommended_by IS NOT NULL AND c.erased_at IS NULL
              GROUP BY c.recommended_by ORDER BY many DESC, much DESC, by LIMIT 1)
            SELECT b.id, b.minor FROM b JOIN customers c ON c.id = b.id JOIN n ON n.by = c.recommended_by`;
        },
      },
    ],
  },
];
