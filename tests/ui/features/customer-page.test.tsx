import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask<T>(app: Application, channel: string, input: unknown): Promise<T> {
  const result = await app.dispatch({ channel, input, callId: 't' });
  if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
  return result.value as T;
}

async function add(app: Application, facts: Partial<CustomerFacts>): Promise<number> {
  const made = await ask<{ id: number }>(app, 'customers.create', { ...EMPTY_FACTS, ...facts });
  return made.id;
}

async function change(app: Application, id: number, facts: Partial<CustomerFacts>): Promise<void> {
  const { facts: expected } = await ask<{ facts: CustomerFacts }>(app, 'customers.get', { id });
  await ask(app, 'customers.update', { id, facts: { ...expected, ...facts }, expected });
}

async function shop() {
  const app = await startTestApplication();
  const input = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', input);
  const wulan = await add(app, { name: 'Wulan Sari' });
  const ratna = await add(app, { name: 'Ratna Kusuma', occupation: 'Teacher' });
  return { app, wulan, ratna };
}

async function edit(app: Application, id: number) {
  const rendered = renderApp(app, `/customers/${id}`);
  await rendered.user.click(await screen.findByRole('button', { name: 'Edit the details' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit the details' });
  return { ...rendered, dialog };
}

describe('the facts of a customer', () => {
  test('a birthday is taken as it is typed, and one still to come is not taken in silence', async () => {
    const { app, ratna } = await shop();
    const { user, dialog } = await edit(app, ratna);
    const birthday = within(dialog).getByLabelText('Birthday');
    await user.type(birthday, '17/08/45');
    expect(within(dialog).getByText('This birthday is still to come.')).toBeTruthy();
    await user.clear(birthday);
    await user.type(birthday, '17/08/80');
    expect(within(dialog).queryByText('This birthday is still to come.')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(async () => {
      const { facts } = await ask<{ facts: CustomerFacts }>(app, 'customers.get', { id: ratna });
      expect(facts.birthdayOn).toBe('1980-08-17');
    });
  });

  test('Esc does not throw away what has been typed', async () => {
    const { app, ratna } = await shop();
    const { user, dialog } = await edit(app, ratna);
    await user.type(within(dialog).getByLabelText('Note'), 'Likes Gayo');
    await user.keyboard('{Escape}');
    expect(within(dialog).getByLabelText('Note')).toHaveProperty('value', 'Likes Gayo');
    expect(within(dialog).getByText('There are changes that have not been saved.')).toBeTruthy();
  });

  test('Esc closes the form in which nothing was typed', async () => {
    const { app, ratna } = await shop();
    const { user, dialog } = await edit(app, ratna);
    await user.click(within(dialog).getByLabelText('Note'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('a wrong number takes the keyboard to itself', async () => {
    const { app, ratna } = await shop();
    const { user, dialog } = await edit(app, ratna);
    await user.click(within(dialog).getByRole('button', { name: 'Add a contact' }));
    const value = await within(dialog).findByLabelText('Number or address');
    await waitFor(() => expect(document.activeElement).toBe(value));
    await user.keyboard('abc');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement).toBe(value));
  });

  test('a conflict keeps what was typed beside what somebody else changed', async () => {
    const { app, ratna } = await shop();
    const { user, dialog } = await edit(app, ratna);
    await user.type(within(dialog).getByLabelText('Note'), 'Likes Gayo');
    await change(app, ratna, { uses: 'Office pantry' });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const save = within(dialog).getByRole('button', { name: 'Save' });
    const alert = await within(dialog).findByRole('alert');
    expect(save.parentElement?.contains(alert), 'beside the button').toBe(true);
    await user.click(within(dialog).getByRole('button', { name: 'Bring in the latest details' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const { facts } = await ask<{ facts: CustomerFacts }>(app, 'customers.get', { id: ratna });
    expect(facts).toMatchObject({ note: 'Likes Gayo', uses: 'Office pantry' });
  });

  test('whoever brought the customer keeps the name while another is searched for', async () => {
    const { app, ratna } = await shop();
    await add(app, { name: 'Hartono' });
    const { user, dialog } = await edit(app, ratna);
    const field = within(dialog).getByRole('combobox', { name: 'Referred by' });
    await user.type(field, 'Wulan');
    await user.click(await screen.findByRole('option', { name: 'Wulan Sari', hidden: true }));
    await user.clear(field);
    await user.type(field, 'Hartono');
    await screen.findByRole('option', { name: 'Hartono', hidden: true });
    await user.click(within(dialog).getByLabelText('Note'));
    await waitFor(() => expect(field).toHaveProperty('value', 'Wulan Sari'));
  });
});

test('the history speaks the words of the form, not of the database', async () => {
  const { app, ratna, wulan } = await shop();
  await change(app, ratna, {
    kind: 'business',
    recommendedBy: wulan as CustomerFacts['recommendedBy'],
    tags: ['office'],
    contactPoints: [{ kind: 'phone', label: null, value: '0812 5550 137' }],
  });
  const { user } = renderApp(app, `/customers/${ratna}`);
  await user.click(await screen.findByRole('radio', { name: 'Changes' }));
  const panel = await screen.findByRole('region', { name: 'History' });
  expect(await within(panel).findByText('Business')).toBeTruthy();
  expect(await within(panel).findByRole('link', { name: 'Wulan Sari' })).toBeTruthy();
  expect(within(panel).getByText('Tags')).toBeTruthy();
  expect(within(panel).getByText('0812-5550-137')).toBeTruthy();
  expect(within(panel).queryByText('person')).toBeNull();
});

test('Enter in the palette opens the first one found, even when it comes before the answer', async () => {
  const { app, ratna } = await shop();
  const { user, addresses } = renderApp(app, '/settings');
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByPlaceholderText(/Type a name/);
  await user.keyboard('ratna{Enter}');
  await waitFor(() => expect(addresses.at(-1)).toBe(`/customers/${ratna}`));
});

test('Esc that closes a menu leaves those picked as they are, deleting gives the list the keyboard', async () => {
  const { app } = await shop();
  const { user } = renderApp(app);
  const grid = await screen.findByRole('grid');
  grid.focus();
  await user.keyboard(' ');
  await user.click(await screen.findByRole('button', { name: 'Export 1' }));
  await screen.findByRole('menu', { hidden: true });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu', { hidden: true })).toBeNull());
  expect(screen.getByText('1 selected')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(document.activeElement).toBe(grid));
});
