import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { liesOpen } from '#db/file/protection.ts';
import { type Startup, startUp } from '#electron/startup.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { SalvageReport } from '#shared/contract/restore/salvage.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { numbersFrom, spoilPage, wholeShop } from '#tests/support/shop/damaged-shop.ts';
import { type TestMachine, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';

const corrupt = { code: 'STORAGE', reason: 'corrupt' };

interface Opened {
  readonly app: Startup;
  ask<N extends ChannelName>(channel: N, input: Input<N>, callId?: string): Promise<Output<N>>;
  fail(channel: ChannelName, input?: unknown): Promise<unknown>;
}

async function start(folder: string, machine: TestMachine = testMachine()): Promise<Opened> {
  const app = await startUp(machine.platform, {
    locate: async () => ({ path: folder, isMissing: false }),
    checksOutput: true,
    backsUpAtQuit: false,
  });
  onTestFinished(() => app.close());
  const send = (channel: string, input: unknown, callId: string = channel) =>
    app.dispatch({ channel, input, callId });
  return {
    app,
    ask: async (channel, input, callId) => {
      const result = await send(channel, input, callId);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    fail: async (channel, input = {}) => {
      const result = await send(channel, input);
      return result.ok ? null : result.error;
    },
  };
}

/** The files of a folder with what is in them, but for the locks. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile() && !file.name.endsWith('.lock'))
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1), readFileSync(path).toString('base64')];
      }),
  );
}

function spoil(database: string, pages: readonly number[]): Buffer {
  const bytes = readFileSync(database);
  const random = numbersFrom(5);
  for (const page of pages) spoilPage(bytes, page, (below) => (below === 4 ? 1 : random(below)));
  writeFileSync(database, bytes);
  return bytes;
}

/** Pages of a table, the ways down to its rows before them. */
function pagesOf(raw: RawHandle, table: string): number[] {
  return raw
    .prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pagetype, pageno')
    .pluck()
    .all(table) as number[];
}

/** A shop whose first page and a page of its customers are noise. */
async function damagedShop() {
  const shop = await wholeShop(7, 300);
  const { raw, close } = openConnection(shop.database);
  raw.exec(`INSERT OR REPLACE INTO settings VALUES ('shopName', '"Sekar"'), ('language', '"en"'),
    ('timeZone', '"Asia/Jakarta"'), ('isSetUp', 'true')`);
  const pages = [1, pagesOf(raw, 'customers').at(-1) ?? 0];
  raw.pragma('wal_checkpoint(TRUNCATE)');
  await close();
  return { ...shop, bytes: spoil(shop.database, pages) };
}

function kindOf(report: SalvageReport | null, name: SalvageReport['kinds'][number]['kind']) {
  return report?.kinds.find(({ kind }) => kind === name);
}

describe('what can be read of a damaged file', () => {
  it('is said kind by kind before anything changes, and is the shop afterwards', async () => {
    const shop = await damagedShop();
    const door = await start(shop.folder);
    expect(door.app.started).toEqual({ ok: false, error: corrupt });
    const before = contents(shop.folder);
    const report = await door.ask('restore.salvage', {});
    const { 'langgan.db.restored': waits, ...others } = contents(shop.folder);
    expect(others).toEqual(before);
    expect(waits).toBeTypeOf('string');
    const customers = kindOf(report, 'customers');
    expect(customers?.lost).toBeGreaterThan(20);
    expect((customers?.saved ?? 0) + (customers?.lost ?? 0)).toBe(shop.rows.get('customers')?.size);
    expect(report).toMatchObject({
      ...{ shopName: 'Sekar', timeZone: 'Asia/Jakarta', since: null, partial: 0 },
      ...{ customers: customers?.saved, sales: shop.rows.get('sales')?.size },
      named: { customers: customers?.lost },
    });
    const { setAside } = await door.ask('restore.takeSalvaged', {});
    expect(readFileSync(join(setAside ?? '', 'langgan.db')).equals(shop.bytes)).toBe(true);
    const { customers: shown } = await door.ask('settings.get', {});
    const { raw, close } = openConnection(shop.database, { readonly: true });
    const inTrash = raw
      .prepare('SELECT count(*) FROM customers WHERE deleted_at IS NOT NULL')
      .pluck();
    expect(shown + Number(inTrash.get())).toBe(shop.rows.get('customers')?.size);
    const unknown = raw.prepare(
      "SELECT count(*) FROM customers WHERE name LIKE 'Unknown customer no. %'",
    );
    expect(unknown.pluck().get()).toBe(customers?.lost);
    await close();
    const found = await door.ask('search.find', { text: 'Pelanggan 200' } as never);
    expect(JSON.stringify(found)).toContain('Pelanggan 200');
    expect(existsSync(`${shop.database}.restored`)).toBe(false);
  });

  it('is held against the newest backup, with what was entered after it', async () => {
    const shop = await wholeShop(7, 30);
    const { raw, close } = openConnection(shop.database);
    const at = '2026-06-14T11:00:00.000Z';
    await makeBackup(raw, {
      ...{ folder: join(shop.folder, 'backups'), cause: 'manual', at },
      ...{ appVersion: '1.0.0', timeZone: 'Asia/Jakarta' },
    });
    const later = addCustomer(raw, { name: 'Sri' });
    const sale = addSale(raw, { customerId: later, soldOn: '2026-06-15', revenueMinor: 5 });
    raw.exec(`UPDATE customers SET created_at = '2026-06-15T01:00:00.000Z' WHERE id = ${later};
      UPDATE sales SET created_at = '2026-06-15T01:00:00.000Z' WHERE id = ${sale};`);
    const after = raw.prepare('SELECT count(*) FROM sales WHERE created_at > ?').pluck().get(at);
    finishShop(raw);
    await close();
    spoil(shop.database, [1]);
    const door = await start(shop.folder);
    const newest = (await door.ask('backups.rescue', {}))?.newest;
    const report = await door.ask('restore.salvage', {});
    expect(report?.customers).toBe((newest?.customers ?? 0) + 1);
    expect(report?.sales).toBe((newest?.sales ?? 0) + 1);
    expect(report?.since?.sales).toBe(after);
    expect(report?.since?.customers).toBeGreaterThan(0);
  });

  it('is nothing where the file holds nothing of ours: that is said, and nothing changes', async () => {
    const shop = await wholeShop(7, 1);
    writeFileSync(shop.database, Buffer.alloc(20_000, 0x55));
    const door = await start(shop.folder);
    const before = contents(shop.folder);
    expect(await door.ask('restore.salvage', {})).toBeNull();
    expect(contents(shop.folder)).toEqual(before);
    const gone = { code: 'CONFLICT', reason: 'salvage-gone' };
    expect(await door.fail('restore.takeSalvaged')).toEqual(gone);
  });

  it('waits as it was seen, or is not taken', async () => {
    const shop = await damagedShop();
    const door = await start(shop.folder);
    const gone = { code: 'CONFLICT', reason: 'salvage-gone' };
    expect(await door.fail('restore.takeSalvaged')).toEqual(gone);
    await door.ask('restore.salvage', {});
    // A try to open the shop drops what waits: it is of no swap that was begun.
    expect(await door.fail('backups.openAgain')).toEqual(corrupt);
    expect(await door.fail('restore.takeSalvaged')).toEqual(gone);
    await door.ask('restore.salvage', {});
    const beside = `${shop.database}.restored`;
    writeFileSync(beside, readFileSync(beside).fill(0xa5, 5000, 5010));
    expect(await door.fail('restore.takeSalvaged')).toEqual(gone);
    expect(readFileSync(shop.database).equals(shop.bytes)).toBe(true);
  });

  it('leaves nothing behind where reading is stopped', async () => {
    const shop = await damagedShop();
    const door = await start(shop.folder);
    const before = contents(shop.folder);
    const seen = Promise.withResolvers<void>();
    door.app.onEvent(({ type }) => {
      if (type === 'progress') seen.resolve();
    });
    const reading = door.fail('restore.salvage');
    await seen.promise;
    await door.ask('tasks.cancel', { callId: 'restore.salvage' });
    expect(await reading).toEqual({ code: 'CANCELLED' });
    expect(contents(shop.folder)).toEqual(before);
    expect(await door.ask('restore.salvage', {})).not.toBeNull();
  });
});

describe('a shop that opens though it is damaged', () => {
  it('is closed for it only where it was found to be damaged, and can be opened again', async () => {
    const shop = await wholeShop(7, 300);
    const whole = await start(shop.folder);
    const refused = { code: 'CONFLICT', reason: 'shop-whole' };
    expect(await whole.fail('restore.closeDamaged')).toEqual(refused);
    await whole.app.close();
    const looked = openConnection(shop.database);
    const page = pagesOf(looked.raw, 'sales').at(-1) ?? 0;
    looked.raw.pragma('wal_checkpoint(TRUNCATE)');
    await looked.close();
    spoil(shop.database, [page]);
    const door = await start(shop.folder);
    expect(door.app.started.ok).toBe(true);
    await door.ask('backups.check', {});
    await door.ask('restore.closeDamaged', {});
    expect(await door.fail('settings.get')).toEqual(corrupt);
    await door.ask('backups.openAgain', {});
    expect(await door.ask('settings.get', {})).toMatchObject({ customers: expect.any(Number) });
    await door.ask('restore.closeDamaged', {});
    const sales = kindOf(await door.ask('restore.salvage', {}), 'sales');
    expect(sales?.lost).toBeGreaterThan(10);
    expect((sales?.saved ?? 0) + (sales?.lost ?? 0)).toBe(shop.rows.get('sales')?.size);
    await door.ask('restore.takeSalvaged', {});
    expect(await door.ask('backups.trouble', {})).toMatchObject({ shopDamagedAt: null });
    expect(await door.ask('backups.check', {})).toMatchObject({ isShopWhole: true });
  });

  it('and is protected gives what its whole pages hold, and is protected again', async () => {
    const made = await tempShop((raw) => {
      for (let at = 0; at < 400; at += 1) addCustomer(raw, { name: `Pelanggan ${at}` });
      finishShop(raw);
    });
    await made.ask('customers.create', { ...EMPTY_FACTS, name: 'Ratna' });
    await made.ask('settings.update', { shopName: 'Sekar', language: 'en' });
    await made.ask('password.set', { password: 'kopi susu gula aren' });
    // Protected, it was written anew: its pages are others.
    const looked = openConnection(made.database, { readonly: true });
    const page = pagesOf(looked.raw, 'customers').at(-2) ?? 0;
    await looked.close();
    await made.app.close();
    const bytes = spoil(made.database, [page]);
    const door = await start(made.folder);
    expect(await door.fail('restore.salvage')).toEqual({ code: 'STORAGE', reason: 'protected' });
    await door.ask('password.unlock', { secret: 'kopi susu gula aren' });
    await door.ask('backups.check', {});
    await door.ask('restore.closeDamaged', {});
    const report = await door.ask('restore.salvage', {});
    expect(report?.pages).toBeNull();
    const customers = kindOf(report, 'customers');
    expect((customers?.saved ?? 0) + (customers?.lost ?? 0)).toBe(401);
    expect(customers?.lost).toBeGreaterThan(10);
    expect(customers?.lost).toBeLessThan(80);
    const { setAside } = await door.ask('restore.takeSalvaged', {});
    expect(readFileSync(join(setAside ?? '', 'langgan.db')).equals(bytes)).toBe(true);
    expect(liesOpen(made.database)).toBe(false);
    expect(await door.ask('settings.get', {})).toMatchObject({ customers: customers?.saved });
    const staging = join(made.folder, 'staging');
    expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
  });
});
