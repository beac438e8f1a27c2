import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { daysOf, useReportPeriod } from '#renderer/components/report-period.ts';
import { complaintsContract } from '#shared/contract/complaints.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const span = { from: '2025-06-01', to: '2026-05-31' };
const size = { customers: 40, products: 5, sales: 200, complaints: 70, claims: 10 };

beforeEach(() => useReportPeriod.setState({ period: 'own', own: span }));

async function ask(app: Application, channel: string, input: object): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

async function shopWithComplaints(
  complaints = size.complaints,
): Promise<{ app: Application; report: ComplaintReport }> {
  const folder = tempFolder();
  const empty = await startTestApplication({}, folder);
  await ask(empty, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  await empty.close();
  const connection = openConnection(shopPaths(folder).database);
  fillWithComplaints(connection.raw, drawFrom(7), { ...size, complaints });
  await connection.close();
  const app = await startTestApplication({}, folder);
  const answer = await ask(app, 'complaints.report', span);
  return { app, report: complaintsContract['complaints.report'].output.parse(answer) };
}

function card(question: string): HTMLElement {
  const section = screen.getByText(question).closest('section');
  if (section === null) throw new Error(`no card asks: ${question}`);
  return section;
}

test('the days of each named period, seen from a day', () => {
  const today = '2026-03-31';
  expect(daysOf('thisMonth', today)).toEqual({ from: '2026-03-01', to: today });
  expect(daysOf('lastMonth', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOf('last90', today)).toEqual({ from: '2026-01-01', to: today });
  expect(daysOf('thisYear', today)).toEqual({ from: '2026-01-01', to: today });
});

test('without complaints one sentence teaches what will be here', async () => {
  const app = await startTestApplication();
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  const { user, addresses } = renderApp(app, '/complaints/report');
  expect(await screen.findByText('No complaints in this period')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'To the complaints' }));
  expect(addresses.at(-1)).toBe('/complaints');
});

test('a cause opens exactly the complaints that its figure counts', async () => {
  const { app, report } = await shopWithComplaints();
  const { user, addresses } = renderApp(app, '/complaints/report');
  await screen.findByText('What causes them?');
  const inCard = within(card('What causes them?'));
  await user.click(inCard.getByRole('button', { name: 'Show the table' }));
  const first = report.byCause[0];
  const row = within(
    inCard.getByRole('rowheader', { name: first?.label ?? '' }).closest('tr') ?? card(''),
  );
  await user.click(row.getByRole('link', { name: String(first?.count) }));
  const address = addresses.at(-1) ?? '';
  expect(address).toMatch(/^\/complaints\?/);
  const filter = { cause: first?.label, receivedFrom: span.from, receivedTo: span.to };
  expect(Object.fromEntries(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
  expect(await ask(app, 'complaints.summary', { filter })).toMatchObject({ count: first?.count });
});

test('what is said beside the times opens lists of the very same length', async () => {
  const { app, report } = await shopWithComplaints();
  const countOf = async (flag: string) => {
    const filter = { flags: [flag], receivedFrom: span.from, receivedTo: span.to };
    const { count } = (await ask(app, 'complaints.summary', { filter })) as { count: number };
    return count;
  };
  expect(await countOf('unresolved')).toBe(report.open);
  expect(await countOf('late-answer')).toBe(report.answer.late);
  expect(await countOf('late-solution')).toBe(report.resolution.late);
  expect(await countOf('reopened')).toBe(report.reopened);
  expect(await countOf('without-waiting')).toBe(report.cameBack.unwaited);
});

test('what nobody waited for is counted in a sentence of its own, beside its recount', async () => {
  const { app, report } = await shopWithComplaints(150);
  renderApp(app, '/complaints/report');
  const question = 'Did it come back after we changed something?';
  await screen.findByText(question);
  const inCard = within(card(question));
  const { cameBack, held, waiting, unwaited } = report.cameBack;
  expect(new Set([cameBack, held, waiting, unwaited, 0]).size).toBe(5);
  expect(
    inCard.getByText(
      `${unwaited} complaints were closed without waiting: nobody knows whether they came back`,
    ),
  ).toBeTruthy();
  expect(inCard.getByText(`${waiting} complaints have not been looked at yet`)).toBeTruthy();
  expect(
    inCard.getByText(new RegExp(`: ${cameBack} of ${cameBack + held} of which it is known$`)),
  ).toBeTruthy();
});

test('compensation is shown row by row, and a row leads to its complaint', async () => {
  const { app, report } = await shopWithComplaints();
  const { user, addresses } = renderApp(app, '/complaints/report');
  await screen.findByText('What did compensation cost?');
  await user.click(screen.getByRole('button', { name: 'See each one' }));
  const dialog = await screen.findByRole('dialog', { name: 'Compensation given' });
  const links = within(dialog).getAllByRole('link');
  expect(links).toHaveLength(report.compensation.given.length);
  const first = report.compensation.given[0];
  expect(links[0]?.textContent).toBe(`${first?.number} ${first?.title}`);
  expect(links[0]?.getAttribute('href')).toContain(`/complaints/${first?.complaintId}`);
  expect(addresses.at(-1)).toBe('/complaints/report');
});

test('with too few who complained there is no comparison, and it says so', async () => {
  const { app, report } = await shopWithComplaints();
  renderApp(app, '/complaints/report');
  await screen.findByText('Did those who complained buy again?');
  const inCard = within(card('Did those who complained buy again?'));
  expect(report.boughtAgain.isTooFew).toBe(true);
  expect(inCard.getByText('Too few to compare.')).toBeTruthy();
  expect(inCard.queryByRole('img')).toBeNull();
});
