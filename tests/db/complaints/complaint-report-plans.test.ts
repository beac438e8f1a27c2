import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import {
  compensationsFor,
  complaintsAround,
  defectsAround,
  purchasesBetween,
  unitsSold,
} from '#db/queries/complaints/report.ts';
import type { Schema } from '#db/schema/schema.ts';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const [from, to] = ['2026-01-01', '2026-01-31'];
const asks: [string, (db: ReadHandle) => Promise<unknown>, RegExp][] = [
  ['complaints', (db) => complaintsAround(db, from, to), /complaints_received/],
  ['compensations', (db) => compensationsFor(db, [1, 2]), /compensations_complaint/],
  ['defects', (db) => defectsAround(db, from, to), /claims_claimed/],
  ['units sold', (db) => unitsSold(db, [1, 2], from, to), /sale_lines_product/],
  ['purchases', (db) => purchasesBetween(db, from, to), /sales_customer/],
];

test.each(asks)(
  '%s of a span are found by an index, never by reading a table through',
  async (_name, ask, index) => {
    const shop = await tempDatabase();
    const size = { customers: 40, products: 6, sales: 600, complaints: 200, claims: 60 };
    fillWithComplaints(shop.raw, drawFrom(3), size);
    shop.raw.exec('ANALYZE');
    const steps: string[] = [];
    const database = new Sqlite(shop.path);
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database }),
      log: ({ query }) => {
        const plan = shop.raw.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.parameters);
        steps.push(...plan.map((step) => String((step as { detail: unknown }).detail)));
      },
    });
    await ask(db);
    await db.destroy();
    expect(steps.join('\n')).toMatch(index);
    const scans = steps.filter((step) =>
      /^SCAN (complaints|compensations|claims|sale_lines|sales|k|l|s)\b/.test(step),
    );
    expect(scans.filter((step) => !step.includes('INDEX'))).toEqual([]);
  },
);
