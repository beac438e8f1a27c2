import type { ProspectFacts, ProspectRow } from '#shared/contract/prospects/prospects.ts';
import type { Stage } from '#shared/domain/vocabulary/prospects.ts';
import type { RawHandle } from '../../file/client.ts';
import { insertRow, updateRow } from '../../history/journal.ts';
import { trashFollowUp } from '../follow-ups/write.ts';

/** When something is done: an instant, and the day that it is in the shop. */
export interface Moment {
  readonly at: string;
  readonly on: string;
}

function columnsOf(facts: ProspectFacts) {
  return {
    title: facts.title,
    worth_minor: facts.worthMinor,
    chance_percent: facts.chancePercent,
    expected_on: facts.expectedOn,
    note: facts.note,
  };
}

function enterStage(
  raw: RawHandle,
  batchId: number,
  prospectId: number,
  entry: Moment & { readonly stage: Stage },
): void {
  insertRow(raw, batchId, 'prospect_stages', {
    prospect_id: prospectId,
    stage: entry.stage,
    entered_at: entry.at,
    entered_on: entry.on,
  });
}

/** Writes a prospect down in its first stage. Returns its id. */
export function insertProspect(
  raw: RawHandle,
  batchId: number,
  given: Moment & { customerId: number; facts: ProspectFacts; stage: Stage },
): number {
  const { customerId, facts, stage, at } = given;
  const id = insertRow(raw, batchId, 'prospects', {
    customer_id: customerId,
    ...columnsOf(facts),
    stage,
    created_at: at,
  });
  enterStage(raw, batchId, id, given);
  return id;
}

export function updateProspect(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: ProspectFacts,
): void {
  updateRow(raw, batchId, { table: 'prospects', id }, columnsOf(facts));
}

/** To another stage: why it is lost and what it became go with the stage that they belong to. */
export function moveProspect(
  raw: RawHandle,
  batchId: number,
  id: number,
  to: Moment & { stage: Stage; lost: ProspectRow['lost']; saleId: number | null },
): void {
  const { stage, lost, saleId } = to;
  const values = {
    stage,
    lost_reason: lost?.reason ?? null,
    lost_note: lost?.note ?? '',
    sale_id: saleId,
  };
  updateRow(raw, batchId, { table: 'prospects', id }, values);
  enterStage(raw, batchId, id, to);
}

/** The sale that a won prospect became. */
export function linkSale(raw: RawHandle, batchId: number, id: number, saleId: number): void {
  updateRow(raw, batchId, { table: 'prospects', id }, { sale_id: saleId });
}

/** Takes its open next steps off the list of whom to contact. Returns how many. */
export function dropSteps(raw: RawHandle, batchId: number, id: number, at: string): number {
  const open = raw
    .prepare(
      `SELECT id FROM follow_ups WHERE prospect_id = ? AND done_at IS NULL AND deleted_at IS NULL
       ORDER BY id`,
    )
    .pluck()
    .all(id) as number[];
  for (const step of open) trashFollowUp(raw, batchId, step, at);
  return open.length;
}

export function trashProspect(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'prospects', id }, { deleted_at: at });
}
