import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Order } from '#tests/support/app/start-on-demand.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const rounds = 50;
const script = fileURLToPath(new URL('../../support/app/start-on-demand.ts', import.meta.url));

async function tell(process: ChildProcess, order: Order): Promise<string> {
  const answer = once(process, 'message');
  process.send(order);
  return String((await answer)[0]);
}

/** What each of the processes comes to that start at once, and all of them closed again. */
async function startTogether(
  processes: readonly ChildProcess[],
  folderOf: (at: number) => string,
  round: number,
) {
  const order = (at: number) => ({ start: folderOf(at), name: `Pelanggan ${round}` });
  const answers = await Promise.all(processes.map((one, at) => tell(one, order(at))));
  await Promise.all(processes.map((one) => tell(one, { start: null })));
  return answers;
}

it('of four starts at once one writes, and the others are told', async () => {
  const folder = tempFolder();
  const apart = [0, 1, 2, 3].map((at) => join(tempFolder(), String(at)));
  for (const path of apart) mkdirSync(path);
  const processes = apart.map(() => fork(script));
  onTestFinished(() => {
    for (const process of processes) process.kill('SIGKILL');
  });
  const locked = JSON.stringify({ code: 'STORAGE', reason: 'locked' });
  for (let round = 0; round < rounds; round += 1) {
    const answers = await startTogether(processes, () => folder, round);
    expect(answers.sort(), `round ${round}`).toEqual(['writes', locked, locked, locked].sort());
  }
  const { raw, close } = openConnection(join(folder, 'langgan.db'), { readonly: true });
  const names = raw.prepare('SELECT name FROM customers ORDER BY id').pluck().all();
  await close();
  expect(names).toEqual(Array.from({ length: rounds }, (_, round) => `Pelanggan ${round}`));
  // The control: four shops have four writers, and it is seen.
  expect(await startTogether(processes, (at) => apart[at] ?? '', 0)).toEqual(
    apart.map(() => 'writes'),
  );
  tellFigure('R9', `${rounds} rounds of 4 starts at once: one writer in each`);
});
