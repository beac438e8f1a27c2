import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { copyBeside, manifestOf } from '#db/file/copy-beside.ts';
import { besidePath, settleSwap, swapIn } from '#db/file/swap.ts';

/**
 * A process that restores a copy, or ends a swap that was cut short, and is killed before or after its
 * Nth change to the disk: `killed-swap.ts restore|settle FOLDER COPY N`. With N 0 it says how many
 * moments there are.
 */
const [, , work = '', folder = '', copy = '', at = '0'] = process.argv;
const changing = ['writeFile', 'rename', 'copyFile', 'mkdir', 'rm', 'open'] as const;
let moments = 0;

function pass(): void {
  moments += 1;
  if (moments === Number(at)) process.kill(process.pid, 'SIGKILL');
}

type AnyCall = (...given: unknown[]) => Promise<unknown>;
const calls = fsp as unknown as Record<(typeof changing)[number], AnyCall>;
for (const name of changing) {
  const real = calls[name];
  calls[name] = async (...given) => {
    pass();
    const answer = await real(...given);
    pass();
    return answer;
  };
}
syncBuiltinESMExports();

const database = `${folder}/langgan.db`;
const place = { folder, database };
await settleSwap(place);
if (work === 'restore') {
  await copyBeside({ from: copy, manifest: await manifestOf(copy), to: besidePath(database) });
  await swapIn(place, { at: '2026-06-15T03:00:00.000Z', source: 'copy.db', wasWhole: true });
}
process.stdout.write(String(moments));
