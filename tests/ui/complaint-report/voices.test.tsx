import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { useReportPeriod } from '#renderer/components/report-period.ts';
import { answerOf, surveyFacts } from '#tests/support/feedback/survey-shop.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const span = { from: '2026-01-01', to: '2026-06-30' };
const question = { en: 'What else did they tell us?', id: 'Apa lagi yang mereka katakan?' };

beforeEach(() => useReportPeriod.setState({ period: 'own', own: span }));

async function ask(app: Application, channel: string, input: object): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

async function shopOf(
  language: 'en' | 'id',
  fill: (raw: RawHandle) => void = () => undefined,
): Promise<Application> {
  const folder = tempFolder();
  const empty = await startTestApplication({}, folder);
  await ask(empty, 'settings.update', { shopName: 'Sekar Pagi', language });
  await empty.close();
  const connection = openConnection(shopPaths(folder).database);
  addCustomer(connection.raw, { name: 'Ratna', phones: ['+6281255500137'] });
  fill(connection.raw);
  finishShop(connection.raw);
  await connection.close();
  return startTestApplication({}, folder);
}

function tell(app: Application, topic: string, at: number) {
  const happenedAt = `2026-06-${String(at).padStart(2, '0')}T03:00:00.000Z`;
  const said = { channel: 'call', direction: 'in', topic, happenedAt, text: `${topic} ${at}` };
  return ask(app, 'interactions.record', { customerId: 1, facts: said });
}

async function comment(app: Application, surveyId: number, words: string, on: string) {
  const facts = answerOf([null, null, null, null, words], { answeredOn: on });
  await ask(app, 'feedback.answer', { surveyId, facts });
}

/** 2 suggestions, 3 needs, 1 criticism and 4 comments. */
async function fullShop(language: 'en' | 'id'): Promise<Application> {
  const app = await shopOf(language);
  for (const at of [1, 2]) await tell(app, 'suggestion', at);
  for (const at of [3, 4, 5]) await tell(app, 'need', at);
  await tell(app, 'criticism', 6);
  await tell(app, 'contact', 6);
  const { id } = (await ask(app, 'feedback.create', { facts: surveyFacts })) as { id: number };
  for (const at of [1, 2, 3, 7]) await comment(app, id, `Komentar ${at}`, `2026-06-0${at}`);
  return app;
}

async function cardOf(language: 'en' | 'id'): Promise<HTMLElement> {
  const section = (await screen.findByText(question[language])).closest('section');
  if (section === null) throw new Error('no card');
  return section;
}

test.each([
  ['en', '2 suggestions, 3 needs, 1 criticism and 4 comments in surveys', 'See all 10'],
  ['id', '2 saran, 3 kebutuhan, 1 kritik, dan 4 komentar di survei', 'Lihat semua (10)'],
] as const)('%s: the card counts what was told, and shows the newest eight', async (...row) => {
  const [language, finding, all] = row;
  const app = await fullShop(language);
  renderApp(app, '/complaints/report');
  const card = await cardOf(language);
  expect(within(card).getByRole('heading', { name: finding })).toBeTruthy();
  expect(within(card).getByRole('button', { name: all })).toBeTruthy();
  const lines = within(card).getAllByRole('listitem');
  expect(lines.map((line) => line.firstElementChild?.textContent)).toEqual([
    ...['Komentar 7', 'criticism 6', 'need 5', 'need 4', 'need 3', 'Komentar 3'],
    ...['suggestion 2', 'Komentar 2'],
  ]);
  const nobody = language === 'en' ? 'Nobody known' : 'Tidak dikenal';
  expect(lines[0]?.textContent).toContain(`Kepuasan: Apa yang kurang?${nobody}`);
  expect(within(lines[1] as HTMLElement).getByRole('link', { name: 'Ratna' })).toBeTruthy();
});

test('the dialog shows all of it or one kind, and each opens whose it is', async () => {
  const app = await fullShop('en');
  const { user, addresses } = renderApp(app, '/complaints/report');
  const card = await cardOf('en');
  await user.click(within(card).getByRole('button', { name: 'See all 10' }));
  const dialog = await screen.findByRole('dialog', {
    name: 'What they told us, 1 Jan 2026 to 30 Jun 2026',
  });
  expect(await within(dialog).findByText('10 things said.')).toBeTruthy();
  const lines = () => within(dialog).getAllByRole('listitem');
  expect(lines()).toHaveLength(10);
  for (const [kind, said, count] of [
    ['Suggestion', '2 things said.', 2],
    ['Need', '3 things said.', 3],
    ['Criticism', '1 thing said.', 1],
    ['Comment in a survey', '4 things said.', 4],
  ] as const) {
    await user.click(within(dialog).getByLabelText('Show'));
    await user.click(await screen.findByText(kind, { selector: '[role=option] *' }));
    await waitFor(() => expect(within(dialog).getByText(said)).toBeTruthy());
    expect(lines()).toHaveLength(count);
  }
  await user.click(within(lines()[0] as HTMLElement).getByRole('link'));
  const opened = new URLSearchParams(addresses.at(-1)?.split('?')[1]);
  expect(addresses.at(-1)).toMatch(/^\/feedback\/1\/answers\?/);
  expect(Object.fromEntries(opened)).toEqual({
    outcome: 'answered',
    question: '5',
    month: '2026-06',
  });
  const answers = await screen.findByRole('list', { name: 'Answers' });
  expect(within(answers).getAllByText(/^Komentar \d$/)).toHaveLength(4);
});

test('nothing told is said, and there is nothing to open', async () => {
  const app = await shopOf('en');
  const complaint = {
    ...{ customerId: 1, receivedAt: '2026-06-02T03:00:00.000Z', channel: 'call' },
    ...{ severity: 'light', title: 'Kopi tumpah' },
  };
  await ask(app, 'complaints.create', complaint);
  renderApp(app, '/complaints/report');
  const card = await cardOf('en');
  const none = 'No suggestion, need, criticism or comment in this time';
  expect(within(card).getByRole('heading', { name: none })).toBeTruthy();
  expect(within(card).queryByRole('button')).toBeNull();
});

test('what is more than the dialog holds is said', async () => {
  const app = await shopOf('en', (raw) => {
    const write = raw.prepare(`INSERT INTO interactions (customer_id, channel, direction, topic,
      happened_at, has_time, text, created_at) VALUES (1, 'call', 'in', 'need', ?, 1, ?, ?)`);
    const at = '2026-06-01T03:00:00.000Z';
    for (let index = 0; index < 503; index += 1) write.run(at, `need ${index}`, at);
  });
  const { user } = renderApp(app, '/complaints/report');
  await user.click(within(await cardOf('en')).getByRole('button', { name: 'See all 503' }));
  expect(
    await screen.findByText(
      '503 things said. The newest 500 stand here, 3 older ones do not; a shorter time shows them.',
    ),
  ).toBeTruthy();
});
