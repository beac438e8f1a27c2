import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CampaignChannel, LeftOutReason } from '#shared/domain/vocabulary/campaigns.ts';
import type { ReadHandle } from '../../file/client.ts';

export const reachKinds = ['phone', 'email'] as const;
type ReachKind = (typeof reachKinds)[number];

/** By what two records of a way are one person; an address on paper is none, for a household shares it. */
function kindsOf(channel: CampaignChannel): readonly ReachKind[] {
  if (channel === 'letter') return [];
  return channel === 'email' ? ['email'] : ['phone'];
}

/** As `kindsOf`; letters, which know no number, by any. */
export function restKinds(channel: CampaignChannel): readonly ReachKind[] {
  return channel === 'letter' ? reachKinds : kindsOf(channel);
}

/**
 * How many customers a question asks of. `one`: they are looked up one by one, until the first that is
 * looked for; `all`: whoever shares a number is gathered once, however many share it.
 */
export type Breadth = 'one' | 'all';

/** Rows with a `customer_id`, as `r`. */
export interface Those {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Whether one of those shares a phone number or an e-mail address with the customer of that id. */
export function sharesWith(
  customerId: RawBuilder<unknown>,
  those: Those,
  { kinds, breadth }: { readonly kinds: readonly ReachKind[]; readonly breadth: Breadth },
): RawBuilder<SqlBool> {
  const told = sql`p.kind IN (${sql.join([...kinds])}) AND p.match_key <> ''`;
  if (breadth === 'one')
    return sql<SqlBool>`EXISTS (SELECT 1
      FROM contact_points p CROSS JOIN contact_points o CROSS JOIN ${those.from}
      WHERE p.customer_id = ${customerId} AND ${told} AND o.kind = p.kind
        AND o.match_key = p.match_key AND r.customer_id = o.customer_id AND ${those.where})`;
  return sql<SqlBool>`${customerId} IN (SELECT o.customer_id FROM (
      SELECT DISTINCT p.kind, p.match_key FROM ${those.from} CROSS JOIN contact_points p
      WHERE p.customer_id = r.customer_id AND ${told} AND ${those.where}) k
    CROSS JOIN contact_points o WHERE o.kind = k.kind AND o.match_key = k.match_key)`;
}

/** The numbers and addresses that more than one record has, by customer. */
async function sharedKeys(
  db: ReadHandle,
  kinds: readonly ReachKind[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = new Map<number, string[]>();
  for (const kind of kinds) {
    const found = await sql<{ id: number; key: string }>`SELECT p.customer_id AS id,
        ${kind} || ' ' || p.match_key AS key
      FROM (SELECT match_key FROM contact_points WHERE kind = ${kind} AND match_key <> ''
        GROUP BY match_key HAVING count(*) > 1) k
      CROSS JOIN contact_points p ON p.kind = ${kind} AND p.match_key = k.match_key`.execute(db);
    for (const { id, key } of found.rows) keys.set(id, [...(keys.get(id) ?? []), key]);
  }
  return keys;
}

type Keys = ReadonlyMap<number, readonly string[]>;

/** Whether somebody before has a number or an address that counts, each time somebody is asked about. */
function takenBefore(keys: Keys): (id: number, channel: CampaignChannel) => boolean {
  const whose = new Map<string, number>();
  return (id, channel) => {
    const theirs = keys.get(id);
    if (theirs === undefined) return false;
    const asked = kindsOf(channel);
    const isTaken = theirs.some(
      (key) => (whose.get(key) ?? id) !== id && asked.some((kind) => key.startsWith(`${kind} `)),
    );
    if (!isTaken) for (const key of theirs) if (!whose.has(key)) whose.set(key, id);
    return isTaken;
  };
}

/** Of people in their order those who are the first with their number, each by the way they are written to. */
export async function firstOfNumber<T extends { readonly id: number }>(
  db: ReadHandle,
  people: readonly T[],
  channelOf: (one: T) => CampaignChannel,
): Promise<T[]> {
  const isTaken = takenBefore(await sharedKeys(db, reachKinds));
  return people.filter((one) => !isTaken(one.id, channelOf(one)));
}

/** Leaves out whoever shares the number with somebody before them who is left in. */
export async function onceEachNumber<
  T extends { readonly id: number; readonly why: LeftOutReason | null },
>(db: ReadHandle, channel: CampaignChannel, people: readonly T[]): Promise<readonly T[]> {
  const keys = await sharedKeys(db, kindsOf(channel));
  if (keys.size === 0) return people;
  const isTaken = takenBefore(keys);
  return people.map((one) =>
    one.why === null && isTaken(one.id, channel) ? { ...one, why: 'sameReach' as const } : one,
  );
}
