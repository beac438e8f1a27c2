import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, ReviewId } from '#shared/ids.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const damar = 1 as CustomerId;

async function shopWithDamar(): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Bapak Damar', phones: ['+628125550118'] });
    finishShop(raw);
  });
  await shop.ask('settings.update', { language: 'id' });
  return shop;
}

async function add(
  shop: TempShop,
  parts: Partial<Input<'reviews.create'>> = {},
): Promise<ReviewId> {
  const { id } = await shop.ask('reviews.create', {
    platform: 'google',
    author: 'Damar W',
    rating: 2,
    text: 'Kopinya apek. Lama pula.',
    postedOn: today,
    ...parts,
  });
  return id;
}

async function listed(shop: TempShop, filter: Input<'reviews.list'>['filter'] = {}) {
  const { rows } = await shop.ask('reviews.list', { filter });
  return rows.map((row) => row.facts.author);
}

/** Answers and solves the complaint that a review became. */
async function solve(shop: TempShop, id: never): Promise<void> {
  const via = null;
  await shop.ask('complaints.step', { id, step: { move: 'answer', answer: 'Maaf', via } });
  await shop.ask('complaints.step', { id, step: { move: 'diagnose', cause: 'Simpan' } });
  await shop.ask('complaints.step', { id, step: { move: 'resolve', solution: 'Diganti' } });
}

describe('the register of reviews', () => {
  it('lists newest first in pages, and those that wait by how long they have', async () => {
    const shop = await shopWithDamar();
    for (const [author, postedOn] of [
      ['a', '2026-06-01'],
      ['b', '2026-06-14'],
      ['c', '2026-06-01'],
    ] as const)
      await add(shop, { author, postedOn });
    expect(await listed(shop)).toEqual(['b', 'c', 'a']);
    expect(await listed(shop, { only: 'waiting' })).toEqual(['a', 'c', 'b']);
    for (const only of ['all', 'waiting'] as const) {
      const whole = await shop.ask('reviews.list', { filter: { only } });
      const first = await shop.ask('reviews.list', { filter: { only }, limit: 2 });
      const rest = await shop.ask('reviews.list', {
        filter: { only },
        after: first.next,
        limit: 2,
      });
      expect([...first.rows, ...rest.rows]).toEqual(whole.rows);
      expect(rest.next).toBeNull();
    }
    const { rows } = await shop.ask('reviews.list', {});
    expect(rows.map((row) => row.daysWaiting)).toEqual([1, 14, 14]);
  });

  it('filters by stars as they are now, place and words, the customer’s name among them', async () => {
    const shop = await shopWithDamar();
    await add(shop, { author: 'bad', rating: 1, customerId: damar });
    await add(shop, { author: 'fair', rating: 3, platform: 'shopee', text: '100% enak_' });
    const revised = await add(shop, { author: 'revised', rating: 2, text: 'apik' });
    await shop.ask('reviews.revised', { id: revised, revisedOn: today, rating: 5 });
    expect(await listed(shop, { only: 'negative' })).toEqual(['bad']);
    expect(await listed(shop, { platform: 'shopee' })).toEqual(['fair']);
    expect(await listed(shop, { search: 'damar' })).toEqual(['bad']);
    expect(await listed(shop, { search: '0% _' })).toEqual(['fair']);
    expect(await listed(shop, { search: '%%' })).toEqual([]);
    expect(await shop.ask('reviews.summary', {})).toEqual({
      count: 3,
      waiting: 3,
      negative: 1,
      revisable: 0,
      averagePosted: 2,
      averageNow: 3,
    });
  });

  it('counts nothing where there is nothing', async () => {
    const shop = await shopWithDamar();
    expect(await shop.ask('reviews.summary', {})).toEqual({
      count: 0,
      waiting: 0,
      negative: 0,
      revisable: 0,
      averagePosted: null,
      averageNow: null,
    });
  });

  it('changes and deletes a review, and takes both back', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop);
    const { facts } = await shop.ask('reviews.get', { id });
    const edit = await shop.ask('reviews.update', {
      id,
      facts: { ...facts, rating: 4, customerId: damar, url: 'maps.app.goo.gl/abc' },
    });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({
      facts: { rating: 4, url: 'https://maps.app.goo.gl/abc' },
      customerName: 'Bapak Damar',
    });
    await shop.ask('history.undo', { batchId: edit.batchId });
    expect((await shop.ask('reviews.get', { id })).facts).toEqual(facts);
    const gone = await shop.ask('reviews.delete', { id });
    expect(await listed(shop)).toEqual([]);
    expect(await shop.fail('reviews.get', { id })).toEqual({ code: 'NOT_FOUND', entity: 'review' });
    await shop.ask('history.undo', { batchId: gone.batchId });
    expect(await listed(shop)).toEqual(['Damar W']);
  });

  it('says what is wrong with what was typed', async () => {
    const shop = await shopWithDamar();
    const facts = { platform: 'google', author: '', rating: 1, text: '', postedOn: today };
    for (const [wrong, path, problem] of [
      [{ postedOn: '2026-06-16' }, 'postedOn', 'in-the-future'],
      [{ rating: null }, 'text', 'stars-or-words'],
      [{ customerId: 77 }, 'customerId', 'no-such-customer'],
      [{ url: 'javascript:alert(1)' }, 'url', 'not-a-link'],
      [{ url: 'file:///etc/passwd' }, 'url', 'not-a-link'],
      [{ url: 'https://a:b@c.id/' }, 'url', 'not-a-link'],
      [{ url: 'bukan tautan' }, 'url', 'not-a-link'],
    ] as const)
      expect(await shop.fail('reviews.create', { ...facts, ...wrong })).toEqual({
        code: 'VALIDATION',
        issues: [{ path, problem }],
      });
    expect((await shop.ask('reviews.summary', {})).count).toBe(0);
  });
});

describe('a review that becomes a complaint', () => {
  it('gives it its words, day, channel and weight, and the two stay linked', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop, { rating: 1, customerId: damar, postedOn: '2026-06-12' });
    const made = await shop.ask('reviews.complain', { id });
    const page = await shop.ask('complaints.get', { id: made.complaintId });
    expect(page.facts).toMatchObject({
      customerId: damar,
      channel: 'social',
      severity: 'severe',
      title: 'Kopinya apek.',
      words: 'Kopinya apek. Lama pula.',
      receivedAt: '2026-06-12T05:00:00.000Z',
      hasTime: false,
    });
    expect(page.review).toEqual({ id, platform: 'google' });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({
      complaintId: made.complaintId,
      complaintNumber: page.number,
    });
    expect(await shop.fail('reviews.complain', { id })).toEqual({
      code: 'CONFLICT',
      reason: 'review-is-complaint',
    });
    await shop.ask('history.undo', { batchId: made.batchId });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({ complaintId: null });
    expect(await shop.fail('complaints.get', { id: made.complaintId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('without words is called by its place and stars, and nobody need be known', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop, { author: '', rating: 2, text: '', platform: 'gofood' });
    const made = await shop.ask('reviews.complain', { id });
    expect((await shop.ask('complaints.get', { id: made.complaintId })).facts).toMatchObject({
      customerId: null,
      channel: 'marketplace',
      severity: 'medium',
      title: 'Ulasan GoFood, bintang 2',
      words: 'Ulasan GoFood, bintang 2',
    });
  });
});

describe('asking to revise', () => {
  it('waits for the solution, then makes a date for tomorrow, once', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop, { customerId: damar });
    const refused = { code: 'CONFLICT', reason: 'review-not-to-be-asked' };
    expect(await shop.fail('reviews.askRevision', { id })).toEqual(refused);
    const { complaintId } = await shop.ask('reviews.complain', { id });
    expect(await shop.fail('reviews.askRevision', { id })).toEqual(refused);
    await solve(shop, complaintId as never);
    expect((await shop.ask('reviews.get', { id })).canAskRevision).toBe(true);
    expect(await listed(shop, { only: 'revisable' })).toEqual(['Damar W']);
    const asked = await shop.ask('reviews.askRevision', { id });
    const dates = await shop.ask('followUps.ofCustomer', { customerId: damar });
    expect(dates).toMatchObject([{ dueOn: '2026-06-16', cause: 'review', reviewId: id }]);
    expect(await shop.ask('reviews.get', { id })).toMatchObject({
      canAskRevision: false,
      revisionAskedOn: today,
    });
    expect(await shop.fail('reviews.askRevision', { id })).toEqual(refused);
    await shop.ask('history.undo', { batchId: asked.batchId });
    expect(await shop.ask('followUps.ofCustomer', { customerId: damar })).toEqual([]);
    expect((await shop.ask('reviews.get', { id })).canAskRevision).toBe(true);
  });

  it('of somebody unknown is only noted', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop);
    const { complaintId } = await shop.ask('reviews.complain', { id });
    await solve(shop, complaintId as never);
    await shop.ask('reviews.askRevision', { id });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({ revisionAskedOn: today });
    expect(await shop.ask('followUps.today', { span: 'week' })).toMatchObject({ rows: [] });
  });

  it('ends with the stars as they are now, and no day that cannot be', async () => {
    const shop = await shopWithDamar();
    const id = await add(shop, { postedOn: '2026-06-10' });
    for (const [revisedOn, problem] of [
      ['2026-06-09', 'before-review'],
      ['2026-06-16', 'in-the-future'],
    ] as const)
      expect(await shop.fail('reviews.revised', { id, revisedOn, rating: 5 })).toEqual({
        code: 'VALIDATION',
        issues: [{ path: 'revisedOn', problem }],
      });
    await shop.ask('reviews.revised', { id, revisedOn: today, rating: 5 });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({
      facts: { rating: 2 },
      revisedOn: today,
      revisedRating: 5,
    });
  });
});
