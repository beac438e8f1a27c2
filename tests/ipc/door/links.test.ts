import type { Shell } from 'electron';
import { describe, expect, it } from 'vitest';
import { openFolder, openLink } from '#electron/platform/links.ts';
import { startShop, type TempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** What Electron's `shell` does where no program is there: it rejects for a link, and has words for a folder. */
const helpless: Pick<Shell, 'openExternal' | 'openPath'> = {
  openExternal: () => Promise.reject(new Error('Failed to open path')),
  openPath: async () => 'Failed to open path',
};
/** What it does on Linux: the program starts, and nobody ever hears of it. */
const silent: Pick<Shell, 'openPath'> = { openPath: () => new Promise(() => undefined) };

function shopWith(shell: Pick<Shell, 'openPath'>, platform: NodeJS.Platform): Promise<TempShop> {
  const machine = testMachine();
  machine.platform.openLink = (url) => openLink(helpless, url);
  machine.platform.openFolder = (path) => openFolder(shell, path, platform);
  return startShop(tempFolder(), machine);
}

describe('a link', () => {
  it('that no program opens is answered with what to do, and rejects nothing', async () => {
    const shop = await shopWith(helpless, 'win32');
    for (const url of ['https://wa.me/6281255500137', 'mailto:sari@example.com', 'tel:+62812'])
      expect(await shop.fail('settings.openLink', { url })).toEqual({
        code: 'CONFLICT',
        reason: 'link-no-program',
      });
  });

  it('that is none of ours is not said to be open', async () => {
    const shop = await shopWith(helpless, 'win32');
    expect(await shop.fail('settings.openLink', { url: 'http://example.com/' })).toEqual({
      code: 'CONFLICT',
      reason: 'link-refused',
    });
  });
});

describe('the data folder', () => {
  it('that no program shows is answered with where it is', async () => {
    const shop = await shopWith(helpless, 'win32');
    expect(await shop.fail('settings.openDataFolder', {})).toEqual({
      code: 'CONFLICT',
      reason: 'folder-no-program',
    });
  });

  it('is shown on Linux without a word from the system, and the asker is answered', async () => {
    const shop = await shopWith(silent, 'linux');
    expect(await shop.ask('settings.openDataFolder', {})).toBeNull();
  });
});
