import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { nodeArguments } from '#build/chromium-host/utility-process.ts';
import { taskExecArgv, utilityExecArgv } from '#electron/tasks/exec-argv.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Keeps what it makes until V8's nursery has grown beyond 32 MiB or would have; says how large it got, MiB. */
const growing = `
  import v8 from 'node:v8';
  const nursery = () => v8.getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size;
  let [kept, largest] = [[], 0];
  for (let index = 0; index < 700_000 && largest <= 32 * 2 ** 20; index += 1) {
    kept.push({ index, text: 'x' + index });
    if (kept.length > 400_000) kept = kept.slice(200_000);
    if (index % 10_000 === 0) largest = Math.max(largest, nursery());
  }
  process.send(largest / 2 ** 20);
`;

function scriptFile(): string {
  const path = join(tempFolder(), 'growing.mjs');
  writeFileSync(path, growing);
  return path;
}

// How far V8 goes by itself depends on the machine's memory.
beforeEach(() => {
  vi.stubEnv('NODE_OPTIONS', '--max-semi-space-size=64');
  return () => vi.unstubAllEnvs();
});

async function nurseryWith(execArgv: readonly string[]): Promise<unknown> {
  const child = fork(scriptFile(), [], { execArgv: [...execArgv] });
  onTestFinished(() => void child.kill());
  return (await once(child, 'message'))[0];
}

test('the task process keeps its nursery small, whichever way it is started', async () => {
  expect(await nurseryWith([])).toBeGreaterThan(32);
  expect(await nurseryWith(taskExecArgv)).toBe(32);
  expect(await nurseryWith(nodeArguments(utilityExecArgv))).toBe(32);
});

test('a flag of V8 that is not in --js-flags says nothing to a utility process', async () => {
  expect(await nurseryWith(nodeArguments(taskExecArgv))).toBeGreaterThan(32);
});
