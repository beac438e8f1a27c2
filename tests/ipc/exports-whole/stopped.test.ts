import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { canFail, failingDisk } from '#tests/support/disk/failing-disk.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { fillRandomShop } from '#tests/support/shop/random-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Enough that the work is still going on when it is stopped. */
function fillMany(raw: RawHandle): void {
  fillRandomShop(raw, 9);
  raw.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)
    INSERT INTO interactions (customer_id, channel, direction, happened_at, text, created_at)
    SELECT 1, 'call', 'in', '2026-06-01T00:00:00.000Z', 'Tanya harga', '2026-06-01T00:00:00.000Z' FROM n`);
}

/** Runs a task and does something at its first sign of progress in a phase. */
async function stopAt(
  shop: TempShop,
  channel: 'exports.everything' | 'exports.bringBack',
  phase: string,
  stop: () => void,
) {
  let isStopped = false;
  const off = shop.app.onEvent((event) => {
    if (isStopped || event.type !== 'progress' || event.channel !== channel) return;
    if (event.phase !== phase || event.done === 0) return;
    isStopped = true;
    stop();
  });
  const result = await shop.call(channel, {}, 'mine');
  off();
  expect(isStopped).toBe(true);
  return result;
}

function hashOf(database: string): string {
  const { raw } = openConnection(database, { readonly: true });
  try {
    return logicalDumpHash(raw);
  } finally {
    raw.close();
  }
}

describe('stopped in the middle', () => {
  it('an export leaves nothing behind, cancelled or killed', async () => {
    const shop = await tempShop(fillMany);
    const folder = tempFolder();
    const cancel = () => void shop.ask('tasks.cancel', { callId: 'mine' });
    const kill = () => shop.machine.processes.at(-1)?.kill();
    for (const [stop, code] of [
      [cancel, 'CANCELLED'],
      [kill, 'INTERNAL'],
    ] as const) {
      shop.machine.picks.push([folder]);
      const result = await stopAt(shop, 'exports.everything', 'exporting', stop);
      expect(result).toMatchObject({ ok: false, error: { code } });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('a bringing in leaves the shop as it was, cancelled or killed, and then takes all of it', async () => {
    const from = await tempShop(fillMany);
    from.machine.picks.push([tempFolder()]);
    const made = await from.ask('exports.everything', {});
    const to = await tempShop();
    const cancel = () => void to.ask('tasks.cancel', { callId: 'mine' });
    const kill = () => {
      for (const process of to.machine.processes) process.kill();
    };
    const staging = join(to.folder, 'staging');
    const before = hashOf(to.database);
    for (const [phase, stop] of [
      ['reading', cancel],
      ['reading', kill],
      ['writing', kill],
    ] as const) {
      to.machine.picks.push([made?.path ?? '']);
      const result = await stopAt(to, 'exports.bringBack', phase, stop);
      expect(result.ok, phase).toBe(false);
      expect(hashOf(to.database), phase).toBe(before);
      expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
    }
    to.machine.picks.push([made?.path ?? '']);
    await to.ask('exports.bringBack', {});
    expect(hashOf(to.database)).toBe(hashOf(from.database));
    expect(readdirSync(staging)).toEqual([]);
    expect(to.events).toContainEqual(
      expect.objectContaining({
        type: 'changed',
        touches: expect.arrayContaining(['shop', 'settings']),
      }),
    );
    expect((await to.ask('settings.get', {})).isSetUp).toBe(true);
  });
});

describe('where it cannot be written', () => {
  it('says so, and a closed dialog is no failure', async () => {
    const shop = await tempShop();
    const file = join(tempFolder(), 'a.txt');
    writeFileSync(file, '');
    shop.machine.picks.push([file]);
    expect(await shop.fail('exports.everything', {})).toMatchObject({
      code: 'BAD_FILE',
      reason: 'unwritable',
    });
    shop.machine.picks.push(null, null);
    expect(await shop.ask('exports.everything', {})).toBeNull();
    expect(await shop.ask('exports.bringBack', {})).toBeNull();
  });

  it.skipIf(!canFail)(
    'a full disk is called by its name and has nothing of it (needs Linux and a C compiler)',
    async () => {
      const [data, stick, work] = [tempFolder(), tempFolder(), tempFolder()];
      const disk = failingDisk(stick, work);
      mkdirSync(join(data, 'shop'));
      const door = openHeadlessDoor(join(data, 'shop'), disk.env);
      onTestFinished(() => {
        door.process.kill('SIGKILL');
        disk.close();
      });
      expect(await door.ask('settings.get', {})).toMatchObject({ ok: true });
      for (const room of [0, 200, 2000, 8000]) {
        disk.leaveRoom(room);
        const answer = await door.ask('exports.everything', {}, [stick]);
        expect(answer, `${room}`).toMatchObject({
          ok: false,
          error: { code: 'BAD_FILE', reason: 'no-room' },
        });
        expect(readdirSync(stick), `${room}`).toEqual([]);
      }
      disk.mend();
      expect(await door.ask('exports.everything', {}, [stick])).toMatchObject({ ok: true });
      await door.close();
    },
  );

  it('the sample shop takes no folder in', async () => {
    const shop = await tempShop();
    await shop.ask('sample.open', {});
    expect(await shop.fail('exports.bringBack', {})).toEqual({
      code: 'CONFLICT',
      reason: 'sample-open',
    });
  });
});
