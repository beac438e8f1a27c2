import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { BatchId, ComplaintId } from '#shared/ids.ts';
import {
  answering,
  type Chain,
  complaintShop,
  damar,
  diagnosing,
  dumpOf,
  improving,
  lembayung,
  received,
  resolving,
  robusta,
  walk,
} from '#tests/support/shop/complaint-shop.ts';
import type { TempShop } from '#tests/support/shop/temp-shop.ts';

const at = (day: string) => ({ receivedAt: `${day}T03:00:00.000Z` });

async function actionOf(chain: Chain): Promise<number> {
  return (await chain.get()).actions.at(-1)?.id ?? 0;
}

/** Mended on the shop's day: the action is agreed and done. */
async function mended(shop: TempShop, chain: Chain): Promise<void> {
  await walk(chain, answering, diagnosing, resolving, {
    ...improving,
    action: { what: 'Palet', owner: '', dueOn: shop.machine.day, checkOn: '2026-12-01' },
  });
  await shop.ask('complaints.action', {
    complaintId: chain.id,
    actionId: await actionOf(chain),
    change: { kind: 'done', on: shop.machine.day },
  });
}

describe('a cause that comes back', () => {
  it('opens the newest earlier complaint again, and undo takes both back', async () => {
    const shop = await complaintShop();
    shop.machine.day = '2026-05-04';
    const oldest = await received(shop, at('2026-05-02'));
    await mended(shop, oldest);
    const earlier = await received(shop, {
      ...at('2026-05-03'),
      customerId: lembayung,
      saleId: null,
    });
    await mended(shop, earlier);
    shop.machine.day = '2026-06-15';
    const again = await received(shop);
    await walk(again, answering);
    const before = await dumpOf(shop);
    const { batchId } = await again.step({ ...diagnosing, cause: 'penyimpanan' });
    expect(await again.get()).toMatchObject({
      cameBackFrom: {
        id: earlier.id,
        number: earlier.number,
        receivedOn: '2026-05-03',
        hasAction: true,
      },
      cameBackAs: [],
    });
    expect(await earlier.get()).toMatchObject({
      state: 'resolved',
      next: 'improve',
      actions: [{ verdict: 'came-back', checkedOn: '2026-06-15' }],
      cameBackAs: [{ id: again.id }],
    });
    expect((await earlier.get()).events.at(-1)).toMatchObject({
      move: 'recur',
      note: again.number,
    });
    expect((await oldest.get()).state).toBe('improved');
    const flagged = await shop.ask('complaints.list', { filter: { flags: ['came-back'] } });
    expect(flagged.rows.map(({ id, cameBack }) => [id, cameBack])).toEqual([
      [again.id, true],
      [earlier.id, true],
    ]);
    await shop.ask('history.undo', { batchId });
    expect(await dumpOf(shop)).toBe(before);
    expect((await earlier.get()).state).toBe('improved');
    expect(await again.get()).toMatchObject({ state: 'answered', cameBackFrom: null });
  });

  it('is not one where the action was done later, the product is another, or nothing was changed', async () => {
    const shop = await complaintShop();
    const early = await received(shop, at('2026-06-01'));
    await mended(shop, early);
    const cases = [
      { parts: at('2026-06-14'), cause: 'Penyimpanan', cameBack: false },
      { parts: { ...at('2026-06-15'), productId: null }, cause: 'Penyimpanan', cameBack: false },
      { parts: at('2026-06-15'), cause: 'Kurir', cameBack: false },
      { parts: at('2026-06-15'), cause: 'Penyimpanan', cameBack: true },
      // What has come back is open again: nothing is mended that could come back.
      { parts: at('2026-06-15'), cause: 'Penyimpanan', cameBack: false },
    ];
    for (const { parts, cause, cameBack } of cases) {
      const chain = await received(shop, parts);
      await walk(chain, answering, { ...diagnosing, cause });
      expect((await chain.get()).cameBackFrom !== null).toBe(cameBack);
    }
  });

  it('is noticed when the first contact or a correction names the cause, and no product is a product of its own', async () => {
    const shop = await complaintShop();
    const none = { ...at('2026-06-01'), productId: null };
    const early = await received(shop, none);
    await mended(shop, early);
    const atOnce = await received(shop, { productId: null });
    await atOnce.step({ ...resolving, cause: 'Penyimpanan' });
    expect((await atOnce.get()).cameBackFrom?.id).toBe(early.id);

    const other = await received(shop, at('2026-06-02'));
    await mended(shop, other);
    const wrong = await received(shop);
    await walk(wrong, answering, { ...diagnosing, cause: 'Kurir' });
    await shop.ask('complaints.correct', { id: wrong.id, cause: 'Penyimpanan' });
    expect((await wrong.get()).cameBackFrom?.id).toBe(other.id);
    await shop.ask('complaints.correct', { id: wrong.id, cause: 'Kurir' });
    expect((await wrong.get()).cameBackFrom).toBeNull();
  });

  describe('and turns out to be another', () => {
    async function mistaken() {
      const shop = await complaintShop();
      const earlier = await received(shop, at('2026-06-02'));
      await mended(shop, earlier);
      const settled = await earlier.get();
      const wrong = await received(shop);
      await walk(wrong, answering, diagnosing);
      expect(await earlier.get()).toMatchObject({ state: 'resolved' });
      const correct = (cause: string) =>
        shop.ask('complaints.correct', { id: wrong.id, cause, causeNote: '' });
      return { shop, earlier, settled, wrong, correct };
    }

    it('leaves the earlier complaint as it stood, and an undo opens it again', async () => {
      const { shop, earlier, settled, wrong, correct } = await mistaken();
      const before = await dumpOf(shop);
      const { batchId } = await correct('Kurir');
      expect(await earlier.get()).toEqual(settled);
      expect(await wrong.get()).toMatchObject({ cameBackFrom: null });
      await shop.ask('history.undo', { batchId });
      expect(await dumpOf(shop)).toBe(before);
    });

    it('leaves it open once somebody went on with it, or where another came back too', async () => {
      const first = await mistaken();
      await first.earlier.step({ ...improving });
      await first.correct('Kurir');
      expect(await first.earlier.get()).toMatchObject({
        state: 'improved',
        actions: [{ verdict: 'came-back' }, { verdict: null }],
      });
      const second = await mistaken();
      const { raw, close } = openConnection(second.shop.database);
      const link = raw.prepare('UPDATE complaints SET came_back_from = ? WHERE id = ?');
      link.run(second.earlier.id, (await received(second.shop)).id);
      await close();
      await second.correct('Kurir');
      expect(await second.earlier.get()).toMatchObject({ state: 'resolved' });
    });
  });

  it('is said by a person too: the check opens what had been closed as improved', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await mended(shop, chain);
    const actionId = await actionOf(chain);
    const before = await dumpOf(shop);
    const { batchId, state } = await shop.ask('complaints.action', {
      complaintId: chain.id,
      actionId,
      change: { kind: 'check', verdict: 'came-back' },
    });
    expect(state).toBe('resolved');
    const agreed = await chain.step(improving);
    expect(await chain.get()).toMatchObject({
      state: 'improved',
      actions: [{ verdict: 'came-back' }, { what: 'Palet di gudang', verdict: null }],
      clock: { what: 'action' },
    });
    await shop.ask('history.undo', { batchId: agreed.batchId });
    await shop.ask('history.undo', { batchId });
    expect(await dumpOf(shop)).toBe(before);
  });
});

describe('what was written down', () => {
  it('is corrected, with due times that follow severity and receipt', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await walk(chain, answering, diagnosing, {
      ...resolving,
      compensation: { kind: 'voucher', amountMinor: 5_000_000, costMinor: 5_000_000 },
    });
    const { facts: expected, answerDueAt } = await chain.get();
    await shop.ask('settings.update', {
      serviceLevels: {
        light: { answerMinutes: 120, resolveMinutes: 240 },
        medium: { answerMinutes: 120, resolveMinutes: 240 },
        severe: { answerMinutes: 120, resolveMinutes: 240 },
      },
    });
    const before = await dumpOf(shop);
    const renamed = { ...expected, title: 'Biji apek' };
    const edited = await shop.ask('complaints.update', { id: chain.id, facts: renamed, expected });
    expect(await chain.get()).toMatchObject({ facts: renamed, answerDueAt });
    expect(
      await shop.fail('complaints.update', { id: chain.id, facts: expected, expected }),
    ).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    const milder = { ...renamed, severity: 'light' as const, customerId: lembayung, saleId: null };
    const moved = await shop.ask('complaints.update', {
      id: chain.id,
      facts: milder,
      expected: renamed,
    });
    expect(await chain.get()).toMatchObject({
      answerDueAt: '2026-06-15T05:00:00.000Z',
      customer: { id: lembayung, compensationCostMinor: 5_000_000 },
    });
    await shop.ask('history.undo', { batchId: moved.batchId });
    await shop.ask('history.undo', { batchId: edited.batchId });
    expect(await dumpOf(shop)).toBe(before);
  });

  it('in a step is corrected where the step was taken, and its record with it', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    const correct = {
      answer: 'Maaf',
      cause: 'Gudang',
      causeNote: 'Bocor',
      solution: 'Uang kembali',
    };
    expect(await shop.fail('complaints.correct', { id: chain.id, ...correct })).toEqual({
      code: 'VALIDATION',
      issues: ['answer', 'cause', 'causeNote', 'solution'].map((path) => ({
        path,
        problem: 'step-not-taken',
      })),
    });
    await walk(chain, answering, diagnosing, resolving);
    const before = await dumpOf(shop);
    const { batchId } = await shop.ask('complaints.correct', { id: chain.id, ...correct });
    expect(await chain.get()).toMatchObject(correct);
    expect((await chain.get()).events.map(({ note }) => note)).toEqual([
      ...[null, 'Maaf', 'Gudang\nBocor', 'Uang kembali'],
    ]);
    await shop.ask('history.undo', { batchId });
    expect(await dumpOf(shop)).toBe(before);
  });

  it('goes to the trash and comes back by undo', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    const before = await dumpOf(shop);
    const { batchId } = await shop.ask('complaints.delete', { id: chain.id });
    expect((await shop.ask('complaints.list', {})).rows).toEqual([]);
    expect((await shop.ask('search.find', { text: 'apek' })).complaints).toEqual([]);
    expect(await chain.get()).toMatchObject({ deletedAt: '2026-06-15T03:00:00.000Z', allowed: [] });
    expect(await shop.fail('complaints.delete', { id: chain.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await shop.ask('history.undo', { batchId });
    expect(await dumpOf(shop)).toBe(before);
    expect((await shop.ask('complaints.list', {})).rows).toMatchObject([{ number: 'K-2026-001' }]);
  });

  it('of every step is taken back by undo, the newest first', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    const steps = [
      { ...answering, via: 'whatsapp' as const },
      diagnosing,
      {
        ...resolving,
        compensation: { kind: 'refund' as const, amountMinor: 1, costMinor: 1 },
      } as const,
      { move: 'improve', action: null, noActionReason: 'Sekali' } as const,
      { move: 'close' } as const,
      { move: 'reopen', note: 'Belum' } as const,
    ];
    const taken: { before: string; batchId: BatchId }[] = [];
    for (const step of steps) {
      const before = await dumpOf(shop);
      const { batchId } = await chain.step(step);
      taken.push({ before, batchId });
    }
    for (const { before, batchId } of taken.toReversed()) {
      expect(await shop.ask('history.undo', { batchId })).toMatchObject({
        kept: [],
      });
      expect(await dumpOf(shop)).toBe(before);
    }
  });
});

describe('a voucher', () => {
  it('is used on a day from when it was given, and that can be taken back', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await walk(chain, answering, diagnosing, {
      ...resolving,
      compensation: { kind: 'voucher', amountMinor: 1, costMinor: 1, validUntil: '2026-12-31' },
    });
    const compensationId = (await chain.get()).compensations[0]?.id ?? 0;
    const use = (usedOn: string | null) =>
      shop.ask('complaints.useVoucher', { compensationId, usedOn });
    for (const [usedOn, problem] of [
      ['2026-06-14', 'before-given'],
      ['2026-06-16', 'in-the-future'],
    ])
      expect(await shop.fail('complaints.useVoucher', { compensationId, usedOn })).toMatchObject({
        issues: [{ path: 'usedOn', problem }],
      });
    expect((await use('2026-06-15')).id).toBe(chain.id);
    expect((await chain.get()).compensations).toMatchObject([{ usedOn: '2026-06-15' }]);
    await use(null);
    expect((await chain.get()).compensations).toMatchObject([{ usedOn: null }]);
    const other = await received(shop);
    await walk(other, answering, diagnosing, {
      ...resolving,
      compensation: { kind: 'refund', amountMinor: 1, costMinor: 1 },
    });
    const refund = (await other.get()).compensations[0]?.id ?? 0;
    expect(
      await shop.fail('complaints.useVoucher', { compensationId: refund, usedOn: '2026-06-15' }),
    ).toEqual({ code: 'CONFLICT', reason: 'complaint-no-voucher' });
  });
});

describe('whom it is from', () => {
  it('is shown with what they complained of before, and whether they went on buying', async () => {
    const shop = await complaintShop();
    const first = await received(shop, at('2026-05-07'));
    const second = await received(shop, at('2026-06-14'));
    const third = await received(shop, at('2026-06-15'));
    await received(shop, { ...at('2026-06-14'), customerId: lembayung, saleId: null });
    const cardOf = async (id: ComplaintId) => (await shop.ask('complaints.get', { id })).customer;
    expect(await cardOf(first.id)).toMatchObject({ earlierComplaints: 0, boughtAfterLast: null });
    // The sale of 8 May.
    expect(await cardOf(second.id)).toMatchObject({
      id: damar,
      earlierComplaints: 1,
      boughtAfterLast: true,
      activeRevenueMinor: 57_500_000,
    });
    expect(await cardOf(third.id)).toMatchObject({ earlierComplaints: 2, boughtAfterLast: false });
    const words = await shop.ask('complaints.words', {});
    expect(words).toEqual({ causes: [], handlers: [] });
    expect((await third.get()).product).toMatchObject({ id: robusta });
  });
});
