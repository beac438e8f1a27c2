import { createHash } from 'node:crypto';
import type { RawHandle } from '#db/file/client.ts';

/** The user's own rows; what is derived, journalled or recorded about imports is left out. */
const dumped = [
  'customers',
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
  'products',
  'sales',
  'sale_lines',
  'interactions',
  'follow_ups',
  'complaints',
  'complaint_events',
  'compensations',
  'corrective_actions',
  'saved_filters',
  'reviews',
  'reply_templates',
  'reply_drafts',
  'guarantee_policies',
  'claims',
] as const;

/**
 * SHA-256 over every row of the user's tables, each with all columns, by id, and the
 * settings. Two shops with the same hash hold the same data.
 */
export function logicalDumpHash(raw: RawHandle): string {
  const hash = createHash('sha256');
  for (const table of dumped) {
    hash.update(`${table}\n`);
    for (const row of raw.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
    }
  }
  const settings = raw.prepare('SELECT key, value FROM settings ORDER BY key');
  for (const row of settings.raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}
