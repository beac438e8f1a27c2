import type { RawHandle } from '#db/file/client.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import {
  businessCalendar,
  businessMinutesBetween,
} from '#shared/domain/calendar/business-hours.ts';

type Row = Record<string, unknown>;

/** What the recount is asked for: the same as the report, with its clock. */
export interface Recount {
  readonly raw: RawHandle;
  readonly settings: ShopSettings;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly now: string;
}

/** The clock of a zone, straight from Intl. */
function dayIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = new Map(
      format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
    );
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

function prepareTables({ raw, settings, from, to, now }: Recount): void {
  const localDay = dayIn(settings.timeZone);
  const calendar = businessCalendar(settings);
  raw.function('local_day', (instant) => (instant === null ? null : localDay(String(instant))));
  raw.function('open_minutes', (start, end) =>
    Math.max(0, businessMinutesBetween(String(start), String(end ?? now), calendar)),
  );
  raw.exec(`
    DROP TABLE IF EXISTS temp.span; DROP TABLE IF EXISTS temp.pop; DROP TABLE IF EXISTS temp.live;
    DROP TABLE IF EXISTS temp.paid; DROP TABLE IF EXISTS temp.gone;
    CREATE TEMP TABLE gone AS SELECT id FROM customers WHERE deleted_at IS NOT NULL;
    CREATE TEMP TABLE span (first TEXT, last TEXT, now TEXT);`);
  raw.prepare('INSERT INTO temp.span VALUES (?, ?, ?)').run(from, to, now);
  raw.exec(`
    CREATE TEMP TABLE live AS SELECT id, CASE WHEN name <> '' THEN name ELSE coalesce(
      (SELECT min(value) FROM contact_points WHERE customer_id = customers.id AND kind = 'phone'),
      (SELECT min(value) FROM contact_points WHERE customer_id = customers.id), '') END AS name
    FROM customers WHERE deleted_at IS NULL;
    CREATE TEMP TABLE pop AS SELECT *, local_day(received_at) AS day,
      local_day(resolved_at) AS resolved_day,
      (SELECT coalesce(sum(cost_minor), 0) FROM compensations WHERE complaint_id = complaints.id)
        AS cost
    FROM complaints, temp.span
    WHERE deleted_at IS NULL AND coalesce(customer_id, 0) NOT IN (SELECT id FROM temp.gone)
      AND local_day(received_at) >= first AND local_day(received_at) <= last;
    CREATE TEMP TABLE paid AS SELECT p.* FROM compensations p
      WHERE p.complaint_id IN (SELECT id FROM temp.pop);`);
}

/** Kaplan and Meier word for word, in fractions without rounding: S(t) = Π (1 − d/n) over times ≤ t. */
function naiveQuantile(times: readonly { minutes: number; done: number }[], tenths: bigint) {
  const moments = [...new Set(times.filter((row) => row.done === 1).map((row) => row.minutes))];
  const survives = (until: number): [bigint, bigint] => {
    let [top, bottom] = [1n, 1n];
    for (const moment of moments.filter((one) => one <= until)) {
      const atRisk = times.filter((row) => row.minutes >= moment).length;
      const done = times.filter((row) => row.minutes === moment && row.done === 1).length;
      top *= BigInt(atRisk - done);
      bottom *= BigInt(atRisk);
    }
    return [top, bottom];
  };
  const reached = moments.filter((moment) => {
    const [top, bottom] = survives(moment);
    return top * 10n <= bottom * (10n - tenths);
  });
  return reached.length === 0 ? null : Math.min(...reached);
}

function times(raw: RawHandle, done: string, due: string): Row {
  const rows = raw
    .prepare(
      `SELECT open_minutes(received_at, ${done}) AS minutes, ${done} IS NOT NULL AS done
       FROM temp.pop WHERE has_time = 1 AND (${done} IS NOT NULL OR state <> 'closed')`,
    )
    .all() as { minutes: number; done: number }[];
  const counts = raw
    .prepare(
      `SELECT count(${done}) AS done, count(*) FILTER (WHERE ${done} IS NULL) AS open,
         (SELECT count(*) FROM temp.pop) - count(*) AS leftOut,
         count(*) FILTER (WHERE ${done} <= ${due}) AS onTime,
         count(*) FILTER (WHERE ${done} > ${due} OR (${done} IS NULL AND now > ${due})) AS late
       FROM temp.pop WHERE has_time = 1 AND (${done} IS NOT NULL OR state <> 'closed')`,
    )
    .get() as Row;
  return {
    ...counts,
    medianMinutes: naiveQuantile(rows, 5n),
    p90Minutes: naiveQuantile(rows, 9n),
  };
}

const pareto = (key: string, label: string, product: string) => `
  WITH g AS (SELECT ${key} AS key, count(*) AS n, sum(cost) AS cost FROM temp.pop k
    WHERE ${key} IS NOT NULL GROUP BY 1)
  SELECT CAST(key AS TEXT) AS key, ${label} AS label, ${product} AS productId, n AS count,
    n * 1.0 / sum(n) OVER () AS share,
    sum(n) OVER (ORDER BY n DESC, cost DESC, CAST(key AS TEXT)) * 1.0 / sum(n) OVER ()
      AS cumulativeShare,
    cost AS costMinor
  FROM g ORDER BY n DESC, cost DESC, CAST(key AS TEXT)`;

function causesAndProducts(raw: RawHandle): Row {
  const spelling = `(SELECT cause FROM temp.pop WHERE cause_key = g.key
    GROUP BY cause ORDER BY count(*) DESC, cause LIMIT 1)`;
  const name = '(SELECT name FROM products WHERE id = g.key)';
  return {
    byCause: raw.prepare(pareto('cause_key', spelling, 'NULL')).all(),
    byProduct: raw.prepare(pareto('product_id', name, 'key')).all(),
  };
}

function months(raw: RawHandle): unknown[] {
  return raw
    .prepare(
      `WITH RECURSIVE m (month) AS (SELECT substr(first, 1, 7) FROM temp.span
         UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM m WHERE month < (
           SELECT max(substr(last, 1, 7),
             coalesce((SELECT max(substr(resolved_day, 1, 7)) FROM temp.pop), '')) FROM temp.span))
       SELECT month,
         (SELECT count(*) FROM temp.pop WHERE substr(day, 1, 7) = month) AS received,
         (SELECT count(*) FROM temp.pop WHERE substr(resolved_day, 1, 7) = month) AS resolved,
         (SELECT coalesce(sum(cost), 0) FROM temp.pop WHERE substr(day, 1, 7) = month) AS costMinor
       FROM m`,
    )
    .all();
}

function compensation(raw: RawHandle): Row {
  const totals = raw
    .prepare(
      `SELECT coalesce(sum(cost_minor), 0) AS costMinor, coalesce(sum(amount_minor), 0) AS amountMinor,
         count(*) AS count, coalesce(sum(is_within_authority = 0), 0) AS aboveAuthority
       FROM temp.paid`,
    )
    .get() as Row;
  const byKind = raw
    .prepare(
      `SELECT kind, count(*) AS count, sum(cost_minor) AS costMinor FROM temp.paid GROUP BY kind
       ORDER BY 3 DESC, 2 DESC, instr('return discount voucher refund replacement other', kind)`,
    )
    .all();
  const given = raw
    .prepare(
      `SELECT k.id AS complaintId, k.number, k.title, p.kind, p.cost_minor AS costMinor,
         p.given_on AS givenOn
       FROM temp.paid p JOIN complaints k ON k.id = p.complaint_id
       ORDER BY p.cost_minor DESC, p.id LIMIT 500`,
    )
    .all();
  return { ...totals, byKind, given };
}

interface ActionRow {
  readonly done_on: string | null;
  readonly check_on: string;
  readonly checked_on: string | null;
  readonly verdict: string | null;
}

/** Whether somebody waited before saying that it held: until the day, and never the day it was done. */
function isWaitedFor({ done_on, check_on, checked_on }: ActionRow): boolean {
  return String(checked_on) >= check_on && String(checked_on) > String(done_on);
}

/** Complaint by complaint, in plain loops: came back, closed without waiting, not looked at, held. */
function recountBack(raw: RawHandle): Row {
  const found = { withClosedAction: 0, cameBack: 0, held: 0, waiting: 0, unwaited: 0 };
  const actionsOf = raw.prepare('SELECT * FROM corrective_actions WHERE complaint_id = ?');
  const returnsOf = raw.prepare(
    'SELECT count(*) FROM complaints WHERE came_back_from = ? AND deleted_at IS NULL',
  );
  const population = raw.prepare('SELECT id, state FROM temp.pop').all() as {
    id: number;
    state: string;
  }[];
  for (const { id, state } of population) {
    const all = actionsOf.all(id) as ActionRow[];
    const done = all.filter((one) => one.done_on !== null);
    if (done.length === 0) continue;
    found.withClosedAction += 1;
    const unlooked = done.some((one) => one.verdict === null);
    const tooSoon = done.some((one) => one.verdict === 'held' && !isWaitedFor(one));
    const isAgain = all.some((one) => one.verdict === 'came-back');
    if (isAgain || Number(returnsOf.pluck().get(id)) > 0) found.cameBack += 1;
    else if (tooSoon || (unlooked && state === 'closed')) found.unwaited += 1;
    else if (unlooked) found.waiting += 1;
    else found.held += 1;
  }
  const known = found.cameBack + found.held;
  return { ...found, share: known === 0 ? null : found.cameBack / known };
}

function repeats(raw: RawHandle): Row {
  const first = raw
    .prepare(
      `SELECT count(*) AS resolved, coalesce(sum(is_first_contact), 0) AS firstContact,
         avg(is_first_contact) AS share FROM temp.pop WHERE resolved_at IS NOT NULL`,
    )
    .get();
  const { reopened } = raw
    .prepare('SELECT count(*) AS reopened FROM temp.pop WHERE reopened > 0')
    .get() as { reopened: number };
  return { firstContact: first, cameBack: recountBack(raw), reopened };
}

/** Defects of a product in each of the twelve months: counts in SQL, then the chart's limits in it too. */
function defects({ raw, today }: Recount): unknown[] {
  raw.exec(`
    DROP TABLE IF EXISTS temp.year; DROP TABLE IF EXISTS temp.bad; DROP TABLE IF EXISTS temp.sold;
    CREATE TEMP TABLE year AS WITH RECURSIVE m (month, n) AS (
      SELECT substr(last, 1, 7), 1 FROM temp.span UNION ALL
      SELECT strftime('%Y-%m', month || '-01', '-1 month'), n + 1 FROM m WHERE n < 12)
      SELECT month FROM m ORDER BY month;
    CREATE TEMP TABLE bad AS SELECT product_id, local_day(received_at) AS day, 0 AS claim
      FROM complaints WHERE kind = 'customer' AND product_id > 0 AND deleted_at IS NULL
      AND coalesce(customer_id, 0) NOT IN (SELECT id FROM temp.gone)
      UNION ALL SELECT product_id, local_day(claimed_at), 1 FROM claims
      WHERE complaint_id IS NULL AND product_id > 0 AND deleted_at IS NULL
      AND customer_id NOT IN (SELECT id FROM temp.gone);
    DELETE FROM temp.bad WHERE day > (SELECT last FROM temp.span)
      OR substr(day, 1, 7) NOT IN (SELECT month FROM temp.year);
    CREATE TEMP TABLE sold AS SELECT l.product_id, substr(s.sold_on, 1, 7) AS month,
      sum(l.quantity_e4) / 10000.0 AS units FROM sales s JOIN sale_lines l ON l.sale_id = s.id
      WHERE s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
        AND s.sold_on <= (SELECT last FROM temp.span) AND s.sold_on <= '${today}'
        AND substr(s.sold_on, 1, 7) IN (SELECT month FROM temp.year) GROUP BY 1, 2;`);
  const products = raw
    .prepare(
      `SELECT p.id AS productId, p.name AS product, count(*) AS defects, sum(b.claim) AS claims,
         (SELECT coalesce(sum(units), 0) FROM temp.sold WHERE product_id = p.id) AS sold
       FROM temp.bad b JOIN products p ON p.id = b.product_id
       GROUP BY p.id ORDER BY 3 DESC, p.id LIMIT 5`,
    )
    .all() as { productId: number; defects: number; sold: number }[];
  const monthly = raw.prepare(
    `SELECT month, sold, defects, claims, iif(sold > 0, 100.0 * defects / sold, NULL) AS per100,
       iif(sold > 0, u + 3 * sqrt(u / (sold / 100)), NULL) AS upper,
       iif(sold > 0, max(0.0, u - 3 * sqrt(u / (sold / 100))), NULL) AS lower
     FROM (SELECT month, @u AS u,
       coalesce((SELECT units FROM temp.sold s WHERE product_id = @id AND s.month = y.month), 0)
         AS sold,
       (SELECT count(*) FROM temp.bad WHERE product_id = @id AND substr(day, 1, 7) = month)
         AS defects,
       (SELECT count(*) FROM temp.bad WHERE product_id = @id AND substr(day, 1, 7) = month
         AND claim = 1) AS claims FROM temp.year y)`,
  );
  return products.map((product) => {
    const per100 = product.sold > 0 ? (100 * product.defects) / product.sold : null;
    const rows = monthly.all({ id: product.productId, u: per100 }) as Record<string, number>[];
    return {
      ...product,
      per100,
      months: rows.map((row) => {
        const { per100: rate = 0, upper = 0, lower = 0 } = row;
        return { ...row, isOut: rate !== null && (rate > upper || rate < lower) };
      }),
    };
  });
}

/** Cell of a customer `c` on the day of a complainer `w`, as one text. */
const cell = (customer: string) => `(SELECT
    CASE WHEN max(sold_on) IS NULL THEN 'never'
      WHEN julianday(w.day) - julianday(max(sold_on)) <= 30 THEN '30'
      WHEN julianday(w.day) - julianday(max(sold_on)) <= 90 THEN '90'
      WHEN julianday(w.day) - julianday(max(sold_on)) <= 180 THEN '180'
      WHEN julianday(w.day) - julianday(max(sold_on)) <= 365 THEN '365' ELSE 'never' END || ' ' ||
    CASE WHEN total(sold_on >= date(w.day, '-365 days')) = 0 THEN '0'
      WHEN total(sold_on >= date(w.day, '-365 days')) = 1 THEN '1'
      WHEN total(sold_on >= date(w.day, '-365 days')) <= 3 THEN '2-3'
      WHEN total(sold_on >= date(w.day, '-365 days')) <= 9 THEN '4-9' ELSE '10+' END
  FROM sales WHERE customer_id = ${customer} AND is_purchase = 1 AND deleted_at IS NULL
    AND sold_on <= w.day)`;
const nextPurchase = (customer: string) => `(SELECT min(sold_on) FROM sales
  WHERE customer_id = ${customer} AND is_purchase = 1 AND deleted_at IS NULL
    AND sold_on > w.day AND sold_on <= date(w.day, '+90 days'))`;

function boughtAgain({ raw, to, today }: Recount): Row {
  raw.exec('DROP TABLE IF EXISTS temp.who; DROP TABLE IF EXISTS temp.alike;');
  raw
    .prepare(
      `CREATE TEMP TABLE who AS
       SELECT customer_id AS id, min(resolved_day) AS day FROM temp.pop
       WHERE date(resolved_day, '+90 days') <= '${to < today ? to : today}'
         AND customer_id IN (SELECT id FROM temp.live) GROUP BY customer_id`,
    )
    .run();
  raw.exec(`CREATE TEMP TABLE alike AS SELECT w.id AS complainer, c.id AS other,
      ${nextPurchase('c.id')} IS NOT NULL AS bought
    FROM temp.who w, temp.live c
    WHERE c.id NOT IN (SELECT customer_id FROM complaints
        WHERE deleted_at IS NULL AND customer_id IS NOT NULL)
      AND ${cell('c.id')} = ${cell('w.id')}`);
  const who = raw
    .prepare(
      `SELECT w.id AS customerId, l.name, w.day AS resolvedOn, ${nextPurchase('w.id')} AS boughtOn
       FROM temp.who w JOIN temp.live l ON l.id = w.id ORDER BY w.day, w.id`,
    )
    .all() as { boughtOn: string | null }[];
  const { matched, matchedShare } = raw
    .prepare(
      `SELECT (SELECT count(DISTINCT other) FROM temp.alike) AS matched, avg(share) AS matchedShare
       FROM (SELECT avg(bought) AS share FROM temp.alike GROUP BY complainer)`,
    )
    .get() as { matched: number; matchedShare: number | null };
  const bought = who.filter((row) => row.boughtOn !== null).length;
  return {
    days: 90,
    complainers: who.length,
    bought,
    share: who.length === 0 ? null : bought / who.length,
    matched,
    matchedShare,
    isTooFew: who.length < 10 || matched < 30,
    needed: 10,
    who,
  };
}

/** Every field of the report once more: plain SQL over the tables, none of the product's queries. */
export function recountReport(ask: Recount): Row {
  const { raw, from, to } = ask;
  prepareTables(ask);
  const counts = raw
    .prepare(
      `SELECT count(*) AS received, count(*) FILTER (WHERE resolved_at IS NULL AND state <> 'closed') AS open,
         count(*) - count(cause_key) AS withoutCause, count(*) - count(product_id) AS withoutProduct FROM temp.pop`,
    )
    .get() as Row;
  const twice = raw
    .prepare(
      `SELECT l.id AS customerId, l.name, count(*) AS count FROM temp.pop k
       JOIN temp.live l ON l.id = k.customer_id
       GROUP BY l.id HAVING count(*) >= 2 ORDER BY 3 DESC, l.name, l.id`,
    )
    .all();
  return {
    from,
    to,
    ...counts,
    byMonth: months(raw),
    ...causesAndProducts(raw),
    answer: times(raw, 'answered_at', 'answer_due_at'),
    resolution: times(raw, 'resolved_at', 'resolution_due_at'),
    ...repeats(raw),
    compensation: compensation(raw),
    defects: defects(ask),
    boughtAgain: boughtAgain(ask),
    twice,
  };
}
