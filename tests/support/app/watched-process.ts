import { writeSync } from 'node:fs';
import { beat, takeLongStep } from '#electron/tasks/pulse.ts';
import { Watchdog } from '#electron/tasks/watchdog.ts';

/** Works under a watch as its arguments say, and ends with 0 where the watch lets it. */
const [way = '', mark = ''] = process.argv.slice(2);
const stuckMs = 300;
const ground = process.memoryUsage.rss();
const bytes = way === 'grow' ? ground + 100 * 2 ** 20 : Number.MAX_SAFE_INTEGER;
const watchdog = new Watchdog({ stuckMs, bytes });

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Uses the processor for so many times as long as the watch allows without a beat. */
function work(each: () => void, times = 10): void {
  const until = usedMs() + times * stuckMs;
  while (usedMs() < until) each();
}

watchdog.setArmed(way !== 'unwatched');
watchdog.mark(mark === '' ? null : mark);
if (way === 'loop' || way === 'unwatched') work(() => undefined);
else if (way === 'beat') work(beat);
else if (way === 'long') takeLongStep(() => work(() => undefined, 5));
else if (way === 'endless') takeLongStep(() => work(() => undefined, 40));
else if (way === 'disarmed') {
  work(beat);
  watchdog.setArmed(false);
  work(() => undefined);
} else {
  const taken: Buffer[] = [];
  work(() => {
    beat();
    if (taken.length < 400) taken.push(Buffer.alloc(2 ** 20, 1));
  });
  writeSync(2, String(taken.length));
}
process.exit(0);
