import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { ComplaintId, CustomerId, ProductId, ReviewId } from '#shared/ids.ts';
import { addAction, addComplaint, addReview } from '#tests/support/reminder-rows.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const kopi = 1 as ProductId;
const today = '2026-06-15';
const deletedAt = '2026-06-15T00:00:00.000Z';
const segel = { cause: 'Segel', cause_key: 'segel', product_id: kopi };

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  addCustomer(raw, { name: 'Ratna' });
  addLine(raw, addSale(raw, { customerId: 1, soldOn: '2026-05-08', revenueMinor: 9 }), 'Kopi', 9);
  finishShop(raw);
  await shop.ask('settings.update', { shopName: 'Kedai', holidays: [] });
});

const get = (id: number) => shop.ask('complaints.get', { id: id as ComplaintId });
const step = (id: number, given: Input<'complaints.step'>['step']) =>
  shop.ask('complaints.step', { id: id as ComplaintId, step: given });
const day = (on: string) => ({ received_at: `${on}T03:00:00.000Z` });

describe('what lies around a complaint', () => {
  it('is shown without what is in the trash', async () => {
    const { raw } = shop;
    const own = addComplaint(raw, ratna, { ...segel, ...day('2026-06-14') });
    const trashed = { deleted_at: deletedAt };
    const other = addComplaint(raw, ratna, { ...segel, ...day('2026-06-10'), number: 'K-2' });
    const gone = addComplaint(raw, ratna, { ...segel, ...day('2026-06-11'), ...trashed });
    addComplaint(raw, ratna, { ...day('2026-06-15'), came_back_from: own, ...trashed });
    raw.exec(`
      INSERT INTO compensations (complaint_id, customer_id, kind, amount_minor, cost_minor,
        is_within_authority, given_on)
      VALUES (${other}, 1, 'refund', 9, 5, 1, '2026-06-10'), (${gone}, 1, 'refund', 9, 7, 1, '2026-06-11');
      INSERT INTO claims (number, customer_id, claimed_at, problem, verdict, remedy, complaint_id,
        created_at, deleted_at)
      VALUES ('G-1', 1, '', 'x', 'covered', 'repair', ${own}, '', '${deletedAt}')`);
    addReview(raw, today, { complaint_id: own, ...trashed });
    expect(await get(own)).toMatchObject({
      customer: { earlierComplaints: 1, compensationCostMinor: 5 },
      sameCause: { count: 2, others: [{ number: 'K-2' }] },
      cameBackAs: [],
      claim: null,
      review: null,
    });
    raw.exec('UPDATE complaints SET deleted_at = NULL');
    raw.exec('UPDATE claims SET deleted_at = NULL; UPDATE reviews SET deleted_at = NULL');
    const page = await get(own);
    expect(page).toMatchObject({
      customer: { earlierComplaints: 2, compensationCostMinor: 12 },
      sameCause: { count: 3 },
      claim: { number: 'G-1' },
      review: { platform: 'google' },
    });
    expect(page.cameBackAs).toHaveLength(1);
  });

  it('asks for a change by what is not in the trash', async () => {
    const { raw } = shop;
    const times = { answered_at: deletedAt, diagnosed_at: deletedAt, resolved_at: deletedAt };
    const solved = { ...segel, ...times, state: 'resolved', solution: 'Ganti' };
    const own = addComplaint(raw, ratna, { ...solved, ...day('2026-06-14') });
    addComplaint(raw, ratna, { ...segel, ...day('2026-06-10') });
    const third = addComplaint(raw, ratna, {
      ...segel,
      ...day('2026-06-11'),
      deleted_at: deletedAt,
    });
    const nothing = { move: 'improve', action: null, noActionReason: 'Sekali saja' } as const;
    raw.exec('SAVEPOINT first');
    expect((await step(own, nothing)).state).toBe('improved');
    raw.exec('ROLLBACK TO first');
    raw.prepare('UPDATE complaints SET deleted_at = NULL WHERE id = ?').run(third);
    await expect(step(own, nothing)).rejects.toMatchObject({
      error: { reason: 'complaint-action-required' },
    });
  });

  it('names ten others at most, the newest', async () => {
    for (let index = 1; index <= 12; index += 1)
      addComplaint(shop.raw, ratna, { ...segel, ...day(addDays('2026-06-01', index)) });
    const { others, count } = (await get(12)).sameCause;
    expect([count, others.length, others[0]?.receivedOn]).toEqual([12, 10, '2026-06-12']);
  });

  it('tells whether they bought on a later day, not on that one', async () => {
    addComplaint(shop.raw, ratna, day('2026-05-08'));
    const later = addComplaint(shop.raw, ratna, day('2026-06-14'));
    expect((await get(later)).customer?.boughtAfterLast).toBe(false);
    addSale(shop.raw, { customerId: 1, soldOn: '2026-05-09', revenueMinor: 9 });
    expect((await get(later)).customer?.boughtAfterLast).toBe(true);
  });

  it('counts defects per 100 sold of the last 90 days and the 365 before, from twenty on', async () => {
    const { raw } = shop;
    const own = addComplaint(raw, null, { product_id: kopi, ...day(today) });
    const sold = (soldOn: string, units: number, kind: 'sale' | 'return' = 'sale') => {
      const sale = addSale(raw, { customerId: null, soldOn, revenueMinor: 9, kind });
      addLine(raw, sale, 'Kopi', 9);
      raw
        .prepare('UPDATE sale_lines SET quantity_e4 = ? WHERE sale_id = ?')
        .run(units * 10_000, sale);
    };
    const lately = addDays(today, -89);
    const card = async () => {
      const { product } = await get(own);
      return [product?.per100, product?.usualPer100];
    };
    raw.exec('DELETE FROM sale_lines');
    sold(lately, 19);
    sold(lately, 5, 'return');
    expect(await card()).toEqual([null, null]);
    sold(today, 1);
    expect(await card()).toEqual([5, null]);
    sold(addDays(lately, -1), 10);
    sold(addDays(lately, -365), 30);
    sold(addDays(lately, -366), 60);
    addComplaint(raw, null, { product_id: kopi, ...day(addDays(lately, -1)) });
    addComplaint(raw, null, { product_id: kopi, ...day(addDays(lately, -365)) });
    addComplaint(raw, null, { product_id: kopi, ...day(addDays(lately, -366)) });
    expect(await card()).toEqual([5, 5]);
  });
});

describe('the chain', () => {
  it('keeps when the cause was found, and takes an answer of later the same day', async () => {
    const own = addComplaint(shop.raw, ratna, day(today));
    shop.time = '04:00';
    await step(own, { move: 'answer', answer: 'Maaf', at: '2026-06-15T08:00:00.000Z' });
    shop.time = '05:00';
    await step(own, { move: 'diagnose', cause: 'Kurir' });
    shop.time = '09:30';
    await step(own, { move: 'resolve', solution: 'Ganti', cause: 'Segel' });
    expect(await get(own)).toMatchObject({
      answeredAt: '2026-06-15T08:00:00.000Z',
      diagnosedAt: '2026-06-15T05:00:00.000Z',
      cause: 'Segel',
    });
  });

  it('solved at the first contact is so no longer once it is opened again', async () => {
    const own = addComplaint(shop.raw, ratna, day(today));
    await step(own, { move: 'resolve', solution: 'Ganti', cause: 'Segel' });
    const isFirst = async () => (await get(own)).isFirstContact;
    expect(await isFirst()).toBe(true);
    await step(own, { move: 'reopen', note: 'Belum' });
    expect(await isFirst()).toBe(false);
  });

  it('shows the action that is due first, and counts days up to the one it was closed on', async () => {
    const own = addComplaint(shop.raw, ratna, {
      ...{ ...day('2026-06-10'), state: 'improved', answered_at: deletedAt },
      resolved_at: deletedAt,
    });
    for (const due_on of ['2026-06-25', '2026-06-20']) addAction(shop.raw, own, { due_on });
    expect((await get(own)).clock?.dueAt).toBe('2026-06-20T05:00:00.000Z');
    const age = async () => (await shop.ask('complaints.list', {})).rows[0]?.ageDays;
    expect(await age()).toBe(5);
    shop.raw.exec("UPDATE complaints SET state = 'closed', closed_at = '2026-06-12T03:00:00.000Z'");
    expect(await age()).toBe(2);
  });

  it('is due anew when it came at another time', async () => {
    const made = await shop.ask('complaints.create', {
      ...{ channel: 'visit', severity: 'severe', title: 'Apek', customerId: ratna },
      receivedAt: '2026-06-15T02:00:00.000Z',
    });
    const { facts: expected, answerDueAt } = await get(made.id);
    const facts = { ...expected, receivedAt: '2026-06-15T01:00:00.000Z' };
    await shop.ask('complaints.update', { id: made.id, facts, expected });
    expect([answerDueAt, (await get(made.id)).answerDueAt]).toEqual([
      ...['2026-06-15T03:00:00.000Z', '2026-06-15T02:00:00.000Z'],
    ]);
  });

  it('takes for mended what was done by the local day of the receipt', async () => {
    const { raw } = shop;
    const earlier = addComplaint(raw, ratna, {
      ...{ ...segel, ...day('2026-06-01'), state: 'improved', solution: 'Ganti' },
      ...{ answered_at: deletedAt, resolved_at: deletedAt },
    });
    addAction(raw, earlier, { done_on: '2026-06-15' });
    // Half past midnight of the 15th in Jakarta.
    const received_at = '2026-06-14T17:30:00.000Z';
    const again = addComplaint(raw, ratna, { product_id: kopi, received_at });
    await step(again, { move: 'answer', answer: 'Maaf' });
    await step(again, { move: 'diagnose', cause: 'Segel' });
    expect((await get(again)).cameBackFrom?.id).toBe(earlier);
  });

  it('puts an earlier complaint back only for the one that opened it', async () => {
    const { raw } = shop;
    const earlier = addComplaint(raw, ratna, {
      ...{ ...segel, ...day('2026-06-01'), state: 'improved', solution: 'Ganti' },
      ...{ answered_at: deletedAt, resolved_at: deletedAt },
    });
    addAction(raw, earlier, { done_on: '2026-06-02' });
    const again = addComplaint(raw, ratna, { product_id: kopi, ...day(today), number: 'K-9' });
    await step(again, { move: 'answer', answer: 'Maaf' });
    await step(again, { move: 'diagnose', cause: 'Segel' });
    raw.exec("UPDATE complaint_events SET note = 'K-8' WHERE move = 'recur'");
    await shop.ask('complaints.correct', { id: again as ComplaintId, cause: 'Kurir' });
    expect((await get(earlier)).state).toBe('resolved');
  });

  it('gives vouchers to be used, and nothing else', async () => {
    const own = addComplaint(shop.raw, ratna, day(today));
    shop.raw.exec(`INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor,
      is_within_authority, given_on) VALUES (${own}, 'discount', 9, 5, 1, '2026-06-10')`);
    await expect(
      shop.ask('complaints.useVoucher', { compensationId: 1, usedOn: today }),
    ).rejects.toMatchObject({ error: { reason: 'complaint-no-voucher' } });
  });
});

describe('words and filters in use', () => {
  it('are those of complaints and contacts that are not in the trash', async () => {
    const { raw } = shop;
    addComplaint(raw, ratna, { ...segel, handled_by: 'Sari' });
    addComplaint(raw, ratna, {
      ...{ cause: 'Kurir', cause_key: 'kurir', handled_by: 'Agus', deleted_at: deletedAt },
    });
    raw.exec(`INSERT INTO interactions (customer_id, channel, direction, happened_at, handled_by,
      complaint_id, created_at, deleted_at) VALUES (1, 'call', 'in', '', 'Dewi', 1, '', '${deletedAt}')`);
    expect(await shop.ask('complaints.words', {})).toEqual({
      causes: ['Segel'],
      handlers: ['Sari'],
    });
    expect(await shop.ask('interactions.handlers', {})).toEqual(['Sari']);
  });

  it('are saved once a name, in whatever case, and left out when they cannot be read', async () => {
    await shop.ask('complaints.saveFilter', { name: 'Berat', filter: {} });
    const filter = { severities: ['severe' as const] };
    await shop.ask('complaints.saveFilter', { name: 'BERAT', filter });
    shop.raw.exec(`INSERT INTO saved_filters (area, name, filter, created_at)
      VALUES ('complaints', 'Esok', '{"flags":["of tomorrow"]}', '')`);
    expect(await shop.ask('complaints.filters', {})).toMatchObject([{ name: 'BERAT', filter }]);
  });
});

describe('a reply', () => {
  it('speaks of what was given last, and keeps its draft whatever the customer wrote', async () => {
    const own = addComplaint(shop.raw, ratna, day(today)) as ComplaintId;
    shop.raw.exec(`
      INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor, is_within_authority,
        given_on) VALUES (1, 'refund', 5, 5, 1, ''), (1, 'voucher', 3, 3, 1, '');
      INSERT INTO interactions (customer_id, channel, direction, happened_at, text, complaint_id,
        created_at) VALUES (1, 'whatsapp', 'in', '', 'Maaf', 1, '')`);
    const about = { kind: 'complaint', id: own } as const;
    await shop.ask('replies.saveDraft', { about, text: 'Maaf' });
    expect(await shop.ask('replies.about', { about })).toMatchObject({
      compensation: { kind: 'voucher', amountMinor: 3 },
      draft: { text: 'Maaf' },
    });
  });

  it('to a review goes by the stars as they are now', async () => {
    const id = addReview(shop.raw, today, { rating: 1, revised_rating: 4 }) as ReviewId;
    expect(await shop.ask('replies.about', { about: { kind: 'review', id } })).toMatchObject({
      rating: 4,
    });
  });
});
