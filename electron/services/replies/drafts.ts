import { hasErased } from '#db/queries/privacy/erasures.ts';
import { type AboutRow, dropDraft, readAbout, readDraft, writeDraft } from '#db/queries/replies.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReplyAbout } from '#shared/contract/replies.ts';
import { isBlankName, isMasked } from '#shared/domain/text/names.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** What a reply is about; NOT_FOUND for what is not there or is in the trash. */
export async function mustBeThere(
  ctx: Pick<ReadContext, 'db'>,
  about: ReplyAbout,
): Promise<AboutRow> {
  const row = await readAbout(ctx.db, about);
  if (row === null) throw notFound(about.kind);
  return row;
}

export async function replyAboutOf(
  ctx: ReadContext,
  input: Parsed<'replies.about'>,
): Promise<Output<'replies.about'>> {
  const row = await mustBeThere(ctx, input.about);
  const { compensationKind, compensationMinor } = row;
  const isNobody = isMasked(row.customerName) || isBlankName(row.customerName);
  return {
    customerName: isNobody ? '' : row.customerName,
    phone: row.phone,
    email: row.email,
    product: row.product,
    number: row.number,
    solution: row.solution,
    compensation:
      compensationKind === null || compensationMinor === null
        ? null
        : { kind: compensationKind, amountMinor: compensationMinor },
    isPublic: input.about.kind === 'review',
    url: row.url,
    severity: row.severity,
    rating: row.rating,
    draft: await readDraft(ctx.db, input.about),
    now: ctx.clock.instant(),
  };
}

/** Nobody is written to who was erased. */
export function requireKnown(ctx: WriteContext, { customerId }: AboutRow): void {
  if (customerId !== null && hasErased(ctx.raw, [customerId]))
    throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
}

/** Keeps what is written; the time to cool off runs from the first word, not from the last. */
export async function saveDraft(
  ctx: WriteContext,
  input: Parsed<'replies.saveDraft'>,
): Promise<null> {
  const { about, text } = input;
  requireKnown(ctx, await mustBeThere(ctx, about));
  if (text.trim() === '') {
    dropDraft(ctx.raw, about);
    return null;
  }
  const at = ctx.clock.instant();
  const begun = await readDraft(ctx.db, about);
  writeDraft(ctx.raw, about, { text, startedAt: begun?.startedAt ?? at, updatedAt: at });
  return null;
}
