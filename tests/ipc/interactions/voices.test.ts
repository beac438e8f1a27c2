import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import type { Input } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { voiceTopics } from '#shared/domain/vocabulary/interactions.ts';
import type { CustomerId } from '#shared/ids.ts';
import { answerOf, surveyShop } from '#tests/support/feedback/survey-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const budi = 2 as CustomerId;
const june = { from: '2026-06-01', to: '2026-06-15' };

type Contact = Input<'interactions.record'>['facts'];

function tell(shop: DirectShop, topic: Contact['topic'], happenedAt: string) {
  const text = `${topic} ${happenedAt.slice(5, 10)}`;
  const facts = { channel: 'whatsapp', direction: 'in', topic, happenedAt, text } as const;
  return shop.ask('interactions.record', { customerId: ratna, facts });
}

async function told(shop: DirectShop, input: Input<'interactions.voices'> = june) {
  const { counts, rows } = await shop.ask('interactions.voices', input);
  return { counts, texts: rows.map(({ text }) => text) };
}

/** Comments of June, found by walking over every row of the tables. */
function commentsOf(raw: RawHandle): string[] {
  const rows = (table: string) =>
    raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  const surveys = rows('surveys').filter((row) => row['deleted_at'] === null);
  const complaints = rows('complaints').filter((row) => row['deleted_at'] === null);
  const answers = rows('survey_answers').filter(
    (row) =>
      surveys.some(({ id }) => id === row['survey_id']) &&
      !complaints.some(({ id }) => id === row['complaint_id']) &&
      String(row['answered_on']).startsWith('2026-06'),
  );
  return rows('survey_values')
    .filter((row) => row['words'] !== '' && answers.some(({ id }) => id === row['answer_id']))
    .map((row) => String(row['words']));
}

describe('voices', () => {
  it('suggestions, criticism and needs of the shop’s days come newest first', async () => {
    const { shop } = await surveyShop(2);
    // 17:00 UTC is midnight in Jakarta.
    await tell(shop, 'need', '2026-05-31T16:59:00.000Z');
    await tell(shop, 'need', '2026-05-31T17:00:00.000Z');
    await tell(shop, 'criticism', '2026-06-10T03:00:00.000Z');
    await tell(shop, 'suggestion', '2026-06-14T16:59:00.000Z');
    await tell(shop, 'suggestion', '2026-06-14T17:00:00.000Z');
    await tell(shop, 'contact', '2026-06-10T03:00:00.000Z');
    const days = { ...june, to: '2026-06-14' };
    expect(await told(shop, days)).toEqual({
      counts: { suggestion: 1, criticism: 1, need: 1, comment: 0 },
      texts: ['suggestion 06-14', 'criticism 06-10', 'need 05-31'],
    });
    expect((await told(shop, { ...days, limit: 1 })).texts).toEqual(['suggestion 06-14']);
    await shop.ask('customers.delete', { ids: [ratna] });
    expect((await told(shop, days)).texts).toEqual([]);
  });

  it('words written in surveys stand among them, with what was asked and who said it', async () => {
    const { shop, surveyId } = await surveyShop(2);
    await tell(shop, 'need', '2026-06-10T03:00:00.000Z');
    await tell(shop, 'criticism', '2026-06-12T03:00:00.000Z');
    const answer = (words: string | null, part: Parameters<typeof answerOf>[1]) =>
      shop.ask('feedback.answer', {
        surveyId,
        facts: answerOf([4, null, null, null, words], part),
      });
    await answer('Parkir sempit', { customerId: budi, answeredOn: '2026-06-11' });
    await answer('Buka lebih pagi', { answeredOn: '2026-06-10' });
    await answer(null, { answeredOn: '2026-06-10' });
    await answer('Terlalu dulu', { answeredOn: '2026-05-31' });
    const { counts, rows } = await shop.ask('interactions.voices', june);
    expect(counts).toEqual({ suggestion: 0, criticism: 1, need: 1, comment: 2 });
    expect(rows.map(({ on, text }) => `${on} ${text}`)).toEqual([
      '2026-06-12 criticism 06-12',
      '2026-06-11 Parkir sempit',
      '2026-06-10 need 06-10',
      '2026-06-10 Buka lebih pagi',
    ]);
    expect(commentsOf(shop.raw).toSorted()).toEqual(['Buka lebih pagi', 'Parkir sempit']);
    expect(rows[1]).toMatchObject({
      ...{ topic: 'comment', customerId: budi, customerName: 'Orang 2' },
      survey: { id: surveyId, name: 'Kepuasan', questionId: 5, question: 'Apa yang kurang?' },
    });
    expect(rows[3]).toMatchObject({ customerId: null, customerName: null });
    expect(rows[0]).toMatchObject({ customerName: 'Orang 1', survey: null });
    for (const topic of voiceTopics) {
      const own = await shop.ask('interactions.voices', { ...june, topic });
      expect(own.counts).toEqual(counts);
      expect(own.rows).toEqual(rows.filter((row) => row.topic === topic));
    }
    await shop.ask('customers.delete', { ids: [budi] });
    const after = await shop.ask('interactions.voices', { ...june, topic: 'comment' });
    expect(after.rows[0]).toMatchObject({ text: 'Parkir sempit', customerName: null });
  });

  it('an answer that became a complaint is told there, until the complaint is deleted', async () => {
    const { shop, surveyId } = await surveyShop(1);
    const facts = answerOf([1, null, null, null, 'Kopi dingin'], { customerId: ratna });
    const { id } = await shop.ask('feedback.answer', { surveyId, facts });
    expect((await told(shop)).texts).toEqual(['Kopi dingin']);
    const made = await shop.ask('feedback.complain', { id });
    expect(await told(shop)).toMatchObject({ counts: { comment: 0 }, texts: [] });
    expect(commentsOf(shop.raw)).toEqual([]);
    await shop.ask('complaints.delete', { id: made.complaintId });
    expect((await told(shop)).texts).toEqual(['Kopi dingin']);
    await shop.ask('feedback.remove', { id: surveyId });
    expect(await told(shop)).toMatchObject({ counts: { comment: 0 }, texts: [] });
  });

  it('of 60 drawn at random, counts and rows are those of the tables', async () => {
    const { shop, surveyId } = await surveyShop(3);
    for (let index = 0; index < 60; index += 1) {
      const on = `2026-06-${String(1 + ((index * 7) % 15)).padStart(2, '0')}`;
      const topic = voiceTopics[index % 4];
      if (topic !== 'comment') await tell(shop, topic, `${on}T${12 + (index % 8)}:00:00.000Z`);
      else
        await shop.ask('feedback.answer', {
          surveyId,
          facts: answerOf([null, null, null, null, `kata ${index}`], { answeredOn: on }),
        });
    }
    const { counts, rows } = await shop.ask('interactions.voices', { ...june, limit: 500 });
    expect(counts).toEqual({ suggestion: 15, criticism: 15, need: 15, comment: 15 });
    expect(rows).toHaveLength(60);
    const days = rows.map(({ on }) => on);
    expect(days).toEqual(days.toSorted().toReversed());
    const stored = shop.raw.prepare('SELECT id, happened_at FROM interactions').all() as {
      id: number;
      happened_at: string;
    }[];
    for (const { id, happened_at } of stored)
      expect(rows.find((row) => row.survey === null && row.id === id)?.on).toBe(
        localDay(happened_at, 'Asia/Jakarta'),
      );
    const few = await shop.ask('interactions.voices', { ...june, limit: 8 });
    expect(few.rows).toEqual(rows.slice(0, 8));
  });
});
