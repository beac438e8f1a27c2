import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import type { TaskProcess } from '#electron/context.ts';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const ratna = 1 as CustomerId;

function fill(raw: RawHandle): void {
  const id = addCustomer(raw, { name: 'Ratna; "Sleman"', phones: ['+6281255500137'] });
  addCustomer(raw, { name: 'Budi' });
  const sale = addSale(raw, {
    customerId: id,
    soldOn: '2026-05-02',
    revenueMinor: 27_500_000,
    number: 'INV-1',
  });
  addLine(raw, sale, 'Kopi Susu', 20_000_000);
  addLine(raw, sale, 'Roti', 7_500_000);
  addSale(raw, { customerId: id, soldOn: '2026-06-02', revenueMinor: -500_000, kind: 'return' });
  addSale(raw, { customerId: null, soldOn: '2026-06-03', revenueMinor: 1_000_000 });
  finishShop(raw);
}

/** A task process that a test plays itself: it answers when the test says so. */
function puppet() {
  const sent: { type: string; callId: string; channel?: string }[] = [];
  let listener: (message: unknown) => void = () => undefined;
  let exit: (code: number | null) => void = () => undefined;
  const process: TaskProcess = {
    pid: undefined,
    send: (message) => void sent.push(message as (typeof sent)[number]),
    onMessage: (given) => {
      listener = given;
    },
    onExit: (given) => {
      exit = given;
    },
    kill: () => exit(null),
  };
  return { process, sent, say: (message: object) => listener(message), die: () => exit(137) };
}

async function puppetShop() {
  const machine = testMachine();
  const tasks = puppet();
  const platform = { ...machine.platform, forkTasks: () => tasks.process };
  const shop = await startShop(tempFolder(), { ...machine, platform });
  await expect.poll(() => tasks.sent.length, { timeout: 50_000 }).toBe(1);
  const [refresh] = tasks.sent;
  tasks.say({
    type: 'ended',
    callId: refresh?.callId,
    result: { ok: true, value: { customers: 0 } },
  });
  // Nothing was counted: it is asked for once more, and is left at that.
  await expect.poll(() => tasks.sent.length, { timeout: 50_000 }).toBe(2);
  return { shop, tasks };
}

describe('reports and reading', () => {
  it('answer from the task process what one customer and the shop are worth', async () => {
    const shop = await tempShop(fill);
    const worth = await shop.ask('insights.customerWorth', { customerId: ratna });
    expect(worth.historic).toMatchObject({ purchases: 1, returns: 1, returnsMinor: 500_000 });
    expect(worth.formula?.valueMinor).toBe(27_000_000);
    expect(worth.months.at(-1)).toEqual({ month: '2026-06', revenueMinor: -500_000 });
    const pyramid = await shop.ask('insights.pyramid', {});
    expect(pyramid).toMatchObject({ anonymousRevenueMinor: 1_000_000, active: 1 });
    expect(await shop.ask('insights.worth', {})).toMatchObject({
      customers: 1,
      totalMinor: 27_000_000,
    });
    expect(await shop.ask('insights.refresh', {})).toEqual({ customers: 2 });
  });

  it('shows sales and their lines', async () => {
    const shop = await tempShop(fill);
    const { rows, next } = await shop.ask('sales.ofCustomer', { customerId: ratna, limit: 1 });
    expect(rows).toMatchObject([{ kind: 'return', lineCount: 0, products: [] }]);
    const rest = await shop.ask('sales.ofCustomer', { customerId: ratna, after: next });
    expect(rest).toMatchObject({ rows: [{ products: ['Kopi Susu', 'Roti'] }], next: null });
    const sale = await shop.ask('sales.get', { id: rest.rows[0]?.id as SaleId });
    expect(sale).toMatchObject({ lines: [{ product: 'Kopi Susu' }, { product: 'Roti' }] });
  });
});

describe('tasks', () => {
  it('a backup is made, checked and shown', async () => {
    const shop = await tempShop(fill);
    expect(await shop.ask('backups.last', {})).toEqual({ last: null, count: 0 });
    const entry = await shop.ask('backups.make', {});
    expect(entry).toMatchObject({ customers: 2, sales: 3, cause: 'manual' });
    expect(await shop.ask('backups.last', {})).toEqual({ last: entry, count: 1 });
    expect(shop.events).toContainEqual({ type: 'changed', touches: ['backups'] });
  });

  it('an export writes what the list shows; a closed dialog writes nothing', async () => {
    const shop = await tempShop(fill);
    const path = join(tempFolder(), 'out.csv');
    const request = { format: 'csv', profile: 'exact', titles: { name: 'Nama' } } as const;
    expect(await shop.ask('customers.export', request)).toBeNull();
    shop.machine.picks.push([path]);
    expect(await shop.ask('customers.export', request)).toEqual({ path, rows: 2 });
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    expect(lines[0]).toMatch(/^\uFEFF?Nama,/);
    expect(lines[1]).toContain('"Ratna; ""Sleman"""');
  });

  it('commands wait while a task writes, and queries go on', async () => {
    const { shop, tasks } = await puppetShop();
    const backup = shop.ask('backups.make', {}).catch(() => 'failed');
    await expect.poll(() => tasks.sent.at(-1)?.channel).toBe('backups.make');
    const callId = tasks.sent.at(-1)?.callId;
    tasks.say({ type: 'want', callId });
    await expect.poll(() => tasks.sent.at(-1)?.type).toBe('granted');
    let isStored = false;
    const command = shop.ask('settings.update', { shopName: 'Sekar' }).then(() => {
      isStored = true;
    });
    for (let count = 0; count < 20; count += 1)
      expect((await shop.ask('settings.get', {})).isSetUp).toBe(false);
    expect(isStored).toBe(false);
    tasks.say({ type: 'release', callId });
    await command;
    expect((await shop.ask('settings.get', {})).isSetUp).toBe(true);
    tasks.say({ type: 'ended', callId, result: { ok: false, error: { code: 'CANCELLED' } } });
    expect(await backup).toBe('failed');
  });

  it('a task process that dies is answered for, and gives the writing back', async () => {
    const { shop, tasks } = await puppetShop();
    const backup = shop.fail('backups.make', {});
    await expect.poll(() => tasks.sent.at(-1)?.channel).toBe('backups.make');
    tasks.say({ type: 'want', callId: tasks.sent.at(-1)?.callId });
    await expect.poll(() => tasks.sent.at(-1)?.type).toBe('granted');
    tasks.die();
    expect(await backup).toEqual({ code: 'INTERNAL', incident: 'task-137' });
    await shop.ask('settings.update', { shopName: 'Sekar' });
  });

  it('one that does not heed a cancel is killed and answers CANCELLED; a call id runs once', async () => {
    const { shop, tasks } = await puppetShop();
    const backup = shop.call('backups.make', {}, 'mine');
    await expect.poll(() => tasks.sent.at(-1)?.channel).toBe('backups.make');
    expect(await shop.call('backups.make', {}, 'mine')).toEqual({
      ok: false,
      error: { code: 'CONFLICT', reason: 'call-id-in-use' },
    });
    expect(await shop.ask('tasks.cancel', { callId: 'mine' })).toEqual({ wasRunning: true });
    expect(tasks.sent.at(-1)).toMatchObject({ type: 'cancel', callId: 'mine' });
    expect(await backup).toEqual({ ok: false, error: { code: 'CANCELLED' } });
    expect(await shop.ask('tasks.cancel', { callId: 'mine' })).toEqual({ wasRunning: false });
  });

  it('a real process killed in the middle leaves the shop as it was', async () => {
    const shop = await tempShop(fill);
    const before = await shop.ask('customers.list', {});
    const refused = shop.fail('sample.open', {});
    const isWriting = () =>
      shop.events.some((event) => event.type === 'progress' && event.phase === 'writing');
    await expect.poll(isWriting, { timeout: 50_000 }).toBe(true);
    for (const process of shop.machine.processes) process.kill();
    expect(await refused).toMatchObject({ code: 'INTERNAL' });
    expect(await shop.ask('customers.list', {})).toEqual(before);
    expect((await shop.ask('backups.make', {})).customers).toBe(2);
  });
});

describe('where the data lies', () => {
  it('moves with everything, goes on there, and leaves the old file', async () => {
    const shop = await tempShop(fill);
    await shop.ask('backups.make', {});
    expect(await shop.ask('settings.moveDataFolder', {})).toBeNull();
    const folder = join(tempFolder(), 'new');
    shop.machine.picks.push([folder]);
    expect(await shop.ask('settings.moveDataFolder', {})).toEqual({
      dataFolder: folder,
      keptAt: shop.folder,
    });
    expect(shop.machine.remembered).toEqual([folder]);
    await shop.ask('customers.tag', { ids: [ratna], tag: 'vip' });
    await shop.app.close();
    const count = (path: string) => {
      const { raw } = openConnection(join(path, 'langgan.db'));
      const tags = raw.prepare('SELECT count(*) FROM customer_tags').pluck().get();
      raw.close();
      return tags;
    };
    expect([count(folder), count(shop.folder)]).toEqual([1, 0]);
    expect(await listBackups(join(folder, 'backups'))).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  });

  it('never moves onto another shop', async () => {
    const shop = await tempShop(fill);
    const other = await tempShop();
    shop.machine.picks.push([other.folder]);
    expect(await shop.fail('settings.moveDataFolder', {})).toEqual({
      code: 'CONFLICT',
      reason: 'folder-in-use',
    });
    expect((await shop.ask('settings.get', {})).dataFolder).toBe(shop.folder);
  });
});

describe('the sample shop', () => {
  it('opens beside the owner’s, is not opened twice, and leaves no trace', async () => {
    const shop = await tempShop(fill);
    const before = readdirSync(shop.folder).sort();
    const made = await shop.ask('sample.open', {});
    expect(made.customers).toBeGreaterThan(50);
    expect(await shop.ask('settings.get', {})).toMatchObject({
      isSample: true,
      customers: made.customers,
    });
    expect(await shop.fail('sample.open', {})).toEqual({ code: 'CONFLICT', reason: 'sample-open' });
    await shop.ask('sample.leave', {});
    expect(await shop.ask('settings.get', {})).toMatchObject({ isSample: false, customers: 2 });
    expect(readdirSync(shop.folder).sort()).toEqual(before);
  });

  it('is shown again after a start that was never answered, and dropped once it was', async () => {
    const shop = await tempShop();
    await shop.ask('sample.open', {});
    await shop.app.close();
    const again = await startShop(shop.folder, shop.machine);
    expect((await again.ask('settings.get', {})).isSample).toBe(true);
    await again.ask('sample.leave', {});
    await again.ask('settings.update', { shopName: 'Sekar' });
    await again.ask('sample.open', {});
    await again.app.close();
    const third = await startShop(shop.folder, shop.machine);
    expect((await third.ask('settings.get', {})).isSample).toBe(false);
    expect(existsSync(join(shop.folder, 'sample'))).toBe(false);
  });
});
