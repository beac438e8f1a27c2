import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, settle } from '#build/launch.ts';
import { writePretendElectron } from '../support/app/pretend-machine.ts';

/** The stand-in's windows are those of the Chromium host: this is about the hand on Electron alone. */
test('a journey in Electron: the app opens, what it hands on goes no further, and it ends', async () => {
  test.skip(process.platform === 'win32', 'the stand-in is a script');
  const folder = await mkdtemp(join(tmpdir(), 'langgan-electron-'));
  const program = join(folder, 'electron');
  const log = join(folder, 'log');
  // Whoever runs this, and wherever: the stand-in takes itself to be its owner's, at a desk.
  writePretendElectron(program, { PRETEND_LOG: log, PRETEND_UID: '1000', DISPLAY: ':0' });
  try {
    const app = await launch({
      engine: { name: 'electron', program, flags: [] },
      dataFolder: join(folder, 'data'),
      userData: join(folder, 'user'),
      locale: 'en_US.UTF-8',
    });
    await settle(app.page);
    await expect(app.page).toHaveTitle(/Langgan/);
    await app.page.evaluate(() => window.open('https://example.com/'));
    await expect.poll(() => app.opened).toEqual(['https://example.com/']);
    await app.close();
    expect(JSON.parse(await readFile(log, 'utf8'))).toEqual({
      electron: 'app',
      flags: ['--lang=en-US'],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
