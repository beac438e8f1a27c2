import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDataFolder, rememberDataFolder } from '#electron/paths.ts';

let userData = '';

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'langgan-paths-'));
});

afterEach(() => rm(userData, { recursive: true, force: true }));

test('without a word the data lies in the app folder', async () => {
  const expected = { path: join(userData, 'data'), isMissing: false };
  expect(await findDataFolder(['node', 'main.js'], userData)).toEqual(expected);
});

test('--data wins, written either way, and is made absolute', async () => {
  await rememberDataFolder(userData, userData);
  const expected = { path: resolve('some/place'), isMissing: false };
  expect(await findDataFolder(['node', '--data', 'some/place'], userData)).toEqual(expected);
  expect(await findDataFolder(['node', '--data=some/place'], userData)).toEqual(expected);
});

test('a moved folder is remembered, and said to be missing while its drive is not there', async () => {
  const moved = join(userData, 'moved');
  await rememberDataFolder(userData, moved);
  expect(await findDataFolder([], userData)).toEqual({ path: moved, isMissing: true });
  await mkdir(moved);
  expect(await findDataFolder([], userData)).toEqual({ path: moved, isMissing: false });
});

test('remembering leaves one whole file and no partial one', async () => {
  await rememberDataFolder(userData, '/first');
  await rememberDataFolder(userData, '/second');
  expect(await readdir(userData)).toEqual(['langgan.json']);
  expect(JSON.parse(await readFile(join(userData, 'langgan.json'), 'utf8'))).toEqual({
    dataFolder: '/second',
  });
});

test.each(['', '{', '[]', 'null', '{"dataFolder":7}', '{"dataFolder":"relative"}'])(
  'a langgan.json that holds %j is as good as none',
  async (text) => {
    await writeFile(join(userData, 'langgan.json'), text);
    expect((await findDataFolder([], userData)).path).toBe(join(userData, 'data'));
  },
);
