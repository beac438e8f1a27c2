import type { Generated } from 'kysely';
import type { LostReason, Stage } from '#shared/domain/vocabulary/prospects.ts';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What somebody may buy. */
export interface ProspectsTable {
  id: Id;
  customer_id: number;
  title: string;
  stage: Stage;
  /** Null: nobody knows yet. */
  worth_minor: number | null;
  chance_percent: number | null;
  expected_on: string | null;
  note: Generated<string>;
  lost_reason: LostReason | null;
  lost_note: Generated<string>;
  /** What it became. */
  sale_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

/** When a prospect entered a stage; the last is the one it is in. */
export interface ProspectStagesTable {
  id: Id;
  prospect_id: number;
  stage: Stage;
  entered_at: string;
  entered_on: string;
}

export interface ProspectsSchema {
  prospects: ProspectsTable;
  prospect_stages: ProspectStagesTable;
}

export const prospectsTables = {
  prospects: {
    area: 'prospects',
    holds: 'own',
    carries: ['created_at', 'deleted_at'],
    refersTo: { customer_id: 'customers', sale_id: 'sales' },
    fillsShop: true,
    label: 'title',
  },
  prospect_stages: {
    area: 'prospects',
    holds: 'own',
    partOf: { column: 'prospect_id', table: 'prospects' },
  },
} as const satisfies EntriesOf<ProspectsSchema>;
