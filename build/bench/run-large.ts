import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { openApp } from './open-app.ts';
import { peakMemoryMb } from './process-use.ts';
import { writeSaleLines } from './sale-lines.ts';

/**
 * A large file, looked through by the app and stopped as it is checked: the most memory that a process
 * takes for it, how long a cancel takes, and for how long the main process heard nothing. `run-large.ts
 * FOLDER LINES`.
 */
const [folder = '', lines = '1000000'] = process.argv.slice(2);
const file = join(folder, 'large.csv');
await writeSaleLines(file, { lines: Number(lines), customers: 20_000, products: 500 });

const { app, ask, tasks } = await openApp(join(folder, 'data'), {
  dialogs: { openSpreadsheets: async () => [file] },
});

/** Milliseconds from the cancel to the answer. */
async function cancelled(draftId: string): Promise<number> {
  let from = 0;
  const off = app.onEvent((event) => {
    if (from > 0 || event.type !== 'progress' || event.channel !== 'imports.check') return;
    from = performance.now();
    void ask('tasks.cancel', { callId: 'checked' });
  });
  const channel = 'imports.check';
  const result = await app.dispatch({ channel, input: { draftId }, callId: 'checked' });
  const took = performance.now() - from;
  off();
  if (result.ok || result.error.code !== 'CANCELLED') throw new Error('it was not cancelled');
  return took;
}

const chosen = await ask('imports.choose', {});
if (chosen === null) throw new Error('no file was chosen');
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const begin = performance.now();
await ask('imports.inspect', { draftId: chosen.draftId });
const ms = performance.now() - begin;
const cancelMs = await cancelled(chosen.draftId);
delay.disable();
console.log(
  JSON.stringify({
    ms,
    megabytes: Math.round(statSync(file).size / 1e6),
    cancelMs: Math.round(cancelMs),
    mainBlockedMs: Math.round(delay.max / 1e6),
    mainRssMb: peakMemoryMb(process.pid),
    peakRssMb: Math.max(0, ...tasks.map(({ pid }) => peakMemoryMb(pid ?? 0))),
  }),
);
await app.close();
process.exit(0);
