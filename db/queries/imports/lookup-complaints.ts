import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type {
  CompensationsTable,
  ComplaintEventsTable,
  ComplaintsTable,
} from '../../schema/complaints.ts';
import { type PlanColumn, planColumns } from '../../table-facts.ts';
import { numberKey } from '../complaints/write.ts';

/** A complaint as the plan needs it. */
export type StoredComplaint = Readonly<
  Pick<Selectable<ComplaintsTable>, PlanColumn<'complaints'> | 'reopened' | 'deleted_at'>
>;
export type StoredCompensation = Readonly<
  Pick<
    Selectable<CompensationsTable>,
    'id' | 'amount_minor' | 'cost_minor' | 'is_within_authority' | 'import_id'
  >
>;
/** A step of a complaint's chain that is on record. */
export type StoredStep = Readonly<Pick<Selectable<ComplaintEventsTable>, 'id' | 'move' | 'at'>>;

/** What an import asks about complaints. */
export interface ComplaintLookup {
  /** Complaints of that number in any case, those in the trash last. */
  byNumber(number: string): StoredComplaint[];
  /** Complaints of a customer (null: of nobody) received from one instant to another, both included. */
  between(customerId: number | null, from: string, to: string): StoredComplaint[];
  steps(complaintId: number): StoredStep[];
  compensations(complaintId: number): StoredCompensation[];
  /** The last running number given out for complaints of a year. */
  lastNumber(year: number): number;
}

/** Prepares every question that an import asks about complaints. */
export function prepareComplaintLookup(raw: RawHandle): ComplaintLookup {
  const columns = [...planColumns('complaints'), 'reopened', 'deleted_at'].join(', ');
  const byNumber = raw.prepare<[string], StoredComplaint>(
    `SELECT ${columns} FROM complaints WHERE number = ? COLLATE NOCASE
     ORDER BY deleted_at IS NOT NULL, id`,
  );
  const between = raw.prepare<[number | null, string, string], StoredComplaint>(
    `SELECT ${columns} FROM complaints WHERE customer_id IS ? AND received_at BETWEEN ? AND ?
     ORDER BY deleted_at IS NOT NULL, id`,
  );
  const steps = raw.prepare<[number], StoredStep>(
    'SELECT id, move, at FROM complaint_events WHERE complaint_id = ? ORDER BY id',
  );
  const compensations = raw.prepare<[number], StoredCompensation>(
    `SELECT id, amount_minor, cost_minor, is_within_authority, import_id FROM compensations
     WHERE complaint_id = ? ORDER BY id`,
  );
  const last = raw
    .prepare<[string], string>('SELECT value FROM derived_state WHERE key = ?')
    .pluck();
  return {
    byNumber: (number) => byNumber.all(number),
    between: (customerId, from, to) => between.all(customerId, from, to),
    steps: (complaintId) => steps.all(complaintId),
    compensations: (complaintId) => compensations.all(complaintId),
    lastNumber: (year) => Number(last.get(numberKey(year)) ?? 0),
  };
}
