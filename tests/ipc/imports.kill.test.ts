import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSaleLines } from '#build/bench/sale-lines.ts';
import { openConnection } from '#db/client.ts';
import { shopPaths } from '#electron/shop.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/headless-door.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';

const kills = 20;
let folder = '';
let fileOfLines = '';
let before = '';
let full = '';
let importMs = 0;

/** What a shop holds, without the instants that differ from run to run. */
async function contents(dataFolder: string): Promise<{ hash: string; shape: string }> {
  const connection = openConnection(shopPaths(dataFolder).database);
  const { raw } = connection;
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const shape = raw
    .prepare(
      `SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM products) AS products,
         (SELECT count(*) FROM sales) AS sales, (SELECT sum(amount_minor) FROM sale_lines) AS amount,
         (SELECT count(*) FROM imports) AS imports, (SELECT count(*) FROM import_rows) AS rows,
         (SELECT count(*) FROM customer_figures WHERE purchases > 0) AS figures`,
    )
    .get();
  const hash = logicalDumpHash(raw);
  await connection.close();
  return { hash, shape: JSON.stringify(shape) };
}

/** The whole import; ends early, without complaint, when a process is killed under it. */
async function importLines(door: HeadlessDoor, file: string): Promise<void> {
  const chosen = await door.ask('imports.choose', {}, [file]);
  if (chosen?.ok !== true || chosen.value === null) return;
  const { draftId } = chosen.value;
  for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
    if ((await door.ask(channel, { draftId }))?.ok !== true) return;
}

async function killAt(dataFolder: string, afterMs: number, target: 'main' | 'task') {
  const door = openHeadlessDoor(dataFolder);
  const { pid } = door.process;
  await door.ask('settings.get', {});
  const work = importLines(door, fileOfLines);
  await wait(afterMs);
  const victims = target === 'main' ? [pid ?? 0] : door.taskPids();
  for (const victim of victims) process.kill(victim, 'SIGKILL');
  if (target === 'task') {
    const alive = await door.ask('customers.summary', {});
    expect(alive?.ok).toBe(true);
    await work;
    await door.close();
  } else if (door.process.exitCode === null && door.process.signalCode === null)
    await once(door.process, 'exit');
}

describe.skipIf(process.platform !== 'linux')('an import that is killed', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'langgan-kill-'));
    fileOfLines = join(folder, 'lines.csv');
    const first = join(folder, 'first.csv');
    await writeSaleLines(first, { lines: 300, customers: 60, products: 20 });
    await writeSaleLines(fileOfLines, { lines: 6000, customers: 900, products: 80 });
    const base = join(folder, 'base');
    const door = openHeadlessDoor(base);
    await importLines(door, first);
    await door.close();
    before = (await contents(base)).hash;
    const whole = join(folder, 'whole');
    await cp(base, whole, { recursive: true });
    const again = openHeadlessDoor(whole);
    await again.ask('settings.get', {});
    const from = performance.now();
    await importLines(again, fileOfLines);
    importMs = performance.now() - from;
    await again.close();
    const after = await contents(whole);
    expect(after.hash).not.toBe(before);
    full = after.shape;
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leaves the shop as it was or with all of the import, never between', async () => {
    const seen = { before: 0, full: 0 };
    for (let round = 0; round < kills; round += 1) {
      const copy = join(folder, `round-${round}`);
      await cp(join(folder, 'base'), copy, { recursive: true });
      // Every other pair falls into the last third, where the transaction is.
      const share = Math.floor(round / 2) % 2 === 0 ? Math.random() : 0.67 + Math.random() / 3;
      const moment = share * importMs;
      await killAt(copy, moment, round % 2 === 0 ? 'main' : 'task');
      const now = await contents(copy);
      const isBefore = now.hash === before;
      expect(isBefore || now.shape === full, `killed ${Math.round(moment)} ms in`).toBe(true);
      seen[isBefore ? 'before' : 'full'] += 1;
      await rm(copy, { recursive: true, force: true });
    }
    expect(seen.before + seen.full).toBe(kills);
  }, 240_000);
});
