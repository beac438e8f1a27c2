import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const grinder = 1 as ProductId;
const coffee = 2 as ProductId;
const ratna = 1 as CustomerId;
const budi = 2 as CustomerId;

/** Lines: 1 grinder of 1 May 2025, 2 grinder and 3 coffee of 1 Jan 2026, 4 Budi's grinder of 20 June 2025. */
async function shopWithGrinders(): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusumawardani', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Budi Santoso', phones: ['+6281377700042'] });
    const sold = (customerId: number, soldOn: string, number: string, more = {}) =>
      addSale(raw, { customerId, soldOn, revenueMinor: 27_500_000, number, ...more });
    addLine(raw, sold(ratna, '2025-05-01', 'N-1'), 'Gilingan tangan', 27_500_000);
    const second = sold(ratna, '2026-01-01', 'N-2');
    addLine(raw, second, 'Gilingan tangan', 27_500_000);
    addLine(raw, second, 'Kopi Gayo', 9_000_000);
    addLine(raw, sold(budi, '2025-06-20', 'N-3'), 'Gilingan tangan', 27_500_000);
    addLine(raw, sold(ratna, '2026-05-01', 'N-4', { status: 'cancelled' }), 'Gilingan tangan', 1);
    addLine(raw, sold(ratna, '2026-05-02', 'N-2', { kind: 'return' }), 'Gilingan tangan', -1);
    finishShop(raw);
  });
  await shop.ask('settings.update', { language: 'id', timeZone: 'Asia/Jakarta' });
  return shop;
}

type Policy = Input<'guarantee.savePolicy'>['policy'];

function policy(parts: Partial<Policy> = {}): Policy {
  return { productId: grinder, months: 12, covers: 'Motor dan sakelar.', ...parts };
}

function claim(parts: Partial<Input<'guarantee.claim'>> = {}): Input<'guarantee.claim'> {
  return {
    customerId: ratna,
    saleLineId: 2,
    problem: 'Tidak mau menyala',
    verdict: 'covered',
    remedy: 'repair',
    ...parts,
  };
}

async function guaranteed(): Promise<TempShop> {
  const shop = await shopWithGrinders();
  await shop.ask('guarantee.savePolicy', { id: null, policy: policy() });
  return shop;
}

describe('guarantee policies', () => {
  it('are saved, edited and dropped, and every step can be taken back', async () => {
    const shop = await shopWithGrinders();
    const list = () => shop.ask('guarantee.policies', {});
    expect(await list()).toEqual([]);
    const made = await shop.ask('guarantee.savePolicy', { id: null, policy: policy() });
    const edited = policy({ months: 0, days: 7, serviceMonths: 6, excludes: 'Kabel putus.' });
    const edit = await shop.ask('guarantee.savePolicy', { id: made.id, policy: edited });
    const saved = await list();
    expect(saved).toEqual([
      {
        productId: grinder,
        product: 'Gilingan tangan',
        policies: [{ id: made.id, policy: { ...edited, appliesFrom: null, howToClaim: '' } }],
      },
    ]);
    const drop = await shop.ask('guarantee.deletePolicy', { id: made.id });
    expect(await list()).toEqual([]);
    await shop.ask('history.undo', { batchId: drop.batchId });
    expect(await list()).toEqual(saved);
    await shop.ask('history.undo', { batchId: edit.batchId });
    expect((await list())[0]?.policies[0]?.policy).toMatchObject({ months: 12, days: 0 });
  });

  it('a product has one policy for each day it begins on', async () => {
    const shop = await guaranteed();
    const twice = {
      code: 'VALIDATION',
      issues: [{ path: 'policy.appliesFrom', problem: 'guarantee-twice' }],
    };
    expect(await shop.fail('guarantee.savePolicy', { id: null, policy: policy() })).toEqual(twice);
    const later = policy({ appliesFrom: '2026-01-01' });
    const second = await shop.ask('guarantee.savePolicy', { id: null, policy: later });
    expect(await shop.fail('guarantee.savePolicy', { id: null, policy: later })).toEqual(twice);
    expect(await shop.fail('guarantee.savePolicy', { id: second.id, policy: policy() })).toEqual(
      twice,
    );
    await shop.ask('guarantee.savePolicy', { id: second.id, policy: { ...later, months: 3 } });
  });

  it('a policy needs a length and a product that is there', async () => {
    const shop = await shopWithGrinders();
    expect(
      await shop.fail('guarantee.savePolicy', { id: null, policy: policy({ months: 0 }) }),
    ).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'policy.months', problem: 'guarantee-length' }],
    });
    const nothing = policy({ productId: 99 as ProductId });
    expect(await shop.fail('guarantee.savePolicy', { id: null, policy: nothing })).toEqual({
      code: 'NOT_FOUND',
      entity: 'product',
    });
    for (const channel of ['guarantee.savePolicy', 'guarantee.deletePolicy'])
      expect(
        await shop.fail(
          channel,
          channel.endsWith('savePolicy') ? { id: 9, policy: policy() } : { id: 9 },
        ),
      ).toEqual({ code: 'NOT_FOUND', entity: 'policy' });
  });
});

describe('what is covered', () => {
  it('lists covered things first, then the newest, with the last day and the days left', async () => {
    const shop = await guaranteed();
    const lines = await shop.ask('guarantee.ofCustomer', { customerId: ratna });
    expect(lines.map((line) => [line.saleLineId, line.endsOn, line.daysLeft])).toEqual([
      [2, '2027-01-01', 200],
      [3, null, null],
      [1, '2026-05-01', -45],
    ]);
    expect(lines[0]).toMatchObject({
      product: 'Gilingan tangan',
      saleNumber: 'N-2',
      covers: 'Motor dan sakelar.',
    });
    const covered = await shop.ask('guarantee.ofCustomer', {
      customerId: ratna,
      onlyCovered: true,
    });
    expect(covered.map((line) => line.saleLineId)).toEqual([2]);
  });

  it('goes by the policy of the day of sale, and follows the calendar', async () => {
    const shop = await guaranteed();
    const shorter = policy({ appliesFrom: '2026-01-01', months: 3, covers: 'Motor.' });
    await shop.ask('guarantee.savePolicy', { id: null, policy: shorter });
    const ends = async () =>
      (await shop.ask('guarantee.ofCustomer', { customerId: ratna })).map(
        (line) => [line.saleLineId, line.endsOn, line.daysLeft] as const,
      );
    expect(await ends()).toEqual([
      [2, '2026-04-01', -75],
      [3, null, null],
      [1, '2026-05-01', -45],
    ]);
    shop.machine.day = '2026-04-01';
    expect((await ends()).map(([id, , left]) => [id, left])).toEqual([
      [2, 0],
      [1, 30],
      [3, null],
    ]);
  });

  it('says the guarantee of each line of a sale, and none for a return or a cancelled one', async () => {
    const shop = await guaranteed();
    const ends = async (id: number) =>
      (await shop.ask('guarantee.ofSale', { saleId: id as SaleId })).map(({ endsOn }) => endsOn);
    expect(await ends(2)).toEqual(['2027-01-01', null]);
    expect(await ends(4)).toEqual([null]);
    expect(await ends(5)).toEqual([null]);
    expect(await ends(99)).toEqual([]);
  });

  it.each(['0812-5550-0137', '+62 812 5550 0137', '0137', 'ratna', 'kusuma'])(
    'finds who it is by %s, with how much is covered',
    async (text) => {
      const shop = await guaranteed();
      expect(await shop.ask('guarantee.find', { text })).toEqual([
        { customerId: ratna, name: 'Ratna Kusumawardani', phone: '+6281255500137', covered: 1 },
      ]);
    },
  );
});

describe('a claim', () => {
  it('is written down with its complaint as one change, linked both ways', async () => {
    const shop = await guaranteed();
    const made = await shop.ask(
      'guarantee.claim',
      claim({ promisedOn: '2026-06-20', channel: 'call' }),
    );
    expect(made.number).toBe('G-2026-001');
    const { rows } = await shop.ask('guarantee.claims', {});
    expect(rows).toEqual([
      {
        id: made.id,
        number: 'G-2026-001',
        customerId: ratna,
        customerName: 'Ratna Kusumawardani',
        phone: '+6281255500137',
        product: 'Gilingan tangan',
        claimedAt: '2026-06-15T03:00:00.000Z',
        problem: 'Tidak mau menyala',
        endsOn: '2027-01-01',
        verdict: 'covered',
        remedy: 'repair',
        promisedOn: '2026-06-20',
        costMinor: 0,
        doneAt: null,
        note: null,
        complaintId: made.complaintId,
        complaintNumber: expect.stringMatching(/^K-2026-001$/),
      },
    ]);
    const lines = await shop.ask('guarantee.ofCustomer', { customerId: ratna });
    expect(lines.map(({ saleLineId, claims }) => [saleLineId, claims])).toContainEqual([2, 1]);
    await shop.ask('history.undo', { batchId: made.batchId });
    expect((await shop.ask('guarantee.claims', { only: 'all' })).rows).toEqual([]);
    if (made.complaintId === null) throw new Error('no complaint');
    expect(await shop.fail('complaints.get', { id: made.complaintId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('tells its complaint what was sold, and how they came to us', async () => {
    const shop = await guaranteed();
    const problem = `Tidak mau menyala\nSudah dicoba di rumah ${'lama '.repeat(60)}`;
    const { complaintId } = await shop.ask(
      'guarantee.claim',
      claim({ problem, channel: 'whatsapp' }),
    );
    if (complaintId === null) throw new Error('no complaint');
    const page = await shop.ask('complaints.get', { id: complaintId });
    expect(JSON.stringify(page)).toContain('Gilingan tangan: Tidak mau menyala"');
    expect(JSON.stringify(page)).toContain('whatsapp');
    const alone = await shop.ask('guarantee.claim', claim({ asComplaint: false }));
    expect(alone).toMatchObject({ number: 'G-2026-002', complaintId: null });
  });

  it.each([
    [{ saleLineId: 1 }, 'guarantee-over'],
    [{ saleLineId: 3 }, 'no-guarantee'],
    [{ verdict: 'expired' }, 'guarantee-runs'],
    [{ saleLineId: 1, verdict: 'expired' }, 'remedy-refused'],
    [{ verdict: 'excluded' }, 'remedy-refused'],
  ] as const)('%o is refused: %s', async (parts, reason) => {
    const shop = await guaranteed();
    expect(await shop.fail('guarantee.claim', claim(parts))).toEqual({ code: 'CONFLICT', reason });
    expect((await shop.ask('guarantee.claims', { only: 'all' })).rows).toEqual([]);
    expect(await shop.ask('history.last', {})).toMatchObject({ label: 'Gilingan tangan' });
  });

  it.each([
    [{ saleLineId: 1, verdict: 'goodwill' }],
    [{ saleLineId: 3, verdict: 'expired', remedy: 'none' }],
    [{ verdict: 'excluded', remedy: 'none' }],
  ] as const)('%o is taken', async (parts) => {
    const shop = await guaranteed();
    await shop.ask('guarantee.claim', claim(parts));
  });

  it('is for what this customer bought, and for sales that stand', async () => {
    const shop = await guaranteed();
    const line = { code: 'NOT_FOUND', entity: 'sale line' };
    for (const saleLineId of [4, 5, 6, 99])
      expect(await shop.fail('guarantee.claim', claim({ saleLineId }))).toEqual(line);
    const nobody = claim({ customerId: 99 as CustomerId });
    expect(await shop.fail('guarantee.claim', nobody)).toEqual({
      code: 'NOT_FOUND',
      entity: 'customer',
    });
    await shop.ask('customers.delete', { ids: [ratna] });
    expect(await shop.fail('guarantee.claim', claim())).toEqual({
      code: 'NOT_FOUND',
      entity: 'customer',
    });
  });

  it('keeps the end that was reckoned, whatever becomes of the policy', async () => {
    const shop = await guaranteed();
    await shop.ask('guarantee.claim', claim({ asComplaint: false }));
    const [first] = await shop.ask('guarantee.policies', {});
    await shop.ask('guarantee.deletePolicy', { id: first?.policies[0]?.id ?? 0 });
    expect((await shop.ask('guarantee.claims', {})).rows[0]?.endsOn).toBe('2027-01-01');
  });

  it('is finished once, with what it came to; its complaint goes on', async () => {
    const shop = await guaranteed();
    const { id, complaintId } = await shop.ask('guarantee.claim', claim());
    shop.machine.day = '2026-06-19';
    const done = await shop.ask('guarantee.finishClaim', { id, costMinor: 5_000_000 });
    expect((await shop.ask('guarantee.claims', {})).rows).toEqual([]);
    const [row] = (await shop.ask('guarantee.claims', { only: 'all' })).rows;
    expect(row).toMatchObject({
      doneAt: '2026-06-19T03:00:00.000Z',
      costMinor: 5_000_000,
      complaintId,
    });
    expect(await shop.fail('guarantee.finishClaim', { id, costMinor: 0 })).toEqual({
      code: 'CONFLICT',
      reason: 'claim-done',
    });
    await shop.ask('history.undo', { batchId: done.batchId });
    expect((await shop.ask('guarantee.claims', {})).rows).toMatchObject([
      { doneAt: null, costMinor: 0 },
    ]);
  });

  it('goes to the trash and comes back; its number is not given again meanwhile', async () => {
    const shop = await guaranteed();
    const { id } = await shop.ask('guarantee.claim', claim({ asComplaint: false }));
    const { batchId } = await shop.ask('guarantee.deleteClaim', { id });
    expect((await shop.ask('guarantee.claims', { only: 'all' })).rows).toEqual([]);
    for (const [channel, input] of [
      ['guarantee.deleteClaim', { id }],
      ['guarantee.finishClaim', { id, costMinor: 0 }],
    ] as const)
      expect(await shop.fail(channel, input)).toEqual({ code: 'NOT_FOUND', entity: 'claim' });
    const next = await shop.ask('guarantee.claim', claim({ asComplaint: false }));
    expect(next.number).toBe('G-2026-002');
    await shop.ask('history.undo', { batchId });
    expect((await shop.ask('guarantee.claims', { only: 'all' })).rows).toHaveLength(2);
  });
});

describe('what ends soon', () => {
  it('lists ends and services from today on, soonest first, and counts them all', async () => {
    const shop = await shopWithGrinders();
    expect(await shop.ask('guarantee.expiring', {})).toEqual({ count: 0, rows: [] });
    await shop.ask('guarantee.savePolicy', { id: null, policy: policy({ serviceMonths: 6 }) });
    await shop.ask('guarantee.savePolicy', {
      id: null,
      policy: policy({ productId: coffee, months: 6 }),
    });
    const found = await shop.ask('guarantee.expiring', { days: 30 });
    expect(
      found.rows.map(({ customerName, product, what, on, daysLeft }) => [
        customerName,
        product,
        what,
        on,
        daysLeft,
      ]),
    ).toEqual([
      ['Budi Santoso', 'Gilingan tangan', 'ends', '2026-06-20', 5],
      ['Budi Santoso', 'Gilingan tangan', 'service', '2026-06-20', 5],
      ['Ratna Kusumawardani', 'Kopi Gayo', 'ends', '2026-07-01', 16],
      ['Ratna Kusumawardani', 'Gilingan tangan', 'service', '2026-07-01', 16],
    ]);
    expect(found.rows[0]).toMatchObject({
      saleNumber: 'N-3',
      soldOn: '2025-06-20',
      hasFollowUp: false,
    });
    expect(await shop.ask('guarantee.expiring', { days: 30, limit: 1 })).toEqual({
      count: 4,
      rows: found.rows.slice(0, 1),
    });
    expect((await shop.ask('guarantee.expiring', { days: 5 })).count).toBe(2);
    expect((await shop.ask('guarantee.expiring', { days: 4 })).count).toBe(0);
  });

  it('finds the next service of what was sold years ago, however often it fell due before', async () => {
    const shop = await shopWithGrinders();
    await shop.ask('guarantee.savePolicy', { id: null, policy: policy({ serviceMonths: 5 }) });
    const dueOn = async (day: string) => {
      shop.machine.day = day;
      const { rows } = await shop.ask('guarantee.expiring', { days: 2 });
      return rows
        .filter(({ what, soldOn }) => what === 'service' && soldOn === '2025-06-20')
        .map(({ on }) => on);
    };
    expect(await dueOn('2029-01-18')).toEqual([]);
    expect(await dueOn('2029-01-19')).toEqual([]);
    expect(await dueOn('2029-03-19')).toEqual(['2029-03-20']);
    expect(await dueOn('2029-08-20')).toEqual(['2029-08-20']);
    expect(await dueOn('2029-08-21')).toEqual([]);
  });

  it('counts the last day itself, and leaves out customers in the trash', async () => {
    const shop = await guaranteed();
    shop.machine.day = '2026-06-20';
    expect((await shop.ask('guarantee.expiring', { days: 1 })).rows).toMatchObject([
      { what: 'ends', daysLeft: 0 },
    ]);
    await shop.ask('customers.delete', { ids: [budi] });
    expect(await shop.ask('guarantee.expiring', { days: 1 })).toEqual({ count: 0, rows: [] });
  });

  it('knows who is to be contacted about it already', async () => {
    const shop = await guaranteed();
    const due = { dueOn: '2026-06-18', reason: 'Garansi hampir habis' };
    const hasFollowUp = async () =>
      (await shop.ask('guarantee.expiring', {})).rows.map((row) => row.hasFollowUp);
    await shop.ask('followUps.create', { customerId: budi, plan: { ...due, cause: 'service' } });
    expect(await hasFollowUp()).toEqual([false]);
    const made = await shop.ask('followUps.create', {
      customerId: budi,
      plan: { ...due, cause: 'guarantee' },
    });
    expect(await hasFollowUp()).toEqual([true]);
    await shop.ask('history.undo', { batchId: made.batchId });
    expect(await hasFollowUp()).toEqual([false]);
  });
});
