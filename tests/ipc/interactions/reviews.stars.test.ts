import { beforeEach, describe, expect, it } from 'vitest';
import { reviewPlatform } from '#shared/contract/reviews.ts';
import type { ReviewId } from '#shared/ids.ts';
import { addComplaint, addReview } from '#tests/support/reminder-rows.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
});

const day = '2026-06-10';
type Only = 'all' | 'waiting' | 'negative' | 'revisable';

async function authors(only: Only, search = ''): Promise<string[]> {
  const { rows } = await shop.ask('reviews.list', { filter: { only, search } });
  return rows.map(({ facts }) => facts.author).sort();
}

describe('reviews', () => {
  it('are bad up to two stars, as they are now', async () => {
    for (const rating of [1, 2, 3, 4, 5, null])
      addReview(shop.raw, day, { author: `stars ${rating}`, rating });
    addReview(shop.raw, day, { author: 'raised', rating: 1, revised_rating: 3, revised_on: day });
    addReview(shop.raw, day, { author: 'lowered', rating: 5, revised_rating: 2, revised_on: day });
    expect(await authors('negative')).toEqual(['lowered', 'stars 1', 'stars 2']);
  });

  it('may be asked for again once, after the solution, unless revised or the best already', async () => {
    const solved = addComplaint(shop.raw, null, { resolved_at: '2026-06-12T03:00:00.000Z' });
    const open = addComplaint(shop.raw, null);
    const gone = addComplaint(shop.raw, null, { resolved_at: day, deleted_at: day });
    const add = (author: string, complaint_id: number, more: object = {}) =>
      addReview(shop.raw, day, { author, complaint_id, rating: 4, ...more });
    add('four', solved);
    add('none', solved, { rating: null });
    add('five', solved, { rating: 5 });
    add('asked', solved, { revision_asked_on: day });
    add('revised', solved, { revised_on: day, revised_rating: 4 });
    add('unsolved', open);
    add('trashed', gone);
    expect(await authors('revisable')).toEqual(['four', 'none']);
    expect((await shop.ask('reviews.summary', {})).revisable).toBe(2);
  });

  it('are found by the words of our answer, and wait no days before they were posted', async () => {
    addReview(shop.raw, '2026-06-16', { author: 'tomorrow' });
    addReview(shop.raw, day, {
      author: 'answered',
      answer: 'Mohon maaf',
      answered_at: `${day}T03:00:00.000Z`,
    });
    expect(await authors('all', 'mohon')).toEqual(['answered']);
    const { rows } = await shop.ask('reviews.list', {});
    expect(rows.map(({ daysWaiting }) => daysWaiting)).toEqual([0, null]);
  });

  it('make complaints whose weight is by the stars, and whose channel by the place', async () => {
    const made = async (parts: Readonly<Record<string, string | number | null>>) => {
      const id = addReview(shop.raw, day, parts) as ReviewId;
      const { complaintId } = await shop.ask('reviews.complain', { id });
      return (await shop.ask('complaints.get', { id: complaintId })).facts;
    };
    const weights: string[] = [];
    for (const rating of [1, 2, 3, 4, 5, null]) weights.push((await made({ rating })).severity);
    expect(weights).toEqual(['severe', 'medium', 'light', 'light', 'light', 'light']);
    const channels: Record<string, string> = {};
    for (const platform of reviewPlatform.options)
      channels[platform] = (await made({ platform, rating: 1 })).channel;
    expect(channels).toEqual({
      ...{ google: 'social', instagram: 'social', facebook: 'social', other: 'other' },
      ...{ shopee: 'marketplace', tokopedia: 'marketplace', tiktok: 'marketplace' },
      ...{ gofood: 'marketplace', grabfood: 'marketplace' },
    });
  });

  it('may be revised on the very day they were posted', async () => {
    const id = addReview(shop.raw, '2026-06-15', { rating: 1 }) as ReviewId;
    await shop.ask('reviews.revised', { id, revisedOn: '2026-06-15', rating: 5 });
    expect(await shop.ask('reviews.get', { id })).toMatchObject({ revisedRating: 5 });
  });
});
