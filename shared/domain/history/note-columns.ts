import { record, text } from './sense.ts';

/** How things are done, and what each note of it is about. */
export const describing = {
  notes: {
    id: 'silent',
    title: text,
    text,
    created_at: 'silent',
    changed_at: 'silent',
    deleted_at: 'silent',
  },
  note_pins: {
    id: 'silent',
    note_id: record('notes'),
    customer_id: record('customers'),
    product_id: record('products'),
    cause: text,
    cause_key: 'silent',
  },
} as const;
