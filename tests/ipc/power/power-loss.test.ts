import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFile, listBackups } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { settleSwap } from '#db/file/swap.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { type HeadlessDoor, openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import {
  Disk,
  startingFiles,
  turningPoints,
  unflushedWithNormal,
} from '#tests/support/power/lost-power.ts';
import { canRecord, type Recorded, writeRecorder } from '#tests/support/power/recorder.ts';

const states = process.env['LANGGAN_FULL'] === '1' ? 10_000 : 1000;
const statesOfControl = 200;
const kills = process.env['LANGGAN_FULL'] === '1' ? 1000 : 100;
/** One state in so many has the copies looked at too. */
const withCopies = 20;

if (!canRecord) tellFigure('R2', 'not run: needs Linux and a C compiler');

let scratch = '';

/** The same numbers in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed * 7919 + 13;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    state ^= state >>> 12;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Every kind of writing there is, by an app that does not know it is watched. */
class Owner {
  readonly #door: HeadlessDoor;
  #last = 0;
  asked = 0;

  constructor(door: HeadlessDoor) {
    this.#door = door;
  }

  async ask<N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> {
    this.asked += 1;
    const answer = await this.#door.ask(channel, input);
    if (answer?.ok !== true) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
    return answer.value;
  }

  async add(count: number): Promise<number[]> {
    const ids: number[] = [];
    for (let made = 0; made < count; made += 1) {
      this.#last += 1;
      const name = `Pelanggan ${this.#last}`;
      const { id } = await this.ask('customers.create', { ...EMPTY_FACTS, name });
      ids.push(id);
    }
    return ids;
  }

  async bringIn(rows: number): Promise<void> {
    this.#last += 1;
    const lines = Array.from({ length: rows }, (_, row) => `Impor ${this.#last} ${row},Sleman\n`);
    const bytes = Buffer.from(`Nama,Kota\n${lines.join('')}`);
    const file = { file: 0, name: 'daftar.csv', offset: 0, base64: bytes.toString('base64') };
    const taken = await this.ask('imports.receive', { draftId: null, ...file, isLast: true });
    for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
      await this.ask(channel, { draftId: taken?.draftId ?? '' });
  }

  async work(): Promise<void> {
    const ids = await this.add(8);
    await this.ask('customers.tag', { ids, tag: 'vip' } as never);
    await this.bringIn(150);
    const { batchId } = await this.ask('customers.delete', { ids: ids.slice(0, 5) } as never);
    await this.ask('history.undo', { batchId });
    await this.ask('settings.update', { shopName: `Toko ${this.#last}` });
    const { fileName } = await this.ask('backups.make', {});
    await this.add(6);
    await this.ask('restore.run', { copy: { kind: 'listed', fileName } });
    await this.add(6);
  }
}

/** What is wrong with a database that can be opened; nothing where it is whole. */
function problemsOf(raw: RawHandle): unknown[] {
  const integrity = raw.pragma('integrity_check', { simple: true });
  return [...(integrity === 'ok' ? [] : [integrity]), ...(raw.pragma('foreign_key_check') as [])];
}

/** What a power loss may leave, once the app has started over it: by its rows. */
async function lookAt(place: string): Promise<string> {
  const database = join(place, 'langgan.db');
  await settleSwap({ folder: place, database });
  try {
    const { raw, close } = openConnection(database);
    const problems = problemsOf(raw);
    const hash = problems.length === 0 ? logicalDumpHash(raw) : `damaged: ${String(problems)}`;
    await close();
    return hash;
  } catch (error) {
    return `damaged: ${String(error)}`;
  }
}

async function inPlace<T>(work: (place: string) => Promise<T>): Promise<T> {
  const place = join(scratch, 'place');
  mkdirSync(place, { recursive: true });
  try {
    return await work(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What the shop held from which event on, and which of it was acknowledged by when. */
interface Course {
  readonly held: { readonly from: number; readonly hash: string }[];
  /** After which event an answer was out, and which state it was about. */
  readonly answers: { readonly at: number; readonly state: number }[];
}

/**
 * News of a task that is still at work promises nothing: how far an import is may be said between the
 * writing of its last page and its flush.
 */
function isAnswer({ kind, data }: Recorded): boolean {
  return kind === 'said' && /^\{"id":\d+,"ok":true/.test(data.toString());
}

async function follow(run: Run): Promise<Course> {
  const disk = new Disk(run.root, run.start);
  const turns = turningPoints(run.events);
  const course: Course = { held: [], answers: [] };
  for (const [from, event] of run.events.entries()) {
    disk.tell(event);
    if (!turns.has(event) && !isAnswer(event)) continue;
    const hash = await inPlace(async (place) => {
      disk.putSeen(place, isOfData);
      return lookAt(place);
    });
    if (course.held.at(-1)?.hash !== hash) course.held.push({ from, hash });
    if (isAnswer(event)) course.answers.push({ at: from, state: course.held.length - 1 });
  }
  return course;
}

/** The events after which the power goes: every second time right after an answer. */
function losses(course: Course, events: number, count: number): number[] {
  const chance = chanceFrom(1);
  const { answers } = course;
  return Array.from({ length: count }, (_, at) => {
    const answer = answers[Math.floor(chance() * answers.length)];
    return at % 2 === 0 && answer !== undefined ? answer.at : Math.floor(chance() * events);
  }).sort((a, b) => a - b);
}

interface Seen {
  whole: number;
  lost: number;
  damaged: number;
}

function judge({ held, answers }: Course, at: number, hash: string): keyof Seen {
  const acknowledged = answers.findLast((answer) => answer.at <= at)?.state ?? 0;
  const after = held.findIndex(({ from }) => from > at);
  const allowed = held.slice(acknowledged, after === -1 ? undefined : after + 1);
  if (allowed.some((one) => one.hash === hash)) return 'whole';
  return held.some((one) => one.hash === hash) ? 'lost' : 'damaged';
}

/** Every copy that is listed is the one its manifest tells of. */
async function copiesAreWhole(place: string): Promise<boolean> {
  const backups = join(place, 'backups');
  for (const { fileName, sha256 } of await listBackups(backups))
    if ((await hashFile(join(backups, fileName))) !== sha256) return false;
  return true;
}

/** How the run ends: the power goes, or the app alone, and then the disk has all it was told. */
type End = 'power' | 'kill';

async function endEarly(run: Run, course: Course, end: End, count: number): Promise<Seen> {
  const disk = new Disk(run.root, run.start);
  const seen: Seen = { whole: 0, lost: 0, damaged: 0 };
  const points = losses(course, run.events.length, count);
  let state = 0;
  for (const [at, event] of run.events.entries()) {
    if (!run.leftOut.has(event)) disk.tell(event);
    for (; points[state] === at; state += 1) {
      const hasCopies = state % withCopies === 0;
      const found = await inPlace(async (place) => {
        const isWanted = hasCopies ? () => true : isOfData;
        if (end === 'kill') disk.putSeen(place, isWanted);
        else disk.putLost(place, chanceFrom(state + 2), isWanted);
        const hash = await lookAt(place);
        return hasCopies && !(await copiesAreWhole(place)) ? 'damaged' : judge(course, at, hash);
      });
      seen[found] += 1;
    }
  }
  return seen;
}

/** What is looked at in every state; copies and what a task works on are looked at in some. */
const isOfData = (path: string) => !/[/](backups|staging)[/]/.test(path);

interface Run {
  readonly root: string;
  readonly start: ReturnType<typeof startingFiles>;
  readonly events: readonly Recorded[];
  readonly asked: number;
  /** What the disk is not told of. */
  readonly leftOut: ReadonlySet<Recorded>;
}

async function record(folder: string): Promise<Run> {
  const root = join(folder, 'data');
  const first = openHeadlessDoor(root);
  await new Owner(first).bringIn(60);
  await first.close();
  const recorder = writeRecorder(root, folder);
  const start = startingFiles(root);
  const door = openHeadlessDoor(root, recorder.env);
  const owner = new Owner(door);
  await owner.work();
  door.process.kill('SIGKILL');
  await once(door.process, 'exit');
  return { root, start, asked: owner.asked, events: recorder.read(), leftOut: new Set() };
}

describe.skipIf(!canRecord)(
  'power that goes while the app writes (needs Linux and a C compiler)',
  () => {
    let folder = '';
    let run: Run;
    let course: Course;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'langgan-power-'));
      // In memory where there is such a folder: thousands of shops are opened here.
      scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'langgan-power-'));
      run = await record(folder);
      course = await follow(run);
    });

    afterAll(() => {
      for (const path of [folder, scratch]) rmSync(path, { recursive: true, force: true });
    });

    it('is followed write by write: what was recorded makes the files that are there', async () => {
      const disk = new Disk(run.root, run.start);
      for (const event of run.events) disk.tell(event);
      await inPlace(async (place) => {
        disk.putSeen(place, () => true);
        for (const name of ['langgan.db', 'langgan.db-wal', 'langgan-restored.json'])
          expect(
            readFileSync(join(place, name)).equals(readFileSync(join(run.root, name))),
            name,
          ).toBe(true);
      });
      expect(course.held.filter(({ hash }) => hash.startsWith('damaged'))).toEqual([]);
      expect(course.held.length).toBeGreaterThan(20);
      expect(run.asked).toBeGreaterThan(25);
      expect(course.answers.length).toBe(run.asked);
    });

    it('takes nothing along that was said to be saved; with a log that is not flushed it does', async () => {
      const seen = await endEarly(run, course, 'power', states);
      const without = { ...run, leftOut: unflushedWithNormal(run.events) };
      const control = await endEarly(without, course, 'power', statesOfControl);
      const told = JSON.stringify({ seen, control });
      expect(seen, told).toEqual({ whole: states, lost: 0, damaged: 0 });
      expect(control.lost, told).toBeGreaterThan(statesOfControl / 10);
      expect(control.damaged, told).toBe(0);
      const share = Math.round((100 * control.lost) / statesOfControl);
      tellFigure(
        'R2',
        `${states} power losses: 0 lost, 0 damaged (with NORMAL ${share} % lose something)`,
      );
    }, 3_600_000);

    it('keeps every answer where the app is killed instead; where writes are left out it does not', async () => {
      const seen = await endEarly(run, course, 'kill', kills);
      const leftOut = new Set(
        run.events.filter(({ kind }, at) => kind === 'write' && at % 5 === 0),
      );
      const control = await endEarly({ ...run, leftOut }, course, 'kill', statesOfControl / 4);
      const told = JSON.stringify({ seen, control });
      expect(seen, told).toEqual({ whole: kills, lost: 0, damaged: 0 });
      expect(control.lost + control.damaged, told).toBeGreaterThan(statesOfControl / 16);
      tellFigure(
        'R1',
        `${kills} ends after any write of edits, deletes, undo, import, backup, restore: 0 lost`,
      );
    }, 3_600_000);
  },
);
