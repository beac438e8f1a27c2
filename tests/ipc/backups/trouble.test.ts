import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { noteInLedger } from '#db/file/backup-ledger.ts';
import { openConnection } from '#db/file/client.ts';
import { isPagesWhole } from '#db/file/live-check.ts';
import { type Application, startApplication } from '#electron/application.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';
import {
  startShop,
  type TestMachine,
  tempShop,
  testMachine,
} from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const quiet = { failed: null, shopDamagedAt: null, damagedCopies: 0 };

/** The app as it is started for its owner, and a way to wait until its copies have been tried. */
async function start(dataFolder: string, machine: TestMachine = testMachine()) {
  const started = await startApplication(machine.platform, { dataFolder, checksOutput: true });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { app } = started;
  onTestFinished(() => app.close({ isHurried: true }));
  return app;
}

async function ask(app: Application, channel: string, input: object = {}): Promise<unknown> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Resolves when something of the copies has changed, and nothing else with it. */
function tried(app: Application): Promise<void> {
  const told = Promise.withResolvers<void>();
  app.onEvent((event) => {
    if (event.type === 'changed' && event.touches.join() === 'backups') told.resolve();
  });
  return told.promise;
}

async function bringIn(app: Application): Promise<void> {
  const bytes = Buffer.from('Nama,Kota\nRatna,Sleman\n').toString('base64');
  const file = { file: 0, name: 'a.csv', offset: 0, base64: bytes, draftId: null, isLast: true };
  const { draftId } = (await ask(app, 'imports.receive', file)) as { draftId: string };
  for (const step of ['inspect', 'check', 'commit']) await ask(app, `imports.${step}`, { draftId });
}

describe('a copy that cannot be made', () => {
  it('is said from the first import on, over a restart, until one has been made', async () => {
    const folder = tempFolder();
    // What lies where the copies are to lie is no folder.
    writeFileSync(join(folder, 'backups'), '');
    const machine = testMachine();
    const app = await start(folder, machine);
    expect(await ask(app, 'backups.trouble')).toEqual(quiet);
    const failed = tried(app);
    await bringIn(app);
    await failed;
    const at = '2026-06-15T03:00:00.000Z';
    const said = { ...quiet, failed: { since: at, triedAt: at, reason: 'other' } };
    expect(await ask(app, 'backups.trouble')).toEqual(said);
    await app.close({ isHurried: true });

    machine.time = '05:00';
    const again = await start(folder, machine);
    await tried(again);
    const later = { since: at, triedAt: '2026-06-15T05:00:00.000Z', reason: 'other' };
    expect(await ask(again, 'backups.trouble')).toEqual({ ...quiet, failed: later });
    await again.close({ isHurried: true });

    rmSync(join(folder, 'backups'));
    const mended = await start(folder, machine);
    await tried(mended);
    expect(await ask(mended, 'backups.trouble')).toEqual(quiet);
    expect(await listBackups(join(folder, 'backups'))).toMatchObject([{ customers: 1 }]);
  });
});

describe('a first import', () => {
  it('is copied at once, not at the end', async () => {
    const folder = tempFolder();
    const app = await start(folder);
    const made = tried(app);
    await bringIn(app);
    await made;
    expect(await ask(app, 'backups.last')).toMatchObject({ count: 1, last: { customers: 1 } });
  });
});

describe('another version of the app', () => {
  it('makes a copy of what the one before left, once', async () => {
    const folder = tempFolder();
    const machine = testMachine();
    const first = await start(folder, machine);
    await ask(first, 'settings.update', { shopName: 'Sekar' });
    await first.close();
    const causes = async () =>
      (await listBackups(join(folder, 'backups'))).map(({ cause }) => cause);
    const newer = { ...machine, platform: { ...machine.platform, appVersion: '9.0.0' } };
    const second = await start(folder, newer);
    await second.close();
    expect(await causes()).toEqual(['update', 'quit']);
    await (await start(folder, newer)).close();
    expect(await causes()).toEqual(['update', 'quit']);
  });
});

describe('many customers changed at once', () => {
  it.each([
    [100, []],
    [101, [['bulk', 101]]],
  ])('%i of them: copies before it are %j', async (count, copies) => {
    const shop = await tempShop((raw) => {
      for (let one = 0; one < 101; one += 1) addCustomer(raw, { name: `Ratna ${one}` });
      finishShop(raw);
    });
    const ids = Array.from({ length: count }, (_, index) => index + 1) as never;
    await shop.ask('customers.delete', { ids });
    const made = await listBackups(join(shop.folder, 'backups'));
    expect(made.map(({ cause, customers }) => [cause, customers])).toEqual(copies);
  });

  it('are not changed where the copy cannot be made', async () => {
    const shop = await tempShop((raw) => {
      for (let one = 0; one < 101; one += 1) addCustomer(raw, { name: `Ratna ${one}` });
      finishShop(raw);
    });
    writeFileSync(join(shop.folder, 'backups'), '');
    const ids = Array.from({ length: 101 }, (_, index) => index + 1);
    await shop.fail('customers.delete', { ids });
    expect(await shop.ask('customers.summary', {})).toMatchObject({ count: 101 });
  });
});

describe('damage', () => {
  it('to the pages of the shop’s file is found, and what is whole is whole', async () => {
    const shop = await tempDatabase();
    for (let one = 0; one < 500; one += 1) addCustomer(shop.raw, { name: `Ratna ${one}` });
    finishShop(shop.raw);
    await shop.close();
    const look = async () => {
      let found: Awaited<ReturnType<typeof openConnection>> | null = null;
      const isWhole = isPagesWhole(() => {
        found = openConnection(shop.path, { readonly: true });
        return found.raw;
      });
      await (found as { close(): Promise<void> } | null)?.close();
      return isWhole;
    };
    expect(await look()).toBe(true);
    const bytes = readFileSync(shop.path);
    const at = bytes.indexOf(Buffer.from('Ratna 417'));
    writeFileSync(shop.path, bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 64));
    expect(await look()).toBe(false);
  });

  it('that was found stands until a check finds none; of a copy until another has been made', async () => {
    const shop = await tempShop();
    const backups = join(shop.folder, 'backups');
    const { fileName } = await shop.ask('backups.make', {});
    const at = '2026-06-15T03:00:00.000Z';
    await noteInLedger(backups, { live: { at, isWhole: false } });
    expect(await shop.ask('backups.trouble', {})).toEqual({ ...quiet, shopDamagedAt: at });
    const path = join(backups, fileName);
    writeFileSync(path, readFileSync(path).fill(1, 5000, 5010));
    expect(await shop.ask('backups.check', {})).toMatchObject({ damaged: [fileName] });
    expect(await shop.ask('backups.trouble', {})).toEqual({ ...quiet, damagedCopies: 1 });
    await shop.ask('backups.make', {});
    expect(await shop.ask('backups.trouble', {})).toEqual(quiet);
  });
});

describe('the sample shop', () => {
  it('shows the owner’s copies, and has none made of itself', async () => {
    const folder = tempFolder();
    const shop = await startShop(folder);
    const own = await shop.ask('backups.make', {});
    await shop.ask('sample.open', { language: 'en' });
    expect(await shop.ask('backups.last', {})).toEqual({ last: own, count: 1 });
    expect((await shop.ask('backups.list', {})).copies).toMatchObject([{ fileName: own.fileName }]);
    const refused = { code: 'CONFLICT', reason: 'sample-open' };
    for (const channel of ['make', 'check', 'chooseSecond', 'forgetSecond', 'fillSecond'])
      expect(await shop.fail(`backups.${channel}`, {})).toEqual(refused);
  });
});
