import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { builtTaskProcess } from '../node-platform.ts';
import { openApp } from './open-app.ts';
import { peakMemoryMb } from './process-use.ts';

const [file = '', dataFolder = '', password = ''] = process.argv.slice(2);

const { app, ask, tasks, spentMs } = await openApp(dataFolder, {
  dialogs: { openSpreadsheets: async () => [file] },
  // As the app has it: reading in the sources one by one takes longer than a small file.
  taskScript: builtTaskProcess,
});

if (password !== '') await ask('password.set', { password });
const delay = monitorEventLoopDelay({ resolution: 5 });
const spentBefore = spentMs();
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
const taken = spentMs() - spentBefore;
delay.disable();
const taskRss = Math.max(0, ...tasks.map(({ pid }) => peakMemoryMb(pid ?? 0)));
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
