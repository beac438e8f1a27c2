import type { Generated } from 'kysely';
import type { Id } from '../column-types.ts';
import type { EntriesOf } from '../table-entry.ts';

/** How something is done, in the shop's own words. */
export interface NotesTable {
  id: Id;
  title: string;
  text: Generated<string>;
  created_at: string;
  changed_at: string;
  deleted_at: string | null;
}

/** What a note is about: one customer, one product or one cause of complaints; a note without any holds for all. */
export interface NotePinsTable {
  id: Id;
  note_id: number;
  customer_id: number | null;
  product_id: number | null;
  cause: string | null;
  cause_key: string | null;
}

export interface NotesSchema {
  notes: NotesTable;
  note_pins: NotePinsTable;
}

export const notesTables = {
  notes: {
    area: 'notes',
    holds: 'own',
    carries: ['created_at', 'deleted_at'],
    label: 'title',
  },
  note_pins: {
    area: 'notes',
    holds: 'own',
    partOf: { column: 'note_id', table: 'notes' },
    refersTo: { customer_id: 'customers', product_id: 'products' },
  },
} as const satisfies EntriesOf<NotesSchema>;
