import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { RawHandle, ReadHandle } from '../../file/client.ts';

/** A phone or an e-mail as it is compared, or a code with what it is a code of. */
export interface PersonKeys {
  readonly points: readonly { readonly kind: string; readonly matchKey: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** Who was erased, as a key leads to them. */
export interface ErasedOwner {
  readonly customerId: number;
  readonly erasedAt: string;
}

function textsOf({ points, identifiers }: PersonKeys): string[] {
  const reached = points.filter(({ kind }) => kind === 'phone' || kind === 'email');
  return [
    ...reached.map(({ kind, matchKey }) => `${kind}:${matchKey}`),
    ...identifiers.map(({ scheme, value }) => `id:${scheme}\u0000${value}`),
  ];
}

function markOf(text: string, salt: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex');
}

/** By what a customer is known in a file, by each record that was merged into it too, while it is still there. */
export function keysOfPerson(raw: RawHandle, customerId: number): PersonKeys {
  const whose = 'customer_id IN (SELECT id FROM customers WHERE id = @id OR merged_into = @id)';
  const points = raw.prepare(
    `SELECT DISTINCT kind, match_key AS matchKey FROM contact_points WHERE ${whose}`,
  );
  const identifiers = raw.prepare(
    `SELECT DISTINCT scheme, value FROM customer_identifiers WHERE ${whose}`,
  );
  return {
    points: points.all({ id: customerId }) as PersonKeys['points'],
    identifiers: identifiers.all({ id: customerId }) as PersonKeys['identifiers'],
  };
}

/** Keeps a mark of each key: the same key gives the same mark, and no mark can be read back. */
export function keepKeys(raw: RawHandle, erasureId: number, keys: PersonKeys): void {
  const known = raw.prepare('SELECT salt FROM erased_keys LIMIT 1').pluck().get();
  const salt = typeof known === 'string' ? known : randomBytes(32).toString('hex');
  const insert = raw.prepare('INSERT INTO erased_keys (erasure_id, salt, mark) VALUES (?, ?, ?)');
  for (const text of textsOf(keys)) insert.run(erasureId, salt, markOf(text, salt));
}

/** Looks up who was erased by their keys; null: nobody was whom a key could lead to. */
export function prepareErasedKeys(
  raw: RawHandle,
): ((keys: PersonKeys) => ErasedOwner | null) | null {
  const salts = raw.prepare('SELECT DISTINCT salt FROM erased_keys').pluck().all() as string[];
  if (salts.length === 0) return null;
  const find = raw.prepare(
    `SELECT e.customer_id AS customerId, e.erased_at AS erasedAt FROM erased_keys k
     JOIN erasures e ON e.id = k.erasure_id WHERE k.mark = ? ORDER BY e.id DESC LIMIT 1`,
  );
  return (keys) => {
    for (const text of textsOf(keys))
      for (const salt of salts) {
        const owner = find.get(markOf(text, salt)) as ErasedOwner | undefined;
        if (owner !== undefined) return owner;
      }
    return null;
  };
}

/** When somebody whom one of the keys leads to was erased last; null: nobody was. */
export async function erasedBy(db: ReadHandle, keys: PersonKeys): Promise<string | null> {
  const found = await sql<{ salt: string }>`SELECT DISTINCT salt FROM erased_keys`.execute(db);
  const marks = found.rows.flatMap(({ salt }) => textsOf(keys).map((text) => markOf(text, salt)));
  if (marks.length === 0) return null;
  const last = await sql<{ at: string | null }>`SELECT max(e.erased_at) AS at FROM erased_keys k
    JOIN erasures e ON e.id = k.erasure_id WHERE k.mark IN (${sql.join(marks)})`.execute(db);
  return last.rows[0]?.at ?? null;
}
