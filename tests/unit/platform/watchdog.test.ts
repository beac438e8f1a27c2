import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';

const script = fileURLToPath(new URL('../../support/app/watched-process.ts', import.meta.url));

// Windows has no signals: who ends itself has the code 1 there.
const killed =
  process.platform === 'win32' ? { code: 1, signal: null } : { code: null, signal: 'SIGKILL' };

/** How a process that works in this way ends, and whether what it was reading was marked. */
async function endOf(way: string) {
  const mark = join(tempFolder(), 'mark');
  const child = fork(script, [way, mark], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const [code, signal] = await once(child, 'exit');
  return { code, signal, isMarked: existsSync(mark) };
}

test('a loop without an end is ended, and what was being read is marked', async () => {
  expect(await endOf('loop')).toEqual({ ...killed, isMarked: true });
});

test('one that takes too much memory is ended too, though it goes on and on', async () => {
  expect(await endOf('grow')).toEqual({ ...killed, isMarked: true });
});

test('a long step has its time, and an endless one comes to its end too', async () => {
  expect(await endOf('long')).toMatchObject({ code: 0, isMarked: false });
  expect(await endOf('endless')).toMatchObject({ ...killed, isMarked: true });
});

test.each([
  ['goes on, however long it takes', 'beat'],
  ['is not watched', 'unwatched'],
  ['is watched no longer', 'disarmed'],
])('work that %s comes to its end', async (_, way) => {
  expect(await endOf(way)).toEqual({ code: 0, signal: null, isMarked: false });
});
