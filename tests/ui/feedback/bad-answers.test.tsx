import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId, SurveyAnswerId, SurveyId } from '#shared/ids.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const surveyId = 1 as SurveyId;

/** Answers of a shop, the oldest first: good, bad by stars, middling, bad by the number, what only matters. */
const said = [
  [5, 9],
  [1, 10],
  [3, 7],
  [4, 6],
  [5, null, null, null, null, 1],
] as const;

async function shop(language: 'en' | 'id' = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const name of ['Ratna', 'Budi', 'Sari', 'Tono', 'Umi']) addCustomer(raw, { name });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  await made.ask('feedback.create', { facts: surveyFacts });
  return made;
}

async function answer(made: TempShop): Promise<void> {
  for (const [index, numbers] of said.entries())
    await made.ask('feedback.answer', {
      surveyId,
      facts: answerOf(numbers, {
        customerId: (index + 1) as CustomerId,
        answeredOn: `2026-06-1${index}`,
      }),
    });
}

/** Who stands in the list, what their sign says, and whether the key is theirs. */
function lines(sign: string) {
  const list = screen.getByRole('list', { name: /^(Answers|Jawaban)$/ });
  return within(list)
    .getAllByRole('listitem')
    .map((line) => [
      within(line).getAllByRole('link')[0]?.textContent,
      within(line).queryByText(sign) !== null,
      within(line).queryByText('K') !== null,
    ]);
}

async function complaintsOf(made: TempShop): Promise<boolean[]> {
  const { rows } = await made.ask('feedback.answers', { surveyId });
  return rows.map(({ complaintId }) => complaintId !== null);
}

test('a bad answer carries its sign, and the key makes complaints of them one after the other', async () => {
  const made = await shop();
  await answer(made);
  const { user } = renderApp(made.app, `/feedback/${surveyId}/answers`);
  await screen.findByRole('list', { name: 'Answers' });
  expect(lines('Bad answer')).toEqual([
    ['Umi', false, false],
    ['Tono', true, true],
    ['Sari', false, false],
    ['Budi', true, false],
    ['Ratna', false, false],
  ]);
  // Every answer keeps its button; who has the focus has the key, where theirs is a bad one.
  expect(screen.getAllByRole('button', { name: /^Make a complaint of it/ })).toHaveLength(5);
  const budi = screen.getAllByRole('listitem').find((line) => line.textContent.includes('Budi'));
  within(budi as HTMLElement)
    .getByRole('button', { name: 'Change' })
    .focus();
  await waitFor(() => expect(lines('Bad answer')[3]).toEqual(['Budi', true, true]));
  await user.keyboard('k');
  await waitFor(async () =>
    expect(await complaintsOf(made)).toEqual([false, false, false, true, false]),
  );
  await waitFor(() => expect(lines('Bad answer')[1]).toEqual(['Tono', true, true]));
  expect(lines('Bad answer')[3]).toEqual(['Budi', true, false]);
  await user.keyboard('k');
  await waitFor(async () =>
    expect(await complaintsOf(made)).toEqual([false, true, false, true, false]),
  );
  await screen.findByText('A complaint was made of it');
  // None is left: the key makes nothing of good ones.
  await waitFor(() => expect(lines('Bad answer').some(([, , hasKey]) => hasKey)).toBe(false));
  await user.keyboard('k');
  expect((await made.ask('complaints.list', {})).rows).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(lines('Bad answer')[1]).toEqual(['Tono', true, true]));
});

test('the list is narrowed to bad answers that became no complaint', async () => {
  const made = await shop();
  await answer(made);
  await made.ask('feedback.complain', { id: 2 as SurveyAnswerId });
  const { user, addresses } = renderApp(made.app, `/feedback/${surveyId}/answers`);
  await user.click(await screen.findByRole('button', { name: 'Bad, no complaint yet' }));
  await waitFor(() => expect(lines('Bad answer')).toEqual([['Tono', true, true]]));
  expect(addresses.at(-1)).toBe(`/feedback/${surveyId}/answers?only=badOpen`);
  await user.keyboard('k');
  expect(await screen.findByText('No answers here')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Bad, no complaint yet', pressed: true }));
  await waitFor(() => expect(lines('Bad answer')).toHaveLength(5));
});

test('after a bad answer was written down, a notice makes a complaint of it with the same key', async () => {
  const made = await shop('id');
  const { user } = renderApp(made.app, `/feedback/${surveyId}/entry`);
  await user.click(await screen.findByText('Kertas'));
  const write = async (stars: number) => {
    await user.keyboard(`${stars}9111`);
    await user.type(await screen.findByRole('textbox', { name: 'Apa yang kurang?' }), '{Enter}');
    await user.keyboard('44{Enter}');
  };
  await write(5);
  await screen.findByText('1 baru saja dicatat');
  expect(screen.queryByText('Jawaban yang baru dicatat ini buruk.')).toBeNull();
  await user.keyboard('k');
  await write(2);
  await screen.findByText('2 baru saja dicatat');
  const notice = await screen.findByText('Jawaban yang baru dicatat ini buruk.');
  const button = screen.getByRole('button', { name: /^Jadikan keluhan/ });
  expect(button.textContent).toBe('Jadikan keluhanK');
  // The choice of the way has the focus: it hands the key over.
  screen.getByRole('radio', { name: 'Kertas' }).focus();
  await user.keyboard('k');
  const link = await screen.findByRole('link', { name: /^K-/ });
  expect(link.getAttribute('href')).toBe('/complaints/1');
  expect(await complaintsOf(made)).toEqual([true, false]);
  // What was made a complaint is not made one again, and the next good answer takes the notice away.
  await user.keyboard('k');
  await write(4);
  await screen.findByText('3 baru saja dicatat');
  await waitFor(() => expect(notice.isConnected).toBe(false));
  expect((await made.ask('complaints.list', {})).rows).toHaveLength(1);
});

test('Today says how many bad answers of the last 14 days became no complaint, and opens exactly those', async () => {
  const made = await shop();
  await answer(made);
  const second = await made.ask('feedback.create', { facts: { ...surveyFacts, name: 'Parkir' } });
  // One of the first of these days, one of the day before it; one that became a complaint.
  for (const answeredOn of ['2026-06-02', '2026-06-01'])
    await made.ask('feedback.answer', { surveyId, facts: answerOf([1], { answeredOn }) });
  await made.ask('feedback.complain', { id: 4 as SurveyAnswerId });
  const { questions } = await made.ask('feedback.get', { id: second.id });
  const values = [{ questionId: questions[0]?.id ?? 0, number: 2 }];
  const facts = { way: 'kiosk' as const, answeredOn: '2026-06-15', values };
  await made.ask('feedback.answer', { surveyId: second.id, facts });
  const { user, addresses } = renderApp(made.app, '/');
  const card = within(await screen.findByRole('region', { name: 'Bad answers in surveys' }));
  expect(card.getByText('3 bad answers of the last 14 days became no complaint.')).toBeTruthy();
  const links = card.getAllByRole('link').map((link) => link.textContent);
  expect(links).toEqual(['See 2: Kepuasan', 'See it: Parkir']);
  await user.click(card.getByRole('link', { name: 'See 2: Kepuasan' }));
  await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(0));
  const list = await screen.findByRole('list', { name: 'Answers' });
  const days = within(list)
    .getAllByRole('listitem')
    .map((line) => /\d+ Jun 2026/.exec(line.textContent)?.[0]);
  expect(days).toEqual(['11 Jun 2026', '2 Jun 2026']);
  expect(screen.getByText('since 2 Jun 2026')).toBeTruthy();
  expect(addresses.at(-1)).toContain('since=2026-06-02');
});

test('Today says nothing of answers where none is bad', async () => {
  const made = await shop();
  await made.ask('feedback.answer', { surveyId, facts: answerOf([3, 7]) });
  expect(await made.ask('feedback.badOpen', {})).toMatchObject({ count: 0, surveys: [] });
  renderApp(made.app, '/');
  await screen.findByRole('region', { name: /contact/i });
  expect(screen.queryByRole('region', { name: 'Bad answers in surveys' })).toBeNull();
});
