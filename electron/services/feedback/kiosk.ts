import { readSurvey } from '#db/queries/feedback/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext, ReadContext } from '../../context.ts';
import { endKiosk, kioskOf, opensKiosk, startKiosk } from '../../shop-file/kiosk-lock.ts';

/** What the screen asks everybody who passes, and nothing of the shop beside. */
export async function shownKiosk(ctx: ReadContext): Promise<Output<'feedback.kiosk'>> {
  const { folder } = ctx.shop.paths;
  const lock = kioskOf(folder);
  if (lock === null) return null;
  const survey = lock.surveyId === null ? null : await readSurvey(ctx.db, lock.surveyId);
  const { language, theme } = ctx.settings;
  return {
    surveyId: lock.surveyId,
    ...{ language, theme, today: ctx.today, opensBy: opensKiosk(folder, lock) },
    intro: survey?.facts.intro ?? '',
    thanks: survey?.facts.thanks ?? '',
    questions: survey?.questions ?? [],
  };
}

export async function beginKiosk(
  { shop }: ActionContext,
  given: Parsed<'feedback.kioskStart'>,
): Promise<Output<'feedback.kioskStart'>> {
  if (shop.isSample) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
  await startKiosk(shop.paths.folder, given);
  return { surveyId: given.surveyId };
}

export async function leaveKiosk(
  { shop, platform }: ActionContext,
  { secret }: Parsed<'feedback.kioskLeave'>,
): Promise<Output<'feedback.kioskLeave'>> {
  const { surveyId } = await endKiosk(shop.paths.folder, secret, platform.clock.now());
  return { surveyId };
}
