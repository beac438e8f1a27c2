import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { Drawn } from '#shared/domain/campaigns/draw.ts';
import type { CampaignState, Turn } from '#shared/domain/vocabulary/campaigns.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, recordMade, updateRow } from '../../history/journal.ts';
import type { SortedOut } from './whom.ts';

function columnsOf(facts: CampaignFacts) {
  return {
    name: facts.name,
    goal: facts.goal,
    segment_name: facts.segmentName,
    definition: JSON.stringify(facts.definition),
    channel: facts.channel,
    subject: facts.subject,
    text: facts.text,
    held_percent: facts.heldPercent,
    rest_days: facts.restDays,
    daily_limit: facts.dailyLimit,
    response_days: facts.responseDays,
    only_agreed: facts.onlyAgreed ? 1 : 0,
  };
}

/** Writes a campaign down that has not started. Returns its id. */
export function insertCampaign(
  raw: RawHandle,
  batchId: number,
  facts: CampaignFacts,
  at: string,
): number {
  const values = { ...columnsOf(facts), state: 'draft', created_at: at };
  return insertRow(raw, batchId, 'campaigns', values);
}

export function updateCampaign(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: CampaignFacts,
): void {
  updateRow(raw, batchId, { table: 'campaigns', id }, columnsOf(facts));
}

export function removeCampaign(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'campaigns', id });
}

/** To another state; with the day where that ends it. */
export function turnCampaign(
  raw: RawHandle,
  batchId: number,
  id: number,
  to: { readonly state: CampaignState; readonly endedOn: string | null },
): void {
  const values = { state: to.state, ended_on: to.endedOn };
  updateRow(raw, batchId, { table: 'campaigns', id }, values);
}

/** What it cost. */
export function priceCampaign(
  raw: RawHandle,
  batchId: number,
  id: number,
  cost: {
    readonly costMinor: number | null;
    readonly minutes: number | null;
    readonly hourMinor: number | null;
  },
): void {
  const values = {
    cost_minor: cost.costMinor,
    minutes: cost.minutes,
    hour_minor: cost.hourMinor,
  };
  updateRow(raw, batchId, { table: 'campaigns', id }, values);
}

/** How a campaign starts. */
export interface Start extends Drawn {
  readonly leftOut: readonly SortedOut[];
  readonly seed: number;
  readonly at: string;
  readonly on: string;
}

/** Writes the list down, everybody in their turn, and that the campaign runs. */
export function startCampaign(raw: RawHandle, batchId: number, id: number, start: Start): void {
  const { order, held, leftOut, seed, at, on } = start;
  updateRow(
    raw,
    batchId,
    { table: 'campaigns', id },
    { state: 'running', seed, drawn: order.length, started_at: at, started_on: on },
  );
  const insert = raw.prepare(
    `INSERT INTO campaign_members (campaign_id, customer_id, state, why, position)
     VALUES (?, ?, ?, ?, ?)`,
  );
  for (const [position, customerId] of order.entries())
    insert.run(id, customerId, held.has(customerId) ? 'held' : 'waiting', null, position);
  for (const [index, { id: customerId, why }] of leftOut.entries())
    insert.run(id, customerId, 'out', why === 'sameReach' ? null : why, order.length + index);
  recordMade(raw, batchId, {
    table: 'campaign_members',
    from: 'campaign_members t WHERE t.campaign_id = @id',
    bound: { id },
  });
}

/** What the turn of one came to. */
export function decideMember(
  raw: RawHandle,
  batchId: number,
  id: number,
  turn: { readonly state: Turn; readonly at: string; readonly on: string },
): void {
  const values = { state: turn.state, decided_at: turn.at, decided_on: turn.on };
  updateRow(raw, batchId, { table: 'campaign_members', id }, values);
}

/** Whether anybody still waits for a turn. */
export function isAnyWaiting(raw: RawHandle, id: number): boolean {
  const one = raw.prepare(
    "SELECT 1 FROM campaign_members WHERE campaign_id = ? AND state = 'waiting' LIMIT 1",
  );
  return one.get(id) !== undefined;
}
