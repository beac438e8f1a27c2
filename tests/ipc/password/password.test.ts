import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { forgetProtection } from '#db/file/protection.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { type Startup, startUp } from '#electron/startup.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { addFollowUp } from '#tests/support/reminder-rows.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

const canary = 'Kenanga Wulandari';
const password = 'kopi tubruk 77';

function shop(): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: canary });
    addCustomer(raw, { name: 'Bagas' });
    finishShop(raw);
  });
}

/** Files of a folder, below too, that hold some text. */
function holding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text))
    .map((path) => path.slice(folder.length + 1));
}

async function start(folder: string) {
  const startup: Startup = await startUp(testMachine().platform, {
    locate: async () => ({ path: folder, isMissing: false }),
    checksOutput: true,
    backsUpAtQuit: false,
  });
  onTestFinished(() => startup.close());
  const send = <N extends ChannelName>(channel: N, input: Input<N>) =>
    startup.dispatch({ channel, input, callId: `call-${Math.random()}` });
  return {
    startup,
    send,
    ask: async <N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> => {
      const result = await send(channel, input);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value as Output<N>;
    },
  };
}

const protectedError = { ok: false, error: { code: 'STORAGE', reason: 'protected' } };
const wrong = { ok: false, error: { code: 'CONFLICT', reason: 'wrong-password' } };

async function names(door: { ask: TempShop['ask'] }): Promise<string[]> {
  const { rows } = await door.ask('customers.list', { limit: 10 } as never);
  return (rows as readonly { name: string | null }[]).map(({ name }) => name ?? '').toSorted();
}

it('protects the shop and the copies it has: what stood in them is nowhere in the folder', async () => {
  const made = await shop();
  await made.ask('backups.make', { cause: 'manual' });
  const before = wholeDump(openConnection(made.database).raw);
  expect(holding(made.folder, canary).length).toBeGreaterThanOrEqual(2);
  const { recoveryCode, leftOpen } = await made.ask('password.set', { password });
  expect(leftOpen).toEqual([]);
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  // What is written from now on is protected, too: the log, and a copy.
  await made.ask('settings.update', { shopName: `Toko ${canary}` });
  await made.ask('backups.make', { cause: 'manual' });
  expect(holding(made.folder, canary)).toEqual([]);
  expect(holding(made.folder, password)).toEqual([]);
  expect(holding(made.folder, recoveryCode)).toEqual([]);
  expect(await made.ask('password.state', {})).toEqual({ isProtected: true });
  expect((await made.ask('settings.get', {})).settings.shopName).toBe(`Toko ${canary}`);
  expect(await names(made)).toEqual(['Bagas', canary].toSorted());
  const copies = await listBackups(join(made.folder, 'backups'));
  expect(copies).toHaveLength(2);
  const oldest = openConnection(join(made.folder, 'backups', copies.at(-1)?.fileName ?? ''));
  expect(wholeDump(oldest.raw)).toEqual(before);
  await oldest.close();
});

it('asks at the next start, and opens by the password or the recovery code alone', async () => {
  const made = await shop();
  const { recoveryCode } = await made.ask('password.set', { password });
  await made.app.close();
  const door = await start(made.folder);
  expect(await door.send('settings.get', {})).toEqual(protectedError);
  expect(await door.send('customers.list', { limit: 10 } as never)).toEqual(protectedError);
  expect(await door.send('password.unlock', { secret: 'kopi tubruk 78' })).toEqual(wrong);
  expect(await door.send('customers.list', { limit: 10 } as never)).toEqual(protectedError);
  expect(await door.ask('password.unlock', { secret: password })).toEqual({ isOpen: true });
  expect(await names(door)).toEqual(['Bagas', canary].toSorted());
  await door.startup.close();
  // As somebody copies it from paper: in small letters, without dashes, an O for a zero.
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
  const again = await start(made.folder);
  expect(await again.ask('password.unlock', { secret: typed })).toEqual({ isOpen: true });
  expect(await names(again)).toEqual(['Bagas', canary].toSorted());
});

it('is changed with the old one: that no longer opens it, nor does its code', async () => {
  const made = await shop();
  await made.ask('backups.make', { cause: 'manual' });
  const first = await made.ask('password.set', { password });
  expect(
    await made.fail('password.change', { current: 'something', password: 'mawar-melati' }),
  ).toEqual(wrong.error);
  const second = await made.ask('password.change', { current: password, password: 'mawar-melati' });
  expect(second.recoveryCode).not.toBe(first.recoveryCode);
  await made.app.close();
  // The envelope beside the copies is the new one as well.
  rmSync(join(made.folder, 'langgan.key'));
  const door = await start(made.folder);
  for (const secret of [password, first.recoveryCode])
    expect(await door.send('password.unlock', { secret })).toEqual(wrong);
  expect(await door.ask('password.unlock', { secret: 'mawar-melati' })).toEqual({ isOpen: true });
  expect(existsSync(join(made.folder, 'langgan.key'))).toBe(true);
});

it('is removed with the password: the shop opens by itself, and all is there', async () => {
  const made = await shop();
  const before = await names(made);
  await made.ask('password.set', { password });
  expect(await made.fail('password.remove', { current: 'other words' })).toEqual(wrong.error);
  await made.ask('password.remove', { current: password });
  expect(await made.ask('password.state', {})).toEqual({ isProtected: false });
  await made.app.close();
  const door = await start(made.folder);
  expect(await names(door)).toEqual(before);
  expect(existsSync(join(made.folder, 'langgan.key'))).toBe(false);
  // The newest copy opens without a password, as the shop does.
  const [newest] = await listBackups(join(made.folder, 'backups'));
  expect(newest?.key).toBeUndefined();
});

it('keeps the screen locked: nothing is answered before the password is given again', async () => {
  const made = await shop();
  expect(await made.fail('password.lock', {})).toEqual({ code: 'CONFLICT', reason: 'no-password' });
  await made.ask('password.set', { password });
  await made.ask('password.lock', {});
  for (const [channel, input] of [
    ['settings.get', {}],
    ['customers.list', { limit: 10 }],
    ['customers.create', { name: 'Tamu' }],
    ['backups.make', {}],
    ['password.remove', { current: password }],
  ] as const)
    expect(await made.fail(channel, input)).toEqual(protectedError.error);
  expect(await made.fail('password.unlock', { secret: 'not it' })).toEqual(wrong.error);
  expect(await made.fail('settings.get', {})).toEqual(protectedError.error);
  await made.ask('password.unlock', { secret: password });
  expect(await names(made)).toEqual(['Bagas', canary].toSorted());
});

it('tells nobody before a locked screen what is due, and tells the owner who is back', async () => {
  const made = await tempShop((raw) => {
    const id = addCustomer(raw, { name: canary });
    addFollowUp(raw, id, '2026-06-15', { due_time: '13:00', reason: 'Tanya' });
    finishShop(raw);
  });
  await made.ask('password.set', { password });
  await made.ask('password.lock', {});
  made.machine.time = '06:01';
  await made.app.remind();
  expect(made.machine.notices).toEqual([]);
  await made.ask('password.unlock', { secret: password });
  await made.app.remind();
  expect(JSON.stringify(made.machine.notices)).toContain(canary);
});

it('refuses what is too short, is set twice, or is there not; steps of it cannot be asked for', async () => {
  const made = await shop();
  expect(await made.fail('password.set', { password: 'short' })).toMatchObject({
    code: 'VALIDATION',
  });
  const none = { code: 'CONFLICT', reason: 'no-password' };
  expect(await made.fail('password.remove', { current: password })).toEqual(none);
  expect(await made.fail('password.change', { current: password, password })).toEqual(none);
  await made.ask('password.set', { password });
  expect(await made.fail('password.set', { password })).toEqual({
    code: 'CONFLICT',
    reason: 'password-set',
  });
  for (const step of ['password.turn', 'password.drafts', 'password.copies'])
    expect(await made.fail(step, {})).toMatchObject({ code: 'NOT_FOUND' });
});

it('goes with a copy: on another computer, its password opens it', async () => {
  const made = await shop();
  await made.ask('password.set', { password });
  await made.ask('backups.make', { cause: 'manual' });
  const [copy] = await listBackups(join(made.folder, 'backups'));
  await made.app.close();
  const elsewhere = tempFolder();
  const paths = shopPaths(elsewhere);
  mkdirSync(paths.backups, { recursive: true });
  const name = copy?.fileName ?? '';
  for (const file of [name, `${name}.json`])
    copyFileSync(join(made.folder, 'backups', file), join(paths.backups, file));
  copyFileSync(join(paths.backups, name), paths.database);
  const door = await start(elsewhere);
  expect(await door.send('settings.get', {})).toEqual(protectedError);
  expect(await door.ask('password.unlock', { secret: password })).toEqual({ isOpen: true });
  expect(await names(door)).toEqual(['Bagas', canary].toSorted());
});

it('is asked for in the folder that a protected shop is moved to', async () => {
  const made = await shop();
  await made.ask('password.set', { password });
  const target = join(tempFolder(), 'new');
  mkdirSync(target);
  made.machine.picks.push([target]);
  await made.ask('settings.moveDataFolder', {});
  expect(await names(made)).toEqual(['Bagas', canary].toSorted());
  expect(holding(target, canary)).toEqual([]);
  await made.app.close();
  forgetProtection(target);
  const door = await start(target);
  expect(await door.send('settings.get', {})).toEqual(protectedError);
  expect(await door.ask('password.unlock', { secret: password })).toEqual({ isOpen: true });
});

it('brings in a file, and goes back to a copy from before the password, which is protected then', async () => {
  const made = await shop();
  const outside = tempFolder();
  await made.ask('backups.make', { cause: 'manual' });
  const [open] = await listBackups(join(made.folder, 'backups'));
  const kept = join(outside, 'kept.db');
  copyFileSync(join(made.folder, 'backups', open?.fileName ?? ''), kept);
  await made.ask('password.set', { password });
  const list = join(outside, 'list.csv');
  writeFileSync(list, 'Nama,Telepon\nMelati Rahayu,081255500137\n');
  made.machine.picks.push([list]);
  const { draftId } = (await made.ask('imports.choose', {})) ?? { draftId: '' };
  for (const channel of ['imports.inspect', 'imports.check'] as const)
    await made.ask(channel, { draftId });
  expect(
    holding(join(made.folder, 'staging'), 'Melati').filter((one) => one.endsWith('.db')),
  ).toEqual([]);
  await made.ask('imports.commit', { draftId });
  expect(await names(made)).toEqual(['Bagas', canary, 'Melati Rahayu'].toSorted());
  expect(holding(made.folder, 'Melati')).toEqual([]);
  made.machine.picks.push([kept]);
  const seen = await made.ask('restore.preview', { copy: null } as never);
  expect(seen).toMatchObject({ customers: 2 });
  await made.ask('restore.run', { copy: (seen as { copy: unknown }).copy } as never);
  expect(await names(made)).toEqual(['Bagas', canary].toSorted());
  expect(await made.ask('password.state', {})).toEqual({ isProtected: true });
  expect(readFileSync(made.database).subarray(0, 15).toString('latin1')).not.toBe(
    'SQLite format 3',
  );
  await made.app.close();
  expect(await (await start(made.folder)).send('settings.get', {})).toEqual(protectedError);
});
