import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** What the packager is about to make each of Linux' installers of; it stops before it fetches a tool. */
async function prepared(target: 'AppImage' | 'deb'): Promise<unknown> {
  const folder = tempFolder();
  mkdirSync(join(folder, 'resources'));
  let seen: unknown = null;
  await build({
    projectDir: root,
    config: { extends: 'electron-builder.yml', directories: { output: join(folder, 'dist') } },
    targets: Platform.LINUX.createTarget([target]),
    publish: 'never',
    prepackaged: folder,
    effectiveOptionComputed: async (options: unknown) => {
      const desktopFile = Array.isArray(options) ? (options[1] as string) : null;
      seen = desktopFile === null ? options : [options, readFileSync(desktopFile, 'utf8')];
      return true;
    },
  });
  return seen;
}

const entry = {
  Name: 'Langgan',
  Type: 'Application',
  Icon: 'langgan',
  // By this a system puts our window, its icon and its notices together: Electron says the same.
  StartupWMClass: 'langgan',
  Categories: 'Office;',
  'Comment[id]': 'Buku pelanggan untuk toko kecil, tanpa internet',
};

function entryOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

test('an AppImage starts from the menu without switching its sandbox off', async () => {
  const { desktop, desktopFileName } = (await prepared('AppImage')) as Record<string, string>;
  expect(desktopFileName).toBe('langgan.desktop');
  expect(entryOf(desktop ?? '')).toMatchObject({ ...entry, Exec: 'AppRun %U' });
});

test('the .deb puts the program, every icon and the entry where Linux looks for them', async () => {
  const [[args], desktop] = (await prepared('deb')) as [[string[]], string];
  expect(entryOf(desktop)).toMatchObject({ ...entry, Exec: '/opt/Langgan/langgan %U' });
  const places = args.filter((one) => one.includes('=/')).map((one) => one.split('=')[1]);
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
  expect(places).toEqual([
    '/opt/Langgan',
    ...sizes.map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/langgan.png`),
    '/usr/share/applications/langgan.desktop',
  ]);
  const description = args[args.indexOf('--description') + 1] ?? '';
  expect(description).toMatch(/^Customer book for a small shop, without the internet\n/);
});
