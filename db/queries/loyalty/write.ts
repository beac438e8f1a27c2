import type { PointRule } from '#shared/domain/loyalty/rule.ts';
import type { PointEntryKind } from '#shared/domain/vocabulary/loyalty.ts';
import type { RawHandle } from '../../file/client.ts';
import { insertRow } from '../../history/journal.ts';

/** Writes a rule down; those before it hold for the days before its own. Returns its id. */
export function insertRule(raw: RawHandle, batchId: number, rule: PointRule, at: string): number {
  return insertRow(raw, batchId, 'loyalty_rules', {
    from_on: rule.fromOn,
    spend_minor: rule.spendMinor,
    points: rule.points,
    is_before_discount: rule.isBeforeDiscount ? 1 : 0,
    takes_back: rule.takesBack ? 1 : 0,
    months_valid: rule.monthsValid,
    worth_minor: rule.worthMinor,
    remind_days: rule.remindDays,
    created_at: at,
  });
}

/** Points that are spent or put right. */
export interface NewEntry {
  readonly customerId: number;
  readonly saleId: number | null;
  readonly kind: PointEntryKind;
  readonly points: number;
  readonly on: string;
  readonly what: string;
  readonly worthMinor: number | null;
}

export function insertEntry(raw: RawHandle, batchId: number, entry: NewEntry, at: string): number {
  return insertRow(raw, batchId, 'loyalty_entries', {
    customer_id: entry.customerId,
    sale_id: entry.saleId,
    kind: entry.kind,
    points: entry.points,
    entered_on: entry.on,
    what: entry.what,
    worth_minor: entry.worthMinor,
    created_at: at,
  });
}
