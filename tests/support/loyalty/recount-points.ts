import type { RawHandle } from '#db/file/client.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';

/** One point, followed by itself. */
interface Point {
  readonly on: string;
  readonly lastOn: string;
  readonly from: number | null;
  state: 'free' | 'used' | 'gone' | 'back';
}

interface Rule {
  readonly from_on: string;
  readonly spend_minor: number;
  readonly points: number;
  readonly is_before_discount: number;
  readonly takes_back: number;
  readonly months_valid: number | null;
}

interface Happening {
  readonly on: string;
  readonly rank: number;
  readonly id: number;
  readonly points: number;
  readonly sale: Sold | null;
}

interface Sold {
  readonly id: number;
  readonly sold_on: string;
  readonly kind: string;
  readonly return_of: number | null;
  readonly paid: number;
  readonly off: number;
  readonly discount: number;
  readonly byPoints: number;
}

const soldSql = `SELECT s.id, s.sold_on, s.kind, s.return_of,
  CASE WHEN s.kind = 'return' THEN abs(s.total_minor) ELSE s.total_minor END AS paid,
  abs(s.discount_minor) + coalesce((SELECT sum(abs(discount_minor)) FROM sale_lines WHERE sale_id = s.id), 0) AS off,
  abs(s.discount_minor) AS discount,
  coalesce((SELECT sum(worth_minor) FROM loyalty_entries WHERE sale_id = s.id), 0) AS byPoints
  FROM sales s WHERE s.customer_id = ? AND s.deleted_at IS NULL AND s.sold_on <= ?
    AND (s.status IN ('completed', 'processing') OR s.kind = 'return' AND s.revenue_minor <> 0)`;

const writtenSql = `SELECT e.id, e.entered_on AS "on", e.kind, e.points FROM loyalty_entries e
  LEFT JOIN sales s ON s.id = e.sale_id WHERE e.customer_id = ? AND e.entered_on <= ?
    AND (e.sale_id IS NULL OR s.deleted_at IS NULL AND s.status IN ('completed', 'processing'))`;

/** What came of somebody's points, counted point by point. */
export interface Recounted {
  readonly balance: number;
  readonly given: number;
  readonly expired: number;
}

/** What a sale was paid with points; of what comes back of one, as large a part as of its discount. */
function paidByPoints(raw: RawHandle, one: Sold): number {
  if (one.return_of === null) return one.byPoints;
  const of = raw
    .prepare(
      `SELECT s.discount_minor AS discount, sum(e.worth_minor) AS worth
       FROM sales s JOIN loyalty_entries e ON e.sale_id = s.id WHERE s.id = ?`,
    )
    .get(one.return_of) as { discount: number | null; worth: number | null };
  if (of.worth === null || !of.discount) return 0;
  return Math.floor((of.worth * one.discount) / of.discount);
}

/** Counts somebody's points anew, each point by itself and by its own queries. */
export function recountPoints(raw: RawHandle, customerId: number, today: string): Recounted {
  const rules = raw.prepare('SELECT * FROM loyalty_rules ORDER BY from_on, id').all() as Rule[];
  const ruleOf = (day: string) => rules.filter((rule) => rule.from_on <= day).at(-1);
  const sold = raw.prepare(soldSql).all(customerId, today) as Sold[];
  const dayOf = (one: Sold) => {
    const of = sold.find(({ id }) => id === one.return_of);
    return of !== undefined && of.sold_on > one.sold_on ? of.sold_on : one.sold_on;
  };
  const written = raw.prepare(writtenSql).all(customerId, today) as {
    id: number;
    on: string;
    kind: string;
    points: number;
  }[];
  const happenings: Happening[] = [
    ...sold.map((sale) => ({
      ...{ on: dayOf(sale), id: sale.id, points: 0, sale },
      rank: sale.kind === 'sale' ? 0 : 2,
    })),
    ...written.map(({ id, on, kind, points }) => ({
      ...{ on, id, points, sale: null },
      rank: kind === 'spent' ? 3 : points > 0 ? 1 : 4,
    })),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank || a.id - b.id);
  const points: Point[] = [];
  let owed = 0;
  const gave = new Map<number, { rule: Rule; minor: number; back: number }>();
  const minorOf = (one: Sold, rule: Rule) =>
    rule.is_before_discount === 1 ? one.paid + one.off - paidByPoints(raw, one) : one.paid;
  const worth = (minor: number, rule: Rule) =>
    minor > 0 ? Math.floor(minor / rule.spend_minor) * rule.points : 0;
  const give = (count: number, on: string, from: number | null) => {
    const months = ruleOf(on)?.months_valid ?? null;
    const lastOn = months === null ? '9999-12-31' : addMonths(on, months);
    for (let one = 0; one < count; one += 1) {
      points.push({ on, lastOn, from, state: owed > 0 ? 'used' : 'free' });
      owed = Math.max(0, owed - 1);
    }
    points.sort((a, b) => a.lastOn.localeCompare(b.lastOn) || a.on.localeCompare(b.on));
  };
  const takeOne = (): boolean => {
    const first = points.find(({ state }) => state === 'free');
    if (first === undefined) return false;
    first.state = 'used';
    return true;
  };
  const expire = (day: string) => {
    for (const one of points) if (one.state === 'free' && one.lastOn < day) one.state = 'gone';
  };
  for (const { on, sale, points: count } of happenings) {
    expire(on);
    if (sale === null) {
      if (count > 0) give(count, on, null);
      for (let one = 0; one < -count; one += 1) if (!takeOne()) owed += 1;
      continue;
    }
    const rule = ruleOf(on);
    if (sale.kind === 'sale') {
      if (rule === undefined) continue;
      const minor = minorOf(sale, rule);
      give(worth(minor, rule), on, sale.id);
      gave.set(sale.id, { rule, minor, back: 0 });
      continue;
    }
    if (sale.return_of === null) {
      if (rule === undefined || rule.takes_back === 0) continue;
      for (let one = 0; one < worth(minorOf(sale, rule), rule); one += 1) if (!takeOne()) break;
      continue;
    }
    const of = gave.get(sale.return_of);
    if (of === undefined || of.rule.takes_back === 0) continue;
    of.back += minorOf(sale, of.rule);
    const own = points.filter(({ from }) => from === sale.return_of);
    const isBack = own.filter(({ state }) => state === 'back').length;
    let wanted = own.length - worth(of.minor - of.back, of.rule) - isBack;
    for (const one of own)
      if (wanted > 0 && one.state === 'free') {
        one.state = 'back';
        wanted -= 1;
      }
    for (const one of own)
      if (wanted > 0 && one.state === 'used') {
        one.state = 'back';
        wanted -= 1;
        if (!takeOne()) owed += 1;
      }
  }
  expire(today);
  const count = (state: Point['state']) => points.filter((one) => one.state === state).length;
  const given = points.filter(({ from }) => from !== null).length;
  return { balance: count('free'), given, expired: count('gone') };
}
