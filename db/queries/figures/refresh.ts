import { activeSince, inclusiveMonths } from '#shared/domain/calendar/dates.ts';
import {
  type AverageYearsKept,
  formulaClv,
  yearsKeptAssumption,
} from '#shared/domain/worth/clv.ts';
import { rankLayers } from '#shared/domain/worth/pyramid.ts';
import type { RawHandle } from '../../file/client.ts';
import { refreshPoints } from '../loyalty/balances.ts';
import { changeSearched } from '../search/index.ts';
import { refreshProductFigures } from './products.ts';
import {
  countShopAverage,
  type FigureRules,
  markFiguresFresh,
  ranksMovedBy,
  soldThrough,
  storedShopAverage,
  storeSecondPurchases,
  storeShopAverage,
} from './state.ts';

export type { FigureRules } from './state.ts';

/** Which customers: all of them, or those of a JSON list bound as `@ids`. */
type Which = { readonly ids: string } | null;

function only(which: Which, column: string): string {
  return which === null ? '' : `AND ${column} IN (SELECT value FROM json_each(@ids))`;
}

function dropDeleted(raw: RawHandle, which: Which): void {
  const ids = raw
    .prepare(
      `SELECT id FROM customers JOIN customer_figures ON customer_id = id
       WHERE deleted_at IS NOT NULL ${only(which, 'id')}`,
    )
    .pluck()
    .all(which ?? {}) as number[];
  changeSearched(raw, ids, () => {
    raw
      .prepare('DELETE FROM customer_figures WHERE customer_id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(ids));
  });
}

/** What is dated after today is no purchase yet: it counts from its day on. */
function writeTotals(raw: RawHandle, which: Which, rules: FigureRules): void {
  const through = soldThrough(raw, rules.today);
  raw
    .prepare(
      `INSERT INTO customer_figures (customer_id, purchases, revenue_minor, first_purchase_on,
         last_purchase_on, active_purchases, active_revenue_minor)
       SELECT c.id, coalesce(sum(s.is_purchase), 0), coalesce(sum(s.revenue_minor), 0),
         min(CASE WHEN s.is_purchase THEN s.sold_on END),
         max(CASE WHEN s.is_purchase THEN s.sold_on END),
         coalesce(sum(CASE WHEN s.sold_on BETWEEN @from AND @through THEN s.is_purchase END), 0),
         coalesce(sum(CASE WHEN s.sold_on BETWEEN @from AND @through THEN s.revenue_minor END), 0)
       FROM customers c LEFT JOIN sales s
         ON s.customer_id = c.id AND s.deleted_at IS NULL AND s.sold_on <= @today
       WHERE c.deleted_at IS NULL ${only(which, 'c.id')}
       GROUP BY c.id
       ON CONFLICT (customer_id) DO UPDATE SET purchases = excluded.purchases,
         revenue_minor = excluded.revenue_minor, first_purchase_on = excluded.first_purchase_on,
         last_purchase_on = excluded.last_purchase_on,
         active_purchases = excluded.active_purchases,
         active_revenue_minor = excluded.active_revenue_minor
       WHERE purchases IS NOT excluded.purchases OR revenue_minor IS NOT excluded.revenue_minor
         OR first_purchase_on IS NOT excluded.first_purchase_on
         OR last_purchase_on IS NOT excluded.last_purchase_on
         OR active_purchases IS NOT excluded.active_purchases
         OR active_revenue_minor IS NOT excluded.active_revenue_minor`,
    )
    .run({
      ...which,
      today: rules.today,
      from: activeSince(through, rules.activeMonths),
      through,
    });
}

/**
 * Everybody below the active layers: bought before, or never, or marked by a person. Who has only
 * returns has bought, before the first sale that is here.
 */
function writeLowerLayers(raw: RawHandle, which: Which): void {
  raw
    .prepare(
      `UPDATE customer_figures AS f SET layer = v.layer FROM (
         SELECT g.customer_id AS id, CASE WHEN g.purchases > 0 OR g.revenue_minor <> 0 THEN 'inactive'
           ELSE coalesce(c.mark, 'prospect') END AS layer
         FROM customer_figures g JOIN customers c ON c.id = g.customer_id
         WHERE g.active_purchases = 0 ${only(which, 'g.customer_id')}
       ) AS v WHERE v.id = f.customer_id AND f.layer <> v.layer`,
    )
    .run(which ?? {});
}

interface Moved {
  readonly id: number;
  readonly layer: string;
}

/** Whom ranking the active ones anew puts into another layer. */
function movedLayers(raw: RawHandle): Moved[] {
  const active = raw
    .prepare(
      `SELECT customer_id AS id, active_revenue_minor AS revenueMinor, last_purchase_on AS lastOn,
         layer FROM customer_figures WHERE active_purchases > 0`,
    )
    .all() as { id: number; revenueMinor: number; lastOn: string; layer: string }[];
  const before = new Map(active.map((one) => [one.id, one.layer]));
  return rankLayers(active).ranked.filter((one) => before.get(one.id) !== one.layer);
}

function writeLayers(raw: RawHandle, moved: readonly Moved[]): void {
  const write = raw.prepare('UPDATE customer_figures SET layer = ? WHERE customer_id = ?');
  for (const one of moved) write.run(one.layer, one.id);
}

interface Formula {
  readonly rules: FigureRules;
  readonly average: AverageYearsKept | null;
}

/** What each connection's formula goes by. */
const formulas = new WeakMap<RawHandle, Formula>();

/**
 * Makes the formula known to SQL, so that values are written without a row leaving the database: once on a
 * connection, for to define a function again has SQLite compile every statement of that connection anew.
 */
function defineFormula(raw: RawHandle, formula: Formula): void {
  const isKnown = formulas.has(raw);
  formulas.set(raw, formula);
  if (isKnown) return;
  const value = (revenueMinor: unknown, purchases: unknown, first: unknown, last: unknown) => {
    const { rules, average } = formulas.get(raw) ?? formula;
    if (typeof first !== 'string' || typeof last !== 'string') return null;
    return formulaClv({
      revenueMinor: Number(revenueMinor),
      purchases: Number(purchases),
      firstOn: first,
      lastOn: last,
      yearsKept: yearsKeptAssumption(rules.yearsKept, average, inclusiveMonths(first, last)).years,
      marginPercent: rules.marginPercent,
      keepingCostMinorPerYear: rules.keepingCostMinor,
    }).valueMinor;
  };
  raw.function('formula_value', { deterministic: true }, value);
}

function writeValues(
  raw: RawHandle,
  which: Which,
  rules: FigureRules,
  average: AverageYearsKept | null,
): void {
  defineFormula(raw, { rules, average });
  raw
    .prepare(
      `UPDATE customer_figures AS f SET clv_minor = v.value FROM (
         SELECT g.customer_id AS id, CASE WHEN g.purchases > 0 THEN formula_value(
           g.revenue_minor, g.purchases, g.first_purchase_on, g.last_purchase_on) END AS value
         FROM customer_figures g WHERE 1 ${only(which, 'g.customer_id')}
       ) AS v WHERE v.id = f.customer_id AND f.clv_minor IS NOT v.value`,
    )
    .run(which ?? {});
}

/**
 * Counts everybody's totals, layer and formula value anew, and lets those of products reach today, in the caller's transaction. Money in
 * minor units. The window is `activeMonths` calendar months back from the last day that the sales
 * reach, both days included: where a file ends in June, nobody has fallen silent since.
 */
export function refreshFigures(raw: RawHandle, rules: FigureRules): void {
  dropDeleted(raw, null);
  writeTotals(raw, null, rules);
  writeLowerLayers(raw, null);
  writeLayers(raw, movedLayers(raw));
  const average = countShopAverage(raw);
  storeShopAverage(raw, average);
  storeSecondPurchases(raw, rules.today);
  writeValues(raw, null, rules, average);
  refreshPoints(raw, rules.today, null);
  refreshProductFigures(raw, rules.today);
  markFiguresFresh(raw, rules);
}

/** What is to be written where the totals are right but somebody came or went. */
export interface RankPlan {
  /** Which change of theirs it was read after. */
  readonly after: string | null;
  readonly moved: readonly Moved[];
  readonly average: AverageYearsKept | null;
}

/** Reads all customers, in one read transaction of its own: it holds up nobody who writes. */
export function planRanks(raw: RawHandle): RankPlan {
  return raw.transaction(() => ({
    after: ranksMovedBy(raw),
    moved: movedLayers(raw),
    average: countShopAverage(raw),
  }))();
}

/**
 * What is left to count when the totals are right but somebody came or went: the layers of the
 * others, and the shop's average with the values that rest on it. In the caller's transaction; false, and
 * nothing is written: somebody else came or went since it was planned.
 */
export function refreshRanks(raw: RawHandle, rules: FigureRules, plan: RankPlan): boolean {
  if (ranksMovedBy(raw) !== plan.after) return false;
  const { average } = plan;
  const before = storedShopAverage(raw);
  writeLayers(raw, plan.moved);
  storeShopAverage(raw, average);
  if (rules.yearsKept.kind === 'average' && average?.years !== before?.years)
    writeValues(raw, null, rules, average);
  refreshProductFigures(raw, rules.today);
  markFiguresFresh(raw, rules);
  return true;
}

/**
 * The same for a few customers whose rows have just changed. An active one keeps its layer (a new
 * one starts in the lowest) and the shop's average stays as it was: both are counted anew by the
 * next `refreshFigures`.
 */
export function refreshFiguresOf(
  raw: RawHandle,
  customerIds: readonly number[],
  rules: FigureRules,
): void {
  const which = { ids: JSON.stringify(customerIds) };
  dropDeleted(raw, which);
  writeTotals(raw, which, rules);
  writeLowerLayers(raw, which);
  raw
    .prepare(
      `UPDATE customer_figures SET layer = 'small' WHERE active_purchases > 0
       AND layer NOT IN ('top', 'large', 'medium', 'small')
       AND customer_id IN (SELECT value FROM json_each(@ids))`,
    )
    .run(which);
  writeValues(raw, which, rules, storedShopAverage(raw));
  refreshPoints(raw, rules.today, which.ids);
}
