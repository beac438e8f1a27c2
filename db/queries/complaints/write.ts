import type { Selectable } from 'kysely';
import { complaintNumber } from '#shared/domain/complaints/rules.ts';
import type { ActionVerdict } from '#shared/domain/vocabulary/complaints.ts';
import { readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle } from '../../file/client.ts';
import { insertRow, type RowValues, updateRow } from '../../history/journal.ts';
import type { ComplaintEventsTable, ComplaintsTable } from '../../schema/complaints.ts';

/** A complaint's row as SQL names it. */
export type StoredComplaint = Selectable<ComplaintsTable>;

/** Where the last running number of a year is kept, for whoever gives numbers out. */
export function numberKey(year: number): string {
  return `complaintNumber:${year}`;
}

function lastNumber(raw: RawHandle, key: string): number {
  return Number(readDerived(raw, key) ?? 0);
}

/**
 * The year's next free number. The last one given out is kept where no undo and no deletion reaches
 * it, so that none is given twice; numbers that an import brought along are stepped over.
 */
export function nextComplaintNumber(raw: RawHandle, year: number): string {
  const key = numberKey(year);
  const taken = raw.prepare('SELECT 1 FROM complaints WHERE number = ? COLLATE NOCASE');
  let running = lastNumber(raw, key) + 1;
  while (taken.get(complaintNumber(year, running)) !== undefined) running += 1;
  writeDerived(raw, key, String(running));
  return complaintNumber(year, running);
}

/** One complaint's row; null: none, or in the trash. */
export function readComplaintRow(raw: RawHandle, id: number): StoredComplaint | null {
  const row = raw.prepare('SELECT * FROM complaints WHERE id = ? AND deleted_at IS NULL').get(id);
  return row === undefined ? null : (row as StoredComplaint);
}

export function insertComplaint(raw: RawHandle, batchId: number, values: RowValues): number {
  return insertRow(raw, batchId, 'complaints', values);
}

export function changeComplaint(
  raw: RawHandle,
  batchId: number,
  id: number,
  values: RowValues,
): void {
  updateRow(raw, batchId, { table: 'complaints', id }, values);
}

export interface EventValues {
  readonly complaintId: number;
  readonly move: ComplaintEventsTable['move'];
  readonly from: string | null;
  readonly to: string;
  /** ISO instant at which it happened. */
  readonly at: string;
  /** What the step said, so that a later round of the chain overwrites nothing. */
  readonly note: string | null;
}

/** Writes down that a complaint moved. */
export function recordEvent(raw: RawHandle, batchId: number, event: EventValues): void {
  insertRow(raw, batchId, 'complaint_events', {
    complaint_id: event.complaintId,
    move: event.move,
    from_state: event.from,
    to_state: event.to,
    at: event.at,
    note: event.note === '' ? null : event.note,
  });
}

/** The words of every step so far, oldest first. */
export function eventNotes(raw: RawHandle, complaintId: number): string[] {
  return raw
    .prepare(
      'SELECT note FROM complaint_events WHERE complaint_id = ? AND note IS NOT NULL ORDER BY id',
    )
    .pluck()
    .all(complaintId) as string[];
}

/** Makes the newest record of a step say what the step says now. */
export function rewordEvent(
  raw: RawHandle,
  batchId: number,
  step: {
    readonly complaintId: number;
    readonly move: ComplaintEventsTable['move'];
    readonly note: string;
  },
): void {
  const { complaintId, move, note } = step;
  const id = raw
    .prepare(
      'SELECT id FROM complaint_events WHERE complaint_id = ? AND move = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck()
    .get(complaintId, move);
  if (typeof id === 'number') updateRow(raw, batchId, { table: 'complaint_events', id }, { note });
}

/** A corrective action as its row has it. */
export interface StoredAction {
  readonly id: number;
  readonly complaint_id: number;
  readonly what: string;
  readonly owner: string;
  readonly due_on: string;
  readonly check_on: string;
  readonly done_on: string | null;
  readonly checked_on: string | null;
  readonly verdict: ActionVerdict | null;
}

/** A complaint's corrective actions, oldest first. */
export function readActions(raw: RawHandle, complaintId: number): StoredAction[] {
  return raw
    .prepare('SELECT * FROM corrective_actions WHERE complaint_id = ? ORDER BY id')
    .all(complaintId) as StoredAction[];
}

/** Days (as instants) on which complaints with this cause came; with a product only those about it. */
export function receiptsOfCause(
  raw: RawHandle,
  given: { causeKey: string; productId: number | null; from: string; to: string; notId: number },
): string[] {
  return raw
    .prepare(
      `SELECT received_at FROM complaints
       WHERE cause_key = @causeKey AND (@productId IS NULL OR product_id = @productId)
         AND received_at BETWEEN @from AND @to AND id <> @notId AND deleted_at IS NULL`,
    )
    .pluck()
    .all(given) as string[];
}

/** An earlier complaint whose cause was taken for mended. */
export interface MendedComplaint {
  readonly id: number;
  readonly number: string;
  readonly state: 'improved' | 'closed';
  readonly actionId: number;
}

/**
 * The newest earlier complaint with the same cause and the same product (none counts as the same as
 * none) whose last corrective action was done by the local day `receivedOn`.
 */
export function findMended(
  raw: RawHandle,
  given: {
    id: number;
    causeKey: string;
    productId: number | null;
    receivedAt: string;
    receivedOn: string;
  },
): MendedComplaint | null {
  const row = raw
    .prepare(
      `SELECT c.id, c.number, c.state, a.id AS actionId FROM complaints c
       JOIN corrective_actions a ON a.id =
         (SELECT max(id) FROM corrective_actions WHERE complaint_id = c.id)
       WHERE c.cause_key = @causeKey AND c.product_id IS @productId
         AND c.received_at < @receivedAt AND c.id <> @id AND c.deleted_at IS NULL
         AND c.state IN ('improved', 'closed') AND a.done_on <= @receivedOn
       ORDER BY c.received_at DESC, c.id DESC LIMIT 1`,
    )
    .get(given);
  return row === undefined ? null : (row as MendedComplaint);
}

/** A complaint's compensation rows follow its customer. */
export function moveCompensations(
  raw: RawHandle,
  batchId: number,
  complaintId: number,
  customerId: number | null,
): void {
  const ids = raw
    .prepare('SELECT id FROM compensations WHERE complaint_id = ?')
    .pluck()
    .all(complaintId) as number[];
  for (const id of ids)
    updateRow(raw, batchId, { table: 'compensations', id }, { customer_id: customerId });
}

/**
 * Contacts and dates written down with a complaint follow its customer: it was this one all along. To
 * nobody they cannot go, and stay where they are.
 */
export function moveContacts(
  raw: RawHandle,
  batchId: number,
  complaintId: number,
  customerId: number,
): void {
  for (const table of ['interactions', 'follow_ups'] as const) {
    const find = raw.prepare(`SELECT id FROM ${table} WHERE complaint_id = ? ORDER BY id`);
    for (const id of find.pluck().all(complaintId) as number[])
      updateRow(raw, batchId, { table, id }, { customer_id: customerId });
  }
}

/** Dates that are still to be kept for a complaint go to the trash with it. */
export function trashDates(raw: RawHandle, batchId: number, complaintId: number, at: string): void {
  const open = raw
    .prepare(
      `SELECT id FROM follow_ups
       WHERE complaint_id = ? AND done_at IS NULL AND deleted_at IS NULL ORDER BY id`,
    )
    .pluck()
    .all(complaintId) as number[];
  for (const id of open) updateRow(raw, batchId, { table: 'follow_ups', id }, { deleted_at: at });
}

/** One compensation; null: none, or of a complaint in the trash. */
export function readCompensation(
  raw: RawHandle,
  id: number,
): { complaintId: number; number: string; kind: string; givenOn: string } | null {
  const row = raw
    .prepare(
      `SELECT o.complaint_id AS complaintId, c.number, o.kind, o.given_on AS givenOn
       FROM compensations o JOIN complaints c ON c.id = o.complaint_id
       WHERE o.id = ? AND c.deleted_at IS NULL`,
    )
    .get(id);
  return row === undefined ? null : (row as ReturnType<typeof readCompensation>);
}

/** A voucher was used on that day; null: not used. */
export function useCompensation(
  raw: RawHandle,
  batchId: number,
  id: number,
  usedOn: string | null,
): void {
  updateRow(raw, batchId, { table: 'compensations', id }, { used_on: usedOn });
}
