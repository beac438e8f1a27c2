import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdsCopies, listBackups, listCopies, makeBackup } from '#db/file/backup.ts';
import { adoptBareCopies, dropLeftovers, namesSetAside } from '#db/file/backup-sweep.ts';
import { openConnection } from '#db/file/client.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

/** A folder with a copy of a shop of one, made at three of the afternoon. */
async function folderOfOne(): Promise<{ folder: string; entry: BackupEntry; path: string }> {
  const shop = await tempDatabase();
  addCustomer(shop.raw, { name: 'Ratna' });
  finishShop(shop.raw);
  const folder = join(shop.folder, 'backups');
  const entry = await makeBackup(shop.raw, {
    ...{ folder, cause: 'import', at: '2026-06-15T15:30:20.123Z' },
    ...{ appVersion: '1.0.0', timeZone: 'Asia/Jakarta' },
  });
  return { folder, entry, path: join(folder, entry.fileName) };
}

it('what copies left that were never finished goes; everything else stays', async () => {
  const { folder, entry } = await folderOfOne();
  const before = readdirSync(folder).sort();
  const name = 'langgan-2026-06-15T16-00-00-000Z-periodic.db';
  for (const end of ['.partial', '.partial-journal', '.json.partial'])
    writeFileSync(join(folder, `${name}${end}`), 'half');
  for (const other of ['langgan.db.json.bak', 'foto.partial'])
    writeFileSync(join(folder, other), '');
  await dropLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(
    [...before, 'foto.partial', 'langgan.db.json.bak'].sort(),
  );
  expect(await listBackups(folder)).toEqual([entry]);
});

it.each(['lost', 'half written', 'empty'])(
  'a whole copy whose manifest is %s is checked and given one',
  async (how) => {
    const { folder, entry, path } = await folderOfOne();
    if (how === 'lost') rmSync(`${path}.json`);
    else writeFileSync(`${path}.json`, how === 'empty' ? '' : '{"fileName":"langg');
    expect(await listBackups(folder)).toEqual([]);
    expect(await adoptBareCopies(folder)).toEqual({ adopted: [entry.fileName], setAside: [] });
    // By its name it is known when and why it was made, not by which version.
    expect(await listBackups(folder)).toEqual([{ ...entry, appVersion: '' }]);
    expect(await adoptBareCopies(folder)).toEqual({ adopted: [], setAside: [] });
  },
);

it.each(['cut', 'flipped', 'emptied'])(
  'one that was %s is set aside by name, never deleted',
  async (how) => {
    const { folder, entry, path } = await folderOfOne();
    rmSync(`${path}.json`);
    const bytes = readFileSync(path);
    if (how === 'cut') truncateSync(path, 8192);
    if (how === 'emptied') truncateSync(path, 0);
    if (how === 'flipped') writeFileSync(path, bytes.fill(0xff, 4096, 12_000));
    const left = readFileSync(path);
    const name = `${entry.fileName}.damaged`;
    expect(await adoptBareCopies(folder)).toEqual({ adopted: [], setAside: [name] });
    expect(await namesSetAside(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name)).equals(left)).toBe(true);
    // A shop of which only that is left is none that never was.
    expect(await holdsCopies(folder)).toBe(true);
  },
);

it('a file of another name is taken for a copy where it is one, and left alone where it is not', async () => {
  const { folder, path } = await folderOfOne();
  renameSync(path, join(folder, 'dari-flashdisk.db'));
  rmSync(`${path}.json`);
  writeFileSync(join(folder, 'foto.db'), 'not a database');
  expect(await adoptBareCopies(folder)).toEqual({ adopted: ['dari-flashdisk.db'], setAside: [] });
  expect(await listBackups(folder)).toMatchObject([{ cause: 'manual', customers: 1 }]);
  expect(readFileSync(join(folder, 'foto.db'), 'utf8')).toBe('not a database');
});

it('a copy of a version still to come is left for it', async () => {
  const { folder, entry, path } = await folderOfOne();
  rmSync(`${path}.json`);
  const copy = openConnection(path);
  copy.raw.pragma('user_version = 9999');
  copy.raw.pragma('journal_mode = DELETE');
  await copy.close();
  expect(await adoptBareCopies(folder)).toEqual({ adopted: [], setAside: [] });
  expect(readdirSync(folder)).toEqual([entry.fileName]);
});

it('a manifest stands for the file beside it, and for no other', async () => {
  const { folder, entry, path } = await folderOfOne();
  copyFileSync(path, join(folder, '..', 'langgan-elsewhere.db'));
  const said = JSON.stringify({ ...entry, fileName: '../langgan-elsewhere.db' });
  writeFileSync(join(folder, 'langgan-b.db.json'), said);
  expect((await listCopies(folder)).map((copy) => copy.entry)).toEqual([entry]);
});
