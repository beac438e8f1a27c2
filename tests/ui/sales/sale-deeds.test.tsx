import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function sold(): Promise<{ made: TempShop; id: SaleId }> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const line = { productId: null, name: 'Kopi', quantityE4: 30_000, unitPriceE4: 111_000_000 };
  const { id } = await made.ask('sales.create', {
    facts: {
      ...{ number: 'K-1', soldOn: today, customerId: 1 as never, isOnAccount: true },
      ...{ lines: [{ ...line, taxRateE4: 1100 }], taxMode: 'inclusive' },
      ...{ dueOn: '2026-06-29', promisedOn: '2026-06-20' },
    },
    paidMinor: 2_000_000,
  });
  return { made, id };
}

/** What stands beside a name among the facts; what was changed of them stands in a card of its own. */
const fact = (name: string) =>
  within(screen.getByRole('region', { name: 'Tax, days and returns' }))
    .getByText(name, { selector: 'dt' })
    .nextElementSibling?.textContent?.replace(/\u00a0/g, ' ');
const button = (name: string) => screen.findByRole('button', { name });

test('a sale says its tax and its days, and is delivered with one click', async () => {
  const { made, id } = await sold();
  const { user } = renderApp(made.app, `/sales/${id}`);
  await screen.findByText('Tax, days and returns');
  // 33,300 within which 11 % is 3,300.
  expect([fact('Tax'), fact('Due on'), fact('Promised')]).toEqual([
    ...['Rp 3,300', '29 June 2026', '20 June 2026'],
  ]);
  await user.click(await button('Delivered today'));
  await waitFor(() => expect(fact('Delivered')).toBe('15 June 2026'));
  expect((await made.ask('sales.around', { id })).deliveredOn).toBe(today);
});

test('goods come back, no more than are left, off what is owed, and lead to each other', async () => {
  const { made, id } = await sold();
  const { user } = renderApp(made.app, `/sales/${id}`);
  await user.click(await button('Return'));
  const dialog = within(await screen.findByRole('dialog'));
  const quantity = dialog.getByLabelText('Kopi');
  expect(dialog.getByText('Can be returned: 3')).toBeTruthy();
  await user.type(quantity, '4');
  expect(dialog.getByText('More than can still be returned.')).toBeTruthy();
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  await user.clear(quantity);
  await user.type(quantity, '2');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  // Two of three come to 22,200; 13,300 were still owed, the rest goes back.
  await screen.findByText('−Rp 22,200', { selector: 'dt' });
  const [row] = (await made.ask('sales.list', {})).rows;
  expect(row).toMatchObject({ kind: 'return', totalMinor: -2_220_000, revenueMinor: -2_000_000 });
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  expect((await made.ask('sales.around', { id })).lines[0]?.leftE4).toBe(10_000);
  await user.click(await button('Return'));
  expect(within(await screen.findByRole('dialog')).getByText('Can be returned: 1')).toBeTruthy();
});

test('a sale is cancelled, copied and deleted from its menu', async () => {
  const { made, id } = await sold();
  const { user, addresses } = renderApp(made.app, `/sales/${id}`);
  await user.click(await button('More'));
  await user.click(await screen.findByText('Cancel the sale'));
  await waitFor(async () => {
    const { rows } = await made.ask('sales.list', {});
    expect(rows.map(({ status }) => status)).toEqual(['cancelled']);
  });
  await user.click(await button('More'));
  await user.click(await screen.findByText('Copy to a new sale'));
  const product = await screen.findByLabelText<HTMLInputElement>('Product of line 1', {
    selector: 'input',
  });
  expect([product.value, addresses.at(-1)]).toEqual(['Kopi', `/sales/new?from=${id}`]);
});

test('a sale goes to the trash, and Undo stands in the toast', async () => {
  const { made, id } = await sold();
  const { user } = renderApp(made.app, `/sales/${id}`);
  await user.click(await button('More'));
  await user.click(await screen.findByText('Delete'));
  await screen.findByText('Sale K-1 is in the trash.');
  expect((await made.ask('sales.list', {})).rows).toEqual([]);
  await user.click(await button('Undo'));
  await waitFor(async () => expect((await made.ask('sales.list', {})).rows).toHaveLength(1));
});

test('numbers and tax of sales are settled beside the shop', async () => {
  const { made } = await sold();
  const { user } = renderApp(made.app, '/settings');
  const numbers = await screen.findByLabelText('Sale numbers');
  await user.clear(numbers);
  await user.type(numbers, 'NOTA{Enter}');
  expect(await screen.findByText(/Write {n} where/)).toBeTruthy();
  await user.clear(numbers);
  await user.type(numbers, 'K{{yy}-{{n}{Enter}');
  await screen.findByText(/The next is like K26-0001\./);
  expect((await made.ask('sales.draft', { soldOn: today })).number).toBe('K26-0001');
});
