import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { searchMatches } from '../customers/filter.ts';
import { idList } from '../customers/id-list.ts';
import { called } from '../customers/name.ts';

/** Who owes, as a list says it. */
export interface DebtorName {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly isInTrash: 0 | 1;
  readonly isErased: 0 | 1;
  /** The instant of the last contact that asked for what is owed. */
  readonly remindedAt: string | null;
}

/** What the customers of these ids are called. */
export async function debtorNames(
  db: ReadHandle,
  ids: readonly number[],
): Promise<Map<number, DebtorName>> {
  const found = await sql<DebtorName>`
    SELECT c.id, ${called} AS name, c.deleted_at IS NOT NULL AS isInTrash,
      c.erased_at IS NOT NULL AS isErased,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      (SELECT happened_at FROM interactions INDEXED BY interactions_reminder
        WHERE customer_id = c.id AND is_reminder = 1 AND deleted_at IS NULL
        ORDER BY happened_at DESC LIMIT 1) AS remindedAt
    FROM json_each(${JSON.stringify(ids)}) wanted
    CROSS JOIN customers c ON c.id = wanted.value`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Those of the ids whom a text names; null: it names nothing to go by, and leaves everybody. */
export async function namedBy(
  db: ReadHandle,
  text: string,
  ids: readonly number[],
): Promise<ReadonlySet<number> | null> {
  const matches = await searchMatches(db, text);
  if (matches === null) return null;
  if (matches.kind === 'ids') return new Set(matches.ids);
  const found = await sql<{ id: number }>`SELECT rowid AS id FROM customer_words
    WHERE customer_words MATCH ${matches.query} AND rowid IN ${idList(ids)}`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}
