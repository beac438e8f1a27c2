import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { areTasksGone, takeAppLock } from '#db/file/app-lock.ts';
import { applicationId, openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readSchema } from '#db/schema/snapshot.ts';
import { startApplication } from '#electron/application.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { runTask } from '#electron/tasks/run-task.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';
import { startShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const snapshotPath = fileURLToPath(new URL('../../db/schema/snapshot.json', import.meta.url));

async function startIn(folder: string) {
  const started = await startApplication(testMachine().platform, { dataFolder: folder });
  if (started.ok) await started.app.close();
  return started.ok ? 'started' : started.error;
}

async function holdLock(...given: readonly string[]) {
  const script = fileURLToPath(new URL('../support/app/hold-lock.ts', import.meta.url));
  const holder = fork(script, [...given]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder, 'message');
  return holder;
}

describe('migrations', () => {
  it('make the schema that the snapshot guards', async () => {
    const { raw } = await tempDatabase();
    // After an intended change that has not shipped: npm run snapshot
    expect(readSchema(raw)).toEqual(JSON.parse(readFileSync(snapshotPath, 'utf8')));
  });

  it('mark the file as ours, at the newest version, and need nothing the second time', async () => {
    const { raw } = await tempDatabase();
    expect(raw.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(raw.pragma('user_version', { simple: true })).toBe(migrations.length);
    let backups = 0;
    await migrate(raw, async () => {
      backups += 1;
    });
    expect(backups).toBe(0);
  });

  it('change nothing when one of them fails, or when the copy before them does', async () => {
    const { raw } = await tempDatabase();
    raw.pragma('user_version = 0');
    const before = readSchema(raw);
    const noCopy = migrate(raw, async () => Promise.reject(new Error('disk full')));
    await expect(noCopy).rejects.toThrow('disk full');
    await expect(migrate(raw, async () => undefined)).rejects.toThrow('already exists');
    expect(raw.pragma('user_version', { simple: true })).toBe(0);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(readSchema(raw)).toEqual(before);
  });
});

describe('a start', () => {
  it.each([
    ['a newer file', 'future', (raw: Sqlite.Database) => raw.pragma('user_version = 999')],
    ['a foreign file', 'foreign', (raw: Sqlite.Database) => raw.pragma('application_id = 7')],
    [
      'a foreign file in another journal mode',
      'foreign',
      (raw: Sqlite.Database) => {
        raw.pragma('application_id = 0');
        raw.pragma('journal_mode = DELETE');
      },
    ],
  ])('refuses %s and leaves it as it is', async (_, reason, change) => {
    const { raw, path, folder, close } = await tempDatabase();
    change(raw);
    await close();
    const before = readFileSync(path);
    expect(await startIn(folder)).toEqual({ code: 'STORAGE', reason });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['cut to nothing', ''],
    ['overwritten', 'this is not a database, it is a letter to grandmother'],
  ])('never makes a new shop of a file that was %s', async (_, text) => {
    const folder = tempFolder();
    const path = join(folder, 'langgan.db');
    writeFileSync(path, text);
    expect(await startIn(folder)).toEqual({ code: 'STORAGE', reason: 'corrupt' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is refused while another app holds the shop', async () => {
    const folder = tempFolder();
    expect(await startIn(folder)).toBe('started');
    const lock = takeAppLock(join(folder, 'langgan.lock'));
    expect(await startIn(folder)).toEqual({ code: 'STORAGE', reason: 'locked' });
    lock.release();
    expect(await startIn(folder)).toBe('started');
  });

  it('a killed holder does not block the next', async () => {
    const path = join(tempFolder(), 'langgan.lock');
    const holder = await holdLock(path);
    expect(() => takeAppLock(path)).toThrow('STORAGE');
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    takeAppLock(path).release();
  });

  it('waits for the last transaction of a task whose app was killed', async () => {
    const folder = tempFolder();
    expect(await startIn(folder)).toBe('started');
    const { database, taskLock } = shopPaths(folder);
    await holdLock(taskLock, database);
    const shop = await startShop(folder);
    const { settings } = await shop.ask('settings.get', {});
    expect(settings.shopName).toBe('Toko Terlambat');
  });

  it('sees by its lock that a task is at work, and no longer when it has ended', async () => {
    const shop = await tempShop();
    await shop.app.close();
    const { clock, ids, log } = shop.machine.platform;
    const paths = shopPaths(shop.folder);
    const seen: boolean[] = [];
    const result = await runTask(
      {
        channel: 'insights.worth',
        input: {},
        prepared: null,
        shop: { paths, isSample: false, appVersion: '0.0.0-test' },
      },
      {
        clock: {
          ...clock,
          today: () => {
            seen.push(areTasksGone(paths.taskLock));
            return '2026-06-15';
          },
        },
        ids,
        log,
        signal: new AbortController().signal,
        progress: () => undefined,
        exclusive: (run) => run(),
      },
    );
    expect(result.ok).toBe(true);
    expect(seen).toContain(false);
    expect(seen).not.toContain(true);
    expect(areTasksGone(paths.taskLock)).toBe(true);
  });

  it('closes what it had opened when it is refused', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'langgan.db'), '');
    await startIn(folder);
    takeAppLock(join(folder, 'langgan.lock')).release();
    expect(openConnection(join(folder, 'other.db'), { isNew: true }).raw.open).toBe(true);
  });
});
