import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appArguments, appProgram, unattendedEnvironment } from '#build/app-process.ts';
import { settle } from '#build/launch.ts';
import { engineUnderTest, launchApp } from '../support/app/launch-app.ts';

test('a second start on the same data says that the app is already running, and ends', async () => {
  const app = await launchApp();
  const other = await mkdtemp(join(tmpdir(), 'langgan-second-'));
  try {
    const engine = await engineUnderTest();
    const given = [`--data=${app.dataFolder}`, `--user-data-dir=${other}`, '--lang=en-US'];
    const second = spawnSync(appProgram(engine), [...appArguments(engine, given)], {
      env: unattendedEnvironment(engine),
      timeout: 50_000,
    });
    expect(second.status).toBe(3);
    const log = await readFile(join(other, 'logs', 'langgan.log'), 'utf8');
    expect(log).toContain('already running on this data');
    await settle(app.page);
  } finally {
    await app.close();
    await rm(other, { recursive: true, force: true });
  }
});

test('a second start in the same folder ends without a word and leaves the first one alone', async () => {
  const app = await launchApp();
  try {
    const engine = await engineUnderTest();
    const given = [`--data=${app.dataFolder}`, `--user-data-dir=${app.userData}`];
    const second = spawnSync(appProgram(engine), [...appArguments(engine, given)], {
      encoding: 'utf8',
      env: unattendedEnvironment(engine),
      timeout: 50_000,
    });
    expect(second.status).toBe(3);
    expect(second.stderr).not.toContain('Langgan');
    await settle(app.page);
  } finally {
    await app.close();
  }
});

test('a start that fails still opens a window, and every request is answered with the reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-no-folder-'));
  const inTheWay = join(folder, 'data');
  await writeFile(inTheWay, 'a file where the folder should be');
  const app = await launchApp({ dataFolder: inTheWay });
  try {
    await settle(app.page);
    const answer = await app.page.evaluate(() => {
      const { langgan } = window as unknown as {
        langgan: { invoke(channel: string, input: object, callId: string): Promise<unknown> };
      };
      return langgan.invoke('settings.get', {}, 'test');
    });
    expect(answer).toMatchObject({ ok: false });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('what was there when the app was closed is there when it opens again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-again-'));
  const ask = async (channel: string, input: object): Promise<unknown> => {
    const app = await launchApp({ dataFolder: folder });
    const answer = await app.page.evaluate(
      ([name, given]) => {
        const { langgan } = window as unknown as {
          langgan: { invoke(channel: string, input: object, callId: string): Promise<unknown> };
        };
        return langgan.invoke(name, given, 'test');
      },
      [channel, input] as const,
    );
    await app.close();
    return answer;
  };
  try {
    expect(await ask('settings.update', { shopName: 'Toko Melati' })).toMatchObject({ ok: true });
    expect(await ask('settings.get', {})).toMatchObject({
      value: { settings: { shopName: 'Toko Melati' }, isSetUp: true },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
