import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseEngine, root } from '#build/engine.ts';
import { runSmoke, type SmokeRun } from '#build/package/smoke.ts';

/** What is smoked here: real Electron where it is, else a stand-in that is reached in the same way. */
async function programHere(): Promise<Pick<SmokeRun, 'command' | 'pageStart'>> {
  const engine = await chooseEngine(() => undefined);
  if (engine.name === 'electron') {
    return { command: [engine.program, ...engine.flags, root], pageStart: 'app://langgan/' };
  }
  // In the host, whose pages come from another origin than Electron's.
  const standIn = join(root, 'tests', 'support', 'app', 'pretend-app.ts');
  return { command: [process.execPath, standIn], pageStart: 'https://langgan.invalid/' };
}

test('the smoke run of a package reaches the window, has it work, and sees it end well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-picture-'));
  const picture = join(folder, 'first.png');
  try {
    await runSmoke({ ...(await programHere()), picture });
    expect(existsSync(picture)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
