import type { RawHandle, ReadHandle } from '#db/file/client.ts';
import type { Touch } from '#shared/contract/define.ts';

/** Which touch says that rows of a table have changed; null: no screen reads it by itself. */
export const touchOf: Readonly<Record<string, Touch | null>> = {
  settings: 'settings',
  customers: 'customers',
  contact_points: 'customers',
  customer_identifiers: 'customers',
  addresses: 'customers',
  customer_tags: 'customers',
  custom_fields: 'customers',
  custom_values: 'customers',
  customers_apart: 'customers',
  customer_figures: 'customers',
  // Changes with the products and the sales it counts, and is read beside them.
  product_figures: null,
  products: 'products',
  products_apart: 'products',
  sales: 'sales',
  sale_lines: 'sales',
  imports: 'imports',
  import_sources: 'imports',
  import_rows: 'imports',
  import_layouts: 'imports',
  batches: 'history',
  journal: 'history',
  interactions: 'interactions',
  follow_ups: 'followUps',
  complaints: 'complaints',
  complaint_events: 'complaints',
  compensations: 'complaints',
  corrective_actions: 'complaints',
  saved_filters: 'complaints',
  reviews: 'reviews',
  reply_templates: 'replies',
  reply_drafts: 'replies',
  guarantee_policies: 'guarantee',
  claims: 'guarantee',
  payments: 'payments',
  payment_parts: 'payments',
  packs: 'accountant',
  pack_entries: 'accountant',
  period_locks: 'accountant',
  targets: 'targets',
  segments: 'segments',
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
  referral_rewards: 'customers',
  prospects: 'prospects',
  prospect_stages: 'prospects',
  derived_state: null,
  notices: null,
  removals: 'history',
  consents: 'privacy',
  erasures: 'privacy',
  erased_keys: 'privacy',
  privacy_events: 'privacy',
};

export type Rows = Readonly<Record<string, string>>;

/** Every row of every table that a touch stands for. */
export function rowsOf(raw: RawHandle): Rows {
  return Object.fromEntries(
    Object.keys(touchOf).map((table) => [
      table,
      JSON.stringify(raw.prepare(`SELECT * FROM ${table}`).raw().all()),
    ]),
  );
}

function touchesOf(tables: Iterable<string>): Touch[] {
  const touches = [...tables].flatMap((table) => {
    const touch = touchOf[table];
    if (touch === undefined) throw new Error(`no touch stands for ${table}`);
    return touch ?? [];
  });
  return [...new Set(touches)].sort();
}

/** What is to be said of a change that led from some rows to others. */
export function touchedBetween(before: Rows, after: Rows): Touch[] {
  return touchesOf(Object.keys(touchOf).filter((table) => before[table] !== after[table]));
}

/** What the statements of a question read, by the tables and indexes that SQLite opens for them. */
export async function touchesRead(
  raw: RawHandle,
  ask: (db: ReadHandle) => Promise<unknown>,
): Promise<Touch[]> {
  const { Kysely, SqliteDialect } = await import('kysely');
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely({
    dialect: new SqliteDialect({ database: raw }),
    log: ({ query }) => void asked.push(query),
  });
  await ask(db as unknown as ReadHandle);
  const pages = raw.prepare('SELECT rootpage, tbl_name FROM sqlite_schema').raw().all();
  const tableAt = new Map(pages as [number, string][]);
  const opened = asked.flatMap(({ sql, parameters }) => {
    const steps = raw.prepare(`EXPLAIN ${sql}`).all(...parameters);
    return (steps as { opcode: string; p2: number; p3: number }[])
      .filter(({ opcode, p3 }) => opcode === 'OpenRead' && p3 === 0)
      .map(({ p2 }) => tableAt.get(p2) ?? `page ${p2}`);
  });
  return touchesOf(new Set(opened));
}
