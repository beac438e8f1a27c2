import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Startup, startUp } from '#electron/startup.ts';
import type { Output } from '#shared/contract/index.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { type CrashedShop, crashedShop, hashOf } from '#tests/support/shop/crashed-shop.ts';
import { testMachine } from '#tests/support/shop/temp-shop.ts';

const drills = process.env['LANGGAN_FULL'] === '1' ? 500 : 100;

/** Bytes of the file as it is ruined in a round; null: it is gone. */
type Ruin = (bytes: Buffer, round: number) => Buffer | null;

function noiseAt(bytes: Buffer, from: number, length: number, round: number): Buffer {
  for (let at = from; at < Math.min(bytes.length, from + length); at += 1)
    bytes.writeUInt8((at * 31 + round * 17 + 0x5a) & 0xff, at);
  return bytes;
}

const ruins: Readonly<Record<string, Ruin>> = {
  gone: () => null,
  'without a byte': () => Buffer.alloc(0),
  'with its beginning overwritten': (bytes, round) => noiseAt(bytes, 0, 1 + round, round),
  'cut within its first page': (bytes, round) => bytes.subarray(0, 100 + round * 30),
  'of another program': (bytes, round) => {
    bytes.writeUInt32BE(0x1000 + round, 68);
    return bytes;
  },
  'of a newer version': (bytes, round) => {
    bytes.writeUInt32BE(1000 + round, 60);
    return bytes;
  },
  'with its table of contents overwritten': (bytes, round) => noiseAt(bytes, 100, 3900, round),
  'another kind of file': (_, round) => Buffer.from(`Nama,Telepon\nRatna,${round}\n`),
};

/** Every file in the folder by its bytes, but for the locks of who is looking. */
function bytesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !/\.lock|-shm$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name)).toString('base64'))
    .sort();
}

async function start({ folder }: CrashedShop) {
  const machine = testMachine();
  const startup = await startUp(machine.platform, {
    locate: async () => ({ path: folder, isMissing: !existsSync(folder) }),
    ...{ checksOutput: true, backsUpAtQuit: false },
  });
  const ask = async (channel: string, input: object = {}) => {
    const result = await startup.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  return { startup, ask };
}

/** The log held the page that was ruined: nothing is lost, and nothing has to be restored. */
async function openedByLog(shop: CrashedShop, startup: Startup, round: number): Promise<void> {
  expect(round % 2).toBe(1);
  await startup.close();
  expect(await hashOf(shop.database)).toBe(shop.hashes.live);
}

async function drill(ruin: Ruin, round: number): Promise<void> {
  const shop = await crashedShop();
  const ruined = ruin(readFileSync(shop.database), round);
  rmSync(`${shop.database}-shm`);
  if (round % 2 === 0) rmSync(`${shop.database}-wal`);
  if (ruined === null) rmSync(shop.database);
  else writeFileSync(shop.database, ruined);
  const before = bytesIn(shop.folder);
  const { startup, ask } = await start(shop);
  try {
    if (startup.started.ok) return await openedByLog(shop, startup, round);
    expect(startup.started).toMatchObject({ error: { code: 'STORAGE' } });
    const { newest } = (await ask('backups.rescue')) as NonNullable<Output<'backups.rescue'>>;
    expect(newest?.customers).toBe(60);
    expect(before.filter((bytes) => !bytesIn(shop.folder).includes(bytes))).toEqual([]);
    await ask('backups.takeCopy', { fileName: newest?.fileName });
    expect(startup.started.ok).toBe(true);
  } finally {
    await startup.close();
  }
  expect(await hashOf(shop.database)).toBe(shop.hashes.copy);
  // Nothing of what was there is gone.
  const after = bytesIn(shop.folder);
  expect(before.filter((bytes) => !after.includes(bytes))).toEqual([]);
  rmSync(shop.folder, { recursive: true, force: true });
}

describe('a drill: a copy, the live file destroyed, and back', () => {
  let done = 0;
  afterAll(() => tellFigure('R7', `${done} backups brought back over a destroyed file: all equal`));

  it.each(Object.keys(ruins))(
    'where it is %s',
    async (name) => {
      const rounds = Math.ceil(drills / Object.keys(ruins).length);
      for (let round = 0; round < rounds; round += 1)
        await drill(ruins[name] ?? (() => null), round);
      done += rounds;
    },
    3_600_000,
  );
});

describe('a shop that could not be opened', () => {
  it('goes on from any copy of the list, or from another place, once it was looked through', async () => {
    for (const isPicked of [false, true]) {
      const shop = await crashedShop();
      truncateSync(shop.database, 0);
      const machine = testMachine();
      const startup = await startUp(machine.platform, {
        locate: async () => ({ path: shop.folder, isMissing: false }),
        ...{ checksOutput: true, backsUpAtQuit: false },
      });
      const ask = async (channel: string, input: object = {}) =>
        startup.dispatch({ channel, input, callId: channel });
      const state = (await ask('restore.state')) as { value: Output<'restore.state'> };
      expect(state.value.copies).toMatchObject([{ customers: 60, sales: 60 }]);
      const fileName = state.value.copies[0]?.fileName ?? '';
      if (isPicked) machine.picks.push([shop.copy]);
      const copy = isPicked ? null : { kind: 'listed', fileName };
      const seen = await ask('restore.preview', { copy });
      expect(seen).toMatchObject({
        ok: true,
        value: { customers: 60, sales: 60, trashed: 0, present: { kind: 'unreadable' } },
      });
      const { value } = seen as { value: NonNullable<Output<'restore.preview'>> };
      expect(await ask('restore.run', { copy: value.copy })).toEqual({
        ok: true,
        value: { before: null },
      });
      expect(await ask('settings.get')).toMatchObject({ ok: true, value: { customers: 60 } });
      // What was damaged is nothing to go back to.
      expect(await ask('restore.state')).toMatchObject({ value: { undo: null } });
      await startup.close();
      expect(await hashOf(shop.database)).toBe(shop.hashes.copy);
    }
  });

  it('refuses a damaged copy in its words, and can be asked again', async () => {
    const shop = await crashedShop();
    truncateSync(shop.database, 50);
    writeFileSync(shop.copy, Buffer.alloc(readFileSync(shop.copy).length, 7));
    const { startup } = await start(shop);
    const copy = { kind: 'listed', fileName: shop.copy.slice(shop.copy.lastIndexOf('langgan-')) };
    for (const channel of ['restore.preview', 'restore.run', 'restore.run'])
      expect(await startup.dispatch({ channel, input: { copy }, callId: channel })).toEqual({
        ok: false,
        error: { code: 'BAD_COPY', problem: 'changed' },
      });
    expect(readFileSync(shop.database)).toHaveLength(50);
    const cancel = { channel: 'tasks.cancel', input: { callId: 'x' }, callId: 'y' };
    expect(await startup.dispatch(cancel)).toEqual({ ok: true, value: { wasRunning: false } });
    await startup.close();
  });
});
