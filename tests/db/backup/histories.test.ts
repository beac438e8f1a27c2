import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { listBackups, rotateBackups } from '#db/file/backup.ts';
import { backupsToDrop } from '#db/file/backup-rotation.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { backupCause } from '#shared/contract/backups.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const dayMs = 86_400_000;
const timeZone = 'Asia/Jakarta';

type Rotate = (given: Parameters<typeof rotateBackups>[0]) => Promise<unknown>;

interface Kept {
  readonly entry: BackupEntry;
  isWhole: boolean;
  isOfLostBook: boolean;
}

/** A folder of copies as small as can be, and what a person would say of it who remembers everything. */
class Folder {
  readonly path = tempFolder();
  readonly #rotate: Rotate;
  now = Date.parse('2026-06-15T03:00:00.000Z');
  isLost = false;
  readonly all: Kept[] = [];
  #made = 0;

  constructor(rotate: Rotate) {
    this.#rotate = rotate;
  }

  pathOf({ entry }: Kept): string {
    return join(this.path, entry.fileName);
  }

  there(): Kept[] {
    return this.all.filter((copy) => existsSync(this.pathOf(copy)));
  }

  /** Newest first. */
  whole(): Kept[] {
    return this.there()
      .filter(({ isWhole }) => isWhole)
      .toReversed();
  }

  /** As many copies of one day as stay, and of some days before. */
  async begin(): Promise<void> {
    for (let made = 0; made < 12; made += 1) {
      this.now += made < 3 ? dayMs : 60_000;
      this.put('periodic', 100);
    }
    await this.copy('quit', 100);
  }

  async copy(cause: BackupEntry['cause'], records: number): Promise<void> {
    this.now += 60_000;
    const at = this.put(cause, records);
    await this.#rotate({ folder: this.path, at, timeZone });
  }

  put(cause: BackupEntry['cause'], records: number): string {
    this.#made += 1;
    const bytes = `copy ${this.#made}`;
    const madeAt = new Date(this.now).toISOString();
    const entry: BackupEntry = {
      fileName: `langgan-${madeAt.replaceAll(/[:.]/g, '-')}-${cause}-${this.#made}.db`,
      ...{ madeAt, cause, bytes: bytes.length, schemaVersion: 1, appVersion: '1.0.0' },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ customers: records, sales: records * 3 },
    };
    writeFileSync(join(this.path, entry.fileName), bytes);
    writeFileSync(join(this.path, `${entry.fileName}.json`), JSON.stringify(entry));
    this.all.push({ entry, isWhole: true, isOfLostBook: !this.isLost });
    return madeAt;
  }

  /** What a copy leaves that came to nothing. */
  fail(): void {
    const name = `langgan-failed-${this.all.length}.db`;
    writeFileSync(join(this.path, `${name}.partial`), 'half');
    writeFileSync(join(this.path, name), '');
    writeFileSync(join(this.path, `${name}.json`), '{"fileName":');
  }

  /** As many bytes as before, and not the same. */
  spoil(which: number): void {
    const there = this.there();
    const copy = there[which % Math.max(1, there.length)];
    if (copy === undefined) return;
    writeFileSync(this.pathOf(copy), 'x'.repeat(copy.entry.bytes));
    copy.isWhole = false;
  }
}

type Step =
  | { readonly do: 'copy'; readonly cause: BackupEntry['cause']; readonly records: number }
  | { readonly do: 'fail' }
  | { readonly do: 'spoil'; readonly which: number }
  | { readonly do: 'lose' }
  | { readonly do: 'wait'; readonly hours: number };

const copy = fc.record({
  do: fc.constant('copy' as const),
  cause: fc.oneof(
    { weight: 5, arbitrary: fc.constant('periodic' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...backupCause.options) },
  ),
  records: fc.integer({ min: 0, max: 100 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: copy },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('spoil' as const), which: fc.nat({ max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 2000 })),
    }),
  },
);

async function take(folder: Folder, one: Step): Promise<void> {
  folder.now += 60_000;
  if (one.do === 'wait') folder.now += one.hours * 3_600_000;
  if (one.do === 'lose') folder.isLost = true;
  if (one.do === 'fail') folder.fail();
  if (one.do === 'spoil') folder.spoil(one.which);
  // A new shop after the loss never grows to the half of the one before.
  if (one.do === 'copy')
    await folder.copy(one.cause, folder.isLost ? one.records % 40 : 100 + one.records);
}

/** What may never have gone, whatever came after it. */
function wanted(folder: Folder, before: readonly Kept[]): Kept[] {
  const ago = (days: number) => new Date(folder.now - days * dayMs).toISOString();
  const ofLost = before.filter(({ isOfLostBook }) => isOfLostBook).slice(0, 3);
  const isBeforeChange = ({ entry }: Kept) =>
    ['import', 'undo', 'migration', 'bulk', 'restore'].includes(entry.cause);
  return [
    ...before.slice(0, 3),
    ...ofLost.filter(({ entry }) => entry.madeAt >= ago(365)),
    ...before.filter((one) => isBeforeChange(one) && one.entry.madeAt >= ago(30)),
  ];
}

interface Course {
  readonly dropped: number;
  /** Copies that went and were wanted, or went when none was made. */
  readonly missed: readonly Kept[];
}

async function live(history: readonly Step[], rotate: Rotate): Promise<Course> {
  const folder = new Folder(rotate);
  await folder.begin();
  const missed: Kept[] = [];
  let dropped = 0;
  for (const one of history) {
    const before = folder.whole();
    await take(folder, one);
    const after = new Set(folder.whole());
    const gone = before.filter((each) => each.isWhole && !after.has(each));
    const kept = wanted(
      folder,
      before.filter(({ isWhole }) => isWhole),
    );
    missed.push(...gone.filter((each) => one.do !== 'copy' || kept.includes(each)));
    dropped += gone.length;
  }
  rmSync(folder.path, { recursive: true });
  mkdirSync(folder.path);
  return { dropped, missed };
}

const histories = fc.array(step, { minLength: 6, maxLength: 14 });

it('of 1,000 random histories none loses a copy that is wanted, and a failed copy takes none with it', async () => {
  let dropped = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const course = await live(history, rotateBackups);
      expect(course.missed).toEqual([]);
      dropped += course.dropped;
    }),
    { numRuns: 1000 },
  );
  expect(dropped).toBeGreaterThan(1000);
  tellFigure('R6', `1,000 histories: ${dropped} copies dropped, none of them wanted`);
});

it('a rotation that keeps the newest three, whole or not, is found to lose some', async () => {
  const keepThree: Rotate = async ({ folder }) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
    for (const name of names.sort().reverse().slice(3)) rmSync(join(folder, name));
  };
  const courses = await Promise.all(fc.sample(histories, 20).map((one) => live(one, keepThree)));
  expect(courses.filter(({ missed }) => missed.length > 0).length).toBeGreaterThan(5);
});

it('the same rotation without its floor, which sees one book in all copies and reads none again, loses some', async () => {
  const withoutFloor: Rotate = async ({ folder, at, timeZone: zone }) => {
    const asOneBook = (await listBackups(folder)).map((entry) => ({
      ...entry,
      ...{ customers: 0, sales: 0 },
    }));
    for (const { fileName } of backupsToDrop(asOneBook, at, zone)) rmSync(join(folder, fileName));
  };
  // The shop is lost, and a new one is copied all day long.
  const small = { do: 'copy', cause: 'periodic', records: 5 } as const;
  const lost: readonly Step[] = [{ do: 'lose' }, ...Array.from({ length: 13 }, () => small)];
  const drawn = fc.sample(histories, 20).map((one) => [...one, ...lost]);
  const missedBy = async (rotate: Rotate) =>
    (await Promise.all(drawn.map((one) => live(one, rotate)))).map(({ missed }) => missed);
  expect((await missedBy(rotateBackups)).flat()).toEqual([]);
  const losing = (await missedBy(withoutFloor)).filter((missed) =>
    missed.some(({ isOfLostBook }) => isOfLostBook),
  );
  expect(losing.length).toBeGreaterThan(10);
  tellFigure('R6', `without the floor ${losing.length} of 20 lose a copy of the lost shop`);
});
