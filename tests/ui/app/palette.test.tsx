import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ComplaintId } from '#shared/ids.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

test('the palette opens a complaint by its number, and says where it stands', {
  timeout: 240_000,
}, async () => {
  const app = await startTestApplication();
  const ask = async (channel: string, input: unknown) => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  await ask('settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  const { id, number } = (await ask('complaints.create', {
    channel: 'visit',
    title: 'Biji apek',
    words: 'Bau tengik',
  })) as { id: ComplaintId; number: string };
  const { user, addresses } = renderApp(app, '/import');
  await screen.findByText('Sekar Pagi');
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByPlaceholderText(/Type a name/);
  await user.keyboard('tengik');
  const action = (await screen.findByText('Biji apek')).closest('button');
  if (action === null) throw new Error('not a button');
  expect(within(action).getByText(number)).toBeTruthy();
  expect(within(action).getByText('Open')).toBeTruthy();
  await user.keyboard('{Control>}a{/Control}k 1{Enter}');
  await waitFor(() => expect(addresses.at(-1)).toBe(`/complaints/${id}`));
});
