import { dayNumber, inclusiveMonths } from '#shared/domain/calendar/dates.ts';
import {
  type AverageYearsKept,
  averageYearsKept,
  type YearsKeptSetting,
} from '#shared/domain/worth/clv.ts';
import type { SecondPurchases } from '#shared/domain/worth/retention/rhythm.ts';
import { secondPurchasesOf, waitOf } from '#shared/domain/worth/retention/second-purchases.ts';
import { dropDerived, readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { pointsStamp } from '../loyalty/balances.ts';
import { productsThrough } from './products.ts';

/** What the figures depend on besides the sales: the day, how long one is active, the formula's assumption. */
export interface FigureRules {
  readonly today: string;
  readonly activeMonths: number;
  readonly marginPercent: number | null;
  readonly keepingCostMinor: number | null;
  readonly yearsKept: YearsKeptSetting;
}

const stampKey = 'figuresFor';
const movedKey = 'ranksMoved';
const averageKey = 'averageYears';
const secondKey = 'secondPurchases';
/** Figures stored by an earlier version lack what this one stores beside them. */
const form = 2;

/** Up to which day the sales reach, today at most; today where there are none. */
export function soldThrough(raw: RawHandle, today: string): string {
  const last = raw
    .prepare('SELECT max(sold_on) FROM sales WHERE deleted_at IS NULL AND sold_on <= ?')
    .pluck()
    .get(today);
  return typeof last === 'string' ? last : today;
}

/** What the figures were computed for; another day, rule or last day of sales makes them out of date. */
function stampOf(raw: RawHandle, rules: FigureRules): string {
  const { today, activeMonths, marginPercent, keepingCostMinor, yearsKept } = rules;
  const through = soldThrough(raw, today);
  return JSON.stringify([
    ...[form, today, through],
    ...[activeMonths, marginPercent, keepingCostMinor, yearsKept],
    ...pointsStamp(raw),
  ]);
}

/** Whether the stored totals are those of this day and these rules; ranks may have moved. */
export function areTotalsFresh(raw: RawHandle, rules: FigureRules): boolean {
  return readDerived(raw, stampKey) === stampOf(raw, rules);
}

/** Whether the stored totals, layers and values, and those of products, are those of this day and these rules, and the search this version's. */
export function areFiguresFresh(raw: RawHandle, rules: FigureRules): boolean {
  const areProducts = productsThrough(raw) === rules.today;
  const isSearchOld = readDerived(raw, 'searchOld') !== null;
  return areProducts && areTotalsFresh(raw, rules) && ranksMovedBy(raw) === null && !isSearchOld;
}

/** Somebody came or went: totals are right, but the ranks of the others are to be counted again. */
export function markRanksMoved(raw: RawHandle): void {
  raw
    .prepare(
      'INSERT OR REPLACE INTO derived_state (key, value) VALUES (?, lower(hex(randomblob(8))))',
    )
    .run(movedKey);
}

/** Which change the ranks wait for to be counted again, another name for each; null: for none. */
export function ranksMovedBy(raw: RawHandle): string | null {
  return readDerived(raw, movedKey);
}

/** The stored figures are from now on those of these rules. */
export function markFiguresFresh(raw: RawHandle, rules: FigureRules): void {
  dropDerived(raw, movedKey);
  writeDerived(raw, stampKey, stampOf(raw, rules));
}

function parseAverage(text: string | null | undefined): AverageYearsKept | null {
  return text === null || text === undefined ? null : (JSON.parse(text) as AverageYearsKept | null);
}

/**
 * The shop's own average relation as the stored formula values were computed with; null with too
 * few who came back. Stored, because counting it looks at every customer.
 */
export async function readShopAverage(db: ReadHandle): Promise<AverageYearsKept | null> {
  const row = await db
    .selectFrom('derived_state')
    .select('value')
    .where('key', '=', averageKey)
    .executeTakeFirst();
  return parseAverage(row?.value);
}

/** The same on the bare connection. */
export function storedShopAverage(raw: RawHandle): AverageYearsKept | null {
  return parseAverage(readDerived(raw, averageKey));
}

/** The average over everybody with two purchase days, counted from the stored totals. */
export function countShopAverage(raw: RawHandle): AverageYearsKept | null {
  const spans = raw
    .prepare(
      `SELECT first_purchase_on, last_purchase_on FROM customer_figures
       WHERE first_purchase_on < last_purchase_on`,
    )
    .raw()
    .all() as [string, string][];
  return averageYearsKept(spans.map(([first, last]) => ({ months: inclusiveMonths(first, last) })));
}

export function storeShopAverage(raw: RawHandle, average: AverageYearsKept | null): void {
  writeDerived(raw, averageKey, JSON.stringify(average));
}

/** How soon people come for a second time, counted when the figures were; null: too few have. */
export async function readSecondPurchases(db: ReadHandle): Promise<SecondPurchases | null> {
  const row = await db
    .selectFrom('derived_state')
    .select('value')
    .where('key', '=', secondKey)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.value) as SecondPurchases | null);
}

/** Counts the same over everybody, from the stored totals, up to the day that the sales reach. */
export function storeSecondPurchases(raw: RawHandle, today: string): void {
  const through = soldThrough(raw, today);
  const found = raw
    .prepare(
      `SELECT f.first_purchase_on, CASE WHEN f.first_purchase_on < f.last_purchase_on THEN
         (SELECT s.sold_on FROM sales s WHERE s.customer_id = f.customer_id AND s.is_purchase = 1
           AND s.deleted_at IS NULL AND s.sold_on > f.first_purchase_on
         ORDER BY s.sold_on LIMIT 1) END
       FROM customer_figures f WHERE f.first_purchase_on IS NOT NULL`,
    )
    .raw()
    .all() as [string, string | null][];
  const waits = found.map(([first, second]) =>
    waitOf(dayNumber(first), second === null ? null : dayNumber(second), dayNumber(through)),
  );
  writeDerived(raw, secondKey, JSON.stringify(secondPurchasesOf(waits)));
}
