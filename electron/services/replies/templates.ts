import { openBatch } from '#db/history/journal.ts';
import { dropTemplate, readTemplate, replyTemplates, writeTemplate } from '#db/queries/replies.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

export function listTemplates(ctx: ReadContext): Promise<Output<'replies.templates'>> {
  return replyTemplates(ctx.db);
}

export async function saveTemplate(
  ctx: WriteContext,
  input: Parsed<'replies.saveTemplate'>,
): Promise<Output<'replies.saveTemplate'>> {
  const { id, template } = input;
  if (id !== null && (await readTemplate(ctx.db, id)) === null) throw notFound('reply-template');
  const at = ctx.clock.instant();
  const kind = id === null ? 'create' : 'edit';
  const batchId = openBatch(ctx.raw, { kind, label: template.name, at });
  return {
    id: writeTemplate(ctx.raw, batchId, { id, template, at }),
    batchId: batchId as BatchId,
  };
}

export async function deleteTemplate(
  ctx: WriteContext,
  input: Parsed<'replies.deleteTemplate'>,
): Promise<Output<'replies.deleteTemplate'>> {
  const template = await readTemplate(ctx.db, input.id);
  if (template === null) throw notFound('reply-template');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: template.name, at });
  dropTemplate(ctx.raw, batchId, input.id);
  return { id: input.id, batchId: batchId as BatchId };
}
