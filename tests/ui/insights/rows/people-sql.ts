import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import type { Counted } from './ways.ts';

const there = '(SELECT id FROM customers WHERE deleted_at IS NULL)';

/** Sales and returns of who is there, up to a day. */
export function ofPeople(through: string): string {
  return `sales s WHERE s.deleted_at IS NULL AND s.customer_id IN ${there} AND s.sold_on <= '${through}'`;
}

/** Everybody who bought between two days, with what a column of the list says of them. */
export function buyers(through: string, having: string): string {
  return `SELECT s.customer_id AS id, sum(s.revenue_minor) AS minor FROM ${ofPeople(through)}
    GROUP BY s.customer_id HAVING ${having}`;
}

/** Who bought more than came back on some day. */
export function predictedSql({ through }: Counted): string {
  return `SELECT DISTINCT id, 0 AS minor FROM (SELECT s.customer_id AS id FROM ${ofPeople(through)}
    GROUP BY s.customer_id, s.sold_on HAVING max(s.is_purchase) = 1 AND sum(s.revenue_minor) > 0)`;
}

export const bought = 'sum(s.is_purchase) > 0';
export const first = 'min(CASE WHEN s.is_purchase THEN s.sold_on END)';
export const last = 'max(CASE WHEN s.is_purchase THEN s.sold_on END)';
export const boughtIn = (from: string, to: string) =>
  `sum(s.is_purchase = 1 AND s.sold_on BETWEEN '${from}' AND '${to}') > 0`;
export const notIn = (from: string, to: string) => `NOT ${boughtIn(from, to)}`;

/** Back so many windows of twelve months: the first and the last day. */
export function back(through: string, windows: number): [string, string] {
  const edge = (index: number) => addMonths(through, -12 * index);
  return [edge(windows + 1), windows === 0 ? through : addDays(edge(windows), -1)];
}

const cameAfter = (
  months: readonly number[],
) => `EXISTS (SELECT 1 FROM sales n WHERE n.customer_id = s.customer_id
  AND n.deleted_at IS NULL AND n.is_purchase = 1 AND (substr(n.sold_on, 1, 4) - substr(a, 1, 4)) * 12
  + substr(n.sold_on, 6, 2) - substr(a, 6, 2) IN (${months.join(', ')}))`;

/** Newcomers of a span of days, of whom some came again in one of the months after. */
export function newcomers(
  counted: Counted,
  [from, to]: readonly [string, string],
  months: readonly number[],
): string {
  const { through } = counted;
  return `SELECT s.customer_id AS id, s.net AS minor FROM (SELECT s.customer_id, ${first} AS a,
      sum(s.revenue_minor) AS net FROM ${ofPeople(through)} GROUP BY s.customer_id HAVING ${bought}) s
    WHERE a BETWEEN '${from}' AND '${to}' ${months.length === 0 ? '' : `AND ${cameAfter(months)}`}`;
}
