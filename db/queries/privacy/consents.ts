import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ConsentLine, MayWrite } from '#shared/contract/privacy/privacy.ts';
import type { ReadHandle } from '../../file/client.ts';

interface StoredLine extends Omit<ConsentLine, 'isGiven' | 'holds'> {
  readonly isGiven: 0 | 1;
  readonly rank: number;
}

/** Everything a customer said of what may be done, newest first; of each purpose the newest line holds. */
export async function consentsOf(db: ReadHandle, customerId: number): Promise<ConsentLine[]> {
  const found = await sql<StoredLine>`SELECT id, purpose, words, is_given AS isGiven,
      said_on AS "on", way, note, created_at AS createdAt,
      row_number() OVER (PARTITION BY purpose, CASE purpose WHEN 'other' THEN lower(words) END
        ORDER BY said_on DESC, id DESC) AS rank
    FROM consents WHERE customer_id = ${customerId} ORDER BY said_on DESC, id DESC`.execute(db);
  return found.rows.map(({ rank, isGiven, ...line }) => ({
    ...line,
    isGiven: isGiven === 1,
    holds: rank === 1,
  }));
}

/** The newest word of a customer on offers, as SQL over the customer's id: 1, 0, or null where nobody asked. */
function offersOf(customerId: RawBuilder<unknown>): RawBuilder<0 | 1 | null> {
  return sql<0 | 1 | null>`(SELECT is_given FROM consents
    WHERE purpose = 'offers' AND customer_id = ${customerId} ORDER BY said_on DESC, id DESC LIMIT 1)`;
}

/** Whether a customer may be sent offers, as a condition. */
export function mayWriteIs(customerId: RawBuilder<unknown>, state: MayWrite): RawBuilder<SqlBool> {
  if (state === 'never') return sql<SqlBool>`${offersOf(customerId)} IS NULL`;
  return sql<SqlBool>`${offersOf(customerId)} = ${state === 'yes' ? 1 : 0}`;
}

/** Of these customers, those who do not want to be written to. */
export async function unwilling(
  db: ReadHandle,
  customerIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = await sql<{ id: number }>`SELECT j.value AS id
    FROM json_each(${JSON.stringify(customerIds)}) j
    WHERE ${mayWriteIs(sql`j.value`, 'no')}`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}
