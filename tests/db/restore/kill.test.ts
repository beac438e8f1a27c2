import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { settleSwap } from '#db/file/swap.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { processScript } from '#tests/support/processes/process-script.ts';
import { type CrashedShop, crashedShop, hashOf } from '#tests/support/shop/crashed-shop.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

const kills = process.env['LANGGAN_FULL'] === '1' ? 300 : 100;

interface Run {
  readonly work: 'restore' | 'settle';
  readonly folder: string;
  readonly copy: string;
}

/** How many moments passed; null: it was killed. */
async function run({ work, folder, copy }: Run, killAt: number): Promise<number | null> {
  const script = processScript('killed-swap');
  const child = spawn(process.execPath, [script, work, folder, copy, String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return Number(said);
}

/** The shop as it is before anything happens to it, in a folder of its own. */
function fresh(shop: CrashedShop): CrashedShop {
  const folder = folderOnDisk();
  cpSync(shop.folder, folder, { recursive: true });
  const inside = (path: string) => join(folder, path.slice(shop.folder.length + 1));
  return { ...shop, folder, database: inside(shop.database), copy: inside(shop.copy) };
}

/** Every file of a database in the folder, with what it holds. */
async function databasesIn(folder: string): Promise<string[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('langgan.db'));
  return Promise.all(files.map((name) => hashOf(join(folder, name))));
}

/** What opens after the next start; what was there before is still to be found. */
async function nextStart(shop: CrashedShop): Promise<'live' | 'copy'> {
  const { folder, database, hashes } = shop;
  await settleSwap(shop);
  const names = readdirSync(folder);
  expect(names.filter((name) => /restored$|restored-|swap\.json/.test(name))).toEqual([]);
  const opened = await hashOf(database);
  expect([hashes.live, hashes.copy]).toContain(opened);
  expect(await databasesIn(folder)).toContain(hashes.live);
  expect(await hashOf(shop.copy)).toBe(hashes.copy);
  return opened === hashes.live ? 'live' : 'copy';
}

async function momentsOf(shop: CrashedShop): Promise<number> {
  const moments = (await run({ work: 'restore', ...fresh(shop) }, 0)) ?? 0;
  expect(moments).toBeGreaterThan(30);
  return moments;
}

/** `count` whole numbers spread over 1 to `last`. */
function spread(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => 1 + Math.floor((at * last) / count));
}

function told({ live, copy }: { live: number; copy: number }): string {
  return `${live} the old file, ${copy} the copy, 0 neither`;
}

describe.skipIf(process.platform !== 'linux')('a restore that is killed', () => {
  it('leaves the former file or the copy, whole, never neither', async () => {
    const shop = await crashedShop();
    expect(shop.hashes.live).not.toBe(shop.hashes.copy);
    const moments = await momentsOf(shop);
    const seen = { live: 0, copy: 0 };
    for (const at of spread(moments, kills / 2)) {
      const one = fresh(shop);
      expect(await run({ work: 'restore', ...one }, at), `moment ${at}`).toBeNull();
      seen[await nextStart(one)] += 1;
      rmSync(one.folder, { recursive: true, force: true });
    }
    expect(Math.min(seen.live, seen.copy), JSON.stringify(seen)).toBeGreaterThan(5);
    tellFigure('R7', `${seen.live + seen.copy} kills in a restore: ${told(seen)}`);
  }, 3_600_000);

  it('and killed again as the next start ends it, leaves the same', async () => {
    const shop = await crashedShop();
    const moments = await momentsOf(shop);
    const seen = { live: 0, copy: 0, again: 0 };
    for (const [round, at] of spread(moments, kills / 2).entries()) {
      const one = fresh(shop);
      await run({ work: 'restore', ...one }, at);
      const ended = await run({ work: 'settle', ...one }, 1 + ((round * 7) % 23));
      if (ended === null) seen.again += 1;
      seen[await nextStart(one)] += 1;
      rmSync(one.folder, { recursive: true, force: true });
    }
    expect(seen.again, JSON.stringify(seen)).toBeGreaterThan(kills / 8);
    expect(Math.min(seen.live, seen.copy), JSON.stringify(seen)).toBeGreaterThan(5);
    tellFigure('R7', `${seen.live + seen.copy} killed twice: ${told(seen)}`);
  }, 3_600_000);
});
