import { complaining } from './complaint-columns.ts';
import { keepingInTouch } from './contact-columns.ts';
import { customers } from './customer-columns.ts';
import { rewarding } from './loyalty-columns.ts';
import { describing } from './note-columns.ts';
import { selling } from './selling-columns.ts';
import { type ColumnSense, text } from './sense.ts';
import { asking } from './survey-columns.ts';

/**
 * Every column of the owner's rows, and what it says to a person. Its name is the locale's
 * `history.column.<table>.<column>`; a column of the schema that does not stand here fails a test.
 */
export const columns = {
  ...customers,
  ...selling,
  ...keepingInTouch,
  ...complaining,
  ...asking,
  ...describing,
  ...rewarding,
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnSense>>>>;

/** A table whose rows are recorded when they change. */
export type RecordedTable = keyof typeof columns;

/** By their names, for a contract. */
export const recordedTables = Object.keys(columns) as [RecordedTable, ...RecordedTable[]];

/** What a column says; a column that is not known (of a later version, say) is told as text. */
export function senseOf(table: string, column: string): ColumnSense {
  const known: Readonly<Record<string, Readonly<Record<string, ColumnSense>>>> = columns;
  return known[table]?.[column] ?? text;
}

/** Kinds of records that an owner tells apart, each with the tables it is kept in. */
export const recordKinds = {
  customers: [
    'customers',
    'contact_points',
    'customer_identifiers',
    'addresses',
    'customer_tags',
    'custom_fields',
    'custom_values',
    'customers_apart',
    'referral_rewards',
    'consents',
  ],
  products: ['products', 'products_apart'],
  sales: ['sales', 'sale_lines'],
  payments: ['payments', 'payment_parts'],
  contacts: ['interactions'],
  dates: ['follow_ups'],
  complaints: ['complaints', 'complaint_events', 'compensations', 'corrective_actions'],
  reviews: ['reviews'],
  guarantee: ['guarantee_policies', 'claims'],
  prospects: ['prospects', 'prospect_stages'],
  campaigns: ['campaigns', 'campaign_members', 'standing_campaigns', 'standing_turns'],
  feedback: ['surveys', 'survey_questions', 'survey_answers', 'survey_values'],
  notes: ['notes', 'note_pins'],
  loyalty: ['loyalty_rules', 'loyalty_tiers', 'loyalty_rewards', 'loyalty_entries'],
  targets: ['targets'],
  segments: ['segments'],
  texts: ['reply_templates', 'saved_filters'],
} as const satisfies Readonly<Record<string, readonly RecordedTable[]>>;

export type RecordKind = keyof typeof recordKinds;

/** By their names, for a contract and a menu. */
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]];
