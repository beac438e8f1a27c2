import { beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Input } from '#shared/contract/index.ts';
import type { BatchId } from '#shared/ids.ts';
import {
  answering,
  type Chain,
  complaintShop,
  diagnosing,
  dumpOf,
  improving,
  received,
  resolving,
  walk,
} from '#tests/support/shop/complaint-shop.ts';

type Change = Input<'complaints.action'>['change'];
type Shop = Awaited<ReturnType<typeof complaintShop>>;

const held = { kind: 'check', verdict: 'held' } as const;
const early = { code: 'CONFLICT', reason: 'complaint-check-early' };
const closing = { move: 'close', withoutWaiting: true } as const;

let shop: Shop;
let chain: Chain;

async function inputFor(change: Change): Promise<Input<'complaints.action'>> {
  const { actions } = await chain.get();
  return { complaintId: chain.id, actionId: actions.at(-1)?.id ?? 0, change };
}
const act = async (change: Change) => shop.ask('complaints.action', await inputFor(change));
const refusedAct = async (change: Change) => shop.fail('complaints.action', await inputFor(change));

/** Due on 20 June, to be looked at on 20 August, said to be done on a day. */
async function doneOn(day: string): Promise<void> {
  shop.machine.day = day;
  await act({ kind: 'done', on: day });
}

async function reported() {
  const report = await shop.ask('complaints.report', { from: '2026-06-01', to: '2026-06-30' });
  return report.cameBack;
}

async function flagged(flag: 'without-waiting' | 'waits-for-us'): Promise<number[]> {
  const { rows } = await shop.ask('complaints.list', { filter: { flags: [flag] } });
  return rows.map(({ id }) => id);
}

beforeEach(async () => {
  shop = await complaintShop();
  chain = await received(shop);
  await walk(chain, answering, diagnosing, resolving, improving);
});

describe('that it did not come back', () => {
  it('is refused until its day, on which the complaint waits for us and it may be said', async () => {
    await doneOn('2026-06-19');
    expect(await refusedAct(held)).toEqual(early);
    shop.machine.day = '2026-08-19';
    expect(await refusedAct(held)).toEqual(early);
    expect(await flagged('waits-for-us')).toEqual([]);
    shop.machine.day = '2026-08-20';
    expect(await flagged('waits-for-us')).toEqual([chain.id]);
    expect(await act(held)).toMatchObject({ state: 'closed' });
    const none = { cameBack: 0, waiting: 0, unwaited: 0 };
    expect(await reported()).toEqual({ ...none, withClosedAction: 1, held: 1, share: 0 });
    expect(await flagged('without-waiting')).toEqual([]);
  });

  it('is asked as many days after a late change as planned, and the undo takes the day back', async () => {
    const before = await dumpOf(shop);
    shop.machine.day = '2026-06-25';
    const { batchId } = await act({ kind: 'done', on: '2026-06-25' });
    expect((await chain.get()).actions).toMatchObject([{ checkOn: '2026-08-25' }]);
    shop.machine.day = '2026-08-24';
    expect(await refusedAct(held)).toEqual(early);
    await shop.ask('history.undo', { batchId: batchId as BatchId });
    expect((await chain.get()).actions).toMatchObject([{ doneOn: null, checkOn: '2026-08-20' }]);
    expect(await dumpOf(shop)).toBe(before);
  });

  it('is never said on the day of the change, whatever day was chosen', async () => {
    shop.machine.day = '2026-06-20';
    const { what, owner, dueOn } = improving.action ?? { what: '', owner: '', dueOn: '' };
    const today = { what, owner, dueOn, checkOn: '2026-06-20' };
    await act({ kind: 'edit', action: today });
    await doneOn('2026-06-20');
    expect((await chain.get()).actions).toMatchObject([{ checkOn: '2026-06-21' }]);
    expect(await refusedAct(held)).toEqual(early);
    expect(await refusedAct({ kind: 'edit', action: today })).toMatchObject({
      issues: [{ path: 'change.action.checkOn', problem: 'check-before-due' }],
    });
    shop.machine.day = '2026-06-21';
    expect(await act(held)).toMatchObject({ state: 'closed' });
  });

  it('is not reported of what an earlier version closed before its day', async () => {
    await doneOn('2026-06-19');
    const { raw, close } = openConnection(shop.database);
    raw.exec(`UPDATE corrective_actions SET verdict = 'held', checked_on = '2026-06-19';
      UPDATE complaints SET state = 'closed', closed_at = '2026-06-19T03:00:00.000Z'`);
    await close();
    const none = { cameBack: 0, held: 0, waiting: 0 };
    expect(await reported()).toEqual({ ...none, withClosedAction: 1, unwaited: 1, share: null });
    expect(await flagged('without-waiting')).toEqual([chain.id]);
  });
});

describe('a complaint closed without waiting', () => {
  it('has no verdict, is counted apart, and its undo has it wait again', async () => {
    await doneOn('2026-06-19');
    const before = await dumpOf(shop);
    expect(await chain.refused({ move: 'close' })).toMatchObject({
      reason: 'complaint-check-first',
    });
    const none = { cameBack: 0, held: 0, share: null };
    expect(await reported()).toEqual({ ...none, withClosedAction: 1, waiting: 1, unwaited: 0 });
    const { batchId, state } = await chain.step(closing);
    expect(state).toBe('closed');
    expect(await chain.get()).toMatchObject({
      state: 'closed',
      actions: [{ verdict: null, checkedOn: null }],
    });
    expect(await reported()).toEqual({ ...none, withClosedAction: 1, waiting: 0, unwaited: 1 });
    expect(await flagged('without-waiting')).toEqual([chain.id]);
    await shop.ask('history.undo', { batchId });
    expect(await dumpOf(shop)).toBe(before);
    expect(await flagged('without-waiting')).toEqual([]);
  });

  it('opens again when the same cause comes, and then it came back', async () => {
    await doneOn('2026-06-19');
    await chain.step(closing);
    shop.machine.day = '2026-06-24';
    const again = await received(shop, { receivedAt: '2026-06-24T02:00:00.000Z' });
    await walk(again, answering, diagnosing);
    expect(await chain.get()).toMatchObject({
      state: 'resolved',
      actions: [{ verdict: 'came-back' }],
    });
    expect(await reported()).toMatchObject({ cameBack: 1, held: 0, unwaited: 0, share: 1 });
  });

  it.each([
    ['before the change is done', '2026-06-19', null, 'complaint-action-open'],
    ['once the day to look has come', '2026-08-20', '2026-06-19', 'complaint-check-first'],
  ])('is refused %s', async (_, day, done, reason) => {
    if (done !== null) await doneOn(done);
    shop.machine.day = day;
    expect(await chain.refused(closing)).toMatchObject({ reason });
  });
});
