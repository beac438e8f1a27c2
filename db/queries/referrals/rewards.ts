import { sql } from 'kysely';
import type { CustomerId, RewardId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';
import { calledName } from '../customers/name.ts';

/** A reward as a list shows it. */
export interface Reward {
  readonly id: RewardId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly aboutId: CustomerId;
  readonly aboutName: string;
  readonly what: string;
  readonly amountMinor: number | null;
  readonly notedOn: string;
  readonly givenOn: string | null;
}

/** Which rewards: whose, and whether they are owed or given. */
export interface RewardsAsked {
  readonly customerId: number | null;
  readonly state: 'owed' | 'given' | null;
}

function wheres({ customerId, state }: RewardsAsked) {
  const states = { owed: sql`w.given_on IS NULL`, given: sql`w.given_on IS NOT NULL` };
  return sql`c.deleted_at IS NULL
    AND ${customerId === null ? sql`1` : sql`(w.customer_id = ${customerId} OR w.about_id = ${customerId})`}
    AND ${state === null ? sql`1` : states[state]}`;
}

/** Rewards of who is there: those owed first, the longest first; then those given, the latest first. */
export async function listRewards(
  db: ReadHandle,
  asked: RewardsAsked,
  limit: number,
): Promise<Reward[]> {
  const found =
    await sql<Reward>`SELECT w.id, w.customer_id AS customerId, ${calledName('c')} AS name,
      w.about_id AS aboutId, ${calledName('a')} AS aboutName, w.what, w.amount_minor AS amountMinor,
      w.noted_on AS notedOn, w.given_on AS givenOn
    FROM referral_rewards w JOIN customers c ON c.id = w.customer_id
      JOIN customers a ON a.id = w.about_id
    WHERE ${wheres(asked)}
    ORDER BY w.given_on IS NOT NULL, w.given_on DESC, w.noted_on, w.id LIMIT ${limit}`.execute(db);
  return found.rows;
}

/** How many are owed and given, and what money of it comes to. */
export async function countRewards(
  db: ReadHandle,
  customerId: number | null,
): Promise<{ owed: number; owedMinor: number; given: number; givenMinor: number }> {
  const found = await sql<{ owed: number; owedMinor: number; given: number; givenMinor: number }>`
    SELECT coalesce(sum(w.given_on IS NULL), 0) AS owed,
      coalesce(sum(CASE WHEN w.given_on IS NULL THEN w.amount_minor END), 0) AS owedMinor,
      coalesce(sum(w.given_on IS NOT NULL), 0) AS given,
      coalesce(sum(CASE WHEN w.given_on IS NOT NULL THEN w.amount_minor END), 0) AS givenMinor
    FROM referral_rewards w JOIN customers c ON c.id = w.customer_id
    WHERE ${wheres({ customerId, state: null })}`.execute(db);
  return found.rows[0] ?? { owed: 0, owedMinor: 0, given: 0, givenMinor: 0 };
}

/** Whose a reward is; null: there is none of that id. */
export async function rewardOf(db: ReadHandle, id: number): Promise<{ customerId: number } | null> {
  const row = await db
    .selectFrom('referral_rewards')
    .select('customer_id as customerId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes one down. Returns its id. */
export function insertReward(
  raw: RawHandle,
  batchId: number,
  reward: Pick<Reward, 'customerId' | 'aboutId' | 'what' | 'amountMinor' | 'notedOn' | 'givenOn'>,
  at: string,
): number {
  return insertRow(raw, batchId, 'referral_rewards', {
    customer_id: reward.customerId,
    about_id: reward.aboutId,
    what: reward.what,
    amount_minor: reward.amountMinor,
    noted_on: reward.notedOn,
    given_on: reward.givenOn,
    created_at: at,
  });
}

export function setRewardGiven(
  raw: RawHandle,
  batchId: number,
  id: number,
  givenOn: string | null,
): void {
  updateRow(raw, batchId, { table: 'referral_rewards', id }, { given_on: givenOn });
}

export function removeReward(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'referral_rewards', id });
}
