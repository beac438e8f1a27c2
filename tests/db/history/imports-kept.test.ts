import { beforeEach, describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { openBatch, updateRow } from '#db/history/journal.ts';
import { findKeptRows, forgetKeptRows, keptRows } from '#db/queries/imports/kept.ts';
import { customersLosingRows, deleteMade } from '#db/queries/imports/undo.ts';

import type { OwnTable } from '#db/table-facts.ts';
import { journalledRows, shopOfOne } from '#tests/support/shop/journalled-rows.ts';

const at = '2026-06-15T03:00:00.000Z';
const importId = 7;
/** The import made one row of each of its tables, and these have this id; what was there before has the id 1. */
const made = 2;
/** Its contact and its date are the first there are. */
const first = 1;

type Values = Readonly<Record<string, string | number | null>>;

function insert(raw: RawHandle, table: string, values: Values): number {
  const columns = Object.keys(values);
  return Number(
    raw
      .prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(values)).lastInsertRowid,
  );
}

/** A row as `journalledRows` has it, with some values of its own. */
function add(raw: RawHandle, table: OwnTable, values: Values): number {
  return insert(raw, table, { ...journalledRows[table]?.made, ...values });
}

const brought = {
  customers: {},
  contact_points: { customer_id: made },
  customer_identifiers: { customer_id: made },
  addresses: { customer_id: made },
  customer_tags: { customer_id: made },
  products: {},
  sales: { customer_id: made },
  sale_lines: { sale_id: made, product_id: made },
  interactions: { customer_id: made },
  follow_ups: { customer_id: made },
  complaints: { customer_id: made, product_id: made, sale_id: made },
  compensations: { complaint_id: made, customer_id: made },
} as const satisfies Partial<Record<OwnTable, Values>>;

const ofCustomers = [
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
] as const;
const given: Readonly<Record<string, Values>> = { customer_tags: { tag: 'teh' } };

function bringImport(raw: RawHandle): void {
  insert(raw, 'imports', { id: importId, status: 'done', done_at: at, summary: '{}' });
  openBatch(raw, { kind: 'import', label: 'a.csv', at, importId });
  for (const [table, values] of Object.entries(brought) as [OwnTable, Values][])
    add(raw, table, { ...values, import_id: importId });
  add(raw, 'complaint_events', { complaint_id: made });
  // To what was there before it added something, too.
  for (const table of ofCustomers) add(raw, table, { ...given[table], import_id: importId });
  add(raw, 'compensations', { import_id: importId });
}

function edit(raw: RawHandle, table: OwnTable, id: number): void {
  const batch = openBatch(raw, { kind: 'edit', label: 'test', at });
  updateRow(raw, batch, { table, id }, journalledRows[table]?.changed ?? {});
}

/** What an undo keeps, by name, and what it leaves; nothing that is left refers to what is gone. */
function undo(raw: RawHandle) {
  findKeptRows(raw, importId);
  const kept = keptRows(raw);
  for (const _ of deleteMade(raw, importId));
  forgetKeptRows(raw);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const left = Object.keys(brought).flatMap((table) => {
    const rows = raw.prepare(`SELECT id FROM ${table} WHERE import_id = ?`).pluck().all(importId);
    return rows.map((id) => `${table} ${id}`);
  });
  const steps = raw.prepare('SELECT id FROM complaint_events WHERE complaint_id = ?').pluck();
  return { kept, left: [...left, ...steps.all(made).map((id) => `complaint_events ${id}`)] };
}

const customer = ['customers'];
const product = ['products'];
const sale = ['customers', 'products', 'sales'];
const complaint = [...sale, 'complaints'];

/** What has come to refer to a row of the import's, or was done to one, and what is kept by it. */
const cases: readonly (readonly [string, (raw: RawHandle) => unknown, readonly string[]])[] = [
  ['nothing', () => undefined, []],
  [
    'a number of its customer',
    (raw) => add(raw, 'contact_points', { customer_id: made }),
    customer,
  ],
  ['an identifier', (raw) => add(raw, 'customer_identifiers', { customer_id: made }), customer],
  ['an address', (raw) => add(raw, 'addresses', { customer_id: made }), customer],
  ['a tag', (raw) => add(raw, 'customer_tags', { customer_id: made, tag: 'kopi' }), customer],
  ['whom its customer brought', (raw) => add(raw, 'customers', { recommended_by: made }), customer],
  ['a sale to its customer', (raw) => add(raw, 'sales', { customer_id: made }), customer],
  ['a contact', (raw) => add(raw, 'interactions', { customer_id: made }), customer],
  ['a date', (raw) => add(raw, 'follow_ups', { customer_id: made }), customer],
  ['a review', (raw) => add(raw, 'reviews', { customer_id: made }), customer],
  ['a claim', (raw) => add(raw, 'claims', { customer_id: made }), customer],
  ['compensation', (raw) => add(raw, 'compensations', { customer_id: made }), customer],
  ['a complaint', (raw) => add(raw, 'complaints', { customer_id: made }), customer],
  ['an edit of its customer', (raw) => edit(raw, 'customers', made), customer],
  ['an edit of a number', (raw) => edit(raw, 'contact_points', made), customer],
  ['a line with its product', (raw) => add(raw, 'sale_lines', { product_id: made }), product],
  ['a promise', (raw) => add(raw, 'guarantee_policies', { product_id: made }), product],
  ['a claim for its product', (raw) => add(raw, 'claims', { product_id: made }), product],
  ['a complaint of its product', (raw) => add(raw, 'complaints', { product_id: made }), product],
  ['an edit of its product', (raw) => edit(raw, 'products', made), product],
  ['a line of its sale', (raw) => add(raw, 'sale_lines', { sale_id: made }), sale],
  ['a claim for its line', (raw) => add(raw, 'claims', { sale_line_id: made }), sale],
  ['a complaint of its sale', (raw) => add(raw, 'complaints', { sale_id: made }), sale],
  ['an edit of its sale', (raw) => edit(raw, 'sales', made), sale],
  ['an edit of its line', (raw) => edit(raw, 'sale_lines', made), sale],
  ['an action', (raw) => add(raw, 'corrective_actions', { complaint_id: made }), complaint],
  ['compensation for it', (raw) => add(raw, 'compensations', { complaint_id: made }), complaint],
  ['a contact about it', (raw) => add(raw, 'interactions', { complaint_id: made }), complaint],
  ['a date for it', (raw) => add(raw, 'follow_ups', { complaint_id: made }), complaint],
  ['a review of it', (raw) => add(raw, 'reviews', { complaint_id: made }), complaint],
  ['a claim with it', (raw) => add(raw, 'claims', { complaint_id: made }), complaint],
  ['its return', (raw) => add(raw, 'complaints', { came_back_from: made }), complaint],
  ['an edit of its complaint', (raw) => edit(raw, 'complaints', made), complaint],
  ['an edit of its step', (raw) => edit(raw, 'complaint_events', first), complaint],
  ['an edit of its compensation', (raw) => edit(raw, 'compensations', made), complaint],
  [
    'a draft of a reply',
    (raw) =>
      insert(raw, 'reply_drafts', {
        ...{ complaint_id: made, text: 'Maaf', started_at: at, updated_at: at },
      }),
    complaint,
  ],
  [
    'an edit of its contact',
    (raw) => edit(raw, 'interactions', first),
    ['customers', 'interactions'],
  ],
  ['an edit of its date', (raw) => edit(raw, 'follow_ups', first), ['customers', 'follow_ups']],
];

const named: Readonly<Record<string, { id: number; name: string }>> = {
  customers: { id: made, name: 'Budi' },
  products: { id: made, name: 'Teh' },
  sales: { id: made, name: '2026-06-01' },
  complaints: { id: made, name: 'K-2' },
  interactions: { id: first, name: 'Budi' },
  follow_ups: { id: first, name: 'Budi' },
};

/** Rows that stay with the rows that are named. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  customers: ofCustomers.map((table) => `${table} ${made}`),
  sales: [`sale_lines ${made}`],
  complaints: [`compensations ${made}`, `complaint_events ${first}`],
};

describe('an import that is taken back', () => {
  let raw: RawHandle;
  beforeEach(async () => {
    ({ raw } = await shopOfOne());
    raw.exec('BEGIN');
    for (const table of [...ofCustomers, 'compensations'] as const) add(raw, table, {});
    bringImport(raw);
  });

  it('keeps what something has come to refer to, or somebody has edited, and takes the rest away', () => {
    for (const [name, happens, kept] of cases) {
      raw.exec('SAVEPOINT one');
      happens(raw);
      const left = kept.flatMap((entity) => [
        `${entity} ${named[entity]?.id}`,
        ...(partsOf[entity] ?? []),
      ]);
      const undone = undo(raw);
      expect(undone.kept, name).toEqual(kept.map((entity) => ({ entity, ...named[entity] })));
      expect(undone.left.toSorted(), name).toEqual(left.toSorted());
      raw.exec('ROLLBACK TO one; RELEASE one');
    }
  });

  it('names who has no name by the phone, wherever a customer gives a row its name', () => {
    raw.prepare("UPDATE customers SET name = '' WHERE id = ?").run(made);
    edit(raw, 'interactions', first);
    expect(undo(raw).kept).toEqual([
      { entity: 'customers', id: made, name: '+62811' },
      { entity: 'interactions', id: first, name: '+62811' },
    ]);
  });

  it('keeps what it gave to others once somebody has edited it, and says who loses the rest', () => {
    expect(customersLosingRows(raw, importId)).toEqual([1]);
    for (const table of [...ofCustomers, 'compensations'] as const) {
      raw.exec('SAVEPOINT one');
      edit(raw, table, made + 1);
      expect(undo(raw), table).toEqual({ kept: [], left: [`${table} ${made + 1}`] });
      raw.exec('ROLLBACK TO one; RELEASE one');
    }
  });

  it('keeps nothing for a change that an import made which was itself taken back', () => {
    const other = insert(raw, 'imports', { status: 'undone', done_at: at, summary: '{}' });
    const batch = openBatch(raw, { kind: 'import', label: 'b.csv', at, importId: other });
    updateRow(raw, batch, { table: 'customers', id: made }, { note: 'Kopi' });
    const kept = () => {
      findKeptRows(raw, importId);
      return keptRows(raw).map(({ entity }) => entity);
    };
    expect(kept()).toEqual(['customers']);
    raw.prepare('UPDATE batches SET undone_at = ? WHERE id = ?').run(at, batch);
    expect(kept()).toEqual([]);
  });
});
