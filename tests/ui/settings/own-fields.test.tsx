import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { CustomerFacts } from '#shared/contract/customers.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask<T>(app: Application, channel: string, input: object = {}): Promise<T> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}

async function shop(values: readonly string[]) {
  const app = await startTestApplication();
  const start = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', start);
  const { id } = await ask<{ id: number }>(app, 'customers.addField', {
    ...{ name: 'Shoe size', type: 'number' },
  });
  await ask(app, 'customers.addField', { name: 'Member', type: 'yesno' });
  const ids: number[] = [];
  for (const value of values) {
    const own = value === '' ? [] : [{ fieldId: id, value }];
    const facts = { ...EMPTY_FACTS, name: `Ratna ${ids.length + 1}`, own };
    ids.push((await ask<{ id: number }>(app, 'customers.create', facts)).id);
  }
  return { app, ids };
}

const fieldsOf = async (app: Application) =>
  (await ask<{ fields: { name: string }[] }>(app, 'customers.fields')).fields.map(
    ({ name }) => name,
  );

test('Settings list the fields with how many have them, move, rename and remove them', async () => {
  const values = ['38', '', '39.5', '40'];
  const { app } = await shop(values);
  const { user } = renderApp(app, '/settings');
  const list = await screen.findByRole('list', { name: 'Your own fields' });
  const line = within(list).getAllByRole('listitem')[0] as HTMLElement;
  const filled = values.filter((value) => value !== '').length;
  expect(await within(line).findByText(`${filled} customers have it`)).toBeTruthy();
  await user.click(within(line).getByRole('button', { name: 'Move Shoe size down' }));
  await waitFor(async () => expect(await fieldsOf(app)).toEqual(['Member', 'Shoe size']));
  await user.click(within(list).getByRole('button', { name: 'Change the field Member' }));
  const dialog = await screen.findByRole('dialog');
  const name = within(dialog).getByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'shoe SIZE{Enter}');
  expect(await within(dialog).findByText(/Another field has this name/)).toBeTruthy();
  await user.clear(name);
  await user.type(name, 'Card holder{Enter}');
  await waitFor(async () => expect(await fieldsOf(app)).toEqual(['Card holder', 'Shoe size']));
  await user.click(await screen.findByRole('button', { name: 'Remove the field Shoe size' }));
  const asked = await screen.findByRole('dialog');
  expect(within(asked).getByText(new RegExp(`^${filled} customers have something`))).toBeTruthy();
  await user.click(within(asked).getByRole('button', { name: 'Move to the trash' }));
  await waitFor(async () => expect(await fieldsOf(app)).toEqual(['Card holder']));
});

test('the form takes what fits, says what does not, and the page shows it as people write it', async () => {
  const { app, ids } = await shop(['']);
  const { user } = renderApp(app, `/customers/${ids[0]}`);
  await user.click(await screen.findByRole('button', { name: 'Edit the details' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit the details' });
  const size = await within(dialog).findByLabelText('Shoe size');
  await user.type(size, 'large');
  expect(within(dialog).getByText('This does not fit what the field holds.')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(size).toHaveProperty('value', 'large');
  await user.clear(size);
  await user.type(size, '1,038.5');
  await user.click(within(dialog).getByRole('combobox', { name: 'Member' }));
  await user.click(await screen.findByRole('option', { name: 'Yes', hidden: true }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(async () => {
    const { facts } = await ask<{ facts: CustomerFacts }>(app, 'customers.get', { id: ids[0] });
    expect(facts.own.map(({ value }) => value)).toEqual(['1038.5', 'yes']);
  });
  const card = await screen.findByRole('region', { name: 'Details' });
  await waitFor(() => {
    expect(within(card).getByText('Shoe size').nextElementSibling?.textContent).toBe('1,038.5');
  });
  expect(within(card).getByText('Member').nextElementSibling?.textContent).toBe('Yes');
});
