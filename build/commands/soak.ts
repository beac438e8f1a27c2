import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { root } from '../engine.ts';
import { type Ask, Model, shown } from '../soak/model.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
const commandsBetweenLooks = 100;
/** A shop that has come to its size: what grows from then on is no more than its history. */
const mostCustomers = 300;
/** The first part of the time the shop is built and the program read in; the second and the last are compared. */
const parts = 6;
const folder = mkdtempSync(join(tmpdir(), 'langgan-soak-'));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The app in a process of its own, asked by lines. */
function startApp() {
  const script = join(root, 'build', 'commands', 'headless.ts');
  const child = spawn(process.execPath, [script, '--data', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line);
    if ('event' in message) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let last = 0;
  const ask: Ask = (channel, input) => {
    last += 1;
    const id = last;
    child.stdin.write(`${JSON.stringify({ id, channel, input })}\n`);
    return new Promise((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
  };
  return { child, ask };
}

/** What the process holds now, MiB; 0 where the system does not say (not Linux). */
function memoryMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function sizeMb(name: string): number {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  return Math.round((found?.size ?? 0) / 2 ** 20);
}

const { child, ask } = startApp();
const zone = 'Asia/Jakarta';
const today = () => new Date().toLocaleDateString('sv', { timeZone: zone });
const model = new Model({ ask, chance: Math.random, today, mostCustomers });
await ask('settings.update', { shopName: 'Toko', language: 'id', timeZone: zone });

let [commands, refused, looks, differences] = [0, 0, 0, 0];
/** Each minute's, MiB. */
const memories: number[] = [];
const begin = Date.now();
let nextWord = begin + 60_000;
while (Date.now() < begin + minutes * 60_000) {
  if ((await model.step()) !== null) refused += 1;
  commands += 1;
  if (commands % commandsBetweenLooks !== 0) continue;
  looks += 1;
  if (!isDeepStrictEqual(await shown(ask), model.expected())) differences += 1;
  if (Date.now() < nextWord) continue;
  nextWord += 60_000;
  const memory = memoryMb(child.pid ?? 0);
  memories.push(memory);
  const sizes = `log ${sizeMb('langgan.db-wal')} MB, data ${sizeMb('langgan.db')} MB`;
  say(`${commands} commands: memory ${memory} MB, ${sizes}, ${differences} differences`);
}
const part = Math.floor(memories.length / parts);
const [firstMb, lastMb] = [memories.slice(part, 2 * part), memories.slice(-part)].map((some) =>
  Math.max(...some),
);
const memory =
  part === 0
    ? `too short to compare memory (${parts} minutes at least)`
    : `memory at most ${firstMb} MB in the second of ${parts} parts of the time, ${lastMb} MB in the last`;
const log = `log ${sizeMb('langgan.db-wal')} MB`;
child.stdin.end();
await once(child, 'exit');
rmSync(folder, { recursive: true, force: true });
say(
  `${minutes} minutes, ${commands} commands (${refused} refused), ${looks} looks: ` +
    `${differences} differences; ${memory}; ${log}`,
);
process.exitCode = differences === 0 ? 0 : 1;
