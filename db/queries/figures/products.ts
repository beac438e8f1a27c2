import { isCounted, saleStatuses } from '#shared/domain/vocabulary/sales.ts';
import { dropDerived, readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle } from '../../file/client.ts';

const throughKey = 'productsThrough';
/** Of more than this the last day is found sooner in one walk over everything. */
const mostSought = 200;
/** How many sales are looked through from the newest back, before the lines of the product are. */
const salesBack = 2000;

const statuses = saleStatuses
  .filter(isCounted)
  .map((status) => `'${status}'`)
  .join(', ');
const counts = `s.deleted_at IS NULL AND s.sold_on <= @through
  AND (s.status IN (${statuses}) OR s.kind = 'return' AND s.revenue_minor <> 0)`;

function signed(value: string): string {
  return `CASE WHEN s.kind = 'return' THEN -abs(${value}) ELSE ${value} END`;
}

/** Up to which day what products brought is kept; null: not at all, all is to be counted first. */
export function productsThrough(raw: RawHandle): string | null {
  return readDerived(raw, throughKey);
}

/**
 * Lets nothing be kept until the next refresh, where so many lines are about to be written that counting
 * all anew is quicker: a line costs four times as much kept as counted.
 */
export function pauseProductFigures(raw: RawHandle, lines: number): void {
  const last = raw.prepare('SELECT coalesce(max(id), 0) FROM sale_lines').pluck().get();
  if (lines * 4 > Number(last) + lines) dropDerived(raw, throughKey);
}

function keepThrough(raw: RawHandle, today: string): void {
  writeDerived(raw, throughKey, today);
}

/** Sums of all products, or of those of a JSON list, written over what is kept of them. */
function recount(raw: RawHandle, through: string, ids: string | null): void {
  const lines =
    ids === null
      ? 'sale_lines l NOT INDEXED'
      : 'json_each(@ids) j CROSS JOIN sale_lines l ON l.product_id = j.value';
  const which = ids === null ? '' : 'WHERE product_id IN (SELECT value FROM json_each(@ids))';
  const bound = ids === null ? {} : { ids };
  raw
    .prepare(
      `UPDATE product_figures SET revenue_minor = 0, quantity_e4 = 0, last_sold_on = NULL,
         last_lines = 0 ${which}`,
    )
    .run(bound);
  // Of the rows of a product, `lines` is that of the last day.
  raw
    .prepare(
      `UPDATE product_figures AS f SET revenue_minor = v.revenue, quantity_e4 = v.quantity,
         last_sold_on = v.last, last_lines = CASE WHEN v.last IS NULL THEN 0 ELSE v.lines END
       FROM (SELECT id, sum(revenue) AS revenue, sum(quantity) AS quantity, max(day) AS last, lines
         FROM (SELECT l.product_id AS id, CASE WHEN s.kind = 'sale' THEN s.sold_on END AS day,
             sum(${signed('l.amount_minor')} - CASE WHEN s.tax_mode = 'inclusive'
               THEN (${signed('l.tax_minor')}) ELSE 0 END) AS revenue,
             sum(${signed('l.quantity_e4')}) AS quantity, count(*) AS lines
           FROM ${lines} CROSS JOIN sales s ON s.id = l.sale_id
           WHERE l.product_id IS NOT NULL AND ${counts} GROUP BY 1, 2)
         GROUP BY id) AS v WHERE v.id = f.product_id`,
    )
    .run({ ...bound, through });
}

/** Products of the sales between two days, the earlier one left out. */
function soldBetween(raw: RawHandle, days: readonly string[]): number[] {
  return raw
    .prepare(
      `SELECT DISTINCT l.product_id FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id
       WHERE s.deleted_at IS NULL AND s.sold_on > ? AND s.sold_on <= ? AND l.product_id IS NOT NULL
       LIMIT ${mostSought + 1}`,
    )
    .pluck()
    .all([...days].sort()) as number[];
}

/** Lets what products brought reach up to today, in the caller's transaction. */
export function refreshProductFigures(raw: RawHandle, today: string): void {
  const before = productsThrough(raw);
  const moved = before === null || before === today ? [] : soldBetween(raw, [before, today]);
  keepThrough(raw, today);
  if (before === null || moved.length > mostSought) recount(raw, today, null);
  else if (moved.length > 0) recount(raw, today, JSON.stringify(moved));
  settleProductFigures(raw);
}

function prepareLastDay(raw: RawHandle) {
  const near = raw
    .prepare<[{ id: number; through: string }], string>(
      `SELECT s.sold_on FROM (SELECT * FROM sales WHERE deleted_at IS NULL AND sold_on <= @through
         ORDER BY sold_on DESC, id DESC LIMIT ${salesBack}) s
       WHERE s.kind = 'sale' AND ${counts}
         AND EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND +l.product_id = @id)
       LIMIT 1`,
    )
    .pluck();
  const far = raw
    .prepare<[{ id: number; through: string }], string | null>(
      `SELECT max(s.sold_on) FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
       WHERE l.product_id = @id AND s.kind = 'sale' AND ${counts}`,
    )
    .pluck();
  return (id: number, through: string) => near.get({ id, through }) ?? far.get({ id, through });
}

/**
 * Looks for the last day of products whose last line on it is gone, in the caller's transaction: what
 * writes sales leaves that, because one that takes many lines away would look for it at each.
 */
export function settleProductFigures(raw: RawHandle): void {
  const through = productsThrough(raw);
  const unsettled = raw
    .prepare(
      `SELECT product_id AS id, last_sold_on AS day FROM product_figures
       WHERE last_lines = 0 AND last_sold_on IS NOT NULL LIMIT ${mostSought + 1}`,
    )
    .all() as { id: number; day: string }[];
  if (through === null || unsettled.length === 0) return;
  if (unsettled.length > mostSought) {
    recount(raw, through, null);
    return;
  }
  const lastDay = prepareLastDay(raw);
  const write = raw.prepare(
    `UPDATE product_figures SET last_sold_on = @day, last_lines = (SELECT count(*)
       FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id
       WHERE s.sold_on = @day AND s.kind = 'sale' AND ${counts} AND +l.product_id = @id)
     WHERE product_id = @id`,
  );
  for (const { id, day } of unsettled) write.run({ id, through, day: lastDay(id, day) ?? null });
}
