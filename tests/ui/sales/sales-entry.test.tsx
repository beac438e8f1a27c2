import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Language } from '#shared/contract/settings.ts';
import type { SaleId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shop(language: Language = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusuma' });
    raw.exec(`INSERT INTO products (name, name_key, price_minor, created_at)
      VALUES ('Kopi Gayo', 'kopi gayo', 6800000, ''), ('Teh Melati', 'teh melati', 1250000, '')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  return made;
}

/** The cells that stand beside their names, as money without its spaces. */
function said(name: string): string | undefined {
  const names = screen.getAllByText(name, { selector: 'dt' });
  return names.at(0)?.nextElementSibling?.textContent?.replace(/\u00a0/g, ' ');
}

const product = (line = 1) =>
  screen.findByLabelText(`Product of line ${line}`, { selector: 'input' });
const field = (name: string) =>
  screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });

async function offered(user: UserEvent, text: string, name: RegExp): Promise<void> {
  await user.keyboard(text);
  await screen.findByText(name, { selector: '[role=option]' });
}

async function saved(made: TempShop, count: number) {
  await waitFor(async () => {
    const { rows } = await made.ask('sales.list', {});
    expect(rows).toHaveLength(count);
  });
  const [row] = (await made.ask('sales.list', {})).rows;
  const id = row?.id ?? (0 as SaleId);
  return { row, id, ...(await made.ask('sales.facts', { id })) };
}

test('a walk-in sale takes the letters of its product and three times Enter', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new');
  await waitFor(async () => expect(document.activeElement).toBe(await product()));
  await screen.findByText('Sale INV-202606-0001');
  await offered(user, '2 gay', /Kopi Gayo/);
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await product(2)));
  expect(field('Product of line 1').value).toBe('Kopi Gayo');
  expect(said('Total')).toBe('Rp 136,000');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(field('Paid'));
  await user.keyboard('{Enter}');
  const { row, facts } = await saved(made, 1);
  expect(row).toMatchObject({ number: 'INV-202606-0001', soldOn: today, totalMinor: 13_600_000 });
  expect(facts).toMatchObject({
    ...{ customerId: null, isOnAccount: false },
    lines: [{ productId: 1, quantityE4: 20_000, unitPriceE4: 680_000_000 }],
  });
  await screen.findByText('Saved: Rp 136,000.');
  await screen.findByText('Sale INV-202606-0002');
  expect(document.activeElement).toBe(await product());
  expect(field('Product of line 1').value).toBe('');
});

test('an Enter that is quicker than the answer takes the product, not half its name', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new');
  await user.click(await product());
  await user.keyboard('gay{Enter}');
  await waitFor(() => expect(field('Product of line 1').value).toBe('Kopi Gayo'));
  await waitFor(async () => expect(document.activeElement).toBe(await product(2)));
  await user.keyboard('2 teh');
  await screen.findByText(/Teh Melati/, { selector: '[role=option]' });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(said('Total')).toBe('Rp 93,000'));
});

test('a sale on account says what was understood, what stays, and keeps both', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new?customer=1');
  await product();
  await user.click(await product());
  await user.keyboard('Gula aren{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('Price of line 1')));
  await user.keyboard('25rb{Enter}');
  await user.click(field('Discount of line 1'));
  await user.keyboard('10 %');
  await user.click(field('Quantity of line 1'));
  await user.keyboard('2,5');
  // 2.5 × 25,000 − 10 % = 56,250
  expect(said('Total')).toBe('Rp 56,250');
  await user.click(field('Discount on all'));
  await user.keyboard('1.250');
  expect([said('Products'), said('Discount on all'), said('Total')]).toEqual([
    ...['Rp 56,250', '−Rp 1,250', 'Rp 55,000'],
  ]);
  await user.click(field('Paid'));
  await user.keyboard('20rb');
  expect(said('Still owed')).toBe('Rp 35,000');
  await user.keyboard('{Enter}29/6/2026{Enter}');
  const { facts, customerName } = await saved(made, 1);
  expect(customerName).toBe('Ratna Kusuma');
  expect(facts).toMatchObject({
    ...{ isOnAccount: true, dueOn: '2026-06-29', discount: { kind: 'amount', minor: 125_000 } },
    lines: [{ name: 'Gula aren', quantityE4: 25_000, unitPriceE4: 250_000_000 }],
  });
});

test('what cannot be read is said beside its field, and nothing is saved or lost', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new');
  await user.click(await product());
  await user.keyboard('Gula{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('Price of line 1')));
  await user.keyboard('dua puluh{Enter}');
  expect(screen.getByText('Write the price, such as 25k.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  expect(screen.getByText(/^Not saved yet/)).toBeTruthy();
  await user.clear(field('Price of line 1'));
  expect(screen.getByText('Write the price.')).toBeTruthy();
  await user.type(field('Price of line 1'), '900.000.000');
  await user.clear(field('Quantity of line 1'));
  await user.type(field('Quantity of line 1'), '100.000.000');
  expect(screen.getByText('The number is too large')).toBeTruthy();
  await user.clear(field('Quantity of line 1'));
  await user.type(field('Quantity of line 1'), '1');
  await user.clear(field('Price of line 1'));
  await user.type(field('Price of line 1'), '5.000');
  await user.type(field('Discount of line 1'), '6.000');
  expect(screen.getByText('Write 10% or an amount, no more than the price.')).toBeTruthy();
  expect((await made.ask('sales.list', {})).rows).toEqual([]);
  expect(field('Product of line 1').value).toBe('Gula');
});

test('what may be a slip of the hand is said: no price, a far one, nobody to ask', async () => {
  const { user } = renderApp((await shop()).app, '/sales/new');
  await user.click(await product());
  await offered(user, 'teh', /Teh Melati/);
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await product(2)));
  const price = field('Price of line 1');
  await user.clear(price);
  await user.type(price, '125');
  expect(screen.getByText('Teh Melati: usually 12,500.')).toBeTruthy();
  await user.clear(price);
  await user.type(price, '0');
  expect(screen.getByText('Teh Melati: the price is 0.')).toBeTruthy();
  await user.clear(price);
  await user.type(price, '12.500');
  expect(screen.queryByText(/usually|is 0/)).toBeNull();
  // Twice and half of what it usually costs may still be meant, more and less are asked about.
  for (const [typed, isFar] of [
    ...[['25.000', false] as const, ['25.001', true] as const],
    ...[['6.250', false] as const, ['6.249', true] as const],
  ]) {
    await user.clear(price);
    await user.type(price, typed);
    expect(screen.queryByText('Teh Melati: usually 12,500.') !== null, typed).toBe(isFar);
  }
  await user.clear(price);
  await user.type(price, '12.500');
  await user.type(field('Paid'), '0');
  expect(screen.getByText(/Owed by nobody/)).toBeTruthy();
  await user.clear(field('Paid'));
  await user.type(field('Paid'), '20rb');
  expect(said('Change to give')).toBe('Rp 7,500');
});

test('today stands beside it, by how it was paid', async () => {
  const made = await shop();
  const sold = (minor: number, paymentMethod: string | null, isOnAccount: boolean) => {
    const line = { productId: null, name: 'Kopi', quantityE4: 10_000, unitPriceE4: minor * 100 };
    const facts = { soldOn: today, customerId: null, lines: [line], paymentMethod, isOnAccount };
    return made.ask('sales.create', { facts });
  };
  await sold(700_000, 'Cash', false);
  await sold(500_000, 'QRIS', false);
  await sold(200_000, null, false);
  await sold(60_000, null, true);
  await sold(40_000, null, true);
  renderApp(made.app, '/sales/new');
  await screen.findByText('5 sales');
  expect([said('Cash'), said('QRIS'), said('Not said how'), said('Owed')]).toEqual([
    ...['Rp 7,000', 'Rp 5,000', 'Rp 2,000', 'Rp 1,000'],
  ]);
  expect(screen.getByText('Rp 15,000')).toBeTruthy();
});

test('a sale is changed in the same fields', async () => {
  const made = await shop();
  const line = { productId: 1 as never, name: '', quantityE4: 15_000, unitPriceE4: 680_000_000 };
  const { id } = await made.ask('sales.create', {
    facts: { soldOn: today, customerId: 1 as never, lines: [line], number: 'K-1' },
  });
  const { user, addresses } = renderApp(made.app, `/sales/${id}/change`);
  await product();
  expect(field('Quantity of line 1').value).toBe('1.5');
  await user.clear(field('Quantity of line 1'));
  await user.type(field('Quantity of line 1'), '3');
  await user.type(field('Paid'), '100');
  expect(screen.getByText(/Part payments are written down/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await made.ask('sales.list', {})).rows[0]?.totalMinor).toBe(10_200_000);
  await user.clear(field('Paid'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(addresses.at(-1)).toBe(`/sales/${id}`));
  const { row } = await saved(made, 1);
  expect(row).toMatchObject({ number: 'K-1', totalMinor: 20_400_000 });
});

test('the discount, the tax and the total stand apart, and add up to what is saved', async () => {
  const made = await shop();
  const { settings } = await made.ask('settings.get', {});
  const selling = { ...settings.selling, taxMode: 'exclusive' as const, taxRateE4: 1100 };
  await made.ask('settings.update', { selling });
  const { user } = renderApp(made.app, '/sales/new');
  await user.click(await product());
  await offered(user, '2 gay', /Kopi Gayo/);
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await product(2)));
  await user.type(field('Discount on all'), '16rb');
  const goods = 2 * 68_000;
  const tax = ((goods - 16_000) * 11) / 100;
  const shown = ['Products', 'Discount on all', 'Tax', 'Total'].map(said);
  const rupiah = (value: number) => `Rp ${value.toLocaleString('en-GB')}`;
  expect(shown).toEqual([
    ...[rupiah(goods), `−${rupiah(16_000)}`, rupiah(tax), rupiah(goods - 16_000 + tax)],
  ]);
  await user.click(screen.getByRole('button', { name: 'Save and start the next' }));
  const { row } = await saved(made, 1);
  expect(row?.totalMinor).toBe((goods - 16_000 + tax) * 100);
});

test('what is owed is due in as many days as the button says, from the day of the sale', async () => {
  const { user } = renderApp((await shop()).app, '/sales/new');
  await user.click(await product());
  await offered(user, 'teh', /Teh Melati/);
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await product(2)));
  await user.click(screen.getByRole('button', { name: 'Owed' }));
  for (const [name, day] of [
    ['7 days', '22 June 2026'],
    ['14 days', '29 June 2026'],
    ['30 days', '15 July 2026'],
  ] as const) {
    await user.click(screen.getByRole('button', { name }));
    expect(field('Due on').value).toBe(day);
  }
});
