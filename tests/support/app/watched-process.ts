import { writeSync } from 'node:fs';
import { beat } from '#electron/tasks/pulse.ts';
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

/** Uses the processor for ten times as long as the watch allows without a beat. */
function work(each: () => void): void {
  const until = usedMs() + 10 * stuckMs;
  while (usedMs() < until) each();
}

watchdog.setArmed(way !== 'unwatched');
watchdog.mark(mark === '' ? null : mark);
if (way === 'loop' || way === 'unwatched') work(() => undefined);
else if (way === 'beat') work(beat);
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
