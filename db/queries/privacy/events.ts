import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PrivacyEventKind } from '#shared/domain/vocabulary/privacy.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** Which events: instants from one on and before another; no kinds are all. */
export interface WhichEvents {
  readonly kinds: readonly PrivacyEventKind[];
  readonly fromAt: string | null;
  readonly beforeAt: string | null;
}

export interface StoredEvent {
  readonly id: number;
  readonly at: string;
  readonly kind: PrivacyEventKind;
  readonly customerId: number | null;
  readonly name: string | null;
  readonly number: number | null;
  readonly count: number | null;
  readonly isUndone: 0 | 1;
}

export interface EventPlace {
  readonly at: string;
  readonly id: number;
}

/** Writes down what was done for a customer. */
export function recordEvent(
  raw: RawHandle,
  event: {
    readonly at: string;
    readonly kind: PrivacyEventKind;
    readonly customerId: number;
    readonly consentId?: number;
  },
): void {
  raw
    .prepare('INSERT INTO privacy_events (at, kind, customer_id, consent_id) VALUES (?, ?, ?, ?)')
    .run(event.at, event.kind, event.customerId, event.consentId ?? null);
}

function conditions({ kinds, fromAt, beforeAt }: WhichEvents, after: EventPlace | null) {
  const all: RawBuilder<SqlBool>[] = [sql`TRUE`];
  if (kinds.length > 0) all.push(sql`e.kind IN (${sql.join(kinds)})`);
  if (fromAt !== null) all.push(sql`e.at >= ${fromAt}`);
  if (beforeAt !== null) all.push(sql`e.at < ${beforeAt}`);
  if (after !== null) all.push(sql`(e.at, e.id) < (${after.at}, ${after.id})`);
  return sql.join(all, sql` AND `);
}

/** What was done for whom, newest first. Of somebody who was erased there is a number, and no name. */
export async function listEvents(
  db: ReadHandle,
  which: WhichEvents,
  page: { readonly after: EventPlace | null; readonly limit: number },
): Promise<StoredEvent[]> {
  const found = await sql<StoredEvent>`SELECT e.id, e.at, e.kind, c.id AS customerId,
      ${calledName('c')} AS name, e.erasure_id AS number, e.count,
      e.consent_id IS NOT NULL AND e.erasure_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM consents s WHERE s.id = e.consent_id) AS isUndone
    FROM privacy_events e LEFT JOIN customers c ON c.id = e.customer_id
    WHERE ${conditions(which, page.after)}
    ORDER BY e.at DESC, e.id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}

/** How many were erased again and nobody has taken note of it, and when last. */
export async function erasedAgain(
  db: ReadHandle,
): Promise<{ readonly count: number; readonly at: string | null }> {
  const found = await sql<{
    count: number;
    at: string | null;
  }>`SELECT count(*) AS count, max(at) AS at
    FROM privacy_events WHERE kind = 'erased-again' AND noted_at IS NULL`.execute(db);
  return found.rows[0] ?? { count: 0, at: null };
}

/** Takes note of it; answers of how many. */
export function noteErasedAgain(raw: RawHandle, at: string): number {
  return raw
    .prepare(
      "UPDATE privacy_events SET noted_at = ? WHERE kind = 'erased-again' AND noted_at IS NULL",
    )
    .run(at).changes;
}
