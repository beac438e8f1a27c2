import type { CarriedTable } from '#db/table-facts.ts';
import * as campaigns from './campaigns.ts';
import * as complaints from './complaints.ts';
import * as contacts from './contacts.ts';
import * as customers from './customers.ts';
import * as feedback from './feedback.ts';
import * as loyalty from './loyalty.ts';
import * as notes from './notes.ts';
import * as privacy from './privacy.ts';
import * as prospects from './prospects.ts';
import * as records from './records.ts';
import * as referrals from './referrals.ts';
import type { TableWords } from './said.ts';
import * as sales from './sales.ts';

/** What is said of every file and column that goes along: a new table or column does not compile without. */
export const tableWords: { readonly [T in CarriedTable]: TableWords<T> } = {
  customers: customers.customers,
  contact_points: customers.contactPoints,
  customer_identifiers: customers.customerIdentifiers,
  addresses: customers.addresses,
  customer_tags: customers.customerTags,
  custom_fields: customers.customFields,
  custom_values: customers.customValues,
  customers_apart: customers.customersApart,
  products: sales.products,
  products_apart: sales.productsApart,
  sales: sales.sales,
  sale_lines: sales.saleLines,
  payments: sales.payments,
  payment_parts: sales.paymentParts,
  targets: sales.targets,
  segments: customers.segments,
  prospects: prospects.prospects,
  prospect_stages: prospects.prospectStages,
  campaigns: campaigns.campaigns,
  campaign_members: campaigns.campaignMembers,
  standing_campaigns: campaigns.standingCampaigns,
  standing_turns: campaigns.standingTurns,
  surveys: feedback.surveys,
  survey_questions: feedback.surveyQuestions,
  survey_answers: feedback.surveyAnswers,
  survey_values: feedback.surveyValues,
  notes: notes.notes,
  note_pins: notes.notePins,
  loyalty_rules: loyalty.loyaltyRules,
  loyalty_tiers: loyalty.loyaltyTiers,
  loyalty_rewards: loyalty.loyaltyRewards,
  loyalty_entries: loyalty.loyaltyEntries,
  referral_rewards: referrals.referralRewards,
  interactions: contacts.interactions,
  follow_ups: contacts.followUps,
  complaints: complaints.complaints,
  complaint_events: complaints.complaintEvents,
  compensations: complaints.compensations,
  corrective_actions: complaints.correctiveActions,
  reviews: contacts.reviews,
  reply_templates: contacts.replyTemplates,
  reply_drafts: contacts.replyDrafts,
  guarantee_policies: contacts.guaranteePolicies,
  claims: contacts.claims,
  consents: privacy.consents,
  erasures: privacy.erasures,
  erased_keys: privacy.erasedKeys,
  privacy_events: privacy.privacyEvents,
  packs: records.packs,
  pack_entries: records.packEntries,
  period_locks: records.periodLocks,
  settings: records.settings,
  saved_filters: complaints.savedFilters,
  notices: records.notices,
  imports: records.imports,
  import_sources: records.importSources,
  import_rows: records.importRows,
  import_layouts: records.importLayouts,
  batches: records.batches,
  journal: records.journal,
  removals: records.removals,
};
