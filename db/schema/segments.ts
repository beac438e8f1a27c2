import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** Customers by conditions: who they are is counted when it is asked. */
export interface SegmentsTable {
  id: Id;
  name: string;
  /** The conditions, JSON. */
  definition: string;
  created_at: string;
}

export interface SegmentsSchema {
  segments: SegmentsTable;
}

export const segmentsTables = {
  segments: { area: 'segments', holds: 'own', carries: ['created_at'], label: 'name' },
} as const satisfies EntriesOf<SegmentsSchema>;
