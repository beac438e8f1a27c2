import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSaleLines } from '#build/bench/sale-lines.ts';
import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

type Dump = ReturnType<typeof wholeDump>;

const kills = process.env.LANGGAN_FULL === '1' ? 300 : 20;
/** Two events of the import lie some milliseconds apart: a kill falls on one of them or between. */
const betweenEventsMs = 12;
let folder = '';
let fileOfLines = '';
let before: Dump = {};
let after: Dump = {};
let eventsOfAll = 0;
let eventsOfCommit = 0;

async function contents(dataFolder: string): Promise<Dump> {
  const connection = openConnection(shopPaths(dataFolder).database, { readonly: true });
  try {
    return wholeDump(connection.raw);
  } finally {
    await connection.close();
  }
}

/** What is heard of one import while it runs. */
function listen(door: HeadlessDoor) {
  const heard = { all: 0, ofCommit: 0, isWriting: false, isDone: false, next: () => undefined };
  door.onEvent((event) => {
    if (event.type !== 'progress') return;
    heard.all += 1;
    if (event.channel === 'imports.commit') heard.ofCommit += 1;
    heard.isWriting ||= event.phase === 'writing';
    heard.next();
  });
  return heard;
}

/** The whole import; ends early, without complaint, when a process is killed under it. */
async function importLines(door: HeadlessDoor, file: string): Promise<boolean> {
  const chosen = await door.ask('imports.choose', {}, [file]);
  if (chosen?.ok !== true || chosen.value === null) return false;
  const { draftId } = chosen.value;
  for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
    if ((await door.ask(channel, { draftId }))?.ok !== true) return false;
  return true;
}

/** Evenly spread over 0 to 1, the same in every run (the golden ratio's multiples). */
function shareOf(round: number): number {
  return (round * 0.618_033_988_749_895) % 1;
}

/** Kills at a moment counted in events, so that it is the same one however busy the machine is. */
async function killAt(door: HeadlessDoor, round: number, target: 'main' | 'task') {
  await door.ask('settings.get', {});
  const heard = listen(door);
  const work = importLines(door, fileOfLines).finally(() => {
    heard.isDone = true;
    heard.next();
  });
  // Three of four fall into the commit, where the transaction is.
  const isInCommit = round % 4 !== 0;
  const events = isInCommit ? eventsOfCommit : eventsOfAll;
  const goal = 1 + Math.floor(shareOf(round) * events);
  await new Promise<void>((resolve) => {
    heard.next = () => {
      const isThere = (isInCommit ? heard.ofCommit : heard.all) >= goal;
      if (isThere || heard.isDone) resolve(undefined);
      return undefined;
    };
  });
  await wait(shareOf(round * 7) * betweenEventsMs);
  const tasks = door.taskPids();
  const isInside = heard.isWriting && !heard.isDone;
  for (const pid of target === 'main' ? [door.process.pid ?? 0] : tasks)
    process.kill(pid, 'SIGKILL');
  return { isInside, tasks, work };
}

/** False for a process that has ended, also where nobody has taken note of its end yet. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** What the next start shows is what stays, whatever a task of the killed app was still at. */
async function startAgain(dataFolder: string, formerTasks: readonly number[]): Promise<Dump> {
  const next = openHeadlessDoor(dataFolder);
  expect((await next.ask('settings.get', {}))?.ok).toBe(true);
  const atOnce = await contents(dataFolder);
  while (formerTasks.some(isAlive)) await wait(5);
  expect(await contents(dataFolder)).toEqual(atOnce);
  await next.close();
  return atOnce;
}

async function killed(dataFolder: string, round: number) {
  const target = round % 2 === 0 ? 'main' : 'task';
  const door = openHeadlessDoor(dataFolder);
  const { isInside, tasks, work } = await killAt(door, round, target);
  if (target === 'main') {
    const { exitCode, signalCode } = door.process;
    if (exitCode === null && signalCode === null) await once(door.process, 'exit');
    return { isInside, dump: await startAgain(dataFolder, tasks) };
  }
  expect((await door.ask('customers.summary', {}))?.ok).toBe(true);
  await work;
  await door.close();
  return { isInside, dump: await contents(dataFolder) };
}

describe.skipIf(process.platform !== 'linux')('an import that is killed', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'langgan-kill-'));
    fileOfLines = join(folder, 'lines.csv');
    const first = join(folder, 'first.csv');
    await writeSaleLines(first, { lines: 300, customers: 60, products: 20 });
    await writeSaleLines(fileOfLines, { lines: 6000, customers: 900, products: 80 });
    const base = join(folder, 'base');
    const door = openHeadlessDoor(base);
    expect(await importLines(door, first)).toBe(true);
    await door.close();
    before = await contents(base);
    const whole = join(folder, 'whole');
    await cp(base, whole, { recursive: true });
    const again = openHeadlessDoor(whole);
    const heard = listen(again);
    expect(await importLines(again, fileOfLines)).toBe(true);
    await again.close();
    eventsOfAll = heard.all;
    eventsOfCommit = heard.ofCommit;
    after = await contents(whole);
    expect(after).not.toEqual(before);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leaves the shop as it was or with all of the import, never between', async () => {
    const seen = { before: 0, after: 0, inside: 0 };
    for (let round = 0; round < kills; round += 1) {
      const copy = join(folder, `round-${round}`);
      await cp(join(folder, 'base'), copy, { recursive: true });
      const { isInside, dump } = await killed(copy, round);
      const isBefore = JSON.stringify(dump) === JSON.stringify(before);
      if (!isBefore) expect(dump, `round ${round}`).toEqual(after);
      seen[isBefore ? 'before' : 'after'] += 1;
      if (isInside) seen.inside += 1;
      await rm(copy, { recursive: true, force: true });
    }
    expect(seen.inside, JSON.stringify(seen)).toBeGreaterThan(kills / 2);
    expect(seen.before).toBeGreaterThan(0);
    tellFigure('R1', `${kills} kills in an import, ${seen.inside} as it wrote: 0 half imports`);
  }, 3_600_000);
});
