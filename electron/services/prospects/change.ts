import { openBatch } from '#db/history/journal.ts';
import { replanFollowUp } from '#db/queries/follow-ups/write.ts';
import { isCustomer } from '#db/queries/guarantee/write.ts';
import { readProspect } from '#db/queries/prospects/read.ts';
import {
  dropSteps,
  insertProspect,
  moveProspect,
  trashProspect,
  updateProspect,
} from '#db/queries/prospects/write.ts';
import type { FollowUpPlan } from '#shared/contract/follow-ups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { NextStep, ProspectFacts, ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, CustomerId, ProspectId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { followCustomers, writeBuyer } from '../customers.ts';
import { insertFollowUp } from '../follow-ups/change.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

/** A prospect that is there; NOT_FOUND where it or its customer is in the trash. */
export async function requireProspect(ctx: WriteContext, id: ProspectId): Promise<ProspectRow> {
  const found = await readProspect(ctx.db, id, ctx.today);
  if (found === null || found.isInTrash) throw notFound('prospect');
  return found.prospect;
}

function planOf({ dueOn, reason }: NextStep): FollowUpPlan {
  return { dueOn, reason, dueTime: null, cause: 'own', repeat: null };
}

type Create = Parsed<'prospects.create'>;

/** Whom it is of, written down with it where they are new. */
async function customerOf(ctx: WriteContext, batchId: number, input: Create): Promise<CustomerId> {
  if (input.newCustomer !== null) {
    const id = writeBuyer(ctx, batchId, input.newCustomer);
    followCustomers(ctx, [id]);
    return id as CustomerId;
  }
  const { customerId } = input;
  if (customerId !== null && (await isCustomer(ctx.db, customerId))) return customerId;
  const issues = [{ path: 'customerId', problem: 'no-such-customer' }];
  throw new AppFailure({ code: 'VALIDATION', issues });
}

/** Writes a prospect down with its next step, and its customer where that one is new: one change. */
export async function createProspect(
  ctx: WriteContext,
  input: Create,
): Promise<Output<'prospects.create'>> {
  const { facts, stage, nextStep } = input;
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.title, at });
  const customerId = await customerOf(ctx, batchId, input);
  const given = { customerId, facts, stage, at, on: ctx.today };
  const id = insertProspect(ctx.raw, batchId, given) as ProspectId;
  if (nextStep !== null)
    insertFollowUp(ctx, batchId, { customerId, plan: planOf(nextStep), prospectId: id });
  return { id, batchId: batchId as BatchId };
}

/** Makes the next step what is given: a new one, the same on another day, or none. */
function planStep(
  ctx: WriteContext,
  batchId: number,
  { id, customerId, nextStep: stored }: ProspectRow,
  wanted: NextStep | null,
): void {
  if (wanted === null) dropSteps(ctx.raw, batchId, id, ctx.clock.instant());
  else if (stored === null)
    insertFollowUp(ctx, batchId, { customerId, plan: planOf(wanted), prospectId: id });
  else if (stored.dueOn !== wanted.dueOn || stored.reason !== wanted.reason)
    replanFollowUp(ctx.raw, batchId, stored, planOf(wanted));
}

function isAsSeen(stored: ProspectRow, expected: ProspectFacts): boolean {
  const keys = Object.keys(expected) as (keyof ProspectFacts)[];
  return keys.every((key) => stored[key] === expected[key]);
}

/** Fails with CONFLICT when it is no longer what the form was filled from. */
export async function updateOne(
  ctx: WriteContext,
  { id, expected, facts, nextStep }: Parsed<'prospects.update'>,
): Promise<Output<'prospects.update'>> {
  const stored = await requireProspect(ctx, id);
  if (!isAsSeen(stored, expected)) throw conflict('changed-meanwhile');
  if (nextStep !== null && !isOpen(stored.stage)) throw conflict('prospect-ended');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.title, at });
  updateProspect(ctx.raw, batchId, id, facts);
  planStep(ctx, batchId, stored, nextStep);
  return { id, batchId: batchId as BatchId };
}

/** To another stage. One that became a sale stays won while that sale is there. */
export async function moveOne(
  ctx: WriteContext,
  { id, stage, lost }: Parsed<'prospects.move'>,
): Promise<Output<'prospects.move'>> {
  const stored = await requireProspect(ctx, id);
  if (stored.stage === stage) throw conflict('prospect-there');
  if (stored.sale !== null) throw conflict('prospect-sold');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: stored.title, at });
  const to = { stage, lost, saleId: null, at, on: ctx.today };
  moveProspect(ctx.raw, batchId, id, to);
  const droppedSteps = isOpen(stage) ? 0 : dropSteps(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId, droppedSteps };
}

export async function removeOne(
  ctx: WriteContext,
  { id }: Parsed<'prospects.remove'>,
): Promise<Output<'prospects.remove'>> {
  const { title } = await requireProspect(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: title, at });
  trashProspect(ctx.raw, batchId, id, at);
  dropSteps(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId };
}
