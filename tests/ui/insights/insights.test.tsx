import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import type { Output } from '#shared/contract/index.ts';
import { insightsContract } from '#shared/contract/insights.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask(app: Application, channel: string, input: object = {}): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

async function worthOf(app: Application): Promise<Output<'insights.worth'>> {
  return insightsContract['insights.worth'].output.parse(await ask(app, 'insights.worth'));
}

async function sampleShop(): Promise<Application> {
  const app = await startTestApplication();
  await ask(app, 'sample.open');
  await ask(app, 'settings.update', { language: 'en' });
  return app;
}

function card(question: string): HTMLElement {
  const section = screen.getByText(question).closest('section');
  if (section === null) throw new Error(`no card asks: ${question}`);
  return section;
}

test('without a sale one sentence says so, and one button leads to the import', async () => {
  const app = await startTestApplication();
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  const { user, addresses } = renderApp(app, '/insights');
  expect(await screen.findByText('No sales yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Import files' }));
  expect(addresses.at(-1)).toBe('/import');
});

test('each card answers with figures of the shop, and its people are one click away', async () => {
  const app = await sampleShop();
  const worth = await worthOf(app);
  const { user, addresses } = renderApp(app, '/insights');
  await screen.findByText('What are customers worth?');
  const finding = within(card('What are customers worth?')).getByRole('heading', { level: 2 });
  expect(finding.textContent).toContain(`from ${worth.halfBy} of ${worth.customers} customers`);
  await user.click(within(card('What are customers worth?')).getByText('See who'));
  await user.click(await screen.findByRole('menuitem', { name: /High/, hidden: true }));
  const high = worth.bands.find((band) => band.band === 'high');
  const to = high?.toMinor ?? null;
  const until = to === null ? '' : `&clvToMinor=${to}`;
  expect(addresses.at(-1)).toBe(`/customers?clvFromMinor=${(high?.fromMinor ?? 0) + 1}${until}`);
  expect(await screen.findByText(`${high?.customers} customers`)).toBeTruthy();
});

test('how revenue is made up has a tab of its own, and says how it is counted', async () => {
  const app = await sampleShop();
  const { user, addresses } = renderApp(app, '/insights');
  await user.click(await screen.findByRole('link', { name: 'Revenue' }));
  expect(addresses.at(-1)).toBe('/insights/revenue');
  await screen.findByText('How is revenue made up?');
  await user.click(within(card('How is revenue made up?')).getByText('How it is counted'));
  const dialog = await screen.findByRole('dialog', { name: 'How is revenue made up?' });
  expect(within(dialog).getByText('Active customers')).toBeTruthy();
});

test('the table behind a chart adds up to everybody who bought', async () => {
  const app = await sampleShop();
  const worth = await worthOf(app);
  const { user } = renderApp(app, '/insights');
  await screen.findByText('What are customers worth?');
  const inCard = within(card('What are customers worth?'));
  await user.click(inCard.getByRole('button', { name: 'Show the table' }));
  const rows = within(inCard.getByRole('table')).getAllByRole('row').slice(1);
  const counts = rows.map((row) => Number(row.lastElementChild?.textContent?.replace(',', '')));
  expect(counts.pop()).toBe(worth.customers);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(worth.customers);
});

test('a new margin is saved on Enter, every value follows, and Undo brings both back', async () => {
  const app = await sampleShop();
  const before = await worthOf(app);
  const { user } = renderApp(app, '/insights');
  const field = await screen.findByLabelText<HTMLInputElement>('Margin (%)');
  const former = field.value;
  await user.clear(field);
  await user.type(field, 'a lot{Enter}');
  expect(await screen.findByText(/between 0 and 100/)).toBeTruthy();
  expect((await worthOf(app)).assumption.marginPercent).toBe(before.assumption.marginPercent);
  await user.clear(field);
  await user.type(field, '12,5{Enter}');
  expect(await screen.findByText('Saved')).toBeTruthy();
  await waitFor(async () => {
    const after = await worthOf(app);
    expect(after.assumption.marginPercent).toBe(12.5);
    expect(after.totalMinor).toBeLessThan(before.totalMinor);
  });
  await user.click(
    within(card('How is the value calculated?')).getByRole('button', { name: 'Undo' }),
  );
  await waitFor(async () => expect((await worthOf(app)).totalMinor).toBe(before.totalMinor));
  expect(field.value).toBe(former);
});
