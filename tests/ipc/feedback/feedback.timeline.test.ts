import { expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { answerOf, surveyShop } from '#tests/support/feedback/survey-shop.ts';

const one = 1 as CustomerId;

it('stands in the history of who was asked, the newest first, with what they said in words; not in anybody else’s', async () => {
  const { shop, surveyId } = await surveyShop(2);
  const ask = (said: readonly (number | string | null)[], part: Parameters<typeof answerOf>[1]) =>
    shop.ask('feedback.answer', { surveyId, facts: answerOf(said, part) });
  await ask([5, null, null, null, 'Enak'], { customerId: one, answeredOn: '2026-06-01' });
  await ask([2, null, null, null, 'Lama'], { customerId: one, answeredOn: '2026-06-10' });
  await ask([], { customerId: one, way: 'phone', outcome: 'declined', answeredOn: '2026-06-05' });
  await ask([1], {});
  const lines = async (customerId: CustomerId) => {
    const { rows } = await shop.ask('interactions.timeline', { customerId, kinds: ['survey'] });
    const counts = await shop.ask('interactions.counts', { customerId });
    expect(counts.survey).toBe(rows.length);
    return rows.map((row) =>
      row.kind === 'survey' ? [row.at.slice(0, 10), row.name, row.outcome, row.text] : null,
    );
  };
  expect(await lines(one)).toEqual([
    ['2026-06-10', 'Kepuasan', 'answered', 'Lama'],
    ['2026-06-05', 'Kepuasan', 'declined', ''],
    ['2026-06-01', 'Kepuasan', 'answered', 'Enak'],
  ]);
  expect(await lines(2 as CustomerId)).toEqual([]);
  const first = await shop.ask('interactions.timeline', {
    ...{ customerId: one, kinds: ['survey'], limit: 1 },
  });
  const next = await shop.ask('interactions.timeline', {
    ...{ customerId: one, kinds: ['survey'], limit: 5, after: first.next },
  });
  expect([...first.rows, ...next.rows].map(({ at }) => at.slice(0, 10))).toEqual([
    ...['2026-06-10', '2026-06-05', '2026-06-01'],
  ]);
  await shop.ask('feedback.remove', { id: surveyId });
  expect(await lines(one)).toEqual([]);
});
