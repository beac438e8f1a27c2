import type { SalvagedTable } from '#db/salvage/salvage.ts';
import type { CarriedTable } from '#db/table-facts.ts';
import {
  type SalvageKind,
  type SalvageReport,
  salvageKind,
} from '#shared/contract/restore/salvage.ts';

/** What kind of record the rows of a table are to the owner: a new table does not compile without. */
const kinds: { readonly [T in CarriedTable]: SalvageKind } = {
  customers: 'customers',
  contact_points: 'details',
  customer_identifiers: 'details',
  addresses: 'details',
  customer_tags: 'details',
  custom_fields: 'details',
  custom_values: 'details',
  customers_apart: 'others',
  consents: 'details',
  erasures: 'others',
  erased_keys: 'others',
  privacy_events: 'others',
  products: 'products',
  products_apart: 'others',
  sales: 'sales',
  sale_lines: 'saleLines',
  payments: 'payments',
  payment_parts: 'paymentParts',
  targets: 'targets',
  segments: 'segments',
  prospects: 'prospects',
  prospect_stages: 'others',
  campaigns: 'campaigns',
  campaign_members: 'campaigns',
  standing_campaigns: 'campaigns',
  standing_turns: 'campaigns',
  surveys: 'feedback',
  survey_questions: 'feedback',
  survey_answers: 'feedback',
  survey_values: 'feedback',
  notes: 'notes',
  note_pins: 'notes',
  loyalty_rules: 'loyalty',
  loyalty_tiers: 'loyalty',
  loyalty_rewards: 'loyalty',
  loyalty_entries: 'loyalty',
  referral_rewards: 'others',
  interactions: 'interactions',
  follow_ups: 'followUps',
  complaints: 'complaints',
  complaint_events: 'complaintSteps',
  compensations: 'complaintSteps',
  corrective_actions: 'complaintSteps',
  reviews: 'reviews',
  reply_templates: 'replies',
  reply_drafts: 'replies',
  guarantee_policies: 'guarantee',
  claims: 'guarantee',
  packs: 'accountant',
  pack_entries: 'accountant',
  period_locks: 'accountant',
  settings: 'settings',
  saved_filters: 'settings',
  notices: 'others',
  removals: 'others',
  imports: 'imports',
  import_sources: 'imports',
  import_rows: 'imports',
  import_layouts: 'imports',
  batches: 'history',
  journal: 'history',
};

function kindOf(table: string): SalvageKind {
  return (kinds as Readonly<Record<string, SalvageKind>>)[table] ?? 'others';
}

/** What was saved and what was not, by kinds of record; a kind that the file had none of is left out. */
export function kindsOf(tables: readonly SalvagedTable[]): SalvageReport['kinds'] {
  const byKind = Map.groupBy(tables, ({ table }) => kindOf(table));
  const counted = salvageKind.options.map((kind) => {
    const some = byKind.get(kind) ?? [];
    const sum = (of: (one: SalvagedTable) => number) =>
      some.reduce((total, one) => total + of(one), 0);
    return {
      kind,
      saved: sum(({ saved }) => saved),
      lost: sum(({ lost }) => lost),
      isAtLeast: some.some(({ isAtLeast }) => isAtLeast),
      left: sum(({ left }) => left),
    };
  });
  return counted.filter(({ saved, lost, left, isAtLeast }) => saved + lost + left > 0 || isAtLeast);
}
