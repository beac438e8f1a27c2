import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What the shop means to sell in a month. */
export interface TargetsTable {
  id: Id;
  /** `YYYY-MM`. */
  month: string;
  amount_minor: number;
  created_at: string;
}

export interface TargetsSchema {
  targets: TargetsTable;
}

export const targetsTables = {
  targets: { area: 'targets', holds: 'own', carries: ['created_at'], label: 'month' },
} as const satisfies EntriesOf<TargetsSchema>;
