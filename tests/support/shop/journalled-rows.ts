import type { RawHandle } from '#db/file/client.ts';
import type { RowValues } from '#db/history/journal.ts';
import { addCustomer, addLine, addSale } from './build-shop.ts';
import { type TempDatabase, tempDatabase } from './temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';

const complaint = {
  channel: 'visit',
  severity: 'light',
  title: 'Apek',
  state: 'received',
  received_at: at,
  answer_due_at: at,
  resolution_due_at: at,
  created_at: at,
};

/** One that runs. */
const campaign = {
  ...{ name: 'Lebaran', definition: '{"parts":[]}', channel: 'whatsapp', text: 'Halo {nama}' },
  ...{ held_percent: 10, rest_days: 14, daily_limit: 40, response_days: 14, only_agreed: 0 },
  ...{ state: 'running', seed: 7, drawn: 1, started_at: at, started_on: '2026-06-15' },
  created_at: at,
};

/** One that asks three things. */
const survey = { name: 'Kepuasan', thanks: 'Terima kasih', created_at: at };
/** A point for each unit of money. */
const pointRule = {
  ...{ from_on: '2026-01-01', spend_minor: 1, points: 1, is_before_discount: 0, takes_back: 1 },
  ...{ months_valid: 12, worth_minor: 2, remind_days: 30, created_at: at },
};

const standing = {
  ...{ name: 'Ulang tahun', occasion: 'birthday', days: 0, definition: '{"parts":[]}' },
  ...{ channel: 'whatsapp', text: 'Selamat {nama}', rest_days: 0, daily_limit: 40 },
  ...{ only_agreed: 0, is_active: 1, created_at: at },
};

/** A row of each table that a user's own rows are in, and a change to it; what they refer to has the id 1. */
export const journalledRows: Readonly<
  Record<string, { readonly made: RowValues; readonly changed: RowValues }>
> = {
  customers: { made: { name: 'Budi', created_at: at }, changed: { note: 'Kopi' } },
  contact_points: {
    made: { customer_id: 1, kind: 'phone', value: '+62811', match_key: '62811' },
    changed: { label: 'Toko' },
  },
  customer_identifiers: {
    made: { customer_id: 1, scheme: 'till', value: '7' },
    changed: { value: '8' },
  },
  addresses: { made: { customer_id: 1, city: 'Sleman' }, changed: { city: 'Bantul' } },
  customer_tags: { made: { customer_id: 1, tag: 'vip' }, changed: { tag: 'grosir' } },
  custom_fields: {
    made: { name: 'Hobi', name_key: 'hobi', type: 'text', created_at: at },
    changed: { name: 'Kesukaan' },
  },
  custom_values: {
    made: { customer_id: 1, field_id: 1, value: 'Mancing' },
    changed: { value: 'Memasak' },
  },
  customers_apart: {
    made: { customer_id: 1, other_id: 1, created_at: at },
    changed: { created_at: '2026-06-16T03:00:00.000Z' },
  },
  consents: {
    made: {
      customer_id: 1,
      purpose: 'offers',
      is_given: 1,
      said_on: '2026-06-01',
      way: 'shop',
      created_at: at,
    },
    changed: { note: 'Lewat telepon' },
  },
  products: { made: { name: 'Teh', name_key: 'teh', created_at: at }, changed: { unit: 'kg' } },
  products_apart: {
    made: { product_id: 1, other_id: 1, created_at: at },
    changed: { created_at: '2026-06-16T03:00:00.000Z' },
  },
  sales: {
    made: {
      match_key: '',
      sold_on: '2026-06-01',
      customer_id: 1,
      kind: 'sale',
      status: 'completed',
      total_minor: 5,
      revenue_minor: 5,
      is_purchase: 1,
      created_at: at,
    },
    changed: { status: 'returned' },
  },
  sale_lines: {
    made: { sale_id: 1, position: 1, product_id: 1, quantity_e4: 10_000, amount_minor: 5 },
    changed: { amount_minor: 7 },
  },
  payments: {
    made: { customer_id: 1, paid_on: '2026-06-02', amount_minor: 5, created_at: at },
    changed: { method: 'QRIS' },
  },
  payment_parts: {
    made: { payment_id: 1, sale_id: 1, amount_minor: 5 },
    changed: { amount_minor: 4 },
  },
  targets: {
    made: { month: '2026-06', amount_minor: 500, created_at: at },
    changed: { amount_minor: 600 },
  },
  segments: {
    made: { name: 'Kota', definition: '{"parts":[]}', created_at: at },
    changed: { name: 'Kota lama' },
  },
  campaigns: { made: campaign, changed: { goal: 'Datang lagi' } },
  campaign_members: {
    made: { campaign_id: 1, customer_id: 1, state: 'waiting', position: 0 },
    changed: { state: 'skipped', decided_at: at, decided_on: '2026-06-15' },
  },
  standing_campaigns: { made: standing, changed: { days: 3 } },
  standing_turns: {
    made: {
      ...{ standing_campaign_id: 1, customer_id: 1, occasion_on: '2026-06-15', state: 'sent' },
      ...{ decided_at: at, decided_on: '2026-06-15' },
    },
    changed: { state: 'skipped' },
  },
  surveys: { made: survey, changed: { handed_out: 40 } },
  survey_questions: {
    made: { survey_id: 1, position: 1, kind: 'words', text: 'Kenapa?' },
    changed: { text: 'Apa alasannya?' },
  },
  survey_answers: {
    made: {
      ...{ survey_id: 1, customer_id: 1, way: 'phone', outcome: 'answered' },
      ...{ answered_on: '2026-06-15', created_at: at },
    },
    changed: { answered_on: '2026-06-14' },
  },
  survey_values: {
    made: { answer_id: 1, question_id: 1, number: 2 },
    changed: { number: 3 },
  },
  notes: {
    made: { title: 'Antar', created_at: at, changed_at: at },
    changed: { text: 'Lewat belakang' },
  },
  note_pins: {
    made: { note_id: 1, cause: 'Apek', cause_key: 'apek' },
    changed: { cause: 'APEK' },
  },
  loyalty_rules: { made: pointRule, changed: { remind_days: 14 } },
  loyalty_tiers: {
    made: { name: 'Perak', reached_by: 'points', at_least: 3, created_at: at },
    changed: { gives: 'Kopi gratis' },
  },
  loyalty_rewards: {
    made: { name: 'Gelas', points: 2, created_at: at },
    changed: { name: 'Gelas besar' },
  },
  loyalty_entries: {
    made: {
      ...{ customer_id: 1, kind: 'corrected', points: 10, entered_on: '2026-06-02' },
      ...{ what: 'Kartu lama', created_at: at },
    },
    changed: { what: 'Kartu kertas' },
  },
  referral_rewards: {
    made: {
      ...{ customer_id: 1, about_id: 1, what: 'Kopi', noted_on: '2026-06-10', created_at: at },
    },
    changed: { given_on: '2026-06-12' },
  },
  prospects: {
    made: { customer_id: 1, title: 'Arisan', stage: 'contact', created_at: at },
    changed: { worth_minor: 700 },
  },
  prospect_stages: {
    made: { prospect_id: 1, stage: 'contact', entered_at: at, entered_on: '2026-06-15' },
    changed: { stage: 'need' },
  },
  interactions: {
    made: { customer_id: 1, channel: 'call', direction: 'in', happened_at: at, created_at: at },
    changed: { text: 'Tanya harga' },
  },
  follow_ups: {
    made: {
      customer_id: 1,
      cause: 'own',
      first_due_on: '2026-06-20',
      due_on: '2026-06-20',
      created_at: at,
    },
    changed: { due_on: '2026-06-21' },
  },
  complaints: { made: { ...complaint, number: 'K-2', customer_id: 1 }, changed: { title: 'Asam' } },
  complaint_events: {
    made: { complaint_id: 1, move: 'receive', to_state: 'received', at },
    changed: { note: 'Maaf' },
  },
  compensations: {
    made: {
      complaint_id: 1,
      customer_id: 1,
      kind: 'refund',
      amount_minor: 9,
      cost_minor: 9,
      is_within_authority: 1,
      given_on: '2026-06-15',
    },
    changed: { note: 'Tunai' },
  },
  corrective_actions: {
    made: {
      complaint_id: 1,
      what: 'Palet',
      due_on: '2026-06-20',
      check_on: '2026-07-20',
      created_at: at,
    },
    changed: { done_on: '2026-06-19' },
  },
  saved_filters: {
    made: { area: 'complaints', name: 'Berat', filter: '{}', created_at: at },
    changed: { name: 'Ringan' },
  },
  reviews: {
    made: { customer_id: 1, platform: 'google', posted_on: '2026-06-01', created_at: at },
    changed: { rating: 4 },
  },
  reply_templates: {
    made: {
      name: 'Maaf',
      language: 'id',
      thanks: 'a',
      standard: 'b',
      amends: 'c',
      created_at: at,
    },
    changed: { amends: 'd' },
  },
  guarantee_policies: {
    made: { product_id: 1, months: 12, covers: 'mesin', created_at: at },
    changed: { months: 6 },
  },
  claims: {
    made: {
      number: 'G-1',
      customer_id: 1,
      product_id: 1,
      claimed_at: at,
      problem: 'mati',
      verdict: 'covered',
      remedy: 'repair',
      created_at: at,
    },
    changed: { done_at: at },
  },
};

/** One customer, sale, line, product, payment, complaint, prospect, campaign, standing campaign, survey, how-to and own field, each with the id 1. */
export function fillWithOne(raw: RawHandle): void {
  addCustomer(raw, { name: 'Ratna' });
  const sale = addSale(raw, { customerId: 1, soldOn: '2026-06-01', revenueMinor: 5 });
  addLine(raw, sale, 'Kopi', 5);
  raw
    .prepare(
      'INSERT INTO payments (customer_id, paid_on, amount_minor, created_at) VALUES (1, ?, 5, ?)',
    )
    .run('2026-06-01', at);
  const columns = Object.keys({ ...complaint, number: '' }).join(', ');
  raw
    .prepare(`INSERT INTO complaints (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(...Object.values(complaint), 'K-1');
  raw.exec(`INSERT INTO prospects (customer_id, title, stage, created_at)
    VALUES (1, 'Kopi rapat', 'contact', '${at}')`);
  const places = Object.keys(campaign).map(() => '?');
  raw
    .prepare(
      `INSERT INTO campaigns (${Object.keys(campaign).join(', ')}) VALUES (${places.join(', ')})`,
    )
    .run(...Object.values(campaign));
  const settled = Object.keys(standing);
  raw
    .prepare(
      `INSERT INTO standing_campaigns (${settled.join(', ')}) VALUES (${settled.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(standing));
  raw.exec(`INSERT INTO custom_fields (name, name_key, type, created_at)
    VALUES ('Ukuran', 'ukuran', 'text', '${at}')`);
  raw.exec(`INSERT INTO surveys (name, thanks, created_at) VALUES ('Kepuasan', 'Terima kasih', '${at}');
    INSERT INTO survey_questions (survey_id, position, kind, text) VALUES (1, 0, 'stars', 'Puas?');
    INSERT INTO survey_answers (survey_id, customer_id, way, outcome, answered_on, created_at)
      VALUES (1, 1, 'paper', 'answered', '2026-06-14', '${at}');
    INSERT INTO notes (title, created_at, changed_at) VALUES ('Kemas', '${at}', '${at}');
    INSERT INTO note_pins (note_id, customer_id, product_id) VALUES (1, 1, NULL), (1, NULL, 1)`);
}

export async function shopOfOne(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  fillWithOne(shop.raw);
  return shop;
}

/** The same, and a row of every table. */
export function fillWithRows(raw: RawHandle): void {
  fillWithOne(raw);
  for (const [table, { made }] of Object.entries(journalledRows)) {
    const columns = Object.keys(made);
    const places = columns.map(() => '?').join(', ');
    raw
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
      .run(...Object.values(made));
  }
}
