import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface ImportsTable {
  id: Id;
  status: 'done' | 'undone';
  done_at: string;
  undone_at: string | null;
  summary: string;
}

export interface ImportSourcesTable {
  id: Id;
  import_id: number;
  file_name: string;
  sheet_name: string | null;
  file_sha256: string;
  layout_key: string;
  header_row: number | null;
  columns: string;
  counts: string;
}

export interface ImportRowsTable {
  source_id: number;
  row_number: number;
  outcome: 'added' | 'updated' | 'unchanged' | 'skipped' | 'wrong';
  reason: string | null;
  cells: string | null;
}

export interface ImportLayoutsTable {
  layout_key: string;
  choices: string;
  updated_at: string;
}

export interface ImportsSchema {
  imports: ImportsTable;
  import_sources: ImportSourcesTable;
  import_rows: ImportRowsTable;
  import_layouts: ImportLayoutsTable;
}

export const importsTables = {
  imports: {
    area: 'imports',
    holds: 'record',
  },
  import_sources: {
    area: 'imports',
    holds: 'record',
    carries: ['import_id'],
  },
  import_rows: {
    area: 'imports',
    holds: 'record',
    refersTo: { source_id: 'import_sources' },
  },
  import_layouts: {
    area: 'imports',
    holds: 'record',
  },
} as const satisfies EntriesOf<ImportsSchema>;
