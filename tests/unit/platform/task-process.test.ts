import type { UtilityProcess } from 'electron';
import { expect, test } from 'vitest';
import type { Logger } from '#electron/context.ts';
import { asTaskProcess } from '#electron/platform/task-process.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { Lane } from '#electron/tasks/lane.ts';
import { StandInUtilityProcess } from '#tests/support/app/utility-process.ts';

function laneOver(child: StandInUtilityProcess) {
  const logged: unknown[] = [];
  const log: Logger = {
    info: (...entry) => void logged.push(entry),
    error: (...entry) => void logged.push(entry),
  };
  const lane = new Lane({
    fork: () => asTaskProcess(child as unknown as UtilityProcess, log),
    log,
    takeWriting: async () => () => undefined,
  });
  const answer = lane.run({
    callId: 'backup',
    channel: 'backups.make',
    input: {},
    prepared: null,
    shop: {
      paths: shopPaths('never-opened'),
      isSample: false,
      appVersion: '',
    },
    today: '2026-06-15',
    onProgress: () => undefined,
  });
  return { lane, answer, logged };
}

test('a task process that is closed before it was spawned is killed when it is, and the closing ends', async () => {
  const child = new StandInUtilityProcess();
  const { lane, answer } = laneOver(child);
  const closed = lane.close();
  child.spawn();
  await Promise.resolve();
  expect(child.pid).toBeUndefined();
  await closed;
  expect(await answer).toEqual({ ok: false, error: { code: 'CANCELLED' } });
});

test('a running task process is killed at once when it is closed', async () => {
  const child = new StandInUtilityProcess();
  const { lane, answer } = laneOver(child);
  child.spawn();
  await lane.close();
  expect(await answer).toEqual({ ok: false, error: { code: 'CANCELLED' } });
});

test('one that runs out of memory throws nothing in main, and what it was asked is answered', async () => {
  const child = new StandInUtilityProcess();
  const { answer, logged } = laneOver(child);
  child.spawn();
  child.runOutOfMemory('{"environmentVariables":{"HOME":"/home/sekar"}}');
  expect(await answer).toEqual({ ok: false, error: { code: 'INTERNAL', incident: 'task-5' } });
  expect(logged).toContainEqual([
    'task process failed',
    { type: 'FatalError', location: 'v8::ToLocalChecked' },
  ]);
  expect(JSON.stringify(logged)).not.toContain('sekar');
});
