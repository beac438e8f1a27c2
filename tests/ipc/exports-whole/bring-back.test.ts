import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { createAt, migrate, newestVersion } from '#db/file/migrate.ts';
import { carriedTables } from '#db/table-facts.ts';
import { AppFailure } from '#shared/errors.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { fillRandomShop } from '#tests/support/shop/random-shop.ts';
import {
  bringInto,
  changeFile,
  changeManifest,
  exportInto,
  writeFolder,
} from '#tests/support/shop/whole-folder.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

let from: DirectShop;
let to: DirectShop;
let folder = '';
beforeEach(async () => {
  from = await directShop();
  to = await directShop();
  fillRandomShop(from.raw, 7);
  folder = await exportInto(from);
});

/** Why a folder was not brought in; the shop it was meant for is as it was, and nothing is left. */
async function refusal(path = folder): Promise<unknown> {
  const before = wholeDump(to.raw);
  const error: unknown = await bringInto(to, path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppFailure)) throw error ?? new Error('was brought in');
  expect(wholeDump(to.raw)).toEqual(before);
  const { unfinished } = to.prepared as { unfinished: string };
  const staging = dirname(unfinished);
  expect(
    readdirSync(dirname(staging)).flatMap((name) => readdirSync(join(dirname(staging), name))),
  ).toEqual([]);
  return error.error;
}

const bad = (problem: string, file: string, at = '') => ({ code: 'BAD_EXPORT', problem, file, at });
const conflict = (reason: string) => ({ code: 'CONFLICT', reason });

describe('a folder that is not as it was exported', () => {
  it('is refused, with the file that was changed', async () => {
    changeFile(folder, 'settings', (text) => text.replace('Sekar', 'Bagas'));
    expect(await refusal()).toEqual(bad('changed', 'csv/settings.csv'));
  });

  it('is refused, with the file that is missing', async () => {
    rmSync(join(folder, 'csv', 'sales.csv'));
    expect(await refusal()).toEqual(bad('missing', 'csv/sales.csv'));
    symlinkSync('/etc/hostname', join(folder, 'csv', 'sales.csv'));
    expect(await refusal()).toEqual(bad('missing', 'csv/sales.csv'));
  });

  it('is refused, with the line that cannot be read', async () => {
    changeFile(folder, 'targets', (text) => `${text}x,2026-07,5,2026-01-01T00:00:00.000Z\r\n`);
    expect(await refusal()).toEqual(bad('line', 'csv/targets.csv', '3'));
    folder = await exportInto(from);
    changeFile(folder, 'targets', (text) => `${text}"2,2026-07\r\n`);
    expect(await refusal()).toEqual(bad('line', 'csv/targets.csv', '3'));
    folder = await exportInto(from);
    changeFile(folder, 'claims', (text) => text.replace(',covered,', ',perhaps,'));
    expect(await refusal()).toMatchObject({ problem: 'line', file: 'csv/claims.csv' });
  });

  it('is refused where rows are gone from its end', async () => {
    changeFile(folder, 'payment_parts', (text) => text.slice(0, text.indexOf('\r\n') + 2), true);
    expect(await refusal()).toEqual(bad('changed', 'csv/payment_parts.csv'));
  });

  it('is refused where its list of files was changed or cannot be read', async () => {
    changeManifest(folder, ({ tables }) => tables.pop());
    expect(await refusal()).toEqual(bad('missing', 'csv/journal.csv'));
    changeManifest(folder, (found) => {
      found.tables = [{ ...found.tables[0], table: '../x' } as (typeof found.tables)[number]];
    });
    expect(await refusal()).toEqual(bad('changed', 'manifest.json'));
  });

  it('is refused where it holds what this version does not know', async () => {
    changeManifest(folder, ({ tables }) => tables[0]?.columns.push('shoe_size'));
    expect(await refusal()).toEqual(bad('column', 'csv/customers.csv', 'shoe_size'));
    folder = await exportInto(from);
    changeManifest(folder, ({ tables }) => {
      const [first] = tables;
      if (first !== undefined) tables.push({ ...first, table: 'vouchers' });
    });
    expect(await refusal()).toEqual(bad('table', 'csv/vouchers.csv'));
    changeManifest(folder, (found) => {
      found.schemaVersion = newestVersion + 1;
    });
    expect(await refusal()).toEqual(conflict('export-newer'));
  });

  it('is refused where somebody made its files no longer belong together', async () => {
    changeFile(folder, 'claims', (text) => text.replace(/(\r\n\d+,[^,]*),\d+,/, '$1,99999,'), true);
    expect(await refusal()).toEqual(bad('changed', 'csv/claims.csv'));
  });

  it('never lets a history in that undo would carry out as something else', async () => {
    for (const key of ['note = 1; --', 'note"', 'shoe_size']) {
      folder = await exportInto(from);
      const odd = JSON.stringify({ [key]: 1 }).replaceAll('"', '""');
      changeFile(folder, 'journal', (text) => text.replaceAll('{""id"":900}', odd), true);
      expect(await refusal()).toEqual(bad('changed', 'csv/journal.csv'));
    }
    folder = await exportInto(from);
    changeFile(folder, 'journal', (text) => text.replaceAll('{""id"":900}', '{""id"":[1]}'), true);
    expect(await refusal()).toEqual(bad('changed', 'csv/journal.csv'));
  });

  it('is told from a folder of something else', async () => {
    expect(await refusal(tempFolder())).toEqual(conflict('folder-no-export'));
    expect(await refusal(join(folder, 'csv'))).toEqual(conflict('folder-no-export'));
  });
});

describe('the shop it is brought into', () => {
  it('must hold nothing', async () => {
    addCustomer(to.raw, { name: 'Budi', deletedAt: '2026-06-01T00:00:00.000Z' });
    expect(await refusal()).toEqual(conflict('shop-not-empty'));
  });

  it('may have been set up, imported into and emptied: what the folder has takes its place', async () => {
    to.raw.exec(`
      INSERT INTO settings VALUES ('shopName', '"Baru"'), ('activeMonths', '3');
      INSERT INTO imports (status, done_at, summary) VALUES ('undone', '', '{}');
      INSERT INTO batches (kind, label, at, import_id) VALUES ('import', 'x', '', 1);
      INSERT INTO journal (batch_id, entity, entity_id, after) VALUES (1, 'customers', 1, '{"id":1}');`);
    const counts = await bringInto(to, folder);
    expect(logicalDumpHash(to.raw)).toBe(logicalDumpHash(from.raw));
    const count = (table: string) =>
      Number(from.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(counts).toEqual({
      customers: count('customers'),
      sales: count('sales'),
      language: 'id',
      rows: carriedTables.reduce((sum, table) => sum + count(table), 0),
    });
    expect(counts?.customers).not.toBe(counts?.sales);
  });

  it('finds, counts, locks and undoes as the one it came from', async () => {
    const shop = await directShop();
    const id = addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+6281234567890'] });
    addLine(
      shop.raw,
      addSale(shop.raw, { customerId: id, soldOn: '2026-06-01', revenueMinor: 500 }),
      'Kopi',
      500,
    );
    finishShop(shop.raw);
    const facts = {
      ...(await shop.ask('customers.get', { id: id as never })).facts,
      note: 'Suka kopi',
    };
    const { expected } = { expected: { ...facts, note: null } };
    const changed = await shop.ask('customers.update', {
      id: id as never,
      expected,
      facts,
    } as never);
    expect(changed).not.toBeNull();
    await bringInto(to, await exportInto(shop));
    const list = await to.ask('customers.list', { filter: { search: 'ratna kus' } } as never);
    expect(list.rows).toMatchObject([{ name: 'Ratna Kusuma', revenueMinor: 500, purchases: 1 }]);
    const last = await to.ask('history.last', {});
    await to.ask('history.undo', { batchId: last?.id as never });
    expect(to.raw.prepare('SELECT note FROM customers').pluck().get()).toBeNull();
    const next = Number(
      to.raw.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'customers'").pluck().get(),
    );
    expect(next).toBe(id);
  });
});

describe('a folder of an earlier version', () => {
  it('becomes what its shop would have become', async () => {
    for (const version of [1, 2, 3, newestVersion - 1]) {
      const path = join(tempFolder(), 'old.db');
      const { raw, close } = openConnection(path, { isNew: true });
      createAt(raw, version);
      const ratna = addCustomer(raw, { name: 'Ratna; "R"', tags: ['kantor'], note: '' });
      const sale = addSale(raw, { customerId: ratna, soldOn: '2026-05-01', revenueMinor: 500 });
      addLine(raw, sale, 'Kopi', 500);
      raw.exec("INSERT INTO settings VALUES ('shopName', '\"Sekar\"')");
      const has = (table: string) =>
        raw.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
      const old = writeFolder(raw, carriedTables.filter(has), version);
      await migrate(raw, async () => undefined);
      const shop = await directShop();
      await bringInto(shop, old);
      expect(logicalDumpHash(shop.raw), `version ${version}`).toBe(logicalDumpHash(raw));
      await close();
    }
  });

  it('leaves a column that it lacks as a new row has it', async () => {
    from.raw.exec(
      "UPDATE products SET is_active = 0; UPDATE sale_lines SET note = 'dingin' WHERE id = 1",
    );
    const lacking = { products: 'is_active', sale_lines: 'note' };
    await bringInto(to, writeFolder(from.raw, carriedTables, newestVersion, lacking));
    expect(logicalDumpHash(to.raw)).not.toBe(logicalDumpHash(from.raw));
    expect(to.raw.prepare('SELECT DISTINCT is_active FROM products').pluck().all()).toEqual([1]);
    expect(to.raw.prepare('SELECT count(note) FROM sale_lines').pluck().get()).toBe(0);
  });
});
