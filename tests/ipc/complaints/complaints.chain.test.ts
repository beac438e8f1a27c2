import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { ComplaintId, CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import { addLine, addSale } from '#tests/support/shop/build-shop.ts';
import {
  answering,
  complaintShop,
  damar,
  damarsSale,
  diagnosing,
  improving,
  lembayung,
  lembayungsSale,
  received,
  resolving,
  robusta,
  staleBeans,
  walk,
} from '#tests/support/shop/complaint-shop.ts';

const refusedFor = (reason: string) => ({ code: 'CONFLICT', reason: `complaint-${reason}` });

describe('a complaint is written down', () => {
  it('with a number of its year, a clock and the chain before it', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    expect(chain.number).toBe('K-2026-001');
    expect(await chain.get()).toMatchObject({
      state: 'received',
      facts: { ...staleBeans(), kind: 'customer', receivedAt: '2026-06-15T03:00:00.000Z' },
      clock: {
        what: 'answer',
        dueAt: '2026-06-15T04:00:00.000Z',
        minutesLeft: 60,
        minutesGiven: 60,
      },
      answerMinutes: null,
      answerMinutesGiven: 60,
      resolutionMinutesGiven: 2 * 9 * 60,
      next: 'answer',
      allowed: ['answer', 'resolve'],
      events: [{ move: 'receive', from: null, to: 'received', at: '2026-06-15T03:00:00.000Z' }],
      sameCause: { days: 60, count: 0, others: [] },
    });
    expect(shop.events.at(-1)).toEqual({
      type: 'changed',
      touches: ['complaints', 'followUps', 'interactions', 'history'],
    });
  });

  it('counts the numbers of each year apart, and gives none twice after a deletion or an undo', async () => {
    const shop = await complaintShop();
    const numbers: string[] = [];
    const add = async (receivedAt: string | null) => {
      const made = await shop.ask('complaints.create', staleBeans({ receivedAt }));
      numbers.push(made.number);
      return made;
    };
    await add('2025-12-31T16:59:00.000Z');
    // Half past midnight on New Year's Day in Jakarta.
    await add('2025-12-31T17:30:00.000Z');
    const { id } = await add(null);
    await shop.ask('complaints.delete', { id });
    const { batchId } = await add(null);
    await shop.ask('history.undo', { batchId });
    await add(null);
    expect(numbers).toEqual([
      ...['K-2025-001', 'K-2026-001', 'K-2026-002'],
      ...['K-2026-003', 'K-2026-004'],
    ]);
  });

  it('is due by the hours the shop is open: over a Sunday and a holiday', async () => {
    const shop = await complaintShop();
    await shop.ask('settings.update', {
      holidays: [{ on: '2026-06-16', name: 'Tahun Baru Islam' }],
    });
    // Saturday half past four: half an hour is left, Sunday is closed.
    const chain = await received(shop, { receivedAt: '2026-06-13T09:30:00.000Z' });
    const page = await chain.get();
    expect(page.answerDueAt).toBe('2026-06-15T01:30:00.000Z');
    expect(page.resolutionDueAt).toBe('2026-06-17T09:30:00.000Z');
    expect(page.clock).toEqual({
      what: 'answer',
      dueAt: '2026-06-15T01:30:00.000Z',
      minutesLeft: -90,
      minutesGiven: 60,
    });
  });

  it('where only the day is known stands at its noon, and has no minutes', async () => {
    const shop = await complaintShop();
    const chain = await received(shop, { receivedAt: '2026-06-15T16:00:00.000Z', hasTime: false });
    expect((await chain.get()).facts.receivedAt).toBe('2026-06-15T05:00:00.000Z');
    await chain.step({ ...answering, at: '2026-06-15T02:00:00.000Z' });
    expect(await chain.get()).toMatchObject({
      answeredAt: '2026-06-15T02:00:00.000Z',
      answerMinutes: null,
    });
  });

  it('names what is not there, or not right', async () => {
    const shop = await complaintShop();
    const issues = async (parts: Parameters<typeof staleBeans>[0]) =>
      (await shop.fail('complaints.create', staleBeans(parts))) as unknown;
    const wrong = (path: string, problem: string) => ({
      code: 'VALIDATION',
      issues: [{ path, problem }],
    });
    expect(await issues({ customerId: 99 as CustomerId, saleId: null })).toEqual(
      wrong('customerId', 'no-such-customer'),
    );
    expect(await issues({ productId: 99 as ProductId })).toEqual(
      wrong('productId', 'no-such-product'),
    );
    expect(await issues({ saleId: 99 as SaleId })).toEqual(wrong('saleId', 'no-such-sale'));
    expect(await issues({ saleId: lembayungsSale })).toEqual(wrong('saleId', 'sale-of-another'));
    expect(await issues({ customerId: null, words: '' })).toEqual(
      wrong('words', 'words-or-customer'),
    );
    expect(await issues({ receivedAt: '2026-06-16T03:00:00.000Z' })).toEqual(
      wrong('receivedAt', 'in-the-future'),
    );
    const { number } = await received(shop, { customerId: null });
    expect(number).toBe('K-2026-001');
    expect((await received(shop, { customerId: null, words: '', kind: 'regulator' })).number).toBe(
      'K-2026-002',
    );
  });
});

describe('the chain', () => {
  it('goes from words to closed, and closes by itself when what was changed has held', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    shop.machine.time = '03:53';
    await chain.step({ ...answering, via: 'whatsapp' });
    const contacts = await shop.ask('interactions.timeline', {
      customerId: damar,
      kinds: ['contact'],
    });
    expect(contacts.rows).toMatchObject([
      {
        channel: 'whatsapp',
        direction: 'out',
        text: 'Terima kasih, mohon maaf.',
        complaintId: chain.id,
      },
    ]);
    expect(await chain.get()).toMatchObject({
      answerMinutes: 53,
      clock: { what: 'resolution', minutesGiven: 1080 },
      next: 'diagnose',
    });
    await walk(chain, diagnosing, {
      ...resolving,
      compensation: { kind: 'replacement', amountMinor: 57_500_000, costMinor: 40_000_000 },
    });
    expect(await chain.get()).toMatchObject({
      cause: 'Penyimpanan',
      causeNote: 'Karung basah.',
      resolutionMinutes: 53,
      clock: null,
      compensations: [
        {
          kind: 'replacement',
          costMinor: 40_000_000,
          isWithinAuthority: true,
          givenOn: '2026-06-15',
        },
      ],
      customer: { compensationCostMinor: 40_000_000, phone: '+628125550118', layer: 'top' },
      next: 'improve',
      allowed: ['improve', 'reopen'],
    });
    await chain.step(improving);
    const { actions, clock } = await chain.get();
    expect(clock).toEqual({
      what: 'action',
      dueAt: '2026-06-20T05:00:00.000Z',
      minutesLeft: 5 * 1440,
      minutesGiven: 5 * 1440,
    });
    expect(await chain.refused({ move: 'close' })).toEqual(refusedFor('action-open'));
    const actionId = actions[0]?.id ?? 0;
    const act = (change: Input<'complaints.action'>['change']) =>
      shop.call('complaints.action', { complaintId: chain.id, actionId, change });
    expect(await act({ kind: 'check', verdict: 'held' })).toMatchObject({
      error: refusedFor('action-not-done'),
    });
    shop.machine.day = '2026-06-19';
    expect(await act({ kind: 'done', on: '2026-06-19' })).toMatchObject({ ok: true });
    expect((await chain.get()).clock).toMatchObject({ what: 'check', minutesLeft: 62 * 1440 });
    expect(await chain.refused({ move: 'close' })).toEqual(refusedFor('check-first'));
    shop.machine.day = '2026-08-21';
    expect((await chain.get()).clock?.minutesLeft).toBe(-1440);
    expect(await act({ kind: 'check', verdict: 'held' })).toMatchObject({
      value: { state: 'closed' },
    });
    const page = await chain.get();
    expect(page).toMatchObject({ state: 'closed', clock: null, next: null, allowed: ['reopen'] });
    expect(page.events.map(({ move, note }) => [move, note])).toEqual([
      ['receive', null],
      ['answer', 'Terima kasih, mohon maaf.'],
      ['diagnose', 'Penyimpanan\nKarung basah.'],
      ['resolve', 'Kirim 5 kg baru.'],
      ['improve', 'Palet di gudang'],
      ['close', null],
    ]);
    expect(await act({ kind: 'done', on: '2026-08-21' })).toMatchObject({
      error: refusedFor('action-checked'),
    });
  });

  it('refuses each step that is not its turn, with the reason', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    expect(await chain.refused(diagnosing)).toEqual(refusedFor('answer-first'));
    expect(await chain.refused(resolving)).toEqual(refusedFor('cause-first'));
    expect(await chain.refused(improving)).toEqual(refusedFor('resolve-first'));
    expect(await chain.refused({ move: 'close' })).toEqual(refusedFor('no-resolution'));
    expect(await chain.refused({ move: 'reopen', note: 'x' })).toEqual(refusedFor('still-open'));
    await walk(chain, answering);
    expect(await chain.refused(answering)).toEqual(refusedFor('already-answered'));
    await walk(chain, diagnosing);
    expect(await chain.refused(diagnosing)).toEqual(refusedFor('already-diagnosed'));
    await walk(chain, resolving);
    expect(await chain.refused(resolving)).toEqual(refusedFor('already-resolved'));
    expect(await chain.refused({ move: 'close' })).toEqual(refusedFor('improve-first'));
    const noReason = { move: 'improve', action: null, noActionReason: ' ' } as const;
    expect(await chain.refused(noReason)).toEqual(refusedFor('reason-required'));
    await walk(chain, { ...noReason, noActionReason: 'Sekali saja' }, { move: 'close' });
    expect(await chain.refused(answering)).toEqual(refusedFor('already-closed'));
    expect(await chain.refused({ move: 'close' })).toEqual(refusedFor('already-closed'));
    await shop.ask('complaints.delete', { id: chain.id });
    expect(await chain.refused(answering)).toEqual({ code: 'NOT_FOUND', entity: 'complaint' });
  });

  it('gives compensation above the authority only on somebody’s word', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await walk(chain, answering, diagnosing);
    const give = (amountMinor: number, approvedBy: string | null = null) => ({
      ...resolving,
      compensation: { kind: 'refund' as const, amountMinor, costMinor: 1, approvedBy },
    });
    expect(await chain.refused(give(75_000_001))).toEqual(refusedFor('needs-approval'));
    expect(await chain.refused(give(75_000_001, '  '))).toEqual(refusedFor('needs-approval'));
    const { batchId } = await chain.step(give(75_000_000));
    expect((await chain.get()).compensations).toMatchObject([{ isWithinAuthority: true }]);
    await shop.ask('history.undo', { batchId });
    expect(await chain.get()).toMatchObject({
      state: 'diagnosed',
      solution: null,
      compensations: [],
    });
    await chain.step(give(75_000_001, 'Bu Sekar'));
    expect((await chain.get()).compensations).toMatchObject([
      { isWithinAuthority: false, approvedBy: 'Bu Sekar' },
    ]);
  });

  it('wants what we change when the cause came a third time within the settled days', async () => {
    const shop = await complaintShop();
    const at = (day: string) => ({ receivedAt: `${day}T03:00:00.000Z` });
    const days = ['2026-04-16', '2026-04-17', '2026-06-14'];
    const chains = [];
    for (const day of days) {
      const chain = await received(shop, { ...at(day), customerId: lembayung, saleId: null });
      await walk(chain, answering, { ...diagnosing, cause: ` PENYIMPANÁN ` });
      chains.push(chain);
    }
    const other = await received(shop, { ...at('2026-06-14'), productId: null });
    await walk(other, answering, diagnosing);
    const third = await received(shop, at('2026-06-15'));
    await walk(third, answering, diagnosing, resolving);
    // 17 April to 15 June are 60 days; 16 April is one day too early.
    expect(await third.get()).toMatchObject({
      isActionRequired: true,
      sameCause: {
        days: 60,
        count: 3,
        others: [{ receivedOn: '2026-06-14' }, { receivedOn: '2026-04-17' }],
      },
    });
    const nothing = { move: 'improve', action: null, noActionReason: 'Sekali saja' } as const;
    expect(await third.refused(nothing)).toEqual(refusedFor('action-required'));
    await shop.ask('settings.update', { sameCauseDays: 59 });
    expect(await third.get()).toMatchObject({ isActionRequired: false, sameCause: { count: 2 } });
    await third.step(nothing);
    expect((await third.get()).noActionReason).toBe('Sekali saja');
  });

  it('asks for the days of an action in order', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await walk(chain, answering, diagnosing, resolving);
    const action = { what: 'Palet', owner: '', dueOn: '2026-06-14', checkOn: '2026-06-13' };
    expect(await chain.refused({ move: 'improve', action })).toEqual({
      code: 'VALIDATION',
      issues: [
        { path: 'step.action.dueOn', problem: 'before-today' },
        { path: 'step.action.checkOn', problem: 'check-before-due' },
      ],
    });
    await chain.step({
      move: 'improve',
      action: { ...action, dueOn: '2026-06-15', checkOn: '2026-06-15' },
    });
    shop.machine.day = '2026-06-20';
    const actionId = (await chain.get()).actions[0]?.id ?? 0;
    const edit = (parts: { dueOn?: string }) => ({
      complaintId: chain.id,
      actionId,
      change: {
        kind: 'edit' as const,
        action: { what: 'Palet baru', dueOn: '2026-06-15', checkOn: '2026-07-01', ...parts },
      },
    });
    expect(await shop.fail('complaints.action', edit({ dueOn: '2026-06-16' }))).toMatchObject({
      issues: [{ path: 'change.action.dueOn', problem: 'before-today' }],
    });
    await shop.ask('complaints.action', edit({}));
    expect((await chain.get()).actions).toMatchObject([
      { what: 'Palet baru', checkOn: '2026-07-01' },
    ]);
    expect(
      await shop.fail('complaints.action', {
        ...edit({}),
        change: { kind: 'done', on: '2026-06-21' },
      }),
    ).toMatchObject({ issues: [{ path: 'change.on', problem: 'in-the-future' }] });
  });
});

describe('the first contact', () => {
  it('is where it was solved before any answer: that is the answer, with its cause', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    shop.machine.time = '03:20';
    await chain.step({ ...resolving, cause: 'Salah kirim', causeNote: 'Label tertukar' });
    expect(await chain.get()).toMatchObject({
      state: 'resolved',
      isFirstContact: true,
      answeredAt: '2026-06-15T03:20:00.000Z',
      diagnosedAt: '2026-06-15T03:20:00.000Z',
      answerMinutes: 20,
      cause: 'Salah kirim',
      causeNote: 'Label tertukar',
    });
  });

  it('lasts an hour of business after the first answer, closed hours not counted', async () => {
    const shop = await complaintShop();
    const solvedAt = async (day: string, time: string) => {
      Object.assign(shop.machine, { day: '2026-06-15', time: '09:30' });
      const chain = await received(shop);
      await walk(chain, answering, diagnosing);
      Object.assign(shop.machine, { day, time });
      await chain.step(resolving);
      return (await chain.get()).isFirstContact;
    };
    expect(await solvedAt('2026-06-15', '09:59')).toBe(true);
    expect(await solvedAt('2026-06-16', '01:30')).toBe(true);
    expect(await solvedAt('2026-06-16', '01:31')).toBe(false);
  });

  it('is none once the customer was not content', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await chain.step({ ...resolving, cause: 'Salah kirim' });
    await walk(chain, { move: 'reopen', note: 'Masih salah' });
    expect((await chain.get()).isFirstContact).toBe(false);
    await chain.step({ ...resolving, cause: 'Salah kirim' });
    expect(await chain.get()).toMatchObject({ isFirstContact: false, reopened: 1 });
  });

  it('takes no answer from before the receipt or from a day to come', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    const at = async (instant: string) => chain.refused({ ...answering, at: instant });
    expect(await at('2026-06-15T02:59:00.000Z')).toMatchObject({
      issues: [{ path: 'step.at', problem: 'before-receipt' }],
    });
    expect(await at('2026-06-16T02:59:00.000Z')).toMatchObject({
      issues: [{ path: 'step.at', problem: 'in-the-future' }],
    });
  });
});

describe('a complaint that is opened again', () => {
  it('asks all but the answer anew and keeps what was said', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    await walk(chain, answering, diagnosing, resolving);
    await chain.step({ move: 'reopen', note: 'Kiriman kedua juga apek' });
    const page = await chain.get();
    expect(page).toMatchObject({
      state: 'answered',
      answer: 'Terima kasih, mohon maaf.',
      cause: null,
      solution: null,
      resolvedAt: null,
      reopened: 1,
      clock: { what: 'resolution' },
    });
    expect(page.events.map(({ note }) => note)).toEqual([
      null,
      'Terima kasih, mohon maaf.',
      'Penyimpanan\nKarung basah.',
      'Kirim 5 kg baru.',
      'Kiriman kedua juga apek',
    ]);
    await walk(
      chain,
      { ...diagnosing, cause: 'Giling' },
      { ...resolving, solution: 'Uang kembali' },
    );
    expect(await chain.get()).toMatchObject({ cause: 'Giling', solution: 'Uang kembali' });
  });

  it('belongs to the sale and product it was about', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    expect(await chain.get()).toMatchObject({
      sale: { id: damarsSale, number: 'N-2605-0087', soldOn: '2026-05-08', totalMinor: 57_500_000 },
      product: { id: robusta, name: 'Robusta Temanggung', per100: null, usualPer100: null },
      claim: null,
      review: null,
      customer: { name: 'Kedai Tepi Kali', earlierComplaints: 0, boughtAfterLast: null },
    });
  });
  it('tells how often a product is complained of per 100 sold, lately and usually, a claim with its complaint as one', async () => {
    const shop = await complaintShop((raw) => {
      const sell = (soldOn: string, times: number) => {
        for (let sold = 0; sold < times; sold += 1) {
          const sale = addSale(raw, { customerId: null, soldOn, revenueMinor: 1 });
          addLine(raw, sale, 'Robusta Temanggung', 1);
        }
      };
      // With the sale of 8 May 25 in the last 90 days, and 40 in the year before them.
      sell('2026-03-18', 24);
      sell('2026-03-17', 40);
      raw.exec(`INSERT INTO complaints (number, channel, severity, title, state, received_at,
          answer_due_at, resolution_due_at, created_at)
        VALUES ('K-1', 'call', 'light', 'Sobek', 'closed', '2026-06-01', '', '', '')`);
      const claim = raw.prepare(`INSERT INTO claims (number, customer_id, product_id, claimed_at,
          problem, verdict, remedy, complaint_id, created_at)
        VALUES ('G-1', 1, 1, '2026-06-01T03:00:00.000Z', 'Sobek', 'covered', 'replace', ?, '')`);
      claim.run(null);
      claim.run(1);
    });
    await received(shop, { receivedAt: '2026-03-17T16:59:00.000Z' });
    await received(shop, { receivedAt: '2026-03-17T17:01:00.000Z' });
    const chain = await received(shop);
    expect((await chain.get()).product).toMatchObject({ per100: 12, usualPer100: 2.5 });
  });

  it('that an import brought keeps its words too, which no record has', async () => {
    const shop = await complaintShop((raw) => {
      raw.exec(`INSERT INTO complaints (number, customer_id, channel, severity, title, state,
          received_at, answer_due_at, resolution_due_at, answered_at, cause, cause_key, solution,
          resolved_at, no_action_reason, closed_at, created_at)
        VALUES ('K-2025-007', 1, 'call', 'light', 'Bocor', 'closed', '2025-05-05T05:00:00.000Z',
          '2025-05-06T05:00:00.000Z', '2025-05-07T05:00:00.000Z', '2025-05-05T05:00:00.000Z',
          'Segel', 'segel', 'Ganti kemasan', '2025-05-05T05:00:00.000Z', 'Sudah jarang',
          '2025-05-05T05:00:00.000Z', '2025-05-05T05:00:00.000Z')`);
    });
    const id = 1 as ComplaintId;
    await shop.ask('complaints.step', { id, step: { move: 'reopen', note: 'Bocor lagi' } });
    const { events } = await shop.ask('complaints.get', { id });
    expect(events.at(-1)?.note).toBe(
      ['Bocor lagi', 'Segel', 'Ganti kemasan', 'Sudah jarang'].join('\n\n'),
    );
  });
});
