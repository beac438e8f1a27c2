import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { startApplication } from '#electron/application.ts';
import type { TaskProcess } from '#electron/context.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { Result } from '#shared/errors.ts';
import { builtTaskProcess, createNodePlatform, forkTaskProcess } from '../node-platform.ts';
import { cpuMs } from './cpu-time.ts';
import { peakMemoryMb } from './peak-memory.ts';

const [file = '', dataFolder = '', password = ''] = process.argv.slice(2);

const platform = createNodePlatform({
  dialogs: {
    openSpreadsheets: async () => [file],
    saveTable: async () => null,
    chooseDataFolder: async () => null,
    openBackup: async () => null,
  },
  log: { info: () => undefined, error: (message, fields) => console.error(message, fields) },
  appVersion: '0.0.0',
});
const children: TaskProcess[] = [];
const started = await startApplication(
  {
    ...platform,
    forkTasks: () => {
      // As the app has it: reading in the sources one by one takes longer than a small file.
      const child = forkTaskProcess(builtTaskProcess);
      children.push(child);
      return child;
    },
  },
  { dataFolder, backsUpAtQuit: false },
);
if (!started.ok) throw new Error(JSON.stringify(started.error));
const { app } = started;

async function ask<N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> {
  const result = (await app.dispatch({ channel, input, callId: channel })) as Result<Output<N>>;
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value;
}

if (password !== '') await ask('password.set', { password });
const delay = monitorEventLoopDelay({ resolution: 5 });
/** A processor's time, of this process and of those that it has started. */
const spentBy = () =>
  [process, ...children].reduce((sum, { pid }) => sum + (cpuMs(pid ?? 0) ?? 0), 0);
const spentBefore = spentBy();
const begin = performance.now();
const chosen = await ask('imports.choose', {});
if (chosen === null) throw new Error('no file was chosen');
const { draftId } = chosen;
delay.enable();
const marks: Record<string, number> = {};
for (const channel of ['imports.inspect', 'imports.check'] as const) {
  const from = performance.now();
  await ask(channel, { draftId });
  marks[channel] = Math.round(performance.now() - from);
}
const from = performance.now();
const { report } = await ask('imports.commit', { draftId });
marks['imports.commit'] = Math.round(performance.now() - from);
const ms = performance.now() - begin;
const taken = spentBy() - spentBefore;
delay.disable();
const taskRss = Math.max(0, ...children.map((child) => peakMemoryMb(child.pid ?? 0)));
console.log(
  JSON.stringify({
    ms,
    cpuMs: taken,
    marks,
    rows: report.counts.read,
    added: report.counts.added,
    peakRssMb: Math.max(taskRss, peakMemoryMb(process.pid)),
    mainRssMb: peakMemoryMb(process.pid),
    mainBlockedMs: Math.round(delay.max / 1e6),
  }),
);
await app.close();
process.exit(0);
