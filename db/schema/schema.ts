import type { AccountantSchema } from './accountant.ts';
import type { CampaignsSchema } from './campaigns.ts';
import type { ComplaintsSchema } from './complaints.ts';
import type { CustomersSchema } from './customers.ts';
import type { FeedbackSchema } from './feedback.ts';
import type { FiguresSchema } from './figures.ts';
import type { GuaranteeSchema } from './guarantee.ts';
import type { HistorySchema } from './history.ts';
import type { ImportsSchema } from './imports.ts';
import type { InteractionsSchema } from './interactions.ts';
import type { LoyaltySchema } from './loyalty.ts';
import type { NotesSchema } from './notes/notes.ts';
import type { PaymentsSchema } from './payments.ts';
import type { PrivacySchema } from './privacy.ts';
import type { ProspectsSchema } from './prospects.ts';
import type { ReferralsSchema } from './referrals.ts';
import type { ReviewsSchema } from './reviews.ts';
import type { SalesSchema } from './sales.ts';
import type { SegmentsSchema } from './segments.ts';
import type { SettingsSchema } from './settings.ts';
import type { TargetsSchema } from './targets.ts';
import type { TrashSchema } from './trash.ts';

/** Every table, as SQL names it; what each is stands in `tables.ts`. */
export interface Schema
  extends AccountantSchema,
    CampaignsSchema,
    ComplaintsSchema,
    CustomersSchema,
    FeedbackSchema,
    FiguresSchema,
    GuaranteeSchema,
    HistorySchema,
    ImportsSchema,
    InteractionsSchema,
    LoyaltySchema,
    NotesSchema,
    PaymentsSchema,
    PrivacySchema,
    ProspectsSchema,
    ReferralsSchema,
    ReviewsSchema,
    SalesSchema,
    SegmentsSchema,
    SettingsSchema,
    TargetsSchema,
    TrashSchema {}

export type Table = keyof Schema;
