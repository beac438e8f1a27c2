import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What was made for the accountant of a period: never changed, so that it can be held against the books. */
export interface PacksTable {
  id: Id;
  from_on: string;
  to_on: string;
  made_at: string;
  hash: string;
  /** JSON. */
  files: string;
  /** JSON. */
  totals: string;
  app_version: string;
}

/** A row of a period as it was when the pack was made, its lines or parts with it. */
export interface PackEntriesTable {
  pack_id: number;
  entity: 'sales' | 'payments' | 'compensations';
  entity_id: number;
  day: string;
  /** What it is called, also once it is gone. */
  label: string;
  /** Of a sale its revenue, of the others their amount. */
  amount_minor: number;
  /** What it adds to what is owed, or takes off. */
  owed_minor: number;
  content_hash: string;
}

export interface PeriodLocksTable {
  id: Id;
  from_on: string;
  to_on: string;
  pack_id: number;
  locked_at: string;
  unlocked_at: string | null;
  /** Why it was unlocked. */
  reason: string | null;
}

export interface AccountantSchema {
  packs: PacksTable;
  pack_entries: PackEntriesTable;
  period_locks: PeriodLocksTable;
}

export const accountantTables = {
  packs: { area: 'accountant', holds: 'record' },
  pack_entries: { area: 'accountant', holds: 'record', refersTo: { pack_id: 'packs' } },
  period_locks: { area: 'accountant', holds: 'record', refersTo: { pack_id: 'packs' } },
} as const satisfies EntriesOf<AccountantSchema>;
