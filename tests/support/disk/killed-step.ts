import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import Sqlite from 'better-sqlite3';

/**
 * Read in before the app and each of its task processes (`killable-app.ts`): every change to the disk is a
 * step, before and after. From the moment on at which the file `LANGGAN_STEPS` is there, each leaves a letter
 * in it, and the one whose number stands beside it ends all of them at once.
 */
const steps = process.env['LANGGAN_STEPS'] ?? '';
let killAt: number | null = null;

function pass(kind: 'f' | 's'): void {
  if (!existsSync(steps)) return;
  killAt ??= Number(readFileSync(`${steps}.at`, 'utf8'));
  appendFileSync(steps, kind);
  // The app began a group of its own, and its task processes are in it.
  if (statSync(steps).size >= killAt) process.kill(0, 'SIGKILL');
}

const changing = ['writeFile', 'rename', 'copyFile', 'rm', 'open'] as const;
type AnyCall = (...given: unknown[]) => Promise<unknown>;
const calls = fsp as unknown as Record<(typeof changing)[number], AnyCall>;
for (const name of changing) {
  const real = calls[name];
  calls[name] = async (...given) => {
    pass('f');
    const answer = await real(...given);
    pass('f');
    return answer;
  };
}
syncBuiltinESMExports();

type Method = (this: unknown, ...given: unknown[]) => unknown;
function passing(real: Method): Method {
  return function stepping(this: unknown, ...given) {
    pass('s');
    const answer = real.apply(this, given);
    pass('s');
    return answer;
  };
}

const database = Sqlite.prototype as unknown as Record<'exec' | 'pragma' | 'prepare', Method>;
database.exec = passing(database.exec);
database.pragma = passing(database.pragma);
const { prepare } = database;
database.prepare = function prepared(this: unknown, ...given) {
  const statement = prepare.apply(this, given) as { run: Method };
  if (/^\s*(begin|commit|vacuum|attach)/i.test(String(given[0]))) {
    const run = statement.run.bind(statement);
    statement.run = passing(run);
  }
  return statement;
};
