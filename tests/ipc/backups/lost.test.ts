import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { startApplication } from '#electron/application.ts';
import { createDatabase } from '#electron/shop.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { type Startup, startUp } from '#electron/startup.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, type TestMachine, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const lost = { ok: false, error: { code: 'STORAGE', reason: 'lost' } };

/** A closed shop with two copies; Budi came after the first, Sri after both. */
async function shopWithCopies(): Promise<string> {
  const facts = { paths: shopPaths(tempFolder()), isSample: false, appVersion: '1.0.0' };
  await createDatabase(facts);
  const { raw, close } = openConnection(facts.paths.database);
  const copy = (at: string) =>
    makeBackup(raw, {
      ...{ folder: facts.paths.backups, cause: 'manual', appVersion: facts.appVersion },
      ...{ at, timeZone: 'Asia/Jakarta' },
    });
  addCustomer(raw, { name: 'Ratna' });
  await copy('2026-06-14T04:00:00.000Z');
  addCustomer(raw, { name: 'Budi' });
  await copy('2026-06-14T05:00:00.000Z');
  addCustomer(raw, { name: 'Sri' });
  finishShop(raw);
  await close();
  return facts.paths.folder;
}

/** The files beside each other in a folder, with what is in them. */
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

async function startIn(folder: string, machine: TestMachine = testMachine()) {
  const startup = await startUp(machine.platform, {
    locate: async () => ({ path: folder, isMissing: !existsSync(folder) }),
    checksOutput: true,
    backsUpAtQuit: false,
  });
  onTestFinished(() => startup.close());
  return startup;
}

async function ask<N extends ChannelName>(app: Startup, channel: N, input: Input<N>) {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) return result.error;
  return result.value as Output<N>;
}

describe('a database that is missing', () => {
  it('is not made anew where the log of the old one lies, be it what SQLite keeps', async () => {
    const folder = await shopWithCopies();
    const shop = await startShop(folder);
    await shop.ask('settings.update', { shopName: 'Sekar' });
    for (const end of ['-wal', '-shm', '-journal']) {
      const left = tempFolder();
      const log = join(left, `langgan.db${end}`);
      copyFileSync(`${shop.database}${end === '-journal' ? '-wal' : end}`, log);
      const before = contents(left);
      expect(await startApplication(testMachine().platform, { dataFolder: left })).toEqual(lost);
      expect(contents(left)).toEqual(before);
      await expect(
        createDatabase({ paths: shopPaths(left), isSample: false, appVersion: '1' }),
      ).rejects.toMatchObject({ error: lost.error });
    }
  });

  it('is no new shop where there are copies: what there is says so, and nothing is made', async () => {
    const folder = await shopWithCopies();
    rmSync(join(folder, 'langgan.db'));
    const before = contents(folder);
    const app = await startIn(folder);
    expect(app.started).toEqual(lost);
    expect(await ask(app, 'settings.get', {})).toEqual(lost.error);
    expect(await ask(app, 'customers.list', {})).toEqual(lost.error);
    expect(await ask(app, 'backups.rescue', {})).toMatchObject({
      dataFolder: folder,
      newest: {
        customers: 2,
        sales: 0,
        madeAt: '2026-06-14T05:00:00.000Z',
        timeZone: 'Asia/Jakarta',
      },
    });
    expect(contents(folder)).toEqual(before);
  });

  it('is replaced by the newest copy where the owner says so; what is left of it is set aside', async () => {
    const folder = await shopWithCopies();
    renameSync(join(folder, 'langgan.db'), join(folder, 'langgan.db-wal'));
    const log = readFileSync(join(folder, 'langgan.db-wal'));
    const app = await startIn(folder);
    const events: string[] = [];
    app.onEvent((event) => void events.push(event.type));
    const rescue = await ask(app, 'backups.rescue', {});
    const fileName = rescue !== null && 'newest' in rescue ? (rescue.newest?.fileName ?? '') : '';
    expect(await ask(app, 'backups.takeCopy', { fileName: 'langgan.db' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const aside = join(folder, 'set-aside', '2026-06-15T03-00-00-000Z');
    expect(await ask(app, 'backups.takeCopy', { fileName })).toEqual({ setAside: aside });
    expect(readFileSync(join(aside, 'langgan.db-wal'))).toEqual(log);
    expect(events).toEqual(['changed']);
    expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: 2 });
    expect(await ask(app, 'backups.rescue', {})).toBeNull();
    for (const channel of ['backups.openAgain', 'backups.openElsewhere'] as const)
      expect(await ask(app, channel, {})).toEqual({ code: 'CONFLICT', reason: 'shop-open' });
  });

  it('is not replaced by a copy that has been damaged since, but by the one before it', async () => {
    const folder = await shopWithCopies();
    rmSync(join(folder, 'langgan.db'));
    const copies = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
    const newest = join(folder, 'backups', copies.sort().at(-1) ?? '');
    const bytes = readFileSync(newest);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
    writeFileSync(newest, bytes);
    const app = await startIn(folder);
    expect(await ask(app, 'backups.rescue', {})).toMatchObject({ newest: { customers: 1 } });
  });

  it('is found again once it has been put back', async () => {
    const folder = await shopWithCopies();
    const away = join(tempFolder(), 'langgan.db');
    cpSync(join(folder, 'langgan.db'), away);
    rmSync(join(folder, 'langgan.db'));
    const app = await startIn(folder);
    expect(await ask(app, 'backups.openAgain', {})).toEqual(lost.error);
    cpSync(away, join(folder, 'langgan.db'));
    expect(await ask(app, 'backups.openAgain', {})).toBeNull();
    expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: 3 });
  });

  it('is looked for where the owner says, and there at the next start too', async () => {
    const other = await shopWithCopies();
    const folder = tempFolder();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'langgan-a.db'), 'no copy');
    const machine = testMachine();
    const app = await startIn(folder, machine);
    expect(await ask(app, 'backups.rescue', {})).toEqual({ dataFolder: folder, newest: null });
    expect(await ask(app, 'backups.openElsewhere', {})).toBeNull();
    const strange = tempFolder();
    writeFileSync(join(strange, 'holiday.jpg'), '');
    machine.picks.push([strange], [other]);
    expect(await ask(app, 'backups.openElsewhere', {})).toEqual({
      code: 'CONFLICT',
      reason: 'folder-no-shop',
    });
    expect(readdirSync(strange)).toEqual(['holiday.jpg']);
    expect(await ask(app, 'backups.openElsewhere', {})).toEqual({ dataFolder: other });
    expect(machine.remembered).toEqual([other]);
    expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: 3 });
  });

  it('of a folder that is not there is no new shop either', async () => {
    const folder = join(tempFolder(), 'unplugged');
    const app = await startIn(folder);
    expect(app.started).toEqual({ ok: false, error: { code: 'STORAGE', reason: 'missing' } });
    expect(existsSync(folder)).toBe(false);
  });

  it('is a new shop where nothing ever was', async () => {
    const app = await startIn(tempFolder());
    expect(await ask(app, 'settings.get', {})).toMatchObject({ isSetUp: false, customers: 0 });
  });
});

describe('a database that is damaged', () => {
  it.each(['', 'SQLite format 3\0 and no more'])(
    'is set aside as it is for a copy: %j',
    async (text) => {
      const folder = await shopWithCopies();
      writeFileSync(join(folder, 'langgan.db'), text);
      const app = await startIn(folder);
      expect(app.started).toMatchObject({ error: { reason: 'corrupt' } });
      const rescue = await ask(app, 'backups.rescue', {});
      const fileName = rescue !== null && 'newest' in rescue ? (rescue.newest?.fileName ?? '') : '';
      const taken = await ask(app, 'backups.takeCopy', { fileName });
      const aside = 'setAside' in taken ? (taken.setAside ?? '') : '';
      expect(readFileSync(join(aside, 'langgan.db'), 'utf8')).toBe(text);
      expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: 2 });
    },
  );
});

describe('a shop that is moved', () => {
  it('does not go where a log or copies of another lie', async () => {
    const shop = await startShop(tempFolder());
    for (const name of ['langgan.db-wal', 'backups/langgan-a.db']) {
      const folder = tempFolder();
      mkdirSync(join(folder, 'backups'));
      writeFileSync(join(folder, name), 'x');
      shop.machine.picks.push([folder]);
      expect(await shop.fail('settings.moveDataFolder', {})).toEqual({
        code: 'CONFLICT',
        reason: 'folder-in-use',
      });
      expect(readFileSync(join(folder, name), 'utf8')).toBe('x');
    }
  });
});
