import { type Selectable, sql } from 'kysely';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';
import { type Turn, turns } from '#shared/domain/vocabulary/campaigns.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';
import type { StandingCampaignsTable } from '../../schema/campaigns.ts';
import { called } from '../customers/name.ts';

/** A standing campaign as it is stored; `definition` is JSON. */
export type StoredStanding = Selectable<StandingCampaignsTable>;

/** All of them, those that are on first, the newest first. */
export function listStanding(db: ReadHandle): Promise<StoredStanding[]> {
  return db
    .selectFrom('standing_campaigns')
    .selectAll()
    .orderBy('is_active', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** One of them; null: there is none. */
export async function readStanding(db: ReadHandle, id: number): Promise<StoredStanding | null> {
  const all = db.selectFrom('standing_campaigns').selectAll();
  return (await all.where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What the turns of one came to. */
export async function turnsOf(db: ReadHandle, id: number): Promise<Record<Turn, number>> {
  const found = await sql<{ state: Turn; count: number }>`SELECT state, count(*) AS count
    FROM standing_turns WHERE standing_campaign_id = ${id} GROUP BY state`.execute(db);
  const counts = new Map(found.rows.map(({ state, count }) => [state, count]));
  const entries = turns.map((turn) => [turn, counts.get(turn) ?? 0]);
  return Object.fromEntries(entries) as Record<Turn, number>;
}

/** Whether somebody had a turn by it: for one occasion, or at all. */
export async function hasTurn(
  db: ReadHandle,
  id: number,
  of: { readonly customerId: number; readonly on: string } | null,
): Promise<boolean> {
  const one =
    of === null ? sql`` : sql`AND customer_id = ${of.customerId} AND occasion_on = ${of.on}`;
  const found = await sql<{ id: number }>`SELECT id FROM standing_turns
    WHERE standing_campaign_id = ${id} ${one} LIMIT 1`.execute(db);
  return found.rows.length > 0;
}

/** Somebody who had a turn. */
export interface TurnHad {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly on: string;
  readonly state: Turn;
  readonly decidedOn: string;
}

/** Who had a turn by one, the last first; `of` null: whatever it came to. */
export async function turnsHad(
  db: ReadHandle,
  id: number,
  { of, limit }: { readonly of: Turn | null; readonly limit: number },
): Promise<TurnHad[]> {
  const kind = of === null ? sql`` : sql`AND t.state = ${of}`;
  const found = await sql<TurnHad>`SELECT t.customer_id AS customerId, ${called} AS name,
      t.occasion_on AS "on", t.state, t.decided_on AS decidedOn
    FROM standing_turns t CROSS JOIN customers c ON c.id = t.customer_id
    WHERE t.standing_campaign_id = ${id} ${kind}
    ORDER BY t.decided_on DESC, t.id DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}

function columnsOf(facts: StandingFacts) {
  return {
    name: facts.name,
    ...{ occasion: facts.occasion, season: facts.season, month_day: facts.monthDay },
    days: facts.days,
    segment_name: facts.segmentName,
    definition: JSON.stringify(facts.definition),
    ...{ channel: facts.channel, subject: facts.subject, text: facts.text },
    ...{ rest_days: facts.restDays, daily_limit: facts.dailyLimit },
    only_agreed: facts.onlyAgreed ? 1 : 0,
  };
}

/** Writes one down that is off. Returns its id. */
export function insertStanding(
  raw: RawHandle,
  batchId: number,
  facts: StandingFacts,
  at: string,
): number {
  const values = { ...columnsOf(facts), is_active: 0, created_at: at };
  return insertRow(raw, batchId, 'standing_campaigns', values);
}

export function updateStanding(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: StandingFacts,
): void {
  updateRow(raw, batchId, { table: 'standing_campaigns', id }, columnsOf(facts));
}

export function removeStanding(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'standing_campaigns', id });
}

export function switchStanding(
  raw: RawHandle,
  batchId: number,
  id: number,
  isActive: boolean,
): void {
  updateRow(raw, batchId, { table: 'standing_campaigns', id }, { is_active: isActive ? 1 : 0 });
}

/** What a proposal to somebody came to. */
export function insertTurn(
  raw: RawHandle,
  batchId: number,
  turn: {
    readonly standingId: number;
    readonly customerId: number;
    readonly on: string;
    readonly state: Turn;
    readonly at: string;
    readonly today: string;
  },
): void {
  insertRow(raw, batchId, 'standing_turns', {
    ...{ standing_campaign_id: turn.standingId, customer_id: turn.customerId },
    ...{ occasion_on: turn.on, state: turn.state },
    ...{ decided_at: turn.at, decided_on: turn.today },
  });
}
