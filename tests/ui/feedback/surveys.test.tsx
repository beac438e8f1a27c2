import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SurveyId } from '#shared/ids.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shop(): Promise<TempShop> {
  const made = await tempShop();
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

test('a ready survey is taken, its questions changed and moved, and it is saved as it stands', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/today');
  await user.click(await screen.findByRole('link', { name: 'Surveys' }));
  await user.click(await screen.findByRole('button', { name: 'New survey' }));
  await user.click(
    await screen.findByRole('button', { name: 'Take: Satisfaction after a purchase' }),
  );
  const name = await screen.findByLabelText('Name of the survey');
  await user.clear(name);
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  expect(screen.getByText('Give the survey a name')).toBeTruthy();
  await user.type(name, 'June');
  await user.click(screen.getByRole('button', { name: 'Add a question' }));
  await user.type(screen.getByRole('textbox', { name: 'Question 4' }), 'How did you hear of us?');
  await user.click(screen.getByRole('combobox', { name: 'Kind of answer to question 4' }));
  const kinds = await screen.findAllByText('One of a list');
  await user.click(kinds.at(-1) as HTMLElement);
  await user.type(
    screen.getByRole('textbox', { name: 'Choices of question 4, one a line' }),
    'A friend{Enter}Instagram{Enter}',
  );
  await user.click(screen.getByRole('button', { name: 'Move question 4 up' }));
  await user.click(screen.getByRole('button', { name: 'Take out question 2' }));
  await user.type(screen.getByLabelText('Paper slips handed out'), '40');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/feedback/1'));
  const { facts } = await made.ask('feedback.get', { id: 1 as SurveyId });
  expect(facts).toMatchObject({ name: 'June', handedOut: 40 });
  expect(facts.questions.map(({ kind, text, choices }) => [kind, text, choices])).toEqual([
    ['stars', 'How satisfied are you with your last purchase from us?', []],
    ['choice', 'How did you hear of us?', ['A friend', 'Instagram']],
    ['words', 'What should we do better?', []],
  ]);
  const card = await screen.findByRole('region', { name: 'Questions' });
  expect(within(card).getByText('A friend · Instagram')).toBeTruthy();
});

test('the list says how many have answered, is filtered by it, and gives back what was deleted', async () => {
  const made = await shop();
  const { id: surveyId } = await made.ask('feedback.create', { facts: surveyFacts });
  await made.ask('feedback.create', { facts: { ...surveyFacts, name: 'Unasked' } });
  for (const day of ['2026-06-02', '2026-06-05', '2026-06-01'])
    await made.ask('feedback.answer', { surveyId, facts: answerOf([5], { answeredOn: day }) });
  await made.ask('feedback.answer', { surveyId, facts: answerOf([], { outcome: 'declined' }) });
  const { user } = renderApp(made.app, '/feedback');
  const list = await screen.findByRole('list', { name: 'Surveys' });
  const lines = () => within(list).getAllByRole('listitem');
  expect(lines()[0]?.textContent).toContain('Nobody has answered yet');
  expect(lines()[1]?.textContent).toContain('7 questions');
  expect(lines()[1]?.textContent).toContain('3 answers');
  expect(lines()[1]?.textContent).toContain('The last on 5 June 2026');
  const chip = screen.getByRole('button', { name: /^Without answers/ });
  expect(chip.textContent).toContain('1');
  await user.click(chip);
  await waitFor(() => expect(lines()).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Delete Unasked' }));
  expect(await screen.findByText('No survey fits')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Delete Unasked' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^All/ }));
  await user.click(await screen.findByRole('button', { name: 'Another one like Kepuasan' }));
  expect(await screen.findByDisplayValue('Kepuasan (again)')).toBeTruthy();
});

test('who was asked already fixes the questions, and says so', async () => {
  const made = await shop();
  const { id: surveyId } = await made.ask('feedback.create', { facts: surveyFacts });
  await made.ask('feedback.answer', { surveyId, facts: answerOf([5]) });
  const { user, addresses } = renderApp(made.app, `/feedback/${surveyId}`);
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  expect(await screen.findByText(/Somebody was already asked, so the questions stay/)).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Question 1' })).toBeNull();
  await user.type(screen.getByLabelText('Thank-you words'), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(addresses.at(-1)).toBe(`/feedback/${surveyId}`));
  const { facts } = await made.ask('feedback.get', { id: surveyId });
  expect(facts).toEqual({ ...surveyFacts, thanks: 'Terima kasih!' });
});

test('who was asked is said by each way with its count, and no share where nobody counted', async () => {
  const made = await shop();
  const { id: surveyId } = await made.ask('feedback.create', { facts: surveyFacts });
  const give = async (times: number, part: Parameters<typeof answerOf>[1]) => {
    for (let index = 0; index < times; index += 1)
      await made.ask('feedback.answer', { surveyId, facts: answerOf([5], part) });
  };
  await give(3, { way: 'phone' });
  await give(2, { way: 'phone', outcome: 'declined' });
  await give(4, { way: 'phone', outcome: 'unreached' });
  await give(6, { way: 'paper' });
  await give(7, { way: 'kiosk' });
  renderApp(made.app, `/feedback/${surveyId}`);
  const card = await screen.findByRole('region', { name: 'Who was asked' });
  const lines = () => [...card.querySelectorAll('p')].map((line) => line.textContent);
  expect(lines()).toEqual([
    '3 of 9 who were called answered (33%).',
    '6 slips came back; of how many, nobody counted.',
    '7 answered at the shop’s screen; nobody counts who passes it by.',
  ]);
  const counts = [...card.querySelectorAll('dl > div')].map((line) => line.textContent);
  expect(counts).toEqual([
    ...['Phone: Answered3', 'Phone: Did not want to2', 'Phone: Not reached4', 'Paper: Answered6'],
    'The shop’s screen: Answered7',
  ]);
  const { facts } = await made.ask('feedback.get', { id: surveyId });
  const counted = { ...facts, handedOut: 24 };
  await made.ask('feedback.update', { id: surveyId, expected: facts, facts: counted });
  await waitFor(() => expect(lines()[1]).toBe('6 of 24 slips came back (25%).'));
});
