import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import Sqlite from 'better-sqlite3';
import { copyBeside, manifestOf } from '#db/file/copy-beside.ts';
import { besidePath, settleSwap, swapIn } from '#db/file/swap.ts';
import { salvage } from '#db/salvage/salvage.ts';

/**
 * A process that restores a copy, reads what can be read of a damaged file and goes on with that, or ends a
 * swap that was cut short, and is killed before or after its Nth change to the disk:
 * `killed-swap.ts restore|salvage|settle FOLDER COPY N`. With N 0 it says how many moments there are.
 */
const [, , work = '', folder = '', copy = '', killAt = '0'] = process.argv;
const at = '2026-06-15T03:00:00.000Z';
const changing = ['writeFile', 'rename', 'copyFile', 'mkdir', 'rm', 'open'] as const;
let moments = 0;

function pass(): void {
  moments += 1;
  if (moments === Number(killAt)) process.kill(process.pid, 'SIGKILL');
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

/** What is written of a fresh file is SQLite's own doing: each statement that it is given is a moment. */
const exec = Sqlite.prototype.exec;
Sqlite.prototype.exec = function passing(sql) {
  pass();
  const answer = exec.call(this, sql);
  pass();
  return answer;
};

const database = `${folder}/langgan.db`;
const place = { folder, database };
await settleSwap(place);
if (work === 'restore') {
  await copyBeside({ from: copy, manifest: await manifestOf(copy), to: besidePath(database) });
  await swapIn(place, { at, source: 'copy.db', wasWhole: true });
}
if (work === 'salvage') {
  await salvage({
    ...{ from: database, to: besidePath(database), scratch: `${folder}/staging.db` },
    names: { at, nameOf: (kind, id) => `${kind} ${id}` },
    onRows: async () => undefined,
  });
  await swapIn(place, { at, source: 'langgan.db', wasWhole: false });
}
process.stdout.write(String(moments));
