import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, SurveyAnswerId } from '#shared/ids.ts';
import { answerOf, surveyShop } from '#tests/support/feedback/survey-shop.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';

const ratna = 1 as CustomerId;
const budi = 2 as CustomerId;

type Facts = Input<'feedback.answer'>['facts'];

describe('an answer', () => {
  it('comes back as it was said, in the order of the questions, with the name of who said it', async () => {
    const { shop, surveyId } = await surveyShop(2);
    const facts = answerOf([4, 9, 1, 0, 'Parkir sempit', 5, 3], { customerId: ratna });
    const { id } = await shop.ask('feedback.answer', {
      surveyId,
      facts: { ...facts, values: facts.values?.toReversed() },
    });
    await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf([null, null, 0], { answeredOn: '2026-06-14' }),
    });
    const { count, rows } = await shop.ask('feedback.answers', { surveyId });
    expect(count).toBe(2);
    expect(rows[0]).toMatchObject({ id, facts, customerName: 'Orang 1', complaintId: null });
    expect(rows[1]).toMatchObject({
      customerName: null,
      facts: { values: [{ questionId: 3, number: 0, words: '' }] },
    });
    const { standing, lastOn } = await shop.ask('feedback.get', { id: surveyId });
    expect(standing.paper).toEqual({ answered: 2, declined: 0, unreached: 0 });
    expect(lastOn).toBe('2026-06-15');
  });

  it.each<readonly [string, Facts, string, string]>([
    ['six stars', answerOf([6]), 'values', 'not-of-the-question'],
    ['no star', answerOf([0]), 'values', 'not-of-the-question'],
    ['a third of two choices', answerOf([null, null, null, 2]), 'values', 'not-of-the-question'],
    ['2 for yes', answerOf([null, null, 2]), 'values', 'not-of-the-question'],
    ['words for stars', answerOf(['baik']), 'values', 'not-of-the-question'],
    ['a number for words', answerOf([null, null, null, null, 3]), 'values', 'not-of-the-question'],
    [
      'another survey’s question',
      { ...answerOf([]), values: [{ questionId: 99, number: 1 }] },
      ...(['values', 'not-of-the-question'] as const),
    ],
    [
      'one question twice',
      {
        ...answerOf([]),
        values: [
          { questionId: 1, number: 1 },
          { questionId: 1, number: 2 },
        ],
      },
      ...(['values', 'not-of-the-question'] as const),
    ],
    ['nothing', answerOf([null]), 'values', 'nothing-answered'],
    ['tomorrow', answerOf([5], { answeredOn: '2026-06-16' }), 'answeredOn', 'in-the-future'],
    ['nobody', answerOf([5], { customerId: 77 as CustomerId }), 'customerId', 'no-such-customer'],
  ])('that is %s is refused, and nothing is written', async (_, facts, path, problem) => {
    const { shop, surveyId } = await surveyShop(1);
    const before = logicalDumpHash(shop.raw);
    await expect(shop.ask('feedback.answer', { surveyId, facts })).rejects.toMatchObject({
      error: { code: 'VALIDATION', issues: [{ path: `facts.${path}`, problem }] },
    });
    expect(logicalDumpHash(shop.raw)).toBe(before);
  });

  it('of somebody who was asked in vain takes the place of that: who is asked twice is counted once', async () => {
    const { shop, surveyId } = await surveyShop(2);
    const ask = (facts: Facts) => shop.ask('feedback.answer', { surveyId, facts });
    const vain = await ask(
      answerOf([5], { customerId: ratna, way: 'phone', outcome: 'unreached' }),
    );
    await ask(answerOf([], { customerId: budi, way: 'phone', outcome: 'declined' }));
    const standing = async () => (await shop.ask('feedback.get', { id: surveyId })).standing.phone;
    expect(await standing()).toEqual({ answered: 0, declined: 1, unreached: 1 });
    expect(
      (await shop.ask('feedback.answers', { surveyId, id: vain.id })).rows[0]?.facts.values,
    ).toEqual([]);
    const later = await ask(answerOf([5], { customerId: ratna, way: 'phone' }));
    expect(later.id).toBe(vain.id);
    expect(await standing()).toEqual({ answered: 1, declined: 1, unreached: 0 });
    // A second answer of the same person is another one.
    await ask(answerOf([1], { customerId: ratna, way: 'phone' }));
    expect(await standing()).toEqual({ answered: 2, declined: 1, unreached: 0 });
    await shop.ask('history.undo', { batchId: later.batchId });
    expect(await standing()).toEqual({ answered: 1, declined: 1, unreached: 1 });
  });

  it('is changed, never over what somebody else wrote, and is deleted; both are taken back whole', async () => {
    const { shop, surveyId } = await surveyShop(2);
    const { id } = await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf([2, 6, null, null, 'Lama'], { customerId: ratna }),
    });
    const read = async () => (await shop.ask('feedback.answers', { surveyId, id })).rows[0]?.facts;
    const stored = (await read()) as Facts;
    const first = logicalDumpHash(shop.raw);
    const facts = answerOf([4], { customerId: budi, answeredOn: '2026-06-10' });
    const { batchId } = await shop.ask('feedback.changeAnswer', { id, expected: stored, facts });
    expect(await read()).toEqual({ ...facts, outcome: 'answered' });
    await expect(
      shop.ask('feedback.changeAnswer', { id, expected: stored, facts }),
    ).rejects.toMatchObject({ error: { reason: 'changed-meanwhile' } });
    await shop.ask('history.undo', { batchId });
    expect(logicalDumpHash(shop.raw)).toBe(first);
    const dropped = await shop.ask('feedback.dropAnswer', { id });
    expect((await shop.ask('feedback.answers', { surveyId })).count).toBe(0);
    await shop.ask('history.undo', { batchId: dropped.batchId });
    expect(logicalDumpHash(shop.raw)).toBe(first);
    await expect(
      shop.ask('feedback.dropAnswer', { id: 99 as SurveyAnswerId }),
    ).rejects.toMatchObject({ error: { code: 'NOT_FOUND', entity: 'survey-answer' } });
  });
});

describe('a bad answer', () => {
  it.each<readonly [readonly (number | string | null)[], string]>([
    [[1, 10], 'severe'],
    [[2], 'medium'],
    [[5, 3], 'severe'],
    [[5, 6], 'medium'],
    [[3, 7, 0, 1, 'Kurang', 1, 3], 'light'],
  ])(
    'of %j becomes a complaint that is %s, linked both ways, and goes with one key',
    async (said, severity) => {
      const { shop, surveyId } = await surveyShop(1);
      const { id } = await shop.ask('feedback.answer', {
        surveyId,
        facts: answerOf(said, { customerId: ratna, way: 'phone', answeredOn: '2026-06-10' }),
      });
      const before = logicalDumpHash(shop.raw);
      const { complaintId, batchId } = await shop.ask('feedback.complain', { id });
      const page = await shop.ask('complaints.get', { id: complaintId });
      expect(page).toMatchObject({
        survey: { id: surveyId, name: 'Kepuasan' },
        facts: {
          ...{ customerId: ratna, channel: 'call', severity, hasTime: false },
          title: 'Jawaban buruk di “Kepuasan”',
          receivedAt: '2026-06-10T05:00:00.000Z',
        },
      });
      const { rows } = await shop.ask('feedback.answers', { surveyId, id });
      expect(rows[0]).toMatchObject({ complaintId, complaintNumber: page.number });
      await expect(shop.ask('feedback.complain', { id })).rejects.toMatchObject({
        error: { reason: 'answer-is-complaint' },
      });
      await shop.ask('history.undo', { batchId });
      expect(logicalDumpHash(shop.raw)).toBe(before);
    },
  );

  it('takes every answer along in words', async () => {
    const { shop, surveyId } = await surveyShop(1);
    const { id } = await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf([1, 2, 0, 1, 'Barang pecah'], { way: 'kiosk' }),
    });
    const { complaintId } = await shop.ask('feedback.complain', { id });
    expect((await shop.ask('complaints.get', { id: complaintId })).facts).toMatchObject({
      ...{ customerId: null, channel: 'visit' },
      words: [
        'Seberapa puas? 1 ★',
        'Merekomendasikan? 2',
        'Ketemu yang dicari? Tidak',
        'Tahu dari mana? Instagram',
        'Apa yang kurang? Barang pecah',
      ].join('\n'),
    });
  });
});

describe('bad answers that became no complaint', () => {
  it('are those with a bad number of stars or of recommending, whose complaint is not there', async () => {
    const { shop, surveyId } = await surveyShop(1);
    const badOpen = async (since: string | null = null) => {
      const filter = { only: 'badOpen', since } as const;
      const { rows, count } = await shop.ask('feedback.answers', { surveyId, filter });
      expect(count).toBe(rows.length);
      return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
    };
    for (let stars = 1; stars <= 5; stars += 1)
      await shop.ask('feedback.answer', { surveyId, facts: answerOf([stars]) });
    for (let number = 0; number <= 10; number += 1)
      await shop.ask('feedback.answer', { surveyId, facts: answerOf([null, number]) });
    // No, the first choice, words, and what matters little are not bad; one star met is.
    const others = [null, null, 0, 0, 'Jelek', 1] as const;
    await shop.ask('feedback.answer', { surveyId, facts: answerOf(others) });
    await shop.ask('feedback.answer', { surveyId, facts: answerOf([...others, 1]) });
    await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf([], { way: 'phone', outcome: 'declined' }),
    });
    expect(await badOpen()).toEqual([1, 2, 6, 7, 8, 9, 10, 11, 12, 18]);
    const { complaintId, batchId } = await shop.ask('feedback.complain', {
      id: 7 as SurveyAnswerId,
    });
    expect(await badOpen()).toEqual([1, 2, 6, 8, 9, 10, 11, 12, 18]);
    // A complaint in the trash is none.
    await shop.ask('complaints.delete', { id: complaintId });
    expect(await badOpen()).toEqual([1, 2, 6, 7, 8, 9, 10, 11, 12, 18]);
    expect(batchId).toBeGreaterThan(0);
    expect(await badOpen('2026-06-15')).toHaveLength(10);
    await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf([1], { answeredOn: '2026-06-14' }),
    });
    expect(await badOpen()).toHaveLength(11);
    expect(await badOpen('2026-06-15')).toHaveLength(10);
    expect(await badOpen('2026-06-14')).toHaveLength(11);
  });
});
