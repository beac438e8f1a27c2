import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { insightsContract } from '#shared/contract/insights.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function pyramidOn(app: Application, on: string | null) {
  const answer = await app.dispatch({
    channel: 'insights.pyramid',
    input: { on },
    callId: `on-${on}`,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return insightsContract['insights.pyramid'].output.parse(answer.value);
}

/** `% of revenue comes from n of m active customers`, recounted from the layers. */
function findingOf({
  layers,
  active,
  positiveMinor,
}: Awaited<ReturnType<typeof pyramidOn>>): string {
  const best = layers.filter(({ layer }) => layer === 'top' || layer === 'large');
  const people = best.reduce((sum, one) => sum + one.customers, 0);
  const revenue = best.reduce((sum, one) => sum + one.revenueMinor, 0);
  const percent = Math.round((100 * revenue) / positiveMinor);
  return `${percent}% of revenue comes from ${people} of ${active} active customers`;
}

async function finding(): Promise<string> {
  const question = await screen.findByText('How is revenue made up?');
  const card = question.closest('section') as HTMLElement;
  return within(card).getByRole('heading', { level: 2 }).textContent ?? '';
}

test('a day that was chosen is counted as it stood, says so, and leads back to the latest', async () => {
  const app = await startTestApplication();
  await app.dispatch({ channel: 'sample.open', input: {}, callId: 'open' });
  await app.dispatch({ channel: 'settings.update', input: { language: 'en' }, callId: 'language' });
  const latest = await pyramidOn(app, null);
  const day = addMonths(latest.to, -9);
  const then = await pyramidOn(app, day);
  expect(findingOf(then)).not.toBe(findingOf(latest));
  const { user, addresses } = renderApp(app, `/insights/revenue?on=${day}`);
  expect(await finding()).toBe(findingOf(then));
  expect(
    screen.getByText(/As it stood at the end of .*; what was sold later is not counted\./),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Worth' }).getAttribute('href')).toContain(`?on=${day}`);
  await user.click(screen.getByRole('button', { name: 'Back to the latest' }));
  expect(addresses.at(-1)).toBe('/insights/revenue');
  await waitFor(async () => expect(await finding()).toBe(findingOf(latest)));
  expect(screen.getByRole('button', { name: 'See who' })).toBeTruthy();
  expect(screen.queryByText(/As it stood at the end of/)).toBeNull();
  // The list of people is of that day too.
  cleanup();
  const again = renderApp(app, `/insights/revenue?on=${day}`);
  await finding();
  await again.user.click(screen.getByRole('button', { name: 'See who' }));
  const inactive = then.layers.find(({ layer }) => layer === 'inactive')?.customers ?? 0;
  expect(inactive).not.toBe(latest.layers.find(({ layer }) => layer === 'inactive')?.customers);
  await again.user.click(await screen.findByRole('menuitem', { name: /^Inactive/, hidden: true }));
  expect(again.addresses.at(-1)).toBe(`/customers?layers=inactive&on=${day}`);
  await screen.findByText(new RegExp(`^${inactive} customers`));
  expect(screen.getByText(/The columns of the list are of now\./)).toBeTruthy();
});
