import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { root } from '#build/engine.ts';
import { settleSwap } from '#db/file/swap.ts';
import { type CrashedShop, crashedShop, hashOf } from '#tests/support/shop/crashed-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const kills = process.env['LANGGAN_FULL'] === '1' ? 200 : 40;
const script = join(root, 'tests', 'support', 'disk', 'killed-swap.ts');

interface Damaged extends CrashedShop {
  readonly bytes: Buffer;
}

/** How many moments passed; null: it was killed. */
async function run(shop: CrashedShop, killAt: number): Promise<number | null> {
  const given = ['salvage', shop.folder, shop.copy, String(killAt)];
  const child = spawn(process.execPath, [script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return Number(said);
}

/** A shop whose file has lost a page that its log does not have. */
async function damagedShop(): Promise<Damaged> {
  const shop = await crashedShop();
  const bytes = readFileSync(shop.database).fill(0xa5, 4096 * 2, 4096 * 3);
  writeFileSync(shop.database, bytes);
  return { ...shop, bytes };
}

function fresh(shop: Damaged): Damaged {
  const folder = tempFolder();
  cpSync(shop.folder, folder, { recursive: true });
  const inside = (path: string) => join(folder, path.slice(shop.folder.length + 1));
  return { ...shop, folder, database: inside(shop.database), copy: inside(shop.copy) };
}

/** What the next start finds; the damaged file is somewhere, as it was. */
async function nextStart(shop: Damaged, salvaged: string): Promise<'damaged' | 'salvaged'> {
  await settleSwap(shop);
  const names = readdirSync(shop.folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /restored$|restored-|swap\.json/.test(name))).toEqual([]);
  const kept = names.filter(
    (name) =>
      name.endsWith('langgan.db') && readFileSync(join(shop.folder, name)).equals(shop.bytes),
  );
  expect(kept).toHaveLength(1);
  if (kept[0] === 'langgan.db') return 'damaged';
  expect(await hashOf(shop.database)).toBe(salvaged);
  return 'salvaged';
}

describe.skipIf(process.platform !== 'linux')('saving what can be read, killed', () => {
  it('leaves the damaged file or all that was read of it, never something between', async () => {
    const shop = await damagedShop();
    const whole = fresh(shop);
    const moments = (await run(whole, 0)) ?? 0;
    expect(moments).toBeGreaterThan(60);
    const salvaged = await hashOf(whole.database);
    const seen = { damaged: 0, salvaged: 0 };
    for (let round = 0; round < kills; round += 1) {
      const at = 1 + Math.floor((round * moments) / kills);
      const one = fresh(shop);
      expect(await run(one, at), `moment ${at}`).toBeNull();
      seen[await nextStart(one, salvaged)] += 1;
      rmSync(one.folder, { recursive: true, force: true });
    }
    expect(Math.min(seen.damaged, seen.salvaged), JSON.stringify(seen)).toBeGreaterThan(2);
  }, 3_600_000);
});
