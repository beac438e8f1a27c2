import { accountantTables } from './schema/accountant.ts';
import { campaignsTables } from './schema/campaigns.ts';
import { complaintsTables } from './schema/complaints.ts';
import { customersTables } from './schema/customers.ts';
import { feedbackTables } from './schema/feedback.ts';
import { figuresTables } from './schema/figures.ts';
import { guaranteeTables } from './schema/guarantee.ts';
import { historyTables } from './schema/history.ts';
import { importsTables } from './schema/imports.ts';
import { interactionsTables } from './schema/interactions.ts';
import { loyaltyTables } from './schema/loyalty.ts';
import { notesTables } from './schema/notes/notes.ts';
import { paymentsTables } from './schema/payments.ts';
import { privacyTables } from './schema/privacy.ts';
import { prospectsTables } from './schema/prospects.ts';
import { referralsTables } from './schema/referrals.ts';
import { reviewsTables } from './schema/reviews.ts';
import { salesTables } from './schema/sales.ts';
import type { Schema, Table } from './schema/schema.ts';
import { segmentsTables } from './schema/segments.ts';
import { settingsTables } from './schema/settings.ts';
import type { EntriesOf } from './schema/table-entry.ts';
import { targetsTables } from './schema/targets.ts';
import { trashTables } from './schema/trash.ts';

/**
 * One entry a table, beside the columns it has: whatever has to know all tables, or which of them, is
 * derived from here. Those an import fills stand after the ones they refer to.
 */
export const tables = {
  ...customersTables,
  ...salesTables,
  ...paymentsTables,
  ...targetsTables,
  ...segmentsTables,
  ...prospectsTables,
  ...campaignsTables,
  ...loyaltyTables,
  ...referralsTables,
  ...interactionsTables,
  ...complaintsTables,
  ...reviewsTables,
  ...guaranteeTables,
  ...feedbackTables,
  ...notesTables,
  ...privacyTables,
  ...accountantTables,
  ...settingsTables,
  ...trashTables,
  ...importsTables,
  ...historyTables,
  ...figuresTables,
} as const satisfies EntriesOf<Schema, Table>;
