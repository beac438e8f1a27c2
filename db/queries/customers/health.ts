import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import {
  allHealthChecks,
  fewestPurchases,
  type HealthCheck,
  oddTimes,
  oldestYears,
  staleMonths,
  yearUnknownBefore,
} from '#shared/domain/vocabulary/health.ts';
import type { ReadHandle } from '../../file/client.ts';
import { mayWriteIs } from '../privacy/consents.ts';
import { notErased } from '../segments/conditions.ts';
import { ownRecord } from '../timeline/changes.ts';

/** A condition on `customer_figures AS f`. */
type Where = RawBuilder<SqlBool>;

const bought: Where = sql`f.purchases > 0`;
const customer = (is: Where): Where =>
  sql`EXISTS (SELECT 1 FROM customers c WHERE c.id = f.customer_id AND ${is})`;
const point = (kind: 'phone' | 'email', is: Where = sql`1`): Where =>
  sql`EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = f.customer_id
    AND p.kind = ${kind} AND ${is})`;
const not = (is: Where): Where => sql`NOT ${is}`;
const all = (...of: readonly Where[]): Where => sql`(${sql.join([...of], sql` AND `)})`;

/** Nothing of them was written down or changed since that day, and nothing was heard of them. */
function isStale(since: string): Where {
  return sql`(EXISTS (SELECT 1 FROM customers c WHERE c.id = f.customer_id AND c.created_at < ${since})
    AND NOT EXISTS (SELECT 1 FROM journal j CROSS JOIN batches b ON b.id = j.batch_id
      WHERE j.owner_id = f.customer_id AND j.entity IN ${ownRecord} AND b.at >= ${since})
    AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.customer_id = f.customer_id
      AND i.deleted_at IS NULL AND i.happened_at >= ${since}))`;
}

const purchases = sql`sales s WHERE s.is_purchase = 1 AND s.deleted_at IS NULL`;

/** The middle one of the shop's purchases; null: there are too few. */
const usualSale = sql<number | null>`(SELECT CASE
  WHEN (SELECT count(*) FROM ${purchases}) < ${fewestPurchases} THEN NULL
  ELSE (SELECT s.revenue_minor FROM ${purchases} ORDER BY s.revenue_minor
    LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2 FROM ${purchases})) END)`;

/** Digits of a number as it is stored, with its country: none is shorter or longer. */
const isOddPhone: Where = sql`(length(p.match_key) NOT BETWEEN 8 AND 15 OR p.match_key GLOB '*[^0-9]*')`;
const isOddEmail: Where = sql`(p.match_key NOT LIKE '_%@_%._%' OR p.match_key GLOB '*[ ,;]*'
  OR p.match_key LIKE '%@%@%' OR p.match_key LIKE '%.')`;

const noNames = [
  ...['test', 'tes', 'testing', 'coba', 'coba coba', 'asdf', 'qwerty', 'xxx', 'xx', 'abc', 'aaa'],
  ...['dummy', 'contoh', 'sample', 'no name', 'noname', 'tanpa nama', 'anonim', 'unknown'],
];
/** A number, or a word that is typed to try something. */
const isOddName: Where = sql`(c.name_key IN (${sql.join(noNames)})
  OR (c.name GLOB '*[0-9][0-9][0-9]*' AND c.name NOT GLOB '*[^0-9+ ().-]*'))`;

/** Who has what a check looks for; `today` is the shop's day. */
export function healthWhere(check: HealthCheck, today: string): Where {
  const conditions: Readonly<Record<HealthCheck, Where>> = {
    noName: all(bought, customer(sql`c.name = ''`)),
    noPhone: all(bought, not(point('phone'))),
    noEmail: all(bought, not(point('email'))),
    noCity: sql`(${bought} AND NOT EXISTS (SELECT 1 FROM addresses a
      WHERE a.customer_id = f.customer_id AND coalesce(a.city, '') <> ''))`,
    noBirthday: all(bought, customer(sql`c.birthday_on IS NULL`)),
    staleYear: isStale(addMonths(today, -staleMonths.staleYear)),
    staleTwoYears: isStale(addMonths(today, -staleMonths.staleTwoYears)),
    oddPhone: point('phone', isOddPhone),
    oddEmail: point('email', isOddEmail),
    bornAhead: customer(sql`c.birthday_on > ${today}`),
    bornLongAgo: customer(sql`c.birthday_on >= ${yearUnknownBefore}
      AND c.birthday_on < ${addMonths(today, -oldestYears * 12)}`),
    oddName: customer(isOddName),
    oddAmount: sql`f.customer_id IN (SELECT s.customer_id FROM ${purchases}
      AND s.customer_id IS NOT NULL AND s.revenue_minor > ${oddTimes} * ${usualSale})`,
    unreachable: all(not(point('phone')), not(point('email'))),
    optedOut: mayWriteIs(sql.ref('f.customer_id'), 'no'),
  };
  return all(conditions[check], notErased);
}

/** How many each check finds, among how many. */
export async function countHealth(db: ReadHandle, today: string) {
  const sums = allHealthChecks.map(
    (check) => sql`coalesce(sum(${healthWhere(check, today)}), 0) AS ${sql.ref(check)}`,
  );
  const found = await sql<Record<HealthCheck | 'customers' | 'bought', number>>`
    SELECT coalesce(sum(${notErased}), 0) AS customers,
      coalesce(sum(${bought} AND ${notErased}), 0) AS bought, ${sql.join(sums)}
    FROM customer_figures f`.execute(db);
  const usual = await sql<{ minor: number | null }>`SELECT ${usualSale} AS minor`.execute(db);
  const row = found.rows[0];
  return {
    customers: row?.customers ?? 0,
    bought: row?.bought ?? 0,
    checks: allHealthChecks.map((check) => ({ check, count: row?.[check] ?? 0 })),
    usualSaleMinor: usual.rows[0]?.minor ?? null,
  };
}
