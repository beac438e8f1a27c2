import { readLogo, writeLogo } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { readJpeg } from './exports/files/jpeg.ts';

/** The picture that stands on everything printed; null: there is none. */
export async function shownLogo(ctx: ReadContext): Promise<Output<'settings.logo'>> {
  return { jpeg: await readLogo(ctx.db) };
}

/** VALIDATION where the bytes are no JPEG that can be printed. */
export async function setLogo(
  ctx: WriteContext,
  { jpeg }: Parsed<'settings.setLogo'>,
): Promise<Output<'settings.setLogo'>> {
  if (jpeg !== null && readJpeg(Buffer.from(jpeg, 'base64')) === null)
    throw new AppFailure({
      code: 'VALIDATION',
      issues: [{ path: 'jpeg', problem: 'picture-unreadable' }],
    });
  await writeLogo(ctx.db, jpeg);
  return { jpeg };
}
