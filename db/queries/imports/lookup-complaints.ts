import type { RawHandle } from '../../file/client.ts';
import { numberKey } from '../complaints/write.ts';

/** A complaint as the plan needs it, columns as SQL names them. */
export interface StoredComplaint {
  readonly id: number;
  readonly number: string;
  readonly kind: string;
  readonly customer_id: number | null;
  readonly channel: string;
  readonly severity: string;
  readonly title: string;
  readonly words: string;
  readonly product_id: number | null;
  readonly sale_id: number | null;
  readonly state: string;
  readonly received_at: string;
  readonly has_time: number;
  readonly answer_due_at: string;
  readonly resolution_due_at: string;
  readonly answered_at: string | null;
  readonly answer: string | null;
  readonly cause: string | null;
  readonly cause_key: string | null;
  readonly cause_note: string | null;
  readonly diagnosed_at: string | null;
  readonly solution: string | null;
  readonly resolved_at: string | null;
  readonly is_first_contact: number;
  readonly improved_at: string | null;
  readonly closed_at: string | null;
  readonly handled_by: string | null;
  readonly reopened: number;
  readonly deleted_at: string | null;
}

export interface StoredCompensation {
  readonly id: number;
  readonly amount_minor: number;
  readonly cost_minor: number;
  readonly is_within_authority: number;
  readonly import_id: number | null;
}

export interface StoredInteraction {
  readonly id: number;
  readonly channel: string;
  readonly direction: string;
  readonly topic: string;
  readonly happened_at: string;
  readonly has_time: number;
  readonly text: string;
  readonly outcome: string | null;
  readonly handled_by: string | null;
  readonly deleted_at: string | null;
}

export interface StoredFollowUp {
  readonly id: number;
  readonly reason: string;
  readonly first_due_on: string;
  readonly due_on: string;
  readonly done_at: string | null;
  readonly deleted_at: string | null;
}

/** What an import of complaints and interactions asks the shop's database. */
export interface CareLookup {
  /** Complaints of that number in any case, those in the trash last. */
  complaintsByNumber(number: string): StoredComplaint[];
  /** Complaints of a customer (null: of nobody) received from one instant to another, both included. */
  complaintsBetween(customerId: number | null, from: string, to: string): StoredComplaint[];
  events(complaintId: number): { id: number; move: string; at: string }[];
  compensations(complaintId: number): StoredCompensation[];
  /** The newest sale of that number that is not another customer's. */
  saleByNumber(number: string, customerId: number | null): number | null;
  interactions(customerId: number): StoredInteraction[];
  followUps(customerId: number): StoredFollowUp[];
  /** The last running number given out for complaints of a year. */
  lastNumber(year: number): number;
}

const complaintColumns =
  'id, number, kind, customer_id, channel, severity, title, words, product_id, sale_id, state, ' +
  'received_at, has_time, answer_due_at, resolution_due_at, answered_at, answer, cause, ' +
  'cause_key, cause_note, diagnosed_at, solution, resolved_at, is_first_contact, improved_at, ' +
  'closed_at, handled_by, reopened, deleted_at';

function prepareComplaints(raw: RawHandle) {
  return {
    byNumber: raw.prepare(
      `SELECT ${complaintColumns} FROM complaints WHERE number = ? COLLATE NOCASE
       ORDER BY deleted_at IS NOT NULL, id`,
    ),
    between: raw.prepare(
      `SELECT ${complaintColumns} FROM complaints
       WHERE customer_id IS ? AND received_at BETWEEN ? AND ?
       ORDER BY deleted_at IS NOT NULL, id`,
    ),
    events: raw.prepare(
      'SELECT id, move, at FROM complaint_events WHERE complaint_id = ? ORDER BY id',
    ),
    compensations: raw.prepare(
      `SELECT id, amount_minor, cost_minor, is_within_authority, import_id FROM compensations
       WHERE complaint_id = ? ORDER BY id`,
    ),
  };
}

/** Prepares every question that an import of complaints and interactions asks. */
export function prepareCareLookup(raw: RawHandle): CareLookup {
  const complaints = prepareComplaints(raw);
  const sale = raw
    .prepare(
      `SELECT id FROM sales WHERE number = @number COLLATE NOCASE AND deleted_at IS NULL
         AND (customer_id IS NULL OR @customerId IS NULL OR customer_id = @customerId)
       ORDER BY customer_id IS NULL, sold_on DESC, id DESC LIMIT 1`,
    )
    .pluck();
  const interactions = raw.prepare(
    `SELECT id, channel, direction, topic, happened_at, has_time, text, outcome, handled_by,
       deleted_at FROM interactions WHERE customer_id = ? ORDER BY deleted_at IS NOT NULL, id`,
  );
  const followUps = raw.prepare(
    `SELECT id, reason, first_due_on, due_on, done_at, deleted_at FROM follow_ups
     WHERE customer_id = ? ORDER BY deleted_at IS NOT NULL, id`,
  );
  const last = raw.prepare('SELECT value FROM derived_state WHERE key = ?').pluck();
  return {
    complaintsByNumber: (number) => complaints.byNumber.all(number) as StoredComplaint[],
    complaintsBetween: (customerId, from, to) =>
      complaints.between.all(customerId, from, to) as StoredComplaint[],
    events: (id) => complaints.events.all(id) as { id: number; move: string; at: string }[],
    compensations: (id) => complaints.compensations.all(id) as StoredCompensation[],
    saleByNumber: (number, customerId) => {
      const id = sale.get({ number, customerId });
      return typeof id === 'number' ? id : null;
    },
    interactions: (customerId) => interactions.all(customerId) as StoredInteraction[],
    followUps: (customerId) => followUps.all(customerId) as StoredFollowUp[],
    lastNumber: (year) => Number(last.get(numberKey(year)) ?? 0),
  };
}

/** Keeps the running numbers that an import has given out, so that none is given twice. */
export function keepComplaintNumbers(
  raw: RawHandle,
  numbers: readonly (readonly [year: number, running: number])[],
): void {
  const write = raw.prepare(
    `INSERT INTO derived_state (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value
       WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)`,
  );
  for (const [year, running] of numbers) write.run(numberKey(year), String(running));
}

/**
 * Complaints that the import brought, or told the cause of, which an earlier one may have come back in:
 * one with the same cause and product of which an action was done. Oldest first.
 */
export function perhapsComeBack(raw: RawHandle, importId: number): number[] {
  return raw
    .prepare(
      `SELECT DISTINCT n.id FROM main.corrective_actions a
       CROSS JOIN main.complaints e ON e.id = a.complaint_id AND e.cause_key IS NOT NULL
         AND e.deleted_at IS NULL AND e.state IN ('improved', 'closed')
       CROSS JOIN main.complaints n ON n.cause_key = e.cause_key AND n.product_id IS e.product_id
         AND n.received_at > e.received_at AND n.deleted_at IS NULL AND n.came_back_from IS NULL
       WHERE a.done_on IS NOT NULL AND (n.import_id = ? OR n.id IN (
         SELECT entity_id FROM plan.changes
         WHERE entity = 'complaints' AND json_extract(after, '$.cause_key') IS NOT NULL))
       ORDER BY n.received_at, n.id`,
    )
    .pluck()
    .all(importId) as number[];
}
