import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ActionContext } from '../../context.ts';
import { addChosenFiles, type DraftPlace, discardDraft, receivePiece } from './draft-files.ts';

function placeOf(ctx: ActionContext): DraftPlace {
  return { staging: ctx.shop.paths.staging, ids: ctx.platform.ids };
}

/** Lets the owner pick files and adds them to the draft. Null: the picker was closed. */
export async function chooseFiles(
  ctx: ActionContext,
  input: Parsed<'imports.choose'>,
): Promise<Output<'imports.choose'>> {
  const paths = await ctx.platform.dialogs.openSpreadsheets();
  if (paths === null || paths.length === 0) return null;
  return ctx.undisturbed(() => addChosenFiles(placeOf(ctx), input.draftId, paths));
}

export function receive(
  ctx: ActionContext,
  input: Parsed<'imports.receive'>,
): Promise<Output<'imports.receive'>> {
  return ctx.undisturbed(() => receivePiece(placeOf(ctx), input));
}

export async function discard(
  ctx: ActionContext,
  input: Parsed<'imports.discard'>,
): Promise<Output<'imports.discard'>> {
  await discardDraft(placeOf(ctx), input.draftId);
  return null;
}
