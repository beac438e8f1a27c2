import { describe, expect, it } from 'vitest';
import type { AnswerFilter } from '#shared/contract/feedback/shapes.ts';
import type { CustomerId, SurveyId } from '#shared/ids.ts';
import { recountNps, recountShare } from '#tests/support/feedback/recount-scores.ts';
import { answerOf, surveyShop } from '#tests/support/feedback/survey-shop.ts';
import { addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';

interface Row {
  readonly question: number;
  readonly number: number | null;
  readonly month: string;
  readonly tier: string;
}

/** Every number in the rows themselves, with the month and the tier of who gave it. */
function rowsOf({ raw }: DirectShop): Row[] {
  const values = raw.prepare('SELECT * FROM survey_values').all() as Record<string, number>[];
  return values.map((value) => {
    const answer = raw.prepare('SELECT * FROM survey_answers WHERE id = ?').get(value['answer_id']);
    const { customer_id: id, answered_on: on } = answer as Record<string, string | number | null>;
    const tier = raw
      .prepare('SELECT layer FROM customer_figures WHERE customer_id = ?')
      .pluck()
      .get(id);
    return {
      question: value['question_id'] ?? 0,
      number: value['number'] ?? null,
      month: String(on).slice(0, 7),
      tier: id === null ? 'unknown' : String(tier),
    };
  });
}

/** 30 answers over three months, of five customers of several tiers and of nobody known. */
async function answered() {
  const { shop, surveyId } = await surveyShop(5);
  for (const customerId of [1, 2, 3])
    addSale(shop.raw, { customerId, soldOn: '2026-05-01', revenueMinor: 900 * customerId });
  addSale(shop.raw, { customerId: 4, soldOn: '2020-05-01', revenueMinor: 900 });
  finishShop(shop.raw);
  for (let index = 0; index < 30; index += 1)
    await shop.ask('feedback.answer', {
      surveyId,
      facts: answerOf(
        [
          ...[1 + ((index * 7) % 5), (index * 3) % 11, index % 2, index % 3 === 0 ? 1 : 0],
          ...[index % 4 === 0 ? `Kata ${index}` : null, 1 + ((index * 3) % 5)],
          index % 5 === 0 ? null : 1 + (index % 4),
        ],
        {
          customerId: index % 6 === 5 ? null : ((((index % 6) % 5) + 1) as CustomerId),
          answeredOn: `2026-0${4 + (index % 3)}-0${1 + (index % 9)}`,
        },
      ),
    });
  await shop.ask('feedback.answer', {
    surveyId,
    facts: answerOf([], { way: 'phone', outcome: 'declined' }),
  });
  return { shop, surveyId };
}

/** How many the answers are that a filter leaves. */
async function countOf(shop: DirectShop, surveyId: SurveyId, filter: Partial<AnswerFilter>) {
  return (await shop.ask('feedback.answers', { surveyId, filter, limit: 1 })).count;
}

describe('the result of a survey', () => {
  it('is a recount of the rows, by question, month and tier, and every figure opens its answers', async () => {
    const { shop, surveyId } = await answered();
    const result = await shop.ask('feedback.result', { id: surveyId });
    expect(result.answered).toBe(30);
    const rows = rowsOf(shop);
    const numbersOf = (test: (row: Row) => boolean) =>
      rows.filter(test).flatMap(({ number }) => (number === null ? [] : [number]));
    const [stars, scale, yes] = result.questions;
    const starNumbers = numbersOf(({ question }) => question === 1);
    const csat = recountShare(starNumbers, (number) => number > 3);
    expect(stars?.rated?.good).toBe(csat.good);
    for (const range of ['in80', 'in95'] as const)
      for (const end of ['low', 'high'] as const)
        expect(stars?.rated?.[range][end], `${range} ${end}`).toBeCloseTo(csat[range][end], 6);
    const nps = recountNps(numbersOf(({ question }) => question === 2));
    expect(scale?.rated).toMatchObject({ good: nps.promoters, bad: nps.detractors });
    expect(scale?.rated?.score).toBeCloseTo(nps.score, 9);
    expect(scale?.rated?.in95.low).toBeCloseTo(nps.low, 6);
    expect(scale?.rated?.in95.high).toBeCloseTo(nps.high, 6);
    expect(yes?.rated?.good).toBe(
      numbersOf(({ question }) => question === 3).filter(Boolean).length,
    );
    for (const question of result.questions) {
      for (const { number, count } of question.numbers) {
        const mine = numbersOf((row) => row.question === question.id);
        expect(count).toBe(mine.filter((one) => one === number).length);
        const filter = { question: question.id, from: number, to: number };
        expect(await countOf(shop, surveyId, filter)).toBe(count);
      }
      for (const { month, rated } of question.months) {
        expect(rated.count).toBe(
          numbersOf((row) => row.question === question.id && row.month === month).length,
        );
        expect(await countOf(shop, surveyId, { question: question.id, month })).toBe(rated.count);
      }
      for (const { tier, rated } of question.tiers) {
        expect(rated.count, tier).toBe(
          numbersOf((row) => row.question === question.id && row.tier === tier).length,
        );
        expect(await countOf(shop, surveyId, { question: question.id, tier })).toBe(rated.count);
      }
      const of = (parts: readonly { rated: { count: number } }[]) =>
        parts.reduce((sum, { rated }) => sum + rated.count, 0);
      if (question.rated !== null)
        expect([of(question.months), of(question.tiers)]).toEqual(
          Array.from({ length: 2 }, () => question.rated?.count),
        );
    }
    expect(stars?.tiers.map(({ tier }) => tier)).toEqual(
      expect.arrayContaining(['top', 'small', 'inactive', 'prospect', 'unknown']),
    );
    expect(stars?.months.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06']);
    const words = result.questions[4];
    expect(words?.wordCount).toBe(rows.filter(({ question }) => question === 5).length);
    expect(words?.words).toHaveLength(8);
    expect(words?.words[0]?.on).toBe('2026-06-09');
  });

  it('sets what was found against what matters of who said both, and of nobody else', async () => {
    const { shop, surveyId } = await answered();
    const { gaps } = await shop.ask('feedback.result', { id: surveyId });
    const { rows } = await shop.ask('feedback.answers', { surveyId, limit: 500 });
    const pairs = rows.flatMap(({ facts }) => {
      const of = (id: number) => facts.values.find(({ questionId }) => questionId === id)?.number;
      const [expected, met] = [of(6), of(7)];
      return typeof expected === 'number' && typeof met === 'number' ? [[expected, met]] : [];
    }) as [number, number][];
    expect(pairs).toHaveLength(24);
    expect(gaps).toMatchObject([{ dimension: 'empathy', expectedId: 6, metId: 7 }]);
    const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
    expect(gaps[0]?.gap?.count).toBe(24);
    expect(gaps[0]?.gap?.expected).toBeCloseTo(mean(0), 12);
    expect(gaps[0]?.gap?.met).toBeCloseTo(mean(1), 12);
    expect(gaps[0]?.gap?.worse).toBe(pairs.filter(([expected, met]) => met < expected).length);
    expect(gaps[0]?.gap?.better).toBe(pairs.filter(([expected, met]) => met > expected).length);
  });

  it('says the same after two customers were merged, whose answers are one’s then', async () => {
    const { shop, surveyId } = await answered();
    const before = await shop.ask('feedback.result', { id: surveyId });
    const three = 3 as CustomerId;
    await shop.ask('customers.merge', { keptId: 2 as CustomerId, otherId: three });
    expect(
      shop.raw.prepare('SELECT count(*) FROM survey_answers WHERE customer_id = 3').pluck().get(),
    ).toBe(0);
    const merged = await shop.ask('feedback.result', { id: surveyId });
    expect(merged.questions.map(({ rated }) => rated)).toEqual(
      before.questions.map(({ rated }) => rated),
    );
  });
});
