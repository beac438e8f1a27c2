import type { RawHandle } from '../../file/client.ts';
import type { Schema, Table } from '../../schema/schema.ts';
import { entryOf, type Reference, referencesOf } from '../../table-facts.ts';

/** What becomes of a column of a row that stays when its person is erased. */
type Fate = 'stays' | 'goes';
type FatesOf<T extends Table> = { readonly [C in keyof Schema[T] & string]: Fate };

/** Whatever is no word about the person stays; a column that is added later does not compile without its fate. */
const stayingColumns = {
  customers: {
    ...{ id: 'stays', kind: 'stays', relation: 'stays', mark: 'goes', name: 'goes' },
    ...{ name_key: 'goes', birthday_on: 'goes', gender: 'goes', occupation: 'goes' },
    ...{ source: 'goes', uses: 'goes', tastes: 'goes', matters: 'goes', tax_id: 'goes' },
    ...{ recommended_by: 'goes', note: 'goes', import_id: 'stays', created_at: 'stays' },
    ...{ deleted_at: 'stays', erased_at: 'stays', merged_into: 'stays' },
  },
  sales: {
    ...{ id: 'stays', match_key: 'stays', number: 'stays', sold_on: 'stays', sold_at: 'stays' },
    ...{ customer_id: 'stays', kind: 'stays', status: 'stays', discount_minor: 'stays' },
    ...{ shipping_minor: 'stays', total_minor: 'stays', revenue_minor: 'stays' },
    ...{ is_purchase: 'stays', payment_method: 'stays', note: 'goes', is_on_account: 'stays' },
    ...{ due_on: 'stays', tax_mode: 'stays', tax_minor: 'stays', promised_on: 'stays' },
    ...{ delivered_on: 'stays', channel: 'stays', return_of: 'stays', import_id: 'stays' },
    ...{ created_at: 'stays', deleted_at: 'stays' },
  },
  sale_lines: {
    ...{ id: 'stays', sale_id: 'stays', position: 'stays', product_id: 'stays' },
    ...{ quantity_e4: 'stays', unit_price_e4: 'stays', discount_minor: 'stays' },
    ...{ amount_minor: 'stays', note: 'goes', tax_rate_e4: 'stays', tax_minor: 'stays' },
    import_id: 'stays',
  },
  payments: {
    ...{ id: 'stays', customer_id: 'stays', number: 'stays', paid_on: 'stays' },
    ...{ amount_minor: 'stays', method: 'stays', note: 'goes', import_id: 'stays' },
    ...{ created_at: 'stays', deleted_at: 'stays' },
  },
  payment_parts: { id: 'stays', payment_id: 'stays', sale_id: 'stays', amount_minor: 'stays' },
  complaints: {
    ...{ id: 'stays', number: 'stays', kind: 'stays', customer_id: 'stays', channel: 'stays' },
    ...{ severity: 'stays', title: 'goes', words: 'goes', product_id: 'stays', sale_id: 'stays' },
    ...{ state: 'stays', received_at: 'stays', has_time: 'stays', answer_due_at: 'stays' },
    ...{ resolution_due_at: 'stays', answered_at: 'stays', answer: 'goes', cause: 'goes' },
    ...{ cause_key: 'goes', cause_note: 'goes', diagnosed_at: 'stays', solution: 'goes' },
    ...{ resolved_at: 'stays', is_first_contact: 'stays', no_action_reason: 'goes' },
    ...{ improved_at: 'stays', closed_at: 'stays', reopened: 'stays', came_back_from: 'stays' },
    ...{ handled_by: 'stays', import_id: 'stays', created_at: 'stays', deleted_at: 'stays' },
  },
  complaint_events: {
    ...{ id: 'stays', complaint_id: 'stays', move: 'stays', from_state: 'stays' },
    ...{ to_state: 'stays', at: 'stays', note: 'goes' },
  },
  compensations: {
    ...{ id: 'stays', complaint_id: 'stays', customer_id: 'stays', kind: 'stays' },
    ...{ amount_minor: 'stays', cost_minor: 'stays', is_within_authority: 'stays' },
    ...{ approved_by: 'stays', given_on: 'stays', valid_until: 'stays', used_on: 'stays' },
    ...{ note: 'goes', import_id: 'stays' },
  },
  corrective_actions: {
    ...{ id: 'stays', complaint_id: 'stays', what: 'goes', owner: 'stays', due_on: 'stays' },
    ...{ check_on: 'stays', done_on: 'stays', checked_on: 'stays', verdict: 'stays' },
    created_at: 'stays',
  },
  claims: {
    ...{ id: 'stays', number: 'stays', customer_id: 'stays', sale_line_id: 'stays' },
    ...{ product_id: 'stays', claimed_at: 'stays', problem: 'goes', ends_on: 'stays' },
    ...{ verdict: 'stays', remedy: 'stays', promised_on: 'stays', cost_minor: 'stays' },
    ...{ done_at: 'stays', note: 'goes', complaint_id: 'stays', created_at: 'stays' },
    deleted_at: 'stays',
  },
  survey_answers: {
    ...{ id: 'stays', survey_id: 'stays', customer_id: 'stays', way: 'stays', outcome: 'stays' },
    ...{ answered_on: 'stays', complaint_id: 'stays', created_at: 'stays' },
  },
  survey_values: {
    ...{ id: 'stays', answer_id: 'stays', question_id: 'stays', number: 'stays' },
    words: 'goes',
  },
  loyalty_entries: {
    ...{ id: 'stays', customer_id: 'stays', sale_id: 'stays', kind: 'stays', points: 'stays' },
    ...{ entered_on: 'stays', what: 'goes', worth_minor: 'stays', created_at: 'stays' },
  },
} as const satisfies { readonly [T in Table]?: FatesOf<T> };

/** Tables of which a person's rows stay when the person is erased, without a word about whose they are. */
export type StayingTable = keyof typeof stayingColumns;
export const stayingTables = Object.keys(stayingColumns) as readonly StayingTable[];

/** Tables of which a person's rows go. */
export const goingTables = [
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
  'custom_values',
  'customers_apart',
  'consents',
  'interactions',
  'follow_ups',
  'prospects',
  'prospect_stages',
  'campaign_members',
  'standing_turns',
  'referral_rewards',
  'note_pins',
  'notes',
  'reviews',
  'reply_drafts',
] as const satisfies readonly Table[];
export type GoingTable = (typeof goingTables)[number];

/**
 * Every table that holds something of a person. One that the schema knows and that does not stand here
 * fails a test: so nothing is left out of what is handed out, and nothing stays when somebody is erased.
 */
export const personTables: readonly (StayingTable | GoingTable)[] = [
  ...stayingTables,
  ...goingTables,
];

/**
 * What the other tables hold of people. `named`: somebody may be named in them, and is taken out by what they
 * were called (`mentions.ts`); `shop`: the shop's own words and figures, and what the app notes without words.
 * A table that is added later does not compile before it says so.
 */
export const otherTables = {
  ...{ batches: 'named', journal: 'named', saved_filters: 'named', segments: 'named' },
  ...{ campaigns: 'named', standing_campaigns: 'named' },
  ...{ surveys: 'named', survey_questions: 'named' },
  ...{ loyalty_rules: 'shop', loyalty_tiers: 'shop', loyalty_rewards: 'shop' },
  ...{ imports: 'named', import_sources: 'named', import_rows: 'named', import_layouts: 'named' },
  ...{ settings: 'named', products: 'shop', products_apart: 'shop', product_figures: 'shop' },
  ...{ guarantee_policies: 'shop', reply_templates: 'shop', targets: 'shop', packs: 'shop' },
  ...{ pack_entries: 'shop', period_locks: 'shop', notices: 'shop', removals: 'shop' },
  ...{
    custom_fields: 'shop',
    derived_state: 'shop',
    erasures: 'shop',
    erased_keys: 'shop',
    privacy_events: 'shop',
  },
} as const satisfies Readonly<
  Record<Exclude<Table, StayingTable | GoingTable | 'customer_figures'>, 'named' | 'shop'>
>;

/** The columns of a staying row that are emptied. */
export function wordColumns(table: StayingTable): readonly string[] {
  const fates: Readonly<Record<string, Fate>> = stayingColumns[table];
  return Object.keys(fates).filter((column) => fates[column] === 'goes');
}

function isPersonTable(table: Table): boolean {
  return personTables.some((one) => one === table);
}

/** The columns by which a row is the person's: they name the customer, or what it is a part of. */
export function belongsBy(table: Table): readonly Reference[] {
  if (table === 'customers') return [];
  const references = referencesOf(table);
  const own = references.filter(
    ({ column, to }) => to === 'customers' || entryOf(table).partOf?.column === column,
  );
  return own.length > 0 ? own : references.filter(({ to }) => isPersonTable(to));
}

const prepare = `
DROP TABLE IF EXISTS temp.person;
CREATE TEMP TABLE person (entity TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (entity, id))
  WITHOUT ROWID;`;

/** Finds every row of a person, the trash's too, and of every record merged into it, in the temporary table `person`. */
export function findPerson(raw: RawHandle, customerId: number): void {
  raw.exec(prepare);
  raw
    .prepare(
      `INSERT INTO person SELECT 'customers', id FROM customers WHERE id = @id
       UNION SELECT 'customers', id FROM customers WHERE merged_into = @id`,
    )
    .run({ id: customerId });
  addTheirs(raw);
}

/** Finds what is left of everybody who was erased in the temporary table `person`. */
export function findErased(raw: RawHandle): void {
  raw.exec(`${prepare}
    INSERT INTO person SELECT 'customers', id FROM customers WHERE erased_at IS NOT NULL`);
  addTheirs(raw);
}

/** A note that is pinned to nothing but them is about them; one that others need stays, without them. */
const notesOfTheirs = `INSERT OR IGNORE INTO person
  SELECT 'notes', n.note_id FROM note_pins n CROSS JOIN person p ON p.entity = 'note_pins' AND p.id = n.id
  WHERE NOT EXISTS (SELECT 1 FROM note_pins o WHERE o.note_id = n.note_id
    AND NOT EXISTS (SELECT 1 FROM person x WHERE x.entity = 'note_pins' AND x.id = o.id))`;

/** Whatever belongs to a row that was found, step by step. */
function addTheirs(raw: RawHandle): void {
  for (let added = 1; added > 0; ) {
    added = raw.prepare(notesOfTheirs).run().changes;
    for (const table of personTables)
      for (const { column, to } of belongsBy(table))
        added += raw
          .prepare(
            `INSERT OR IGNORE INTO person SELECT '${table}', r.id FROM person p
             CROSS JOIN ${table} r ON r.${column} = p.id WHERE p.entity = '${to}'`,
          )
          .run().changes;
  }
}

export function forgetPerson(raw: RawHandle): void {
  raw.exec('DROP TABLE IF EXISTS temp.person');
}

/** How many rows of each table are the person's, in the order of the tables; none is left out. */
export function countPerson(raw: RawHandle): { readonly table: Table; readonly count: number }[] {
  const count = raw.prepare('SELECT count(*) FROM person WHERE entity = ?').pluck();
  return personTables
    .map((table) => ({ table, count: Number(count.get(table)) }))
    .filter((one) => one.count > 0);
}
