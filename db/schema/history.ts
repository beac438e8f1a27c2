import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface BatchesTable {
  id: Id;
  kind: 'create' | 'edit' | 'delete' | 'import' | 'undo';
  label: string;
  at: string;
  import_id: number | null;
  undoes: number | null;
  undone_at: string | null;
}

export interface JournalTable {
  id: Id;
  batch_id: number;
  entity: string;
  entity_id: number;
  owner_id: number | null;
  before: string | null;
  after: string | null;
}

export interface HistorySchema {
  batches: BatchesTable;
  journal: JournalTable;
}

export const historyTables = {
  batches: {
    area: 'history',
    holds: 'record',
    carries: ['import_id'],
    refersTo: { undoes: 'batches' },
  },
  journal: {
    area: 'history',
    holds: 'record',
    refersTo: { batch_id: 'batches' },
  },
} as const satisfies EntriesOf<HistorySchema>;
