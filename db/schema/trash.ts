import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What was taken out of the trash for good: no names, no amounts, only how many of what. */
export interface RemovalsTable {
  id: Id;
  removed_at: string;
  kind: TrashKind;
  count: number;
  cause: 'hand' | 'age';
}

export interface TrashSchema {
  removals: RemovalsTable;
}

export const trashTables = {
  removals: { area: 'trash', holds: 'record' },
} as const satisfies EntriesOf<TrashSchema>;
