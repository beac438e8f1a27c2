import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { introduceToWindows } from '#electron/platform/windows-identity.ts';

const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

/** What Windows is told; the other systems have no way to be told a CLSID. */
function toldOn(platform: NodeJS.Platform): string[] {
  const told: string[] = [];
  const note = (id: string): void => void told.push(id);
  const app = platform === 'win32' ? { setToastActivatorCLSID: note } : {};
  introduceToWindows({ ...app, setAppUserModelId: note } as unknown as App, platform);
  return told;
}

test('Windows knows the app under the id of its installer, and always by the same CLSID', () => {
  const appId = /^appId: (.+)$/m.exec(builder)?.[1];
  expect(toldOn('win32')).toEqual([appId, '{D08CA6C4-31FB-4F5A-8ACD-6C27C8B77AD4}']);
});

test('nothing is told on the other systems', () => {
  expect(toldOn('linux')).toEqual([]);
  expect(toldOn('darwin')).toEqual([]);
});
