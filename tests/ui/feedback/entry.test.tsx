import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId, SurveyId } from '#shared/ids.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const surveyId = 1 as SurveyId;

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna', phones: ['+628110000001'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('feedback.create', { facts: surveyFacts });
  return made;
}

async function saidIn(made: TempShop) {
  const { rows } = await made.ask('feedback.answers', { surveyId });
  return rows.map(({ facts }) => ({
    ...{ who: facts.customerId, way: facts.way, outcome: facts.outcome },
    said: facts.values.map(({ questionId, number, words }) => [questionId, number ?? words]),
  }));
}

test('a call is asked question after question by keys alone, and a call to nobody is noted', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, `/feedback/${surveyId}/entry`);
  expect(await screen.findByText('Boleh tanya?')).toBeTruthy();
  const at = (number: number) => screen.findByText(`Question ${number} of 7`);
  await at(1);
  // There are no six stars, and Enter passes nothing on that was not answered.
  await user.keyboard('64{Enter}');
  await at(2);
  await user.keyboard('10{Enter}');
  await at(3);
  await user.keyboard('{ArrowLeft}');
  await at(2);
  expect(screen.getByRole('button', { name: '10', pressed: true })).toBeTruthy();
  await user.keyboard('{Enter}0{Enter}2{Enter}');
  await user.type(
    await screen.findByRole('textbox', { name: 'Apa yang kurang?' }),
    'Parkir 2{Enter}',
  );
  await at(6);
  await user.keyboard('{Enter}3{Enter}');
  expect(await screen.findByText('All asked')).toBeTruthy();
  const page = screen.getByRole('main');
  expect([...page.querySelectorAll('dl > div')].map((line) => line.textContent)).toEqual([
    'Seberapa puas?4 ★',
    'Merekomendasikan?10',
    'Ketemu yang dicari?No',
    'Tahu dari mana?Instagram',
    'Apa yang kurang?Parkir 2',
    'Penting?Passed over',
    'Bagaimana kami?3 ★',
  ]);
  expect(screen.getByText('Terima kasih')).toBeTruthy();
  expect(await saidIn(made)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('1 written down just now')).toBeTruthy();
  const first = {
    ...{ who: null, way: 'phone', outcome: 'answered' },
    said: [
      ...[
        [1, 4],
        [2, 10],
        [3, 0],
        [4, 1],
      ],
      ...[
        [5, 'Parkir 2'],
        [7, 3],
      ],
    ],
  };
  expect(await saidIn(made)).toEqual([first]);
  await at(1);
  await user.click(screen.getByRole('button', { name: 'Not reached' }));
  await screen.findByText('2 written down just now');
  expect((await saidIn(made))[0]).toMatchObject({ outcome: 'unreached', said: [] });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await saidIn(made)).toEqual([first]));
});

test('slips of paper are typed in quickly: a digit goes on, but a 1 that may be a 10', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, `/feedback/${surveyId}/entry`);
  await user.click(await screen.findByText('Paper'));
  await user.keyboard('51');
  await screen.findByText('Question 2 of 7');
  await user.keyboard('0');
  await screen.findByText('Question 3 of 7');
  await user.keyboard('1');
  await screen.findByText('Question 4 of 7');
  await user.keyboard('1');
  const words = await screen.findByRole('textbox', { name: 'Apa yang kurang?' });
  await user.type(words, '{Enter}');
  await screen.findByText('Question 6 of 7');
  await user.keyboard('42');
  await screen.findByText('All asked');
  await user.keyboard('{Enter}');
  await screen.findByText('1 written down just now');
  expect(await saidIn(made)).toEqual([
    {
      ...{ who: null, way: 'paper', outcome: 'answered' },
      said: [
        [1, 5],
        [2, 10],
        [3, 1],
        [4, 0],
        [6, 4],
        [7, 2],
      ],
    },
  ]);
});

test('an answer is changed, becomes a complaint with one button, and is deleted and comes back', async () => {
  const made = await shop();
  const ratna = 1 as CustomerId;
  await made.ask('feedback.answer', { surveyId, facts: answerOf([1, 2], { customerId: ratna }) });
  await made.ask('feedback.answer', {
    surveyId,
    facts: answerOf([], { way: 'phone', outcome: 'declined', answeredOn: '2026-06-01' }),
  });
  const { user, addresses } = renderApp(made.app, `/feedback/${surveyId}/answers`);
  const list = await screen.findByRole('list', { name: 'Answers' });
  const lines = () => within(list).getAllByRole('listitem');
  expect(lines()[0]?.textContent).toContain(
    'RatnaPaper, 15 Jun 2026Bad answerSeberapa puas?1 ★Merekomendasikan?2',
  );
  expect(lines()[1]?.textContent).toContain('Nobody knownPhone, 1 Jun 2026Did not want to');
  expect(list.parentElement?.textContent).toContain('2 of 2 are shown');
  await user.click(screen.getByRole('button', { name: /^Make a complaint of it/ }));
  const link = await within(list).findByRole('link', { name: /^K-/ });
  await user.click(screen.getByRole('button', { name: 'Not reached' }));
  expect(await screen.findByText('No answers here')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'All' }));
  const again = await screen.findByRole('list', { name: 'Answers' });
  await user.click(
    (await within(again).findAllByRole('button', { name: 'Change' }))[0] as HTMLElement,
  );
  await screen.findByText('Question 1 of 7');
  expect(screen.getByRole('button', { name: '1 ★', pressed: true })).toBeTruthy();
  await user.keyboard('3{Enter}{Enter}{Enter}');
  await user.type(await screen.findByRole('textbox', { name: 'Apa yang kurang?' }), '{Enter}');
  await user.keyboard('{Enter}{Enter}{Enter}');
  await waitFor(() => expect(addresses.at(-1)).toBe(`/feedback/${surveyId}/answers`));
  const changed = {
    who: ratna,
    way: 'paper',
    outcome: 'answered',
    said: [
      [1, 3],
      [2, 2],
    ],
  };
  expect((await saidIn(made))[0]).toEqual(changed);
  expect(link.getAttribute('href')).toBe('/complaints/1');
  const third = await screen.findByRole('list', { name: 'Answers' });
  await user.click(
    (await within(third).findAllByRole('button', { name: 'Delete' }))[0] as HTMLElement,
  );
  await waitFor(async () => expect(await saidIn(made)).toHaveLength(1));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await saidIn(made))[0]).toEqual(changed));
});
