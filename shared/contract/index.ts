import type { z } from 'zod';
import { accountantContract } from './accountant/pack.ts';
import { accountantPeriodsContract } from './accountant/periods.ts';
import { backupsContract } from './backups.ts';
import { campaignsContract } from './campaigns/campaigns.ts';
import { campaignPaperContract } from './campaigns/paper.ts';
import { standingContract } from './campaigns/standing.ts';
import { standingAfterContract } from './campaigns/standing-after.ts';
import { complaintsContract } from './complaints.ts';
import { customersFieldsContract } from './customers/fields.ts';
import { customersHealthContract } from './customers/health.ts';
import { customersMergeContract } from './customers/merge.ts';
import { customersSameContract } from './customers/same.ts';
import { customersContract } from './customers.ts';
import type { ChannelKind } from './define.ts';
import { exportsContract } from './exports/everything.ts';
import { feedbackContract } from './feedback/feedback.ts';
import { followUpsContract } from './follow-ups.ts';
import { guaranteeContract } from './guarantee.ts';
import { handoverContract } from './handover/handover.ts';
import { helpContract } from './help/first-week.ts';
import { historyContract } from './history.ts';
import { importsChangesContract } from './imports/changes.ts';
import { importLayoutsContract } from './imports/layouts.ts';
import { importsMendContract } from './imports/mend.ts';
import { importsSameContract } from './imports/same.ts';
import { importsContract } from './imports.ts';
import { insightsAlarmsContract } from './insights/alarms.ts';
import { insightsComingBackContract } from './insights/coming-back.ts';
import { insightsNextProductContract } from './insights/next-product.ts';
import { insightsOutlookContract } from './insights/outlook.ts';
import { insightsProductsContract } from './insights/products.ts';
import { insightsReferralsContract } from './insights/referrals.ts';
import { insightsReportContract } from './insights/report.ts';
import { insightsRfmContract } from './insights/rfm.ts';
import { insightsTimeContract } from './insights/time.ts';
import { insightsContract, targetsContract } from './insights.ts';
import { interactionsContract } from './interactions/interactions.ts';
import { logsContract } from './logs/logs.ts';
import { loyaltyContract } from './loyalty/loyalty.ts';
import { notesContract } from './notes/notes.ts';
import { passwordContract } from './password/password.ts';
import { paymentsContract } from './payments.ts';
import { privacyContract } from './privacy/privacy.ts';
import { productsApartContract } from './products/apart.ts';
import { productsListContract } from './products/list.ts';
import { productsMergeContract } from './products/merge.ts';
import { productsPageContract } from './products/page.ts';
import { prospectsContract } from './prospects/prospects.ts';
import { referralsContract } from './referrals/referrals.ts';
import { repliesContract } from './replies.ts';
import { restoreContract } from './restore/restore.ts';
import { reviewsContract } from './reviews.ts';
import { salesDraftsContract } from './sales/drafts.ts';
import { salesEntryContract } from './sales/entry.ts';
import { offersContract } from './sales/offers.ts';
import { salesPaperContract } from './sales/paper.ts';
import { salesContract } from './sales.ts';
import { sampleContract } from './sample.ts';
import { searchContract } from './search.ts';
import { segmentPictureContract } from './segments/picture.ts';
import { segmentsContract } from './segments/segments.ts';
import { settingsContract } from './settings.ts';
import { tasksContract } from './tasks.ts';
import { trashContract } from './trash/trash.ts';

/** Every channel between the window and the rest: the single source all layers derive from. */
export const contract = {
  ...accountantPeriodsContract,
  ...accountantContract,
  ...backupsContract,
  ...campaignsContract,
  ...campaignPaperContract,
  ...standingContract,
  ...standingAfterContract,
  ...feedbackContract,
  ...complaintsContract,
  ...customersContract,
  ...customersFieldsContract,
  ...customersHealthContract,
  ...customersMergeContract,
  ...customersSameContract,
  ...exportsContract,
  ...followUpsContract,
  ...guaranteeContract,
  ...helpContract,
  ...handoverContract,
  ...historyContract,
  ...importsContract,
  ...importsChangesContract,
  ...importsMendContract,
  ...importsSameContract,
  ...importLayoutsContract,
  ...insightsContract,
  ...insightsAlarmsContract,
  ...insightsComingBackContract,
  ...insightsNextProductContract,
  ...insightsOutlookContract,
  ...insightsProductsContract,
  ...insightsTimeContract,
  ...insightsReferralsContract,
  ...insightsReportContract,
  ...insightsRfmContract,
  ...interactionsContract,
  ...loyaltyContract,
  ...notesContract,
  ...passwordContract,
  ...logsContract,
  ...paymentsContract,
  ...productsApartContract,
  ...productsListContract,
  ...productsMergeContract,
  ...productsPageContract,
  ...privacyContract,
  ...prospectsContract,
  ...offersContract,
  ...referralsContract,
  ...repliesContract,
  ...restoreContract,
  ...reviewsContract,
  ...salesContract,
  ...salesDraftsContract,
  ...salesEntryContract,
  ...salesPaperContract,
  ...sampleContract,
  ...searchContract,
  ...segmentsContract,
  ...segmentPictureContract,
  ...settingsContract,
  ...targetsContract,
  ...tasksContract,
  ...trashContract,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type ChannelsOf<K extends ChannelKind> = {
  [N in ChannelName]: Contract[N]['kind'] extends K ? N : never;
}[ChannelName];

/** What a caller may hand in (defaults may be left out). */
export type Input<N extends ChannelName> = z.input<Contract[N]['input']>;
/** What a handler receives. */
export type Parsed<N extends ChannelName> = z.output<Contract[N]['input']>;
export type Output<N extends ChannelName> = z.output<Contract[N]['output']>;

export function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
}
