import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import { type Stage, stages } from '#shared/domain/vocabulary/prospects.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

type Filter = NonNullable<Input<'prospects.list'>['filter']>;

interface Step {
  readonly on: string;
  readonly isGone: boolean;
}
interface Prospect {
  readonly id: number;
  readonly who: number;
  readonly title: string;
  readonly worth: number | null;
  readonly chance: number | null;
  readonly isGone: boolean;
  readonly path: readonly { readonly stage: Stage; readonly on: string }[];
  readonly steps: readonly Step[];
}

const people = ['Guesthouse Omah', 'Kantor Pajak', 'Hotel Embun', 'Sekolah Tunas'];
/** Is in the trash, and takes its prospects along. */
const gone = 4;
const things = ['Kopi rapat', 'Paket arisan', 'Kopi sarapan'];

let shop: DirectShop;
let all: Prospect[] = [];

function draw(id: number, pick: (below: number) => number): Prospect {
  const days = [...Array(1 + pick(5))].map(() => addDays(today, -pick(500))).sort();
  const path = days.map((on, index) => ({
    stage: index === 0 ? 'contact' : (stages[pick(stages.length)] ?? 'lost'),
    on,
  }));
  const isOver = ['won', 'lost'].includes(path.at(-1)?.stage ?? '');
  return {
    ...{ id, who: 1 + pick(people.length), title: `${things[pick(things.length)]} ${id}`, path },
    worth: pick(5) === 0 ? null : 1234 * (1 + pick(900)),
    chance: pick(5) === 0 ? null : pick(101),
    isGone: pick(9) === 0,
    steps: isOver
      ? []
      : [...Array(pick(3))].map(() => ({
          on: addDays(today, pick(40) - 20),
          isGone: pick(4) === 0,
        })),
  };
}

function write({ id, who, title, worth, chance, isGone, path, steps }: Prospect): void {
  const { raw } = shop;
  const stage = path.at(-1)?.stage ?? 'contact';
  raw
    .prepare(
      `INSERT INTO prospects (customer_id, title, stage, worth_minor, chance_percent, lost_reason,
         created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, '2025-01-01T00:00:00.000Z', ?)`,
    )
    .run(
      who,
      title,
      stage,
      worth,
      chance,
      stage === 'lost' ? 'price' : null,
      isGone ? today : null,
    );
  for (const entry of path)
    raw
      .prepare(
        'INSERT INTO prospect_stages (prospect_id, stage, entered_at, entered_on) VALUES (?, ?, ?, ?)',
      )
      .run(id, entry.stage, `${entry.on}T03:00:00.000Z`, entry.on);
  for (const step of steps)
    raw
      .prepare(
        `INSERT INTO follow_ups (customer_id, prospect_id, cause, first_due_on, due_on, created_at,
           deleted_at) VALUES (?, ?, 'own', ?, ?, '', ?)`,
      )
      .run(who, id, step.on, step.on, step.isGone ? today : null);
}

beforeEach(async () => {
  shop = await directShop();
  for (const name of people) addCustomer(shop.raw, { name });
  shop.raw.prepare('UPDATE customers SET deleted_at = ? WHERE id = ?').run(today, gone);
  const pick = drawFrom(5);
  all = [...Array(160)].map((_, index) => draw(index + 1, pick));
  all.forEach(write);
  finishShop(shop.raw);
});

const there = () => all.filter(({ isGone, who }) => !isGone && who !== gone);
const last = ({ path }: Prospect) => path.at(-1) ?? { stage: 'contact' as const, on: today };
const stepOf = ({ steps }: Prospect) =>
  steps
    .filter(({ isGone }) => !isGone)
    .map(({ on }) => on)
    .sort()[0] ?? null;
const isOver = (one: Prospect) => ['won', 'lost'].includes(last(one).stage);

function sumsOf(some: readonly Prospect[]) {
  const known = some.filter(({ worth }) => worth !== null);
  const sum = (of: (one: Prospect) => number) => known.reduce((total, one) => total + of(one), 0);
  const likely = (one: Prospect) => (isOver(one) ? 0 : (one.worth ?? 0) * (one.chance ?? 0));
  return {
    count: some.length,
    worthMinor: sum(({ worth }) => worth ?? 0),
    // What has ended is not likely to come any more.
    weightedMinor: Math.round(sum(likely) / 100),
    withoutWorth: some.length - known.length,
    withoutChance: known.filter((one) => one.chance === null && !isOver(one)).length,
  };
}

/** Days of each time that a stage was left. */
function stays(stage: Stage): number[] {
  return there().flatMap(({ path }) =>
    path.flatMap((entry, index) => {
      const next = path[index + 1];
      if (entry.stage !== stage || next === undefined) return [];
      return [daysBetween(entry.on, next.on)];
    }),
  );
}

const mean = (days: readonly number[]) =>
  days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length;

describe('the board', () => {
  it('counts, values and times each stage as the rows do', async () => {
    const { stages: board, endedFrom } = await shop.ask('prospects.board', { limit: 200 });
    expect(board.map(({ stage }) => stage)).toEqual(stages);
    for (const { stage, rows, averageDays, left, ...sums } of board) {
      const isEnd = stage === 'won' || stage === 'lost';
      const some = there().filter(
        (one) => last(one).stage === stage && (!isEnd || last(one).on >= endedFrom),
      );
      expect(sums).toEqual(sumsOf(some));
      expect(left).toBe(stays(stage).length);
      expect(averageDays).toBeCloseTo(mean(stays(stage)) ?? Number.NaN, 9);
      expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(some.map(({ id }) => id));
      expect(some.length).toBeGreaterThan(0);
    }
    expect(endedFrom).toBe('2026-06-01');
  });

  it('says of a stage that nobody left that none did', async () => {
    shop.raw.exec('DELETE FROM prospect_stages');
    const { stages: board } = await shop.ask('prospects.board', {});
    expect(board.map(({ averageDays, left }) => [averageDays, left])).toEqual(
      stages.map(() => [null, 0]),
    );
  });

  it('counts the next steps and the year as the rows do', async () => {
    const { overdue, withoutStep, year } = await shop.ask('prospects.board', {});
    const open = there().filter((one) => !isOver(one));
    expect(overdue).toBe(open.filter((one) => (stepOf(one) ?? '9') < today).length);
    expect(withoutStep).toBe(open.filter((one) => stepOf(one) === null).length);
    const ended = there().filter((one) => isOver(one) && last(one).on >= '2025-06-16');
    const won = ended.filter((one) => last(one).stage === 'won');
    expect([year.won, year.ended]).toEqual([won.length, ended.length]);
    expect(won.length).toBeGreaterThan(0);
    const took = won.map((one) => daysBetween(one.path[0]?.on ?? '', last(one).on));
    expect(year.averageDays).toBeCloseTo(mean(took) ?? 0, 9);
    expect(new Set([overdue, withoutStep, won.length, ended.length]).size).toBe(4);
  });
});

const filters: readonly [Filter, (one: Prospect) => boolean][] = [
  [{}, () => true],
  [{ stages: ['offer', 'lost'] }, (one) => ['offer', 'lost'].includes(last(one).stage)],
  [{ search: 'ARISAN' }, ({ title }) => title.includes('arisan')],
  [{ search: 'hotel' }, ({ who }) => who === 3],
  [{ step: 'overdue' }, (one) => (stepOf(one) ?? '9') < today],
  [{ step: 'none' }, (one) => stepOf(one) === null && !isOver(one)],
  [{ customerId: 2 as never }, ({ who }) => who === 2],
];

describe('the list', () => {
  it.each(filters)('leaves what %j asks for, and sums it', async (filter, keeps) => {
    const found = await shop.ask('prospects.list', { filter, limit: 500 });
    const kept = there().filter(keeps);
    expect(found.rows.map(({ id }) => id)).toEqual(kept.map(({ id }) => id).reverse());
    expect(found.sums).toEqual(sumsOf(kept));
    expect(kept.length).toBeGreaterThan(0);
    expect(found.next).toBeNull();
    for (const row of found.rows) {
      const one = all.find(({ id }) => id === row.id) as Prospect;
      expect(row).toMatchObject({
        ...{ title: one.title, worthMinor: one.worth, chancePercent: one.chance },
        ...{ stage: last(one).stage, since: last(one).on, customerName: people[one.who - 1] },
        days: daysBetween(last(one).on, today),
      });
      expect(row.nextStep?.dueOn ?? null).toBe(stepOf(one));
      if (row.nextStep !== null)
        expect(row.nextStep.daysLate).toBe(daysBetween(row.nextStep.dueOn, today));
    }
  });

  const values: Readonly<Record<string, (row: ProspectRow) => number | string | null>> = {
    worth: (row) => row.worthMinor,
    chance: (row) => row.chancePercent,
    step: (row) => row.nextStep?.dueOn ?? null,
    days: (row) => row.days,
  };

  it.each(Object.keys(values))('is ordered by %s both ways, what is unknown last', async (sort) => {
    for (const descending of [true, false]) {
      const order = { sort: sort as 'worth', descending };
      const pages: ProspectRow[] = [];
      let after: { skip: number } | null = null;
      do {
        const page: { rows: ProspectRow[]; next: { skip: number } | null } = await shop.ask(
          'prospects.list',
          { order, after, limit: 7 },
        );
        pages.push(...page.rows);
        after = page.next;
      } while (after !== null);
      expect(new Set(pages.map(({ id }) => id)).size).toBe(there().length);
      const found = pages.map((row) => values[sort]?.(row) ?? null);
      const known = found.filter((value) => value !== null);
      expect(found.slice(known.length).every((value) => value === null)).toBe(true);
      const ordered = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(known).toEqual(descending ? ordered.reverse() : ordered);
    }
  });
});
