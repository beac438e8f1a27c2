import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ownShop() {
  const app = await startTestApplication();
  const input = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  const set = await app.dispatch({ channel: 'settings.update', input, callId: 't1' });
  expect(set).toMatchObject({ ok: true });
  return app;
}

describe('customers over a real database', () => {
  test('a phone alone makes a customer, who can be undone', async () => {
    const { user } = renderApp(await ownShop());
    expect(await screen.findByText('No customers yet')).toBeTruthy();
    await user.keyboard('{Control>}n{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New customer' });
    await user.type(within(dialog).getByLabelText('Phone'), '0812 5550 137');
    await user.click(within(dialog).getByRole('button', { name: 'Save the customer' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'No name' })).toBeTruthy();
    expect(screen.getByText('0812-5550-137')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone: Customer added (+628125550137).')).toBeTruthy();
  });

  test('neither name nor phone is refused in the language of the owner', async () => {
    const { user } = renderApp(await ownShop());
    await screen.findByText('No customers yet');
    await user.keyboard('{Control>}n{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New customer' });
    await user.click(within(dialog).getByRole('button', { name: 'Save the customer' }));
    expect(await within(dialog).findByText('Fill in a name or a phone.')).toBeTruthy();
  });

  test('the language switches everything at once', async () => {
    const { user } = renderApp(await ownShop());
    await screen.findByText('No customers yet');
    await user.click(screen.getByRole('button', { name: /English/ }));
    expect(await screen.findByText('Belum ada pelanggan')).toBeTruthy();
    expect(document.documentElement.lang).toBe('id');
  });
});
