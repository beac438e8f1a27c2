import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSaleLines } from '#build/bench/sale-lines.ts';
import { listBackups } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { liesOpen } from '#db/file/protection.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { tellFigure } from '#tests/support/figures.ts';

const kills = process.env.LANGGAN_FULL === '1' ? 100 : 4;
const password = 'kopi tubruk 77';
const waiting = 'Kenanga Wulandari';
let folder = '';
let customers: string[] = [];

async function contents(door: HeadlessDoor): Promise<string[]> {
  const answer = await door.ask('customers.list', { limit: 500 } as never);
  if (answer?.ok !== true) throw new Error(`no list: ${JSON.stringify(answer)}`);
  return (answer.value.rows as readonly { name: string | null }[]).map(({ name }) => name ?? '');
}

async function bring(door: HeadlessDoor, file: string): Promise<void> {
  const chosen = await door.ask('imports.choose', {}, [file]);
  if (chosen?.ok !== true || chosen.value === null) throw new Error('nothing chosen');
  const { draftId } = chosen.value;
  for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
    expect((await door.ask(channel, { draftId }))?.ok).toBe(true);
}

/** How long the whole takes here and now, milliseconds: kills fall all over it. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** A file of a stranger to the shop, dropped and read: it waits on the import. */
async function leaveWaiting(door: HeadlessDoor): Promise<void> {
  const base64 = Buffer.from(`Nama;Telepon\n${waiting};081298765432\n`).toString('base64');
  const piece = { draftId: null, file: 0, name: 'a.csv', offset: 0, base64, isLast: true };
  const taken = await door.ask('imports.receive', piece);
  if (taken?.ok !== true) throw new Error('not taken');
  const read = await door.ask('imports.inspect', { draftId: taken.value.draftId });
  expect(read?.ok).toBe(true);
}

/** Files of what waits on the import that can be read by anybody. */
async function readable(dataFolder: string): Promise<string[]> {
  const entries = await readdir(join(dataFolder, 'staging'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const found: string[] = [];
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile()))
    if ((await readFile(join(parentPath, name))).includes(waiting)) found.push(name);
  return found;
}

async function killedAt(dataFolder: string, step: 'set' | 'remove', afterMs: number) {
  const door = openHeadlessDoor(dataFolder);
  const isAsked = step === 'remove';
  await door.ask('settings.get', {});
  if (isAsked) await door.ask('password.unlock', { secret: password });
  await leaveWaiting(door);
  void (isAsked
    ? door.ask('password.remove', { current: password })
    : door.ask('password.set', { password }));
  await wait(afterMs);
  door.process.kill('SIGKILL');
  await once(door.process, 'exit');
}

/** Opens what is there, by the password where it is asked for; says which. */
async function openedAgain(dataFolder: string): Promise<'open' | 'protected'> {
  const door = openHeadlessDoor(dataFolder);
  const first = await door.ask('settings.get', {});
  const isOpen = first?.ok === true;
  if (!isOpen) {
    expect(first).toMatchObject({ error: { code: 'STORAGE', reason: 'protected' } });
    expect(await door.ask('password.unlock', { secret: password })).toMatchObject({ ok: true });
  }
  expect((await contents(door)).toSorted()).toEqual(customers);
  await door.close();
  return isOpen ? 'open' : 'protected';
}

describe.skipIf(process.platform !== 'linux')('a password', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'langgan-password-kill-'));
    const file = join(folder, 'lines.csv');
    await writeSaleLines(file, { lines: 3000, customers: 400, products: 20 });
    const door = openHeadlessDoor(join(folder, 'open'));
    await bring(door, file);
    await door.ask('backups.make', { cause: 'manual' });
    customers = (await contents(door)).toSorted();
    await door.close();
    expect(customers.length).toBeGreaterThan(300);
    await cp(join(folder, 'open'), join(folder, 'protected'), { recursive: true });
    const other = openHeadlessDoor(join(folder, 'protected'));
    await other.ask('password.set', { password });
    await other.close();
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['set', 'remove'] as const)(
    'that is %s leaves all of the shop, whenever it is killed: open, or behind the password',
    async (step) => {
      const base = join(folder, step === 'set' ? 'open' : 'protected');
      const whole = join(folder, `whole-${step}`);
      await cp(base, whole, { recursive: true });
      const door = openHeadlessDoor(whole);
      await door.ask('settings.get', {});
      if (step === 'remove') await door.ask('password.unlock', { secret: password });
      await leaveWaiting(door);
      const allMs = await timed(() =>
        step === 'set'
          ? door.ask('password.set', { password })
          : door.ask('password.remove', { current: password }),
      );
      await door.close();
      const seen = { open: 0, protected: 0 };
      for (let round = 0; round < kills; round += 1) {
        const copy = join(folder, `${step}-${round}`);
        await cp(base, copy, { recursive: true });
        await killedAt(copy, step, ((round + 0.5) / kills) * allMs * 1.3);
        // Nothing lies open beside a shop that is protected, and the next start leaves none of it.
        if (liesOpen(join(copy, 'langgan.db')) === false) expect(await readable(copy)).toEqual([]);
        seen[await openedAgain(copy)] += 1;
        expect(await readable(copy)).toEqual([]);
        // Every copy that is listed is one that can be read: open, or with what opens it.
        for (const entry of await listBackups(join(copy, 'backups'))) {
          if (entry.key !== undefined) continue;
          const opened = openConnection(join(copy, 'backups', entry.fileName), { readonly: true });
          expect(opened.raw.pragma('integrity_check', { simple: true })).toBe('ok');
          await opened.close();
        }
        await rm(copy, { recursive: true, force: true });
      }
      expect(seen.open + seen.protected).toBe(kills);
      const what = step === 'set' ? 'set' : 'removed';
      const told = `${seen.open} open, ${seen.protected} protected, all of it there`;
      tellFigure('S10', `${kills} kills at any moment as it is ${what}: ${told}`);
    },
  );
});
