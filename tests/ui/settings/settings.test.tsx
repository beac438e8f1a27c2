import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { settingsContract } from '#shared/contract/settings.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask(app: Application, channel: string, input: object = {}): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

async function settingsOf(app: Application) {
  return settingsContract['settings.get'].output.parse(await ask(app, 'settings.get')).settings;
}

async function openSettings(prepare: (app: Application) => Promise<unknown> = async () => null) {
  const app = await startTestApplication();
  const start = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', start);
  await prepare(app);
  const rendered = renderApp(app, '/settings');
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return { app, ...rendered };
}

test('a field is saved when it is left, and can be taken back', async () => {
  const { app, user } = await openSettings();
  const name = screen.getByLabelText('Shop name');
  await user.clear(name);
  await user.type(name, 'Sekar Sore');
  await user.tab();
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect((await settingsOf(app)).shopName).toBe('Sekar Sore');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await settingsOf(app)).shopName).toBe('Sekar Pagi'));
  await waitFor(() => expect(name).toHaveProperty('value', 'Sekar Pagi'));
});

test('what cannot be read stays in the field with the reason, and is not saved', async () => {
  const { app, user } = await openSettings();
  const months = screen.getByLabelText('Bought within the last');
  await user.clear(months);
  await user.type(months, '99{Enter}');
  expect(await screen.findByText(/between 1 and 60/)).toBeTruthy();
  expect(months).toHaveProperty('value', '99');
  expect((await settingsOf(app)).activeMonths).toBe(12);
  await user.type(months, '{Escape}');
  expect(months).toHaveProperty('value', '12');
});

test('an amount is typed the local way and shown as it was understood', async () => {
  const { app, user } = await openSettings();
  const cost = screen.getByLabelText('Yearly cost per customer');
  await user.type(cost, '50rb{Enter}');
  await waitFor(async () => expect((await settingsOf(app)).keepingCostMinor).toBe(5_000_000));
  await waitFor(() => expect(cost).toHaveProperty('value', 'Rp\u00a050,000'));
});

test('with customers in the book another currency asks first, and says that nothing is converted', async () => {
  const facts = {
    ...{ kind: 'person', relation: 'customer', mark: null, name: 'Budi', birthdayOn: null },
    ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
    ...{ taxId: null, note: null, recommendedBy: null, contactPoints: [], addresses: [], tags: [] },
  };
  const { app, user } = await openSettings((shop) => ask(shop, 'customers.create', facts));
  const choose = async () => {
    await user.click(screen.getByRole('combobox', { name: 'Currency' }));
    await user.click(await screen.findByRole('option', { name: /USD/, hidden: true }));
  };
  await choose();
  expect((await screen.findByRole('alert')).textContent).toContain('not converted');
  expect((await settingsOf(app)).currency).toBe('IDR');
  await user.click(screen.getByRole('button', { name: 'Keep IDR' }));
  expect((await settingsOf(app)).currency).toBe('IDR');
  await choose();
  await user.click(screen.getByRole('button', { name: 'Change to USD' }));
  await waitFor(async () => expect((await settingsOf(app)).currency).toBe('USD'));
});

test('the years as a customer are the owner’s own figure once they say so', async () => {
  const { app, user } = await openSettings();
  await user.click(screen.getByRole('radio', { name: /My own figure/ }));
  const years = await screen.findByLabelText('Years');
  await user.clear(years);
  await user.type(years, '2.5{Enter}');
  await waitFor(async () =>
    expect((await settingsOf(app)).yearsKept).toEqual({ kind: 'own', years: 2.5 }),
  );
});

test('a backup is made at once, checked, and counted', async () => {
  const { app, user } = await openSettings();
  expect(await screen.findByText('No backup yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a backup now' }));
  expect(await screen.findByText(/1 backup kept/)).toBeTruthy();
  expect(await ask(app, 'backups.last')).toMatchObject({ count: 1, last: { cause: 'manual' } });
});

test('the language switches everything, and can be taken back', async () => {
  const { app, user } = await openSettings();
  await user.click(screen.getByRole('radio', { name: 'Bahasa Indonesia' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Pengaturan' })).toBeTruthy();
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Urungkan' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  expect((await settingsOf(app)).language).toBe('en');
});
