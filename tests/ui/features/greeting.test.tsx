import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shop(language: 'id' | 'en', shopName = 'Sekar Pagi'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna & Sari', phones: ['+6281255500118'] });
    addCustomer(raw, { phones: ['+6281255500119'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName, language, currency: 'IDR' });
  return made;
}

/** What stands in the chat that was opened last; null: nothing. */
function drafted({ machine }: TempShop): readonly [string, string | null] {
  const url = new URL(machine.opened.at(-1) ?? 'none:');
  return [url.pathname, url.searchParams.get('text')];
}

test.each([
  ['id', 1, 'Halo Ratna & Sari, ini Sekar Pagi.'],
  ['en', 1, 'Hello Ratna & Sari, this is Sekar Pagi.'],
  ['en', 2, 'Hello, this is Sekar Pagi.'],
] as const)('a chat in %s with customer %i begins with: %s', async (language, id, text) => {
  const made = await shop(language);
  const { user } = renderApp(made.app, `/customers/${id}`);
  await user.click((await screen.findAllByRole('button', { name: /WhatsApp/ }))[0] as HTMLElement);
  await waitFor(() => expect(drafted(made)).toEqual([`/628125550011${7 + id}`, text]));
});

test('a chat from Today begins in the same way, and without a number of who has no name', async () => {
  const made = await shop('en');
  for (const customerId of [1, 2])
    await made.ask('followUps.create', { customerId: customerId as never, plan: { dueOn: today } });
  const { user } = renderApp(made.app, '/today');
  const [first, second] = await screen.findAllByRole('button', { name: /^WhatsApp to/ });
  await user.click(first as HTMLElement);
  await waitFor(() =>
    expect(drafted(made)).toEqual(['/6281255500118', 'Hello Ratna & Sari, this is Sekar Pagi.']),
  );
  await user.click(second as HTMLElement);
  await waitFor(() =>
    expect(drafted(made)).toEqual(['/6281255500119', 'Hello, this is Sekar Pagi.']),
  );
});

test('a shop without a name writes only whom it greets', async () => {
  const made = await shop('en', '');
  const { user } = renderApp(made.app, '/customers/1');
  await user.click((await screen.findAllByRole('button', { name: /WhatsApp/ }))[0] as HTMLElement);
  await waitFor(() => expect(drafted(made)[1]).toBe('Hello Ratna & Sari,'));
});
