import { listBackups } from '#db/file/backup.ts';
import { readCustomer } from '#db/queries/customers/read.ts';
import { customersOfImport, listImports } from '#db/queries/imports/read.ts';
import { listSales } from '#db/queries/sales/list.ts';
import { readSale, salesOfCustomer } from '#db/queries/sales/read.ts';
import { findEverywhere } from '#db/queries/search/find.ts';
import type { ChannelsOf, Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext, ReadContext, WriteContext } from '../context.ts';
import { accountantHandlers, choosePackFolder } from '../services/accountant/handlers.ts';
import { periodHandlers } from '../services/accountant/period-handlers.ts';
import { chooseCopyPath } from '../services/backups/copy-to.ts';
import { chooseSecond, forgetSecond, shownSecond } from '../services/backups/second-folder.ts';
import { setAsideHandlers } from '../services/backups/set-aside.ts';
import { readTrouble } from '../services/backups/trouble.ts';
import { campaignHandlers } from '../services/campaigns/handlers.ts';
import { complaintHandlers } from '../services/complaints/handlers.ts';
import { customerHandlers } from '../services/customers/handlers.ts';
import { createOne, deleteMany, tagMany, updateOne } from '../services/customers.ts';
import { chooseCalendarPath, chooseTablePath } from '../services/exports/choose-path.ts';
import {
  chooseBroughtFolder,
  chooseExportFolder,
} from '../services/exports/everything/handlers.ts';
import { feedbackHandlers } from '../services/feedback/handlers.ts';
import { followUpHandlers } from '../services/follow-ups/handlers.ts';
import { guaranteeHandlers } from '../services/guarantee/handlers.ts';
import { chooseSheetPath } from '../services/handover/tasks.ts';
import { historyHandlers } from '../services/history/handlers.ts';
import { chooseFiles, discard, receive } from '../services/imports/draft-actions.ts';
import { layoutHandlers } from '../services/imports/layouts.ts';
import { customerWorth } from '../services/insights/customer-worth.ts';
import { chooseReportPath } from '../services/insights/report/tasks.ts';
import { interactionHandlers } from '../services/interactions/handlers.ts';
import { logHandlers } from '../services/logs.ts';
import { loyaltyHandlers } from '../services/loyalty/handlers.ts';
import { noteHandlers } from '../services/notes/handlers.ts';
import { passwordHandlers, refuseStep } from '../services/password/handlers.ts';
import { paymentHandlers } from '../services/payments/handlers.ts';
import { privacyHandlers } from '../services/privacy/handlers.ts';
import { productHandlers } from '../services/products/handlers.ts';
import { prospectHandlers } from '../services/prospects/handlers.ts';
import { referralHandlers } from '../services/referrals/handlers.ts';
import { replyHandlers } from '../services/replies/handlers.ts';
import { chooseFormer, choosePreview, chooseRun, chooserOf } from '../services/restore/choose.ts';
import { restoreHandlers } from '../services/restore/handlers.ts';
import { reviewHandlers } from '../services/reviews/handlers.ts';
import { salesDraftHandlers } from '../services/sales/drafts.ts';
import { salesEntryHandlers } from '../services/sales/handlers.ts';
import { choosePaperPath, passingPaperPath } from '../services/sales/paper/tasks.ts';
import { newSamplePaths, ownersPaths } from '../services/sample/paths.ts';
import { segmentHandlers } from '../services/segments/handlers.ts';
import { customerPage } from '../services/segments/listed.ts';
import { choosePicturePath } from '../services/segments/picture/tasks.ts';
import {
  moveDataFolder,
  openDataFolder,
  openLink,
  readAll,
  updateSettings,
} from '../services/settings.ts';
import { setLogo, shownLogo } from '../services/settings-logo.ts';
import { setTarget } from '../services/targets/targets.ts';
import type { PreparedOf, PreparedTask } from '../tasks/prepared.ts';

type Handler<Ctx, N extends keyof never> = N extends keyof HandlerTypes
  ? (ctx: Ctx, input: Parsed<N>) => Promise<Output<N>>
  : never;
type HandlerTypes = { [N in ChannelsOf<'query' | 'command' | 'action'>]: true };

export type Handlers = {
  [N in ChannelsOf<'query'>]: Handler<ReadContext, N>;
} & {
  [N in ChannelsOf<'command'>]: Handler<WriteContext, N>;
} & {
  [N in ChannelsOf<'action'>]: Handler<ActionContext, N>;
};

/** What a shop that is open has no need of: while it is not, the start answers in its place. */
async function refuseToMend(): Promise<never> {
  throw new AppFailure({ code: 'CONFLICT', reason: 'shop-open' });
}

/** What main does for each channel that it serves itself. One without a handler does not compile. */
export const handlers = {
  ...periodHandlers,
  ...accountantHandlers,
  ...guaranteeHandlers,
  ...historyHandlers,
  ...reviewHandlers,
  ...privacyHandlers,
  ...productHandlers,
  ...prospectHandlers,
  ...referralHandlers,
  ...replyHandlers,
  ...restoreHandlers,
  ...campaignHandlers,
  ...feedbackHandlers,
  ...complaintHandlers,
  ...customerHandlers,
  ...followUpHandlers,
  ...interactionHandlers,
  ...loyaltyHandlers,
  ...noteHandlers,
  ...passwordHandlers,
  ...logHandlers,
  ...paymentHandlers,
  ...salesDraftHandlers,
  ...segmentHandlers,
  ...salesEntryHandlers,
  'backups.last': async (ctx) => {
    const all = await listBackups(ownersPaths(ctx.shop).backups);
    return { last: all[0] ?? null, count: all.length };
  },
  'backups.trouble': readTrouble,
  'backups.second': shownSecond,
  'backups.chooseSecond': chooseSecond,
  'backups.forgetSecond': forgetSecond,
  ...setAsideHandlers,
  'backups.rescue': async () => null,
  'backups.takeCopy': refuseToMend,
  'backups.openElsewhere': refuseToMend,
  'backups.openAgain': refuseToMend,
  'restore.takeSalvaged': refuseToMend,
  'restore.closeDamaged': refuseToMend,
  'customers.list': customerPage,
  'customers.get': (ctx, input) => readCustomer(ctx.db, input.id),
  'customers.create': createOne,
  'customers.update': updateOne,
  'customers.delete': deleteMany,
  'customers.tag': tagMany,
  'imports.choose': chooseFiles,
  'imports.receive': receive,
  'imports.discard': discard,
  'imports.list': (ctx, input) => listImports(ctx.db, input.limit),
  ...layoutHandlers,
  'imports.customers': (ctx, input) => customersOfImport(ctx.db, input),
  'insights.customerWorth': customerWorth,
  'sales.list': (ctx, input) => listSales(ctx.db, { ...input, today: ctx.today }),
  'sales.ofCustomer': (ctx, input) => salesOfCustomer(ctx.db, input),
  'sales.get': (ctx, input) => readSale(ctx.db, input.id),
  'sample.leave': async (ctx) => {
    await ctx.leaveSample();
    return null;
  },
  'search.find': (ctx, input) => findEverywhere(ctx.db, input),
  'settings.get': readAll,
  'settings.logo': shownLogo,
  'settings.setLogo': setLogo,
  'settings.update': updateSettings,
  'settings.openDataFolder': openDataFolder,
  'settings.moveDataFolder': moveDataFolder,
  'settings.openLink': openLink,
  'targets.set': setTarget,
  'tasks.cancel': async (ctx, input) => ({ wasRunning: ctx.cancelTask(input.callId) }),
} satisfies Handlers;

/**
 * What main settles before a task starts, such as the place a person picks in a dialog; `tidy` follows a
 * task that came to nothing. Null: not to be started.
 */
export const preparations: {
  readonly [N in PreparedTask]: (
    ctx: ActionContext,
    input: Parsed<N>,
  ) => Promise<{ readonly prepared: PreparedOf<N>; tidy?(): Promise<void> } | null>;
} = {
  'accountant.makePack': choosePackFolder,
  'exports.everything': chooseExportFolder,
  'exports.bringBack': chooseBroughtFolder,
  'privacy.handOut': chooseExportFolder,
  'privacy.exportLog': (ctx) => chooseTablePath(ctx, 'langgan-privacy', 'csv'),
  'customers.export': (ctx, input) => chooseTablePath(ctx, 'langgan-customers', input.format),
  'sales.export': (ctx, input) => chooseTablePath(ctx, 'langgan-sales', input.format),
  'password.turn': refuseStep,
  'password.drafts': refuseStep,
  'password.copies': refuseStep,
  'backups.saveTo': chooseCopyPath,
  'sales.savePdf': choosePaperPath,
  'sales.print': (_, input) => passingPaperPath(input),
  'feedback.savePdf': choosePaperPath,
  'feedback.print': (_, input) => passingPaperPath(input),
  'campaigns.savePdf': choosePaperPath,
  'campaigns.print': (_, input) => passingPaperPath(input),
  'campaigns.exportCalls': (ctx, input) => chooseTablePath(ctx, 'langgan-calls', input.format),
  'prospects.saveOffer': choosePaperPath,
  'products.export': (ctx, input) => chooseTablePath(ctx, 'langgan-products', input.format),
  'prospects.export': (ctx, input) => chooseTablePath(ctx, 'langgan-prospects', input.format),
  'complaints.export': (ctx, input) => chooseTablePath(ctx, 'langgan-complaints', input.format),
  'interactions.export': (ctx, input) => chooseTablePath(ctx, 'langgan-contacts', input.format),
  'followUps.export': (ctx, input) => chooseTablePath(ctx, 'langgan-today', input.format),
  'followUps.calendar': chooseCalendarPath,
  'payments.export': (ctx, input) => chooseTablePath(ctx, 'langgan-owed', input.format),
  'insights.keepWorth': chooseReportPath,
  'handover.save': chooseSheetPath,
  'handover.print': (_, input) => passingPaperPath(input),
  'segments.keepPicture': choosePicturePath,
  'segments.printPicture': (_, input) => passingPaperPath(input),
  'restore.preview': async (ctx, input) => choosePreview(chooserOf(ctx), input),
  'restore.run': async (ctx, input) => chooseRun(chooserOf(ctx), input),
  'restore.undo': async (ctx) => chooseFormer(chooserOf(ctx)),
  // A file that is open is not read beside what is written to it: it is closed first.
  'restore.salvage': refuseToMend,
  'imports.saveWrongRows': (ctx) => chooseTablePath(ctx, 'langgan-wrong-rows', 'xlsx'),
  'sample.open': async (ctx) => {
    if (ctx.shop.isSample) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
    return { prepared: newSamplePaths(ctx.shop) };
  },
};
