import { expect, test } from 'vitest';
import {
  customersFew,
  customersMany,
  markedTables,
  ownTables,
  trashTables,
} from '#db/table-facts.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';
import { tableProblems } from '#tests/support/table-problems.ts';

test('the registry of tables says what the schema says', async () => {
  const { raw } = await tempDatabase();
  expect(tableProblems(raw)).toEqual([]);
});

test.each([
  ['CREATE TABLE vouchers (id INTEGER PRIMARY KEY) STRICT', /^vouchers: .*add .* entry/],
  [
    'ALTER TABLE sales ADD COLUMN voucher_id INTEGER REFERENCES compensations (id)',
    /^sales: refersTo .*voucher_id → compensations/,
  ],
  ['ALTER TABLE customer_tags ADD COLUMN deleted_at TEXT', /^customer_tags: carries .*deleted_at/],
  ['ALTER TABLE products RENAME COLUMN sku TO code', /^products: plan names sku/],
  ['DROP TABLE notices', /^notices: no migration makes it/],
  ['DROP INDEX sales_customer', /^sales: sales_customer is no index/],
])('a schema that it does not know is named: %s', async (change, sentence) => {
  const { raw } = await tempDatabase();
  raw.pragma('foreign_keys = OFF');
  raw.exec(change);
  expect(tableProblems(raw).filter((problem) => sentence.test(problem))).toHaveLength(1);
});

test('what is derived from it is what it was by hand', () => {
  expect(ownTables).toHaveLength(45);
  expect(markedTables.toSorted()).toEqual([
    'addresses',
    'compensations',
    'complaints',
    'contact_points',
    'custom_fields',
    'custom_values',
    'customer_identifiers',
    'customer_tags',
    'customers',
    'follow_ups',
    'interactions',
    'payments',
    'products',
    'reviews',
    'sale_lines',
    'sales',
  ]);
  expect(customersFew.toSorted()).toEqual([
    'addresses',
    'compensations',
    'complaints',
    'contact_points',
    'custom_values',
    'customer_identifiers',
    'customer_tags',
    'follow_ups',
    'payments',
    'reviews',
  ]);
  expect(customersMany).toEqual([
    { table: 'sales', index: 'sales_customer' },
    { table: 'interactions', index: 'interactions_owner' },
  ]);
});

test('whatever goes to the trash is a kind of thing there, with an index by which it is listed', async () => {
  expect(trashKinds.toSorted()).toEqual(trashTables.toSorted());
  const { raw } = await tempDatabase();
  const deletable = raw
    .prepare(
      `SELECT m.name FROM sqlite_schema m CROSS JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'deleted_at' ORDER BY m.name`,
    )
    .pluck()
    .all();
  expect(deletable).toEqual(trashKinds.toSorted());
  for (const kind of trashKinds) {
    const columns = raw
      .prepare('SELECT name FROM pragma_index_info(?)')
      .pluck()
      .all(`${kind}_trash`);
    // One that was merged into another is passed over without reading it.
    const more = kind === 'customers' ? ['merged_into'] : [];
    expect(columns, kind).toEqual(['deleted_at', 'id', ...more]);
  }
});
