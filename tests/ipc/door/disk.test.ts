import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import {
  type CallKind,
  canFail,
  type FailingDisk,
  failingDisk,
} from '#tests/support/disk/failing-disk.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

const editsARound = 6;
const rowsAnImport = 12;

/** The owner at work on a disk that fails: what was said to be saved, and what was said of the rest. */
class Owner {
  readonly saved: string[] = [];
  readonly errors: AppError[] = [];
  shopName = '';
  readonly #door: HeadlessDoor;
  #last = 0;

  constructor(door: HeadlessDoor) {
    this.#door = door;
  }

  async #ask<N extends ChannelName>(channel: N, input: Input<N>) {
    const answer = await this.#door.ask(channel, input);
    if (answer === null) throw new Error(`${channel}: the app has ended`);
    if (!answer.ok) this.errors.push(answer.error);
    return answer.ok ? answer.value : null;
  }

  async addCustomer(): Promise<void> {
    this.#last += 1;
    const name = `Pelanggan ${this.#last}`;
    const made = await this.#ask('customers.create', { ...EMPTY_FACTS, name });
    if (made !== null) this.saved.push(name);
  }

  async bringIn(): Promise<void> {
    this.#last += 1;
    const names = Array.from({ length: rowsAnImport }, (_, row) => `Impor ${this.#last} ${row}`);
    const bytes = Buffer.from(`Nama,Kota\n${names.map((name) => `${name},Sleman\n`).join('')}`);
    const file = { file: 0, name: 'daftar.csv', offset: 0, base64: bytes.toString('base64') };
    const taken = await this.#ask('imports.receive', { draftId: null, ...file, isLast: true });
    if (taken === null) return;
    const { draftId } = taken;
    for (const channel of ['imports.inspect', 'imports.check'] as const)
      if ((await this.#ask(channel, { draftId })) === null) return;
    if ((await this.#ask('imports.commit', { draftId })) !== null) this.saved.push(...names);
  }

  /** Another name for the shop, and a restore of how it is now: no record is another one by that. */
  async restore(): Promise<AppError[]> {
    this.errors.length = 0;
    this.#last += 1;
    const shopName = `Toko ${this.#last}`;
    if ((await this.#ask('settings.update', { shopName })) !== null) this.shopName = shopName;
    const made = await this.#ask('backups.make', {});
    const copy = { kind: 'listed', fileName: made?.fileName ?? '' } as const;
    if (made !== null) await this.#ask('restore.run', { copy });
    return [...this.errors];
  }

  /** What an owner does whose data is closed after a failure, once there is room again. */
  async goOn(): Promise<AppError[]> {
    await this.#ask('backups.openAgain', {});
    this.errors.length = 0;
    await this.addCustomer();
    return [...this.errors];
  }

  /** Everything that writes, once or a few times. */
  async work(): Promise<AppError[]> {
    this.errors.length = 0;
    for (let edit = 0; edit < editsARound; edit += 1) await this.addCustomer();
    await this.#ask('backups.make', {});
    await this.bringIn();
    return [...this.errors];
  }
}

async function storedNames(dataFolder: string): Promise<string[]> {
  const { raw, close } = openConnection(join(dataFolder, 'langgan.db'), { readonly: true });
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    return raw.prepare('SELECT name FROM customers').pluck().all() as string[];
  } finally {
    await close();
  }
}

interface Setting {
  readonly dataFolder: string;
  readonly disk: FailingDisk;
  readonly door: HeadlessDoor;
  readonly owner: Owner;
}

/** An app at work over a disk that does not fail yet. */
async function startWorking(): Promise<Setting> {
  const folder = folderOnDisk();
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const disk = failingDisk(dataFolder, folder);
  const door = openHeadlessDoor(dataFolder, disk.env);
  onTestFinished(async () => {
    door.process.kill('SIGKILL');
    disk.close();
  });
  const owner = new Owner(door);
  expect(await owner.work()).toEqual([]);
  return { dataFolder, disk, door, owner };
}

/** Works on the failing disk, then on the mended one; answers what was said meanwhile. */
async function workThrough({ disk, owner }: Setting, fail: () => void): Promise<AppError[]> {
  fail();
  const said = await owner.work();
  const failed = disk.failed();
  disk.mend();
  if (said.length > 0) expect(failed).toBeGreaterThan(0);
  expect(await owner.work(), 'it goes on').toEqual([]);
  return said;
}

/** Ended at once and looked at by another process: what was said to be saved is there, and no more. */
async function expectNothingLost({ dataFolder, door, owner }: Setting): Promise<void> {
  door.process.kill('SIGKILL');
  await once(door.process, 'exit');
  expect((await storedNames(dataFolder)).sort()).toEqual(owner.saved.toSorted());
  // A copy that could not be finished takes no room.
  const files = readdirSync(join(dataFolder, 'backups'));
  // What was found as copies were read again lies beside them.
  const copies = files.filter((name) => name !== 'checked.json');
  const listed = (await listBackups(join(dataFolder, 'backups'))).map(({ fileName }) => fileName);
  expect(copies.sort()).toEqual(listed.flatMap((name) => [name, `${name}.json`]).sort());
  const next = openHeadlessDoor(dataFolder);
  const settings = await next.ask('settings.get', {});
  expect(settings).toMatchObject({ ok: true, value: { customers: owner.saved.length } });
  await next.close();
}

const kib = 1024;
const rooms = [0, 0.5, 1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];

const pointsOfWork = 50;
/** Fifty calls, spread over what one round of work makes of each kind. */
const points: readonly (readonly [CallKind, count: number])[] = [
  ['write', 25],
  ['sync', 18],
  ['rename', 7],
];

/** The same for a restore and the settings. */
const pointsOfRestore: typeof points = [
  ['write', 8],
  ['sync', 8],
  ['rename', 6],
];

describe.skipIf(!canFail)('a disk that fails (needs Linux and a C compiler)', () => {
  it('when it is full says so, loses nothing, and takes more once there is room', async () => {
    const setting = await startWorking();
    expect(rooms).toHaveLength(17);
    for (const room of rooms) {
      const said = await workThrough(setting, () => setting.disk.leaveRoom(room * kib));
      expect(said.length, `${room} KiB`).toBeGreaterThan(0);
      for (const error of said) expect(error).toEqual({ code: 'STORAGE', reason: 'full' });
    }
    await expectNothingLost(setting);
  }, 600_000);

  it('when it is full as the app starts is no reason to stay closed once there is room', async () => {
    const { dataFolder, disk, door, owner } = await startWorking();
    await door.close();
    disk.leaveRoom(0);
    const next = openHeadlessDoor(dataFolder, disk.env);
    onTestFinished(() => void next.process.kill('SIGKILL'));
    expect(await next.ask('customers.list', {})).toMatchObject({
      ok: false,
      error: { code: 'STORAGE', reason: 'full' },
    });
    disk.mend();
    expect(await next.ask('backups.openAgain', {})).toMatchObject({ ok: true });
    expect(await next.ask('settings.get', {})).toMatchObject({
      value: { customers: owner.saved.length },
    });
    await next.close();
  });

  it('at any write, flush or renaming loses nothing, calls it by its name, and goes on', async () => {
    const setting = await startWorking();
    const { disk, owner } = setting;
    const said = { full: 0, device: 0 };
    let at = 0;
    for (const [kind, count] of points) {
      const before = disk.seen(kind);
      expect(await owner.work()).toEqual([]);
      const calls = disk.seen(kind) - before;
      for (let point = 0; point < count; point += 1, at += 1) {
        const call = 1 + Math.floor((point * calls) / count);
        // One that fails once, and a disk that takes nothing from there on.
        const error = (['ENOSPC', 'EIO', 'ENOSPC', 'EFBIG'] as const)[at % 4] ?? 'EIO';
        const how = { error, lasts: at % 3 === 0 };
        const errors = await workThrough(setting, () => disk.failAt(kind, call, how));
        const where = `${kind} ${call}: ${JSON.stringify(how)}`;
        for (const one of errors) {
          const reason = how.error === 'ENOSPC' ? 'full' : 'device';
          expect(one, where).toEqual({ code: 'STORAGE', reason });
          said[reason] += 1;
        }
      }
    }
    expect(at).toBe(pointsOfWork);
    expect(Math.min(said.full, said.device), JSON.stringify(said)).toBeGreaterThan(10);
    await expectNothingLost(setting);
    tellFigure('R3', `${at} calls failed: ${owner.saved.length} acknowledged, 0 lost`);
  }, 600_000);

  it('at any call of a restore or of the settings leaves what there was, and goes on', async () => {
    const setting = await startWorking();
    const { disk, door, owner } = setting;
    let [at, refused] = [0, 0];
    for (const [kind, count] of pointsOfRestore) {
      const before = disk.seen(kind);
      expect(await owner.restore()).toEqual([]);
      const calls = disk.seen(kind) - before;
      for (let point = 0; point < count; point += 1, at += 1) {
        const call = 1 + Math.floor((point * calls) / count);
        // One that lasts is still there when the shop is to open again.
        const how = { error: at % 2 === 0 ? 'ENOSPC' : 'EIO', lasts: at % 3 === 0 } as const;
        disk.failAt(kind, call, how);
        const errors = await owner.restore();
        disk.mend();
        const where = `${kind} ${call}: ${JSON.stringify(how)}`;
        for (const { code } of errors) expect(['STORAGE', 'BAD_COPY'], where).toContain(code);
        refused += errors.length;
        expect(await owner.goOn(), where).toEqual([]);
        const { settings } = (
          (await door.ask('settings.get', {})) as { value: Output<'settings.get'> }
        ).value;
        expect(settings.shopName, where).toBe(owner.shopName);
      }
    }
    expect(refused).toBeGreaterThan(at / 3);
    await expectNothingLost(setting);
    tellFigure('R3', `${at} calls of a restore and the settings failed: 0 lost`);
  }, 600_000);
});
