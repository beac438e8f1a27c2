import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    raw.exec(`INSERT INTO products (name, name_key, price_minor, created_at)
      VALUES ('Kopi Gayo', 'kopi gayo', 6800000, '')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

/** The cells that stand beside their names, as money without its spaces. */
function said(name: string): string | undefined {
  const names = screen.getAllByText(name, { selector: 'dt' });
  return names.at(0)?.nextElementSibling?.textContent?.replace(/\u00a0/g, ' ');
}

const product = () => screen.findByLabelText('Product of line 1', { selector: 'input' });
const field = (name: string) =>
  screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });

async function offered(user: UserEvent, text: string, name: RegExp): Promise<void> {
  await user.keyboard(text);
  await screen.findByText(name, { selector: '[role=option]' });
}

async function saved(made: TempShop) {
  await waitFor(async () => expect((await made.ask('sales.list', {})).rows).toHaveLength(1));
  const [row] = (await made.ask('sales.list', {})).rows;
  return made.ask('sales.facts', { id: row?.id ?? (0 as SaleId) });
}

const drafts = () => screen.findByRole('list', { name: 'Half-typed sales' });
const words = async () => (await drafts()).textContent?.replace(/\u00a0/g, ' ');

test('a sale that is left half-typed is there again, to go on with or to throw away', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new?customer=1');
  await user.click(await product());
  await offered(user, '2 gay', /Kopi Gayo/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(said('Total')).toBe('Rp 136,000'));
  await user.click(screen.getByRole('link', { name: 'Customers' }));
  await screen.findByRole('heading', { level: 1, name: 'Customers' });
  await user.keyboard('{F2}');
  // Nothing is mixed: what is typed now is another sale until the first is gone on with.
  expect((await product()).getAttribute('value')).toBe('');
  expect(await words()).toMatch(/^Your half-typed sale is still here/);
  expect(await words()).toContain('Kopi Gayo · Ratna Kusuma · Rp 136,000');
  await user.click(screen.getByRole('button', { name: 'Throw it away' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Half-typed sales' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await user.click(await screen.findByRole('button', { name: 'Continue it' }));
  await waitFor(() => expect(field('Product of line 1').value).toBe('Kopi Gayo'));
  expect([field('Quantity of line 1').value, said('Total')]).toEqual(['2', 'Rp 136,000']);
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  const { customerName, facts } = await saved(made);
  expect([customerName, facts.lines[0]?.quantityE4]).toEqual(['Ratna Kusuma', 20_000]);
  // What was saved is no draft any more, and an empty sale that is left is none.
  await user.click(screen.getByRole('link', { name: 'Customers' }));
  await screen.findByRole('heading', { level: 1, name: 'Customers' });
  await user.keyboard('{F2}');
  await product();
  expect(screen.queryByRole('list', { name: 'Half-typed sales' })).toBeNull();
});

test('it is in the shop while it is typed, and what was saved or cleared is not', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new?customer=1');
  const kept = async () => (await made.ask('sales.drafts', {})).drafts;
  await user.click(await product());
  expect(await kept()).toEqual([]);
  await offered(user, '2 gay', /Kopi Gayo/);
  await user.keyboard('{Enter}');
  await user.click(field('Shipping'));
  await user.keyboard('15rb');
  await waitFor(async () => {
    expect((await kept()).map(({ sale }) => [sale.customerName, sale.shipping])).toEqual([
      ['Ratna Kusuma', '15rb'],
    ]);
  });
  expect((await kept())[0]?.sale.lines).toMatchObject([{ name: 'Kopi Gayo', quantity: '2' }]);
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  await saved(made);
  await waitFor(async () => expect(await kept()).toEqual([]));
  await user.click(await product());
  await user.keyboard('Gula');
  await waitFor(async () => expect(await kept()).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(async () => expect(await kept()).toEqual([]));
});

test('what a former start of the app left is offered with its day, and goes on in its fields', async () => {
  const made = await shop();
  const line = { productId: 1 as never, name: 'Kopi Gayo', quantity: '3', price: '68,000' };
  const sale = {
    ...{ customerId: null, customerName: null, newCustomer: 'Bu Sari', soldOn: '2026-06-13' },
    lines: [{ ...line, discount: '', usualE4: 680_000_000, taxRateE4: null }],
    ...{ discount: '4rb', shipping: '10rb', paid: '0', method: '', dueOn: '2026-06-20' },
    ...{ promisedOn: null, note: 'Antar', prospect: null },
  };
  await made.ask('sales.keepDraft', { draft: { id: 41, sale } });
  const { user } = renderApp(made.app, '/sales/new');
  expect(await words()).toContain('Kopi Gayo · Bu Sari · Rp 210,000 · 13 June 2026');
  // Another one that is begun meanwhile does not take its place.
  await user.click(await product());
  await user.keyboard('Teh');
  await waitFor(async () => expect((await made.ask('sales.drafts', {})).drafts).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Continue it' }));
  await waitFor(() => expect(field('Quantity of line 1').value).toBe('3'));
  expect(['Discount on all', 'Shipping', 'Paid', 'Note'].map((name) => field(name).value)).toEqual([
    ...['4rb', '10rb', '0', 'Antar'],
  ]);
  expect([said('To pay'), said('Still owed')]).toEqual(['Rp 210,000', 'Rp 210,000']);
  expect(await words()).toContain('Teh');
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  const { facts, customerName } = await saved(made);
  expect(customerName).toBe('Bu Sari');
  expect(facts).toMatchObject({ soldOn: '2026-06-13', shippingMinor: 1_000_000, note: 'Antar' });
});
