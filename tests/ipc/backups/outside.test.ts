import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile, listBackups } from '#db/file/backup.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function shopOfOne(): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    finishShop(raw);
  });
}

describe('a copy that is saved somewhere else', () => {
  it('is the same, with its manifest, and nothing half made beside it', async () => {
    const shop = await shopOfOne();
    const entry = await shop.ask('backups.make', {});
    const { fileName } = entry;
    expect(await shop.ask('backups.saveTo', { fileName })).toBeNull();
    const path = join(tempFolder(), 'toko saya.db');
    shop.machine.picks.push([path]);
    expect(await shop.ask('backups.saveTo', { fileName })).toEqual({ path, bytes: entry.bytes });
    expect(await hashFile(path)).toBe(entry.sha256);
    const folder = join(path, '..');
    expect(readdirSync(folder).sort()).toEqual(['toko saya.db', 'toko saya.db.json']);
    expect(await listBackups(folder)).toEqual([{ ...entry, fileName: 'toko saya.db' }]);
  });

  it('is refused where it is damaged, unknown, or would lie among the copies', async () => {
    const shop = await shopOfOne();
    const { fileName } = await shop.ask('backups.make', {});
    const backups = join(shop.folder, 'backups');
    shop.machine.picks.push([join(backups, 'lain.db')]);
    const beside = { code: 'CONFLICT', reason: 'copy-beside-copies' };
    expect(await shop.fail('backups.saveTo', { fileName })).toEqual(beside);
    expect(await shop.fail('backups.saveTo', { fileName: '../langgan.db' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const path = join(tempFolder(), 'a.db');
    writeFileSync(
      join(backups, fileName),
      readFileSync(join(backups, fileName)).fill(1, 5000, 5009),
    );
    shop.machine.picks.push([path]);
    const damaged = { code: 'CONFLICT', reason: 'copy-damaged' };
    expect(await shop.fail('backups.saveTo', { fileName })).toEqual(damaged);
    expect(existsSync(path)).toBe(false);
  });

  it('says of a place that does not take it that it does not', async () => {
    const shop = await shopOfOne();
    const { fileName } = await shop.ask('backups.make', {});
    shop.machine.picks.push([join(tempFolder(), 'nowhere', 'a.db')]);
    expect(await shop.fail('backups.saveTo', { fileName })).toMatchObject({
      code: 'BAD_FILE',
      reason: 'unwritable',
    });
  });
});

describe('the second folder', () => {
  it('has each new copy, takes no file of another away, and is left as it is when forgotten', async () => {
    const shop = await shopOfOne();
    expect(await shop.ask('backups.second', {})).toBeNull();
    expect(await shop.ask('backups.fillSecond', {})).toEqual({ isFilled: false });
    const folder = tempFolder();
    writeFileSync(join(folder, 'foto.db'), 'foto');
    writeFileSync(join(folder, 'langgan-other.db'), 'of another laptop');
    const made = [await shop.ask('backups.make', {})];
    shop.machine.picks.push([folder]);
    expect(await shop.ask('backups.chooseSecond', {})).toEqual({ folder });
    expect(await shop.ask('backups.fillSecond', {})).toEqual({ isFilled: true });
    for (let more = 0; more < 11; more += 1) {
      made.unshift(await shop.ask('backups.make', {}));
      await shop.ask('backups.fillSecond', {});
    }
    const names = async () => (await listBackups(folder)).map(({ fileName }) => fileName);
    // Ten of a day stay there as they do here.
    const kept = made.slice(0, 10).map(({ fileName }) => fileName);
    expect(await names()).toEqual(kept);
    expect(readFileSync(join(folder, 'foto.db'), 'utf8')).toBe('foto');
    expect(readFileSync(join(folder, 'langgan-other.db'), 'utf8')).toBe('of another laptop');
    expect(await shop.ask('backups.second', {})).toMatchObject({
      ...{ folder, count: 10, lastFailure: null },
      lastSuccess: { fileName: kept[0] },
    });
    await shop.ask('backups.forgetSecond', {});
    expect(await shop.ask('backups.second', {})).toBeNull();
    expect(await names()).toEqual(kept);
  });

  it('stays forgotten where what fills it comes to its end only then', async () => {
    const shop = await shopOfOne();
    const [first, second] = [tempFolder(), tempFolder()];
    const filled = join(shop.folder, 'second-folder-filled.json');
    shop.machine.picks.push([first], [second]);
    await shop.ask('backups.chooseSecond', {});
    await shop.ask('backups.make', {});
    await shop.ask('backups.fillSecond', {});
    const late = readFileSync(filled);
    expect(await shop.ask('backups.second', {})).toMatchObject({ folder: first, count: 1 });
    await shop.ask('backups.forgetSecond', {});
    writeFileSync(filled, late);
    expect(await shop.ask('backups.second', {})).toBeNull();
    await shop.ask('backups.chooseSecond', {});
    const unfilled = { folder: second, count: 0, open: 0, lastSuccess: null, lastFailure: null };
    expect(await shop.ask('backups.second', {})).toEqual(unfilled);
  });

  it('is still known where an earlier version wrote down both in one file', async () => {
    const shop = await shopOfOne();
    const folder = tempFolder();
    const lastSuccess = { at: '2026-11-01T02:00:00.000Z', fileName: 'langgan-a.db' };
    const known = { folder, written: ['langgan-a.db'], lastSuccess, lastFailure: null };
    writeFileSync(join(shop.folder, 'second-folder.json'), JSON.stringify(known));
    const shown = { folder, count: 1, open: 0, lastSuccess, lastFailure: null };
    expect(await shop.ask('backups.second', {})).toEqual(shown);
  });

  it('that is not there is said, made by nobody, and filled when it is back', async () => {
    const shop = await shopOfOne();
    const folder = join(tempFolder(), 'stick');
    mkdirSync(folder);
    shop.machine.picks.push([folder]);
    await shop.ask('backups.chooseSecond', {});
    await shop.ask('backups.make', {});
    await shop.ask('backups.fillSecond', {});
    const before = await shop.ask('backups.second', {});
    renameSync(folder, `${folder}-away`);
    const { fileName } = await shop.ask('backups.make', {});
    expect(await shop.ask('backups.fillSecond', {})).toEqual({ isFilled: false });
    expect(existsSync(folder)).toBe(false);
    expect(await shop.ask('backups.second', {})).toMatchObject({
      lastSuccess: { fileName: before?.lastSuccess?.fileName },
      lastFailure: { reason: 'missing' },
    });
    renameSync(`${folder}-away`, folder);
    expect(await shop.ask('backups.fillSecond', {})).toEqual({ isFilled: true });
    expect(await shop.ask('backups.second', {})).toMatchObject({
      lastSuccess: { fileName },
      lastFailure: null,
    });
  });

  it('is not one inside the data, with which it would be lost', async () => {
    const shop = await shopOfOne();
    for (const inside of [shop.folder, join(shop.folder, 'backups')]) {
      shop.machine.picks.push([inside]);
      expect(await shop.fail('backups.chooseSecond', {})).toEqual({
        code: 'CONFLICT',
        reason: 'second-inside',
      });
    }
    expect(await shop.ask('backups.second', {})).toBeNull();
  });

  it('goes along where the data is moved', async () => {
    const shop = await shopOfOne();
    const folder = tempFolder();
    shop.machine.picks.push([folder], [join(tempFolder(), 'new')]);
    await shop.ask('backups.chooseSecond', {});
    await shop.ask('settings.moveDataFolder', {});
    expect(await shop.ask('backups.second', {})).toMatchObject({ folder });
  });
});
