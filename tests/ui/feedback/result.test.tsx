import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId, SurveyId } from '#shared/ids.ts';
import { recountNps, recountShare } from '#tests/support/feedback/recount-scores.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const surveyId = 1 as SurveyId;
type Said = readonly (number | string | null)[];

/** A shop in which that was answered, by Ratna who buys or by nobody known in turn, in May and June. */
async function shop(answers: readonly Said[]): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const id = addCustomer(raw, { name: 'Ratna', phones: ['+628110000001'] });
    addSale(raw, { customerId: id, soldOn: '2026-06-01', revenueMinor: 900 });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('feedback.create', { facts: surveyFacts });
  for (const [index, said] of answers.entries())
    await made.ask('feedback.answer', {
      surveyId,
      facts: answerOf(said, {
        customerId: index % 2 === 0 ? (1 as CustomerId) : null,
        answeredOn: index % 3 === 0 ? '2026-05-10' : '2026-06-10',
      }),
    });
  return made;
}

function findings(): (string | null)[] {
  return [...document.querySelectorAll('main section h2')].map(({ textContent }) => textContent);
}

/** Rows of a table by its name, their cells with a bar between. */
async function rowsOf(name: string): Promise<string[]> {
  const table = await screen.findByRole('table', { name });
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(' | '),
  );
}

const whole = (value: number) => String(Math.round(value)).replace('-', '−');
const percent = (value: number) => `${Math.round(100 * value)}%`;

test('whom nobody answered is said with its count, and slips of which none came back', async () => {
  const made = await shop([]);
  const outcomes = ['declined', 'unreached', 'unreached'] as const;
  for (const outcome of outcomes)
    await made.ask('feedback.answer', { surveyId, facts: answerOf([], { way: 'phone', outcome }) });
  renderApp(made.app, `/feedback/${surveyId}/result`);
  await screen.findByText('Nobody has answered yet');
  const card = within(await screen.findByRole('region', { name: 'Who was asked' }));
  const none = `0 of ${outcomes.length} who were called answered (0%).`;
  expect(await card.findByText(none)).toBeTruthy();
  expect(card.queryByText('Nobody was asked yet.')).toBeNull();
  const expected = { ...surveyFacts };
  await made.ask('feedback.update', {
    ...{ id: surveyId, expected, facts: { ...expected, handedOut: 20 } },
  });
  expect(await card.findByText('0 of 20 slips came back (0%).')).toBeTruthy();
});

test('slips that were handed out are no survey that nobody was asked', async () => {
  const made = await shop([]);
  const facts = { ...surveyFacts, handedOut: 20 };
  await made.ask('feedback.update', { id: surveyId, expected: surveyFacts, facts });
  renderApp(made.app, `/feedback/${surveyId}/result`);
  const card = within(await screen.findByRole('region', { name: 'Who was asked' }));
  expect(await card.findByText('0 of 20 slips came back (0%).')).toBeTruthy();
  expect(card.queryByText('Nobody was asked yet.')).toBeNull();
});

test('each question is answered in a sentence whose figures are a recount, by month and tier too', async () => {
  const answers: Said[] = Array.from({ length: 11 }, (_, index) => [
    ...[
      1 + ((index * 3) % 5),
      [10, 9, 2, 7, 10, 6, 9, 8, 10, 0, 9][index] ?? 0,
      index % 4 === 0 ? 0 : 1,
    ],
    ...[
      index % 3 === 0 ? 0 : 1,
      index === 4 ? 'Parkir sempit' : null,
      5 - (index % 2),
      2 + (index % 3),
    ],
  ]);
  const made = await shop(answers);
  const { user, addresses } = renderApp(made.app, `/feedback/${surveyId}/result`);
  await screen.findByText('Parkir sempit');
  const column = (at: number) =>
    answers.map((said) => said[at]).filter((one) => typeof one === 'number');
  const csat = recountShare(column(0), (number) => number > 3);
  const nps = recountNps(column(1));
  const yes = recountShare(column(2), (number) => number === 1);
  const met = recountShare(column(6), (number) => number > 3);
  const range = ({ in95 }: typeof csat) => `between ${percent(in95.low)} and ${percent(in95.high)}`;
  const most = column(3).filter((one) => one === 1).length;
  const mean = column(5).reduce((sum, one) => sum + one, 0) / 11;
  expect(findings()).toEqual([
    'Who was asked',
    'Expected and found',
    `${percent(csat.share)} are satisfied (CSAT): ${csat.good} of 11 gave 4 or 5 stars (95 of 100 times ${range(csat)}).`,
    `Recommendation score (NPS) ${whole(nps.score)}: of 11, ${nps.promoters} would recommend you (9 or 10) and ${nps.detractors} would not (0 to 6) (95 of 100 times between ${whole(nps.low)} and ${whole(nps.high)}).`,
    `${percent(yes.share)} said yes: ${yes.good} of 11 (95 of 100 times ${range(yes)}).`,
    `Chosen most: Instagram, by ${most} of 11.`,
    '1 said something in their own words.',
    `On average ${mean.toFixed(1)} of 5, from 11 answers.`,
    `${percent(met.share)} are satisfied (CSAT): ${met.good} of 11 gave 4 or 5 stars (95 of 100 times ${range(met)}).`,
  ]);
  const months = await rowsOf('Seberapa puas? Month');
  const may = answers.flatMap((said, index) => (index % 3 === 0 ? [said[0] as number] : []));
  const june = answers.flatMap((said, index) => (index % 3 === 0 ? [] : [said[0] as number]));
  const late = recountShare(june, (number) => number > 3);
  expect(months).toEqual([
    `May 2026 | ${may.length} | ${may.filter((one) => one > 3).length} of ${may.length}`,
    `June 2026 | ${june.length} | ${percent(late.share)} (${percent(late.in95.low)} to ${percent(late.in95.high)})`,
  ]);
  const scores = answers.flatMap((said, index) => (index % 3 === 0 ? [said[1] as number] : []));
  const would = scores.filter((one) => one > 8).length;
  const not = scores.filter((one) => one < 7).length;
  expect((await rowsOf('Merekomendasikan? Month'))[0]).toBe(
    `May 2026 | ${scores.length} | ${would} would, ${not} would not`,
  );
  const known = answers.flatMap((said, index) => (index % 2 === 0 ? [said[0] as number] : []));
  const tiers = await rowsOf('Seberapa puas? Tier today');
  expect(tiers.map((row) => row.split(' | ').slice(0, 2))).toEqual([
    ['Top', String(known.length)],
    ['Nobody known', String(11 - known.length)],
  ]);
  const gaps = await rowsOf('Expected and found');
  const mean6 = column(6).reduce((sum, one) => sum + one, 0) / 11;
  const minus = (value: number) => value.toFixed(1).replace('-', '−');
  expect(gaps).toEqual([
    `Empathy | ${mean.toFixed(1)} | ${mean6.toFixed(1)} | ${minus(mean6 - mean)} | 11`,
  ]);
  const worse = answers.filter((said) => (said[6] as number) < (said[5] as number)).length;
  const better = answers.filter((said) => (said[6] as number) > (said[5] as number)).length;
  expect(
    screen.getByText(
      `The largest gap: Empathy. It matters ${mean.toFixed(1)} stars to them, and they found ${mean6.toFixed(1)}: ${worse} of 11 found less than it matters to them, ${better} more.`,
    ),
  ).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Seberapa puas? Month' });
  await user.click(within(table).getByRole('link', { name: String(may.length) }));
  expect(addresses.at(-1)).toContain('month=2026-05');
  expect(await screen.findByText(`${may.length} of ${may.length} are shown`)).toBeTruthy();
});

test.each([
  [0, ['Nobody has answered yet']],
  [
    1,
    [
      '1 of 1 gave 4 or 5 stars. Too few to speak of a share: it takes 5.',
      'Of 1, 1 would recommend you (9 or 10) and 0 would not (0 to 6). Too few for a score: it takes 5.',
      '0 of 1 said yes. Too few to speak of a share: it takes 5.',
    ],
  ],
  [
    3,
    [
      '2 of 3 gave 4 or 5 stars. Too few to speak of a share: it takes 5.',
      'Of 3, 1 would recommend you (9 or 10) and 2 would not (0 to 6). Too few for a score: it takes 5.',
      '1 of 3 said yes. Too few to speak of a share: it takes 5.',
    ],
  ],
] as const)(
  'of %i answers it says what they can, and that they are too few',
  async (count, sentences) => {
    const answers: Said[] = [
      [5, 10, 0],
      [4, 3, 1],
      [1, 0, 0],
    ];
    const made = await shop(answers.slice(0, count));
    renderApp(made.app, `/feedback/${surveyId}/result`);
    for (const sentence of sentences) expect(await screen.findByText(sentence)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/\d%[^.]*satisfied|NaN|Infinity/);
    if (count > 0)
      expect(
        screen.getByText(
          'Too few to compare what matters with what they found: it takes 5 who said both.',
        ),
      ).toBeTruthy();
  },
);
