import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { type Application, startApplication } from '#electron/application.ts';
import type { TaskProcess } from '#electron/context.ts';
import type { Input } from '#shared/contract/index.ts';
import { type TestMachine, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const ratna: Input<'customers.create'> = {
  ...{ kind: 'person', relation: 'customer', mark: null, name: 'Ratna', birthdayOn: null },
  ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
  ...{ taxId: null, note: null, recommendedBy: null, contactPoints: [], addresses: [], tags: [] },
};

interface Run {
  readonly app: Application;
  ask(channel: string, input: object): Promise<unknown>;
}

/** The app as it is started for its owner: it makes copies of itself. */
async function start(dataFolder: string, machine: TestMachine): Promise<Run> {
  const started = await startApplication(machine.platform, { dataFolder, checksOutput: true });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { app } = started;
  onTestFinished(() => app.close({ isHurried: true }));
  const ask = async (channel: string, input: object): Promise<unknown> => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  return { app, ask };
}

async function causesIn(folder: string): Promise<string[]> {
  return (await listBackups(join(folder, 'backups'))).map(({ cause }) => cause);
}

describe('a run that ended without its last copy', () => {
  it('has it made at the next start, once', async () => {
    const [folder, machine] = [tempFolder(), testMachine()];
    const first = await start(folder, machine);
    await first.ask('settings.update', { shopName: 'Sekar' });
    await first.app.close();
    expect(await causesIn(folder)).toEqual(['quit']);

    machine.time = '04:00';
    const hurried = await start(folder, machine);
    await hurried.ask('customers.create', ratna);
    await hurried.app.close({ isHurried: true });
    expect(await causesIn(folder)).toEqual(['quit']);

    machine.time = '05:00';
    const late = await start(folder, machine);
    const told = Promise.withResolvers<void>();
    late.app.onEvent((event) => {
      if (event.type === 'changed' && event.touches.includes('backups')) told.resolve();
    });
    await told.promise;
    expect(await causesIn(folder)).toEqual(['periodic', 'quit']);
    await late.app.close();
    expect(await causesIn(folder)).toEqual(['periodic', 'quit']);
  });

  it('of a shop that was never copied has it made', async () => {
    const [folder, machine] = [tempFolder(), testMachine()];
    const first = await start(folder, machine);
    await first.ask('customers.create', ratna);
    await first.app.close({ isHurried: true });
    await (await start(folder, machine)).app.close();
    expect(await causesIn(folder)).toEqual(['periodic']);
  });
});

describe('a start after which there is nothing to copy', () => {
  it('of a new shop makes no copy, nor does its end', async () => {
    const [folder, machine] = [tempFolder(), testMachine()];
    await (await start(folder, machine)).app.close();
    await (await start(folder, machine)).app.close();
    expect(await causesIn(folder)).toEqual([]);
  });

  it('makes none, though figures are counted anew on another day and reminders have been said', async () => {
    const [folder, machine] = [tempFolder(), testMachine()];
    const first = await start(folder, machine);
    await first.ask('settings.update', { shopName: 'Sekar' });
    await first.ask('customers.create', { ...ratna, birthdayOn: '1990-06-16' });
    await first.app.close();
    Object.assign(machine, { day: '2026-06-16', time: '06:00' });
    const second = await start(folder, machine);
    await second.app.remind();
    expect(machine.notices).toHaveLength(1);
    await second.ask('insights.refresh', {});
    await second.app.close({ isHurried: true });
    const before = readFileSync(join(folder, 'langgan.db'));
    await (await start(folder, machine)).app.close();
    expect(await causesIn(folder)).toEqual(['quit']);
    expect(readFileSync(join(folder, 'langgan.db')).equals(before)).toBe(true);
  });
});

describe('a copy that cannot be read', () => {
  it('is none: another is made', async () => {
    const [folder, machine] = [tempFolder(), testMachine()];
    const first = await start(folder, machine);
    await first.ask('customers.create', ratna);
    await first.app.close();
    const [only] = await listBackups(join(folder, 'backups'));
    const bytes = Buffer.alloc(only?.bytes ?? 0, 0xff);
    writeFileSync(join(folder, 'backups', only?.fileName ?? ''), bytes);
    machine.time = '04:00';
    await (await start(folder, machine)).app.close();
    expect(await causesIn(folder)).toEqual(['periodic', 'quit']);
  });
});

describe('an app that is hurried as it closes', () => {
  it.each([
    ['has only begun to', false],
    ['is making its last copy', true],
  ])(
    'and %s lets go of the data at once, and leaves the copy to the next start',
    async (...row) => {
      const [, isMaking] = row;
      const [folder, machine] = [tempFolder(), testMachine()];
      const asked = Promise.withResolvers<void>();
      const forkTasks = (): TaskProcess => {
        const child = machine.platform.forkTasks();
        // What it is asked never reaches it, so that it is still at it when the hurry comes.
        const send = (message: unknown): void => {
          if ((message as { channel?: string }).channel === 'backups.make') asked.resolve();
        };
        return { ...child, pid: child.pid, send };
      };
      const run = await start(folder, { ...machine, platform: { ...machine.platform, forkTasks } });
      await run.ask('customers.create', ratna);
      const closed = run.app.close();
      if (isMaking) await asked.promise;
      await run.app.close({ isHurried: true });
      await closed;
      expect(await causesIn(folder)).toEqual([]);
      await (await start(folder, machine)).app.close();
      expect(await causesIn(folder)).toEqual(['periodic']);
    },
  );
});
