import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import type { Output } from '#shared/contract/index.ts';
import {
  answering,
  complaintShop,
  damar,
  diagnosing,
  gayo,
  improving,
  lembayung,
  received,
  resolving,
  walk,
} from '#tests/support/shop/complaint-shop.ts';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Row = Output<'complaints.list'>['rows'][number];
type Request = Parameters<typeof complaintFilter.parse>[0];

const at = (day: string) => ({ receivedAt: `${day}T03:00:00.000Z` });

async function allPages(
  shop: TempShop,
  order: 'due' | 'age' | 'newest',
  filter: object,
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: Output<'complaints.list'>['next'] = null;
  do {
    const page: Output<'complaints.list'> = await shop.ask('complaints.list', {
      filter,
      order,
      after,
      limit,
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order as it is told: clocks by what is due, a day before its instants; then the newest. */
function byDue(a: Row, b: Row): number {
  const keyOf = ({ clock }: Row) =>
    clock === null
      ? null
      : clock.what === 'action' || clock.what === 'check'
        ? // Noon in Jakarta is five in the morning UTC: the same day.
          clock.dueAt.slice(0, 10)
        : clock.dueAt;
  const [first, second] = [keyOf(a), keyOf(b)];
  if (first !== null && second !== null) return compare(first, second) || a.id - b.id;
  if (first !== null || second !== null) return first === null ? 1 : -1;
  return compare(b.receivedAt, a.receivedAt) || b.id - a.id;
}

async function randomShop(seed: number, complaints: number): Promise<TempShop> {
  const shop = await tempShop((raw) =>
    fillWithComplaints(raw, drawFrom(seed), {
      customers: 20,
      products: 5,
      sales: 30,
      complaints,
      claims: 5,
    }),
  );
  await shop.ask('settings.update', { timeZone: 'Asia/Jakarta', holidays: [] });
  return shop;
}

describe('the queue', () => {
  it('shows what is due next first: answers, solutions, actions, checks; then the newest', async () => {
    const shop = await complaintShop();
    const closed = await received(shop, at('2026-06-01'));
    await walk(closed, answering, diagnosing, resolving);
    await walk(closed, { move: 'improve', action: null, noActionReason: 'x' }, { move: 'close' });
    const acting = await received(shop, { ...at('2026-06-02'), productId: gayo, saleId: null });
    await walk(acting, answering, diagnosing, resolving, {
      move: 'improve',
      action: { what: 'Palet', owner: '', dueOn: '2026-06-15', checkOn: '2026-07-01' },
    });
    const solved = await received(shop, { ...at('2026-06-03'), productId: null });
    await walk(solved, answering, diagnosing, resolving);
    const answered = await received(shop, at('2026-06-15'));
    await walk(answered, answering);
    const fresh = await received(shop, { ...at('2026-06-15'), severity: 'medium' });
    const late = await received(shop, at('2026-06-13'));
    const list = await shop.ask('complaints.list', {});
    expect(list.rows.map(({ id, clock }) => [id, clock?.what ?? null])).toEqual([
      [late.id, 'answer'],
      [acting.id, 'action'],
      [fresh.id, 'answer'],
      [answered.id, 'resolution'],
      [solved.id, null],
      [closed.id, null],
    ]);
    expect(list.rows[0]).toMatchObject({
      number: late.number,
      customerName: 'Kedai Tepi Kali',
      product: 'Robusta Temanggung',
      ageDays: 2,
      cameBack: false,
    });
    const waiting = await shop.ask('complaints.waiting', { limit: 3 });
    expect(waiting.count).toBe(4);
    expect(waiting.rows.map(({ id }) => id)).toEqual([late.id, acting.id, fresh.id]);
    expect(await shop.ask('complaints.summary', { filter: { states: ['received'] } })).toEqual({
      count: 2,
      waiting: 2,
      overdue: 1,
      states: [
        { state: 'received', count: 2 },
        { state: 'answered', count: 1 },
        { state: 'diagnosed', count: 0 },
        { state: 'resolved', count: 1 },
        { state: 'improved', count: 1 },
        { state: 'closed', count: 1 },
      ],
    });
    const board = await shop.ask('complaints.board', { limit: 1 });
    expect(board.map(({ state, count, rows }) => [state, count, rows.map(({ id }) => id)])).toEqual(
      [
        ['received', 2, [late.id]],
        ['answered', 1, [answered.id]],
        ['diagnosed', 0, []],
        ['resolved', 1, [solved.id]],
        ['improved', 1, [acting.id]],
        ['closed', 1, [closed.id]],
      ],
    );
    expect(
      (await shop.ask('complaints.board', { filter: { states: ['closed'] } })).map(
        ({ state }) => state,
      ),
    ).toEqual(['closed']);
  });

  it('pages through every order as one sort would have it', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 17 }),
        fc.constantFrom<Request>(
          {},
          { states: ['received', 'resolved'] },
          { flags: ['overdue'] },
          { flags: ['waits-for-us'] },
          { severities: ['medium'], receivedFrom: '2025-06-01', receivedTo: '2026-03-01' },
          { cause: 'KARUNG  BASAH', productId: 2 },
        ),
        async (seed, limit, filter) => {
          const shop = await randomShop(seed, 60);
          const whole = await shop.ask('complaints.list', { filter: filter as object, limit: 500 });
          for (const order of ['due', 'age', 'newest'] as const) {
            const rows = await allPages(shop, order, filter as object, limit);
            const sorted = whole.rows.toSorted(
              order === 'due'
                ? byDue
                : (a, b) =>
                    (order === 'age' ? 1 : -1) *
                    (compare(a.receivedAt, b.receivedAt) || a.id - b.id),
            );
            expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
          }
          const { count, waiting, overdue } = await shop.ask('complaints.summary', {
            filter: filter as object,
          });
          expect(count).toBe(whole.rows.length);
          const flagged = async (flag: 'waits-for-us' | 'overdue') => {
            const parsed = complaintFilter.parse(filter);
            const more = { ...parsed, flags: [...parsed.flags, flag] };
            return (await shop.ask('complaints.list', { filter: more, limit: 500 })).rows;
          };
          expect(waiting).toBe((await flagged('waits-for-us')).length);
          const late = await flagged('overdue');
          expect(overdue).toBe(late.length);
          expect(late.every(({ clock }) => clock !== null && clock.minutesLeft < 0)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('shows nobody whose customer is in the trash', async () => {
    const shop = await complaintShop();
    await received(shop);
    await shop.ask('customers.delete', { ids: [damar] });
    expect((await shop.ask('complaints.list', {})).rows).toEqual([]);
    expect((await shop.ask('complaints.waiting', {})).count).toBe(0);
    expect((await shop.ask('search.find', { text: 'apek' })).complaints).toEqual([]);
  });
});

describe('a filter', () => {
  it('narrows by each of its flags', async () => {
    const shop = await complaintShop();
    const one = await received(shop, at('2026-06-13'));
    const two = await received(shop, { ...at('2026-06-15'), customerId: lembayung, saleId: null });
    shop.machine.time = '05:00';
    await two.step({
      ...resolving,
      cause: 'Kurir',
      compensation: { kind: 'refund', amountMinor: 80_000_000, costMinor: 1, approvedBy: 'Sekar' },
    });
    const three = await received(shop, { ...at('2026-06-15'), productId: gayo, saleId: null });
    await walk(three, answering, diagnosing, resolving, improving);
    const flagged = async (...flags: Output<'complaints.filters'>[number]['filter']['flags']) =>
      (await shop.ask('complaints.list', { filter: { flags }, order: 'age' })).rows.map(
        ({ id }) => id,
      );
    expect({
      waits: await flagged('waits-for-us'),
      overdue: await flagged('overdue'),
      lateAnswer: await flagged('late-answer'),
      lateSolution: await flagged('late-solution'),
      unresolved: await flagged('unresolved'),
      firstContact: await flagged('first-contact'),
      cameBack: await flagged('came-back'),
      reopened: await flagged('reopened'),
      compensated: await flagged('compensated'),
      above: await flagged('above-authority'),
      action: await flagged('open-action'),
      both: await flagged('late-answer', 'compensated'),
    }).toEqual({
      waits: [one.id],
      overdue: [one.id],
      lateAnswer: [one.id, two.id, three.id],
      lateSolution: [],
      unresolved: [one.id],
      firstContact: [two.id, three.id],
      cameBack: [],
      reopened: [],
      compensated: [two.id],
      above: [two.id],
      action: [three.id],
      both: [two.id],
    });
  });

  it('is saved under a name, changed, dropped, and each of it taken back', async () => {
    const shop = await complaintShop();
    const filters = () => shop.ask('complaints.filters', {});
    const berat = complaintFilter.parse({ severities: ['severe'], flags: ['overdue'] });
    const saved = await shop.ask('complaints.saveFilter', { name: ' Berat ', filter: berat });
    expect(await filters()).toEqual([{ id: saved.id, name: 'Berat', filter: berat }]);
    const other = complaintFilter.parse({ kinds: ['regulator'] });
    const changed = await shop.ask('complaints.saveFilter', { name: 'berat', filter: other });
    expect(changed.id).toBe(saved.id);
    expect(await filters()).toEqual([{ id: saved.id, name: 'berat', filter: other }]);
    await shop.ask('history.undo', { batchId: changed.batchId });
    const dropped = await shop.ask('complaints.dropFilter', { id: saved.id });
    expect(await filters()).toEqual([]);
    expect(await shop.fail('complaints.dropFilter', { id: saved.id })).toEqual({
      code: 'NOT_FOUND',
      entity: 'filter',
    });
    await shop.ask('history.undo', { batchId: dropped.batchId });
    expect(await filters()).toEqual([{ id: saved.id, name: 'Berat', filter: berat }]);
  });
});

describe('the search', () => {
  it('finds a complaint by number in any spelling, by words, by customer', async () => {
    const shop = await complaintShop();
    const old = await received(shop, { ...at('2025-06-01'), title: 'Gilingan kasar' });
    const chain = await received(shop, { title: 'Biji apek', words: 'bau tengik' });
    const nobody = await received(shop, { customerId: null, saleId: null, title: 'Parkir penuh' });
    const find = async (text: string) =>
      (await shop.ask('search.find', { text })).complaints.map(({ id }) => id);
    expect(chain.number).toBe('K-2026-001');
    for (const text of ['K-2026-001', 'k-2026-1', 'k 2026 001', '2026/1', 'K2026-001'])
      expect(await find(text), text).toEqual([chain.id]);
    for (const text of ['k 1', 'K1', 'k-001', '1'])
      expect(await find(text), text).toEqual([chain.id, old.id]);
    expect(await find('k-2026-00')).toEqual([nobody.id, chain.id]);
    expect(await find('apek bij')).toEqual([chain.id]);
    expect(await find('tengik')).toEqual([chain.id]);
    expect(await find('tepi kali')).toEqual([chain.id, old.id]);
    expect(await find('08125550118')).toEqual([chain.id, old.id]);
    expect(await find('parkir')).toEqual([nobody.id]);
    expect(await find('tidak ada')).toEqual([]);
    expect(await find('!?')).toEqual([]);
    expect((await shop.ask('search.find', { text: 'parkir' })).complaints).toEqual([
      {
        id: nobody.id,
        number: nobody.number,
        title: 'Parkir penuh',
        customerName: null,
        isClosed: false,
      },
    ]);
    const listed = await shop.ask('complaints.list', { filter: { search: 'kali bau' } });
    expect(listed.rows).toEqual([]);
    const named = await shop.ask('complaints.list', {
      filter: { search: 'tepi' },
      order: 'newest',
    });
    expect(named.rows.map(({ id }) => id)).toEqual([chain.id, old.id]);
  });

  it('offers causes and people most used first, a cause as it was last written', async () => {
    const shop = await complaintShop();
    for (const [cause, handledBy] of [
      ['Kurir', 'Sekar'],
      ['penyimpanan', 'Budi'],
      ['Penyimpanan', 'Sekar'],
    ] as const) {
      const chain = await received(shop, { handledBy });
      await walk(chain, { ...answering, via: 'call' }, { ...diagnosing, cause });
    }
    expect(await shop.ask('complaints.words', {})).toEqual({
      causes: ['Penyimpanan', 'Kurir'],
      handlers: ['Sekar', 'Budi'],
    });
  });
});
