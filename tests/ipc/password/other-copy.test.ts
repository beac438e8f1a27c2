import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { liesOpen, protectedFolders } from '#db/file/protection.ts';
import { type Startup, startUp } from '#electron/startup.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const theirs = 'kopi tubruk 77';
const ours = 'mawar melati 12';
const wrong = { code: 'CONFLICT', reason: 'wrong-password' };
const people = ['Bagas', 'Wulandari'];

/** A copy of a shop that another password protects, with what lies beside it, and its recovery code. */
async function protectedCopy(): Promise<{ path: string; recoveryCode: string }> {
  const made = await tempShop((raw) => {
    for (const name of people) addCustomer(raw, { name });
    finishShop(raw);
  });
  const { recoveryCode } = await made.ask('password.set', { password: theirs });
  await made.ask('backups.make', { cause: 'manual' });
  const backups = join(made.folder, 'backups');
  const [copy] = await listBackups(backups);
  await made.app.close();
  const path = join(tempFolder(), 'theirs.db');
  for (const end of ['', '.json'])
    copyFileSync(join(backups, `${copy?.fileName}${end}`), path + end);
  return { path, recoveryCode };
}

async function start(folder: string) {
  const machine = testMachine();
  const startup: Startup = await startUp(machine.platform, {
    locate: async () => ({ path: folder, isMissing: false }),
    checksOutput: true,
    backsUpAtQuit: false,
  });
  onTestFinished(() => startup.close());
  const send = <N extends ChannelName>(channel: N, input: Input<N>) =>
    startup.dispatch({ channel, input, callId: `call-${Math.random()}` });
  const ask = async <N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> => {
    const result = await send(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as Output<N>;
  };
  return { machine, startup, send, ask };
}

async function names(door: { ask: TempShop['ask'] }): Promise<string[]> {
  const { rows } = await door.ask('customers.list', {});
  return rows.map(({ name }) => name).toSorted();
}

/** What a look leaves: nothing beside the shop, and nothing in the place of what is being brought in. */
function leftBehind(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /looked-|\.restored|\.beside/.test(name));
}

/** Picks the copy, gives a wrong password and then this one, and puts it in the place of the data. */
async function restore(shop: TempShop, path: string, secret: string) {
  shop.machine.picks.push([path]);
  const asked = await shop.ask('restore.preview', { copy: null });
  expect(asked).toMatchObject({ fileName: 'theirs.db', isLocked: true });
  const { copy } = asked as NonNullable<typeof asked>;
  expect(await shop.fail('restore.preview', { copy, secret: 'kopi susu 11' })).toEqual(wrong);
  expect(await shop.fail('restore.run', { copy })).toMatchObject({ problem: 'protected' });
  expect(leftBehind(shop.folder)).toEqual([]);
  const seen = await shop.ask('restore.preview', { copy, secret });
  expect(seen).toMatchObject({ customers: people.length });
  await shop.ask('restore.run', { copy });
  expect(await names(shop)).toEqual(people);
  expect(await shop.ask('password.state', {})).toEqual({ isProtected: true });
  expect(liesOpen(shop.database)).toBe(false);
  expect(leftBehind(shop.folder)).toEqual([]);
  return seen as Extract<typeof seen, { afterwards: unknown }>;
}

it('asks a shop without one for the password of the copy, which opens the data from then on', async () => {
  const { path, recoveryCode } = await protectedCopy();
  const shop = await tempShop();
  const bytes = readFileSync(path);
  expect((await restore(shop, path, theirs)).afterwards).toBe('copy');
  expect(readFileSync(path).equals(bytes)).toBe(true);
  await shop.app.close();
  expect(protectedFolders().filter(({ protection }) => protection !== null)).toEqual([]);
  for (const secret of [theirs, recoveryCode]) {
    const door = await start(shop.folder);
    expect(await door.send('password.unlock', { secret: ours })).toMatchObject({ error: wrong });
    await door.ask('password.unlock', { secret });
    expect(await names(door)).toEqual(people);
    await door.startup.close();
  }
});

it('writes the copy anew under the password that the shop has, by its recovery code too', async () => {
  const { path, recoveryCode } = await protectedCopy();
  const shop = await tempShop();
  await shop.ask('password.set', { password: ours });
  expect((await restore(shop, path, recoveryCode)).afterwards).toBe('present');
  await shop.app.close();
  const door = await start(shop.folder);
  expect(await door.send('password.unlock', { secret: theirs })).toMatchObject({ error: wrong });
  await door.ask('password.unlock', { secret: ours });
  expect(await names(door)).toEqual(people);
});

it('asks for it where the shop cannot be opened, too', async () => {
  const { path } = await protectedCopy();
  const folder = join(tempFolder(), 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'langgan.db'), 'this is no database at all, whatever it is called');
  const door = await start(folder);
  expect(door.startup.started.ok).toBe(false);
  door.machine.picks.push([path]);
  const asked = await door.ask('restore.preview', { copy: null });
  const { copy } = asked as NonNullable<typeof asked>;
  expect(asked).toMatchObject({ isLocked: true });
  expect(await door.send('restore.preview', { copy, secret: ours })).toMatchObject({
    error: wrong,
  });
  expect(await door.ask('restore.preview', { copy, secret: theirs })).toMatchObject({
    ...{ customers: people.length, afterwards: 'copy' },
  });
  await door.ask('restore.run', { copy });
  expect(await names(door)).toEqual(people);
  expect(liesOpen(join(folder, 'langgan.db'))).toBe(false);
});
