import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bar } from '#build/bars.ts';
import { hashFile, listBackups } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { readErased } from '#db/file/erased-list.ts';
import { openEnvelope } from '#db/file/key-envelope.ts';
import { forgetProtection, liesOpen, protect } from '#db/file/protection.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { type KeyEnvelope, keyEnvelope } from '#shared/contract/password/password.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { killedApp, spreadSteps, type Work } from '#tests/support/app/killable-app.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { crashedShop, hashOf } from '#tests/support/shop/crashed-shop.ts';
import { placesOf } from '#tests/support/shop/private-shop.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

const kills = process.env['LANGGAN_FULL'] === '1' ? 40 : 6;
const password = 'kopi tubruk 77';
const other = 'teh tawar hangat';

interface Course {
  readonly bar: Bar;
  readonly what: string;
  /** How it is before; every round begins with a copy of it. */
  readonly folder: string;
  readonly before?: Work;
  readonly work: Work;
  /** What is there after the next start; fails where it is neither. */
  look(folder: string): Promise<'old' | 'new'>;
}

async function copyOf(folder: string): Promise<string> {
  const copy = join(folderOnDisk(), 'shop');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Nothing is left that is half of something, and every copy is the one its manifest tells of. */
async function requireTidy(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const halves = /\.partial$|restored$|restored-|swap\.json|\.turned|\.new$/;
  expect(names.filter((name) => halves.test(name))).toEqual([]);
  const backups = join(folder, 'backups');
  const copies = await listBackups(backups);
  expect(copies.length).toBeGreaterThan(0);
  for (const { fileName, sha256 } of copies)
    expect(await hashFile(join(backups, fileName)), fileName).toBe(sha256);
}

interface Ends {
  readonly old: number;
  readonly new: number;
  /** Why a state was taken for neither. */
  readonly between: readonly unknown[];
  readonly points: number;
  /** How many kills came before the work was answered. */
  readonly inside: number;
}

const first: Work = (door) => door.ask('settings.get', {});

/** Kills it all over its steps, and looks at what the next start makes of each end. */
async function endsOf({ folder, look, before = first, work }: Course): Promise<Ends> {
  const whole = await copyOf(folder);
  const { steps, isKilled } = await killedApp({ dataFolder: whole, at: null, before, work });
  expect([isKilled, await look(whole)]).toEqual([false, 'new']);
  const points = spreadSteps(steps, kills);
  const seen = { old: 0, new: 0 };
  const between: unknown[] = [];
  let inside = 0;
  for (const at of points) {
    const dataFolder = await copyOf(folder);
    if ((await killedApp({ dataFolder, at, before, work })).isKilled) inside += 1;
    try {
      seen[await look(dataFolder)] += 1;
      await requireTidy(dataFolder);
    } catch (error) {
      between.push(error);
    }
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return { ...seen, between, points: points.length, inside };
}

async function course(given: Course): Promise<void> {
  const { between, points, inside, ...seen } = await endsOf(given);
  if (between.length > 0) throw between[0];
  expect(inside, JSON.stringify(seen)).toBeGreaterThanOrEqual(points * 0.8);
  const told = `${points} kills, ${inside} inside: ${seen.old} as before, ${seen.new} as after`;
  tellFigure(given.bar, `the whole app, ${given.what}: ${told}, 0 between`);
}

/** Starts it anew and lets it end by itself: by which of the secrets it opened, null where it opened without or not at all. */
async function startAgain(folder: string, secrets: readonly string[] = []): Promise<string | null> {
  const door = openHeadlessDoor(folder);
  try {
    if ((await door.ask('settings.get', {}))?.ok === true) return null;
    for (const secret of secrets)
      if ((await door.ask('password.unlock', { secret }))?.ok === true) return secret;
    return null;
  } finally {
    await door.close();
  }
}

/** What a file holds, opened by what its envelope says. */
async function hashBy(path: string, envelope: KeyEnvelope | null, secret: string): Promise<string> {
  if (envelope === null) return hashOf(path);
  protect({ folder: path, protection: await openEnvelope(envelope, secret) });
  return hashOf(path).finally(() => forgetProtection(path));
}

async function newestCopy(folder: string): Promise<string> {
  const [newest] = await listBackups(join(folder, 'backups'));
  return newest?.fileName ?? '';
}

/** Every database in the folder, by what it holds. */
async function heldIn(folder: string): Promise<string[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Promise.all(
    names.filter((name) => name.endsWith('langgan.db')).map((name) => hashOf(join(folder, name))),
  );
}

const restore = (fileName: string): Work => {
  return (door) => door.ask('restore.run', { copy: { kind: 'listed', fileName } });
};

describe.skipIf(process.platform !== 'linux')('the whole app, killed at its steps', () => {
  it('is found between where many commands are taken for one', async () => {
    const { folder } = await crashedShop();
    // So many that most of the steps lie between the first and the last, whatever else the app writes meanwhile.
    const names = Array.from({ length: 12 }, (_, index) => `Ratna ${index}`);
    const work: Work = async (door) => {
      let last: Awaited<ReturnType<Work>> = { ok: true };
      for (const name of names)
        last = last && (await door.ask('customers.create', { ...EMPTY_FACTS, name }));
      return last;
    };
    const look = async (place: string) => {
      await startAgain(place);
      const { raw, close } = openConnection(join(place, 'langgan.db'), { readonly: true });
      const written = raw.prepare("SELECT count(*) FROM customers WHERE name LIKE 'Ratna %'");
      const count = written.pluck().get();
      await close();
      if (count === 0) return 'old';
      return count === names.length ? 'new' : expect.fail('some of them');
    };
    const ends = await endsOf({ bar: 'R1', what: 'a control', folder, work, look });
    expect(ends.between.length, JSON.stringify(ends)).toBeGreaterThan(0);
  }, 3_600_000);

  it('in a restore, and in its undoing, leaves the one or the other', async () => {
    const { folder, hashes } = await crashedShop();
    const fileName = await newestCopy(folder);
    const lookFor = (old: string, after: string) => async (place: string) => {
      await startAgain(place);
      const opened = await hashOf(join(place, 'langgan.db'));
      expect([old, after]).toContain(opened);
      expect(await heldIn(place)).toContain(old);
      return opened === old ? ('old' as const) : ('new' as const);
    };
    const { live, copy } = hashes;
    const work = restore(fileName);
    await course({ bar: 'R7', what: 'a restore', folder, work, look: lookFor(live, copy) });
    const restored = await copyOf(folder);
    const door = openHeadlessDoor(restored);
    expect(await work(door)).toMatchObject({ ok: true });
    await door.close();
    const undo = (at: HeadlessDoor) => at.ask('restore.undo', {});
    const look = lookFor(copy, live);
    await course({ bar: 'R7', what: 'its undoing', folder: restored, work: undo, look });
  }, 3_600_000);

  it('over a damaged file leaves that file, or what was to take its place', async () => {
    const { folder, database, hashes } = await crashedShop();
    const { raw, close } = openConnection(database);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    await close();
    const damaged = readFileSync(database).fill(0xa5, 0, 4096);
    writeFileSync(database, damaged);
    const isDamaged = (path: string) => readFileSync(path).equals(damaged);
    const lookFor = (after: string) => async (place: string) => {
      await startAgain(place);
      const live = join(place, 'langgan.db');
      if (isDamaged(live)) return 'old' as const;
      expect(await hashOf(live)).toBe(after);
      const aside = readdirSync(join(place, 'set-aside'));
      expect(aside.map((name) => isDamaged(join(place, 'set-aside', name, 'langgan.db')))).toEqual([
        true,
      ]);
      return 'new' as const;
    };
    const rescue = restore(await newestCopy(folder));
    const copy = lookFor(hashes.copy);
    await course({ bar: 'R7', what: 'a rescue by a copy', folder, work: rescue, look: copy });
    const salvage: Work = async (door) => {
      const read = await door.ask('restore.salvage', {});
      return read === null ? null : door.ask('restore.takeSalvaged', {});
    };
    const saved = lookFor(hashes.live);
    await course({
      bar: 'R8',
      what: 'saving what can be read',
      folder,
      work: salvage,
      look: saved,
    });
  }, 3_600_000);

  it('as it erases somebody has erased all of them or nothing', async () => {
    const { folder, database } = await crashedShop();
    const canary = 'Qzkanari';
    const { raw, close } = openConnection(database);
    raw.exec(`UPDATE customers SET name = '${canary}', name_key = 'qzkanari' WHERE id = 1;
      UPDATE sales SET note = '${canary}' WHERE customer_id = 1`);
    await close();
    const door = openHeadlessDoor(folder);
    expect(await door.ask('backups.make', {})).toMatchObject({ ok: true });
    await door.close();
    expect(placesOf(folder, [canary]).some((one) => one.startsWith('backups'))).toBe(true);
    const books = async (place: string) => {
      const opened = openConnection(join(place, 'langgan.db'), { readonly: true });
      const sums = 'SELECT count(*), sum(revenue_minor), count(DISTINCT customer_id) FROM sales';
      const found = opened.raw.prepare(sums).raw().get();
      const swept = opened.raw.prepare('SELECT swept_at IS NOT NULL FROM erasures').pluck().all();
      await opened.close();
      return { found, swept };
    };
    const { found: before } = await books(folder);
    const look = async (place: string) => {
      await startAgain(place);
      const { found, swept } = await books(place);
      expect(found).toEqual(before);
      const isNew = swept.length > 0;
      expect((await readErased(join(place, 'backups'))).length).toBe(swept.length);
      // What the owner wanted gone is gone, copies too, and one without them is there.
      const left = placesOf(place, [canary]);
      expect((await listBackups(join(place, 'backups'))).length).toBeGreaterThan(0);
      if (!isNew)
        return left.length > 0 ? 'old' : expect.fail('nobody was erased, and a word is gone');
      expect([swept, left]).toEqual([[1], []]);
      return 'new';
    };
    const erase = { customerId: 1 as never, confirm: canary, removesBackups: true };
    const work: Work = (door) => door.ask('privacy.erase', erase);
    await course({ bar: 'P2', what: 'erasing', folder, work, look });
    // One that forgets the notes of sales is found out.
    const leaky = await copyOf(folder);
    const forgetting = openConnection(join(leaky, 'langgan.db'));
    forgetting.raw.exec(
      'CREATE TRIGGER forgets BEFORE UPDATE OF note ON sales BEGIN SELECT RAISE(IGNORE); END',
    );
    await forgetting.close();
    await killedApp({ dataFolder: leaky, at: null, before: first, work });
    await expect(look(leaky)).rejects.toThrow('to deeply equal [ [ 1 ], [] ]');
  }, 3_600_000);
});

describe.skipIf(process.platform !== 'linux')('the whole app, killed with a password', () => {
  /** By which password the shop opens; the key file, the shop and its copies are all of one mind. */
  async function openedBy(place: string, live: string, copies: readonly string[]) {
    const by = await startAgain(place, [password, other]);
    const database = join(place, 'langgan.db');
    const text = readdirSync(place).includes('langgan.key')
      ? readFileSync(join(place, 'langgan.key'), 'utf8')
      : null;
    const envelope = text === null ? null : keyEnvelope.parse(JSON.parse(text));
    expect([envelope === null, liesOpen(database)]).toEqual([by === null, by === null]);
    expect(await hashBy(database, envelope, by ?? '')).toBe(live);
    const listed = await listBackups(join(place, 'backups'));
    const held = listed.map(({ fileName, key = null }) =>
      hashBy(join(place, 'backups', fileName), key, by ?? password),
    );
    expect(await Promise.all(held)).toEqual(expect.arrayContaining([...copies]));
    return by;
  }

  async function protectedShop() {
    const { folder, hashes } = await crashedShop();
    const sealed = await copyOf(folder);
    const door = openHeadlessDoor(sealed);
    expect(await door.ask('password.set', { password })).toMatchObject({ ok: true });
    await door.close();
    const look = (isNew: (by: string | null) => boolean) => async (place: string) =>
      isNew(await openedBy(place, hashes.live, [hashes.copy]))
        ? ('new' as const)
        : ('old' as const);
    return { folder, sealed, look };
  }

  const unlock: Work = (door) => door.ask('password.unlock', { secret: password });

  it('that is set, changed or removed opens by the one or the other, and so do its copies', async () => {
    const { folder, sealed, look } = await protectedShop();
    await course({
      ...{ bar: 'S10', what: 'a password set', folder, look: look((by) => by === password) },
      work: (door) => door.ask('password.set', { password }),
    });
    await course({
      ...{ bar: 'S10', what: 'one changed', folder: sealed, look: look((by) => by === other) },
      before: unlock,
      work: (door) => door.ask('password.change', { current: password, password: other }),
    });
    await course({
      ...{ bar: 'S10', what: 'one removed', folder: sealed, look: look((by) => by === null) },
      before: unlock,
      work: (door) => door.ask('password.remove', { current: password }),
    });
  }, 3_600_000);
});
