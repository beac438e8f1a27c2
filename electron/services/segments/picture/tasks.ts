import type { Output, Parsed } from '#shared/contract/index.ts';
import { pictureFacts, pictureFinding, pictureParts } from '#shared/domain/picture/parts.ts';
import type { ActionContext, TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { keepSheet } from '../../exports/sheets/write-sheet.ts';
import { asReckoned } from '../as-reckoned.ts';
import { pictureOf } from './picture.ts';

const readPicture = asReckoned(pictureOf);

/** Asks where the picture goes. Null: the dialog was closed. */
export async function choosePicturePath(
  ctx: ActionContext,
  { format }: Parsed<'segments.keepPicture'>,
): Promise<{ prepared: ChosenPath } | null> {
  const suggested = `langgan-buyers-${ctx.today}.${format}`;
  const path = await ctx.platform.dialogs.saveTable(suggested, format);
  return path === null ? null : { prepared: { path } };
}

function keepPicture(
  ctx: TaskContext,
  { id, format }: Parsed<'segments.keepPicture'>,
  place: ChosenPath,
): Promise<Output<'segments.keepPicture'>> {
  return keepSheet(
    ctx,
    {
      format,
      read: () => readPicture(ctx, { id }),
      tell: (words, picture) => ({
        title: words.say('picture.of', { name: picture.name }),
        finding: pictureFinding(words, picture),
        facts: pictureFacts(words, picture),
        parts: pictureParts(words, picture),
      }),
    },
    place,
  );
}

/** What the task process does for pictures of segments. */
export const pictureTasks = {
  'segments.picture': readPicture,
  'segments.keepPicture': keepPicture,
  'segments.printPicture': (
    ctx: TaskContext,
    { id }: Parsed<'segments.printPicture'>,
    place: ChosenPath,
  ) => keepPicture(ctx, { id, format: 'pdf' }, place),
};
