import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applicationId, openConnection, type RawHandle } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readSchema } from '#db/schema/snapshot.ts';
import { addCustomer, addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { startShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const snapshot = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../db/schema/snapshot.json', import.meta.url)), 'utf8'),
) as { objects: Record<string, string> };

/** A shop as the first version of the app left it: its schema, and a few rows in it. */
async function firstVersionShop(path: string): Promise<void> {
  const { raw, close } = openConnection(path, { isNew: true });
  raw.exec(migrations[0]?.sql ?? '');
  raw.pragma(`application_id = ${applicationId}`);
  raw.pragma('user_version = 1');
  const ratna = addCustomer(raw, { name: 'Ratna', phones: ['+628125550137'], tags: ['kantor'] });
  addLine(
    raw,
    addSale(raw, { customerId: ratna, soldOn: '2026-05-01', revenueMinor: 500 }),
    'Kopi',
    500,
  );
  // What is counted today asks for what it has no column for: its own figures, as it kept them.
  raw.exec(
    `INSERT INTO customer_figures (customer_id, purchases, revenue_minor, layer)
     SELECT id, 1, 500, 'top' FROM customers`,
  );
  await close();
}

/** Every row of the tables that the first version knew. */
function rowsOf(raw: RawHandle): Record<string, unknown[]> {
  const tables = [
    'customers',
    'contact_points',
    'customer_tags',
    'products',
    'sales',
    'sale_lines',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]),
  );
}

describe('a shop of the first version', () => {
  it('gets the newest schema after one checked copy, with every row as it was', async () => {
    const path = join(tempFolder(), 'langgan.db');
    await firstVersionShop(path);
    const { raw, close } = openConnection(path);
    onTestFinished(() => close());
    const before = rowsOf(raw);
    let copies = 0;
    await migrate(raw, async () => {
      copies += 1;
    });
    expect(copies).toBe(1);
    expect(readSchema(raw).objects).toEqual(snapshot.objects);
    // Later columns are added; none that was there has lost or changed anything.
    expect(rowsOf(raw)).toMatchObject(before);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('opens in the app, with a backup of before in its folder', async () => {
    const folder = tempFolder();
    await firstVersionShop(join(folder, 'langgan.db'));
    const shop = await startShop(folder);
    expect((await shop.ask('customers.list', {})).rows.map(({ name }) => name)).toEqual(['Ratna']);
    const { last } = await shop.ask('backups.last', {});
    expect(last).toMatchObject({ cause: 'migration', schemaVersion: 1, customers: 1 });
  });

  it('takes back what its returns said, gives out no id twice, and counts anew', async () => {
    const folder = tempFolder();
    const path = join(folder, 'langgan.db');
    await firstVersionShop(path);
    const first = openConnection(path);
    const back = addSale(first.raw, { customerId: 1, soldOn: '2026-05-02', revenueMinor: -200 });
    first.raw
      .prepare("UPDATE sales SET kind = 'return', status = ?, revenue_minor = 0 WHERE id = ?")
      .run('returned', back);
    const gone = addSale(first.raw, { customerId: 1, soldOn: '2026-05-03', revenueMinor: 900 });
    first.raw.prepare('DELETE FROM sales WHERE id = ?').run(gone);
    await first.close();
    const shop = await startShop(folder);
    await shop.ask('insights.refresh', {});
    const { rows } = await shop.ask('customers.list', {});
    expect(rows.map(({ revenueMinor }) => revenueMinor)).toEqual([300]);
    await shop.app.close();
    const after = openConnection(path);
    onTestFinished(() => after.close());
    const next = addSale(after.raw, { customerId: 1, soldOn: '2026-05-04', revenueMinor: 100 });
    expect(next).toBeGreaterThan(gone);
  });
});
