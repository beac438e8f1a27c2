import { openBatch } from '#db/history/journal.ts';
import {
  dropPolicy,
  insertPolicy,
  policyBeginning,
  productName,
  productOfPolicy,
  updatePolicy,
} from '#db/queries/guarantee/write.ts';
import type { GuaranteePolicy } from '#shared/contract/guarantee.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';

async function checkPolicy(
  ctx: WriteContext,
  id: number | null,
  policy: GuaranteePolicy,
): Promise<void> {
  const issues: FieldIssue[] = [];
  if (policy.months + policy.days === 0)
    issues.push({ path: 'policy.months', problem: 'guarantee-length' });
  const same = await policyBeginning(ctx.db, policy.productId, policy.appliesFrom);
  if (same !== null && same !== id)
    issues.push({ path: 'policy.appliesFrom', problem: 'guarantee-twice' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
}

/** Writes down what is promised about a product from a day on; one promise a product and day. */
export async function savePolicy(
  ctx: WriteContext,
  input: Parsed<'guarantee.savePolicy'>,
): Promise<Output<'guarantee.savePolicy'>> {
  const { id, policy } = input;
  if (id !== null && (await productOfPolicy(ctx.db, id)) === null) throw notFound('policy');
  const label = await productName(ctx.db, policy.productId);
  if (label === null) throw notFound('product');
  await checkPolicy(ctx, id, policy);
  const at = ctx.clock.instant();
  const kind = id === null ? 'create' : 'edit';
  const batchId = openBatch(ctx.raw, { kind, label, at }) as BatchId;
  if (id === null) return { id: insertPolicy(ctx.raw, batchId, policy, at), batchId };
  updatePolicy(ctx.raw, batchId, id, policy);
  return { id, batchId };
}

export async function deletePolicy(
  ctx: WriteContext,
  input: Parsed<'guarantee.deletePolicy'>,
): Promise<Output<'guarantee.deletePolicy'>> {
  const owner = await productOfPolicy(ctx.db, input.id);
  if (owner === null) throw notFound('policy');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: owner.product, at });
  dropPolicy(ctx.raw, batchId, input.id);
  return { id: input.id, batchId: batchId as BatchId };
}
