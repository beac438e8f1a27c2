import { openBatch } from '#db/history/journal.ts';
import { type LineFacts, linesByIds, policiesOf } from '#db/queries/guarantee/read.ts';
import {
  finishClaim,
  insertClaim,
  isCustomer,
  nextClaimNumber,
  readClaim,
  trashClaim,
} from '#db/queries/guarantee/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { refusalOf } from '#shared/domain/guarantee.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, ClaimId, ComplaintId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { createComplaint } from '../complaints/create.ts';
import { withCover } from './covered.ts';

type Claim = Parsed<'guarantee.claim'>;

/** The thing claimed for: sold to this very customer, and neither returned goods nor a cancelled sale. */
async function claimedLine(ctx: WriteContext, input: Claim): Promise<LineFacts> {
  const [line] = await linesByIds(ctx.db, [input.saleLineId]);
  if (line === undefined || line.customerId !== input.customerId || line.isSold !== 1)
    throw notFound('sale line');
  return line;
}

const longestTitle = 200;

/** Named by the thing and what is wrong, so that it reads the same in every language. */
function complaintTitle(product: string, problem: string): string {
  const title = `${product}: ${problem.split('\n', 1)[0] ?? ''}`.trim();
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1)}…`;
}

async function complaintOf(
  ctx: WriteContext,
  batchId: number,
  input: Claim,
  line: LineFacts,
): Promise<number> {
  const complaint = await createComplaint(ctx, batchId, {
    kind: 'customer',
    customerId: input.customerId,
    channel: input.channel,
    severity: 'medium',
    title: complaintTitle(line.product, input.problem),
    words: input.problem,
    receivedAt: ctx.clock.instant(),
    hasTime: true,
    productId: line.productId,
    saleId: line.saleId,
    handledBy: null,
  });
  return complaint.id;
}

/**
 * Writes a claim down, with a complaint where wanted, as one change. CONFLICT with the reason where
 * the verdict does not hold on this day; NOT_FOUND where the customer never bought that.
 */
export async function claim(ctx: WriteContext, input: Claim): Promise<Output<'guarantee.claim'>> {
  if (!(await isCustomer(ctx.db, input.customerId))) throw notFound('customer');
  const line = await claimedLine(ctx, input);
  const policies = await policiesOf(ctx.db, [line.productId]);
  const { endsOn } = withCover(line, policies, ctx.today);
  const { verdict, remedy } = input;
  const refusal = refusalOf({ verdict, remedy, endsOn, on: ctx.today });
  if (refusal !== null) throw new AppFailure({ code: 'CONFLICT', reason: refusal });
  const at = ctx.clock.instant();
  const number = nextClaimNumber(ctx.raw, ctx.today.slice(0, 4));
  const batchId = openBatch(ctx.raw, { kind: 'create', label: number, at });
  const complaintId = input.asComplaint ? await complaintOf(ctx, batchId, input, line) : null;
  const id = insertClaim(ctx.raw, batchId, {
    number,
    customerId: input.customerId,
    saleLineId: line.saleLineId,
    productId: line.productId,
    claimedAt: at,
    problem: input.problem,
    endsOn,
    verdict,
    remedy,
    promisedOn: input.promisedOn,
    costMinor: input.costMinor,
    note: input.note,
    complaintId,
  });
  return {
    id: id as ClaimId,
    number,
    complaintId: complaintId as ComplaintId | null,
    batchId: batchId as BatchId,
  };
}

/** The claim is settled; a complaint that goes with it has its own chain to the end. */
export async function finish(
  ctx: WriteContext,
  input: Parsed<'guarantee.finishClaim'>,
): Promise<Output<'guarantee.finishClaim'>> {
  const known = readClaim(ctx.raw, input.id);
  if (known === null) throw notFound('claim');
  if (known.isDone) throw new AppFailure({ code: 'CONFLICT', reason: 'claim-done' });
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: known.number, at });
  finishClaim(ctx.raw, batchId, input.id, { at, costMinor: input.costMinor });
  return { id: input.id, batchId: batchId as BatchId };
}

export async function remove(
  ctx: WriteContext,
  input: Parsed<'guarantee.deleteClaim'>,
): Promise<Output<'guarantee.deleteClaim'>> {
  const known = readClaim(ctx.raw, input.id);
  if (known === null) throw notFound('claim');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: known.number, at });
  trashClaim(ctx.raw, batchId, input.id, at);
  return { id: input.id, batchId: batchId as BatchId };
}
