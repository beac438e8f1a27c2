import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { toAppError } from '#electron/ipc/errors.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const log = { info: () => undefined, error: () => undefined };
const tools = { log, ids: { next: () => '12345678-rest' } };

const sqlite = (code: string) => new Sqlite.SqliteError('secret', code);
const system = (code: string) => Object.assign(new Error('/home/sekar/secret'), { code });

describe('what the disk could not do', () => {
  it.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY_DBMOVED', 'missing'],
    ['SQLITE_READONLY_DIRECTORY', 'readonly'],
    ['SQLITE_PERM', 'readonly'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['SQLITE_IOERR_SHORT_READ', 'corrupt'],
    ['SQLITE_IOERR_READ', 'device'],
    ['SQLITE_IOERR_WRITE', 'device'],
    ['SQLITE_IOERR_FSYNC', 'device'],
    ['SQLITE_IOERR_SHMSIZE', 'device'],
    ['SQLITE_IOERR_NOMEM', 'memory'],
    ['SQLITE_NOMEM', 'memory'],
    ['SQLITE_CANTOPEN', 'device'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_PROTOCOL', 'busy'],
  ])('is called by its name where SQLite says %s', (code, reason) => {
    const error = { code: 'STORAGE', reason };
    expect(toAppError(sqlite(code), tools, { folder: tempFolder() })).toEqual(error);
    expect(toAppError(sqlite(code), tools)).toEqual(error);
  });

  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'readonly'],
    ['EACCES', 'readonly'],
    ['EIO', 'device'],
    ['EFBIG', 'device'],
    ['ENODEV', 'device'],
    ['ENOENT', 'missing'],
    ['EBUSY', 'busy'],
    ['EMFILE', 'busy'],
    ['ENOMEM', 'memory'],
  ])('is called by its name where the system says %s', (code, reason) => {
    expect(toAppError(system(code), tools, { folder: tempFolder() })).toEqual({
      code: 'STORAGE',
      reason,
    });
  });

  it.skipIf(process.platform !== 'linux')('is a full disk where the folder has no room', () => {
    // A folder of a disk that is full to the last byte, and always was.
    const full = '/proc';
    for (const code of ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'SQLITE_CANTOPEN'])
      expect(toAppError(sqlite(code), tools, { folder: full })).toEqual({
        code: 'STORAGE',
        reason: 'full',
      });
    expect(toAppError(sqlite('SQLITE_CORRUPT'), tools, { folder: full })).toMatchObject({
      reason: 'corrupt',
    });
  });

  it('is the folder that is gone, whatever went wrong in it', () => {
    const gone = join(tempFolder(), 'unplugged');
    for (const thrown of [sqlite('SQLITE_CANTOPEN'), new TypeError('no such directory')])
      expect(toAppError(thrown, tools, { folder: gone })).toEqual({
        code: 'STORAGE',
        reason: 'missing',
      });
    expect(
      toAppError(new TypeError('our own fault'), tools, { folder: tempFolder() }),
    ).toMatchObject({
      code: 'INTERNAL',
    });
  });
});

const shopOfOne = () =>
  tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    finishShop(raw);
  });

describe('a shop whose folder goes away', () => {
  it('says so to reports and tasks, makes nothing there, and goes on when it is back', async () => {
    const shop = await shopOfOne();
    const away = `${shop.folder}-away`;
    await rename(shop.folder, away);
    try {
      for (const channel of ['customers.summary', 'backups.make'])
        expect(await shop.fail(channel, {})).toEqual({ code: 'STORAGE', reason: 'missing' });
    } finally {
      await rename(away, shop.folder);
    }
    expect(await shop.ask('customers.summary', {})).toMatchObject({ count: 1 });
  });

  it('makes no second database where the first was taken away', async () => {
    const shop = await shopOfOne();
    const away = `${shop.database}-away`;
    await rename(shop.database, away);
    const missing = { code: 'STORAGE', reason: 'missing' };
    expect(await shop.fail('customers.summary', {})).toEqual(missing);
    expect(existsSync(shop.database)).toBe(false);
    // On other systems than Windows an open file can be taken away: what is written to it is lost.
    expect(await shop.fail('settings.update', { shopName: 'Sekar' })).toEqual(missing);
    await rename(away, shop.database);
    await shop.ask('settings.update', { shopName: 'Sekar' });
    expect(await shop.ask('customers.summary', {})).toMatchObject({ count: 1 });
  });
});

describe('a place that the owner chose', () => {
  const table = { format: 'csv', titles: {} } as const;

  it('is told apart from the shop’s own disk where a table cannot be written', async () => {
    const shop = await shopOfOne();
    const folder = tempFolder();
    const into = async (path: string) => {
      shop.machine.picks.push([path]);
      return shop.fail('customers.export', table);
    };
    const unwritable = { code: 'BAD_FILE', reason: 'unwritable' };
    expect(await into(join(folder, 'nowhere', 'a.csv'))).toMatchObject(unwritable);
    mkdirSync(join(folder, 'b.csv'));
    expect(await into(join(folder, 'b.csv'))).toMatchObject(unwritable);
    if (process.platform !== 'linux') return;
    symlinkSync('/dev/full', join(folder, 'c.csv.partial'));
    expect(await into(join(folder, 'c.csv'))).toMatchObject({
      code: 'BAD_FILE',
      reason: 'no-room',
    });
  });

  it('does not take the data where it is no folder', async () => {
    const shop = await shopOfOne();
    const file = join(tempFolder(), 'file');
    writeFileSync(file, 'x');
    shop.machine.picks.push([join(file, 'data')]);
    expect(await shop.fail('settings.moveDataFolder', {})).toMatchObject({
      code: 'BAD_FILE',
      reason: 'unwritable',
    });
    expect(await shop.ask('customers.summary', {})).toMatchObject({ count: 1 });
  });

  it('names the one file that cannot be read, and takes the others', async () => {
    const shop = await shopOfOne();
    const folder = tempFolder();
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'Nama,Telepon\nBudi,081255500137\n');
    shop.machine.picks.push([folder, list]);
    const draft = await shop.ask('imports.choose', {});
    const read = await shop.ask('imports.inspect', { draftId: draft?.draftId ?? '' });
    expect(read.refused).toMatchObject([{ reason: 'unreadable' }]);
    expect(read.sources).toMatchObject([{ fileName: 'list.csv' }]);
    rmSync(list);
  });
});
