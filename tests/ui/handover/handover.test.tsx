import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useHandoverChoice } from '#renderer/features/handover/days.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';

const ratna = 1 as CustomerId;
const slowly = { timeout: 20_000 };

beforeEach(() => useHandoverChoice.setState({ span: 'fortnight', own: null, who: null }));

/** A shop on 15 June 2026 with something to hand over. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna', phones: ['+628125550118'] });
    addSale(raw, {
      ...{ customerId: 1, soldOn: '2026-06-01', revenueMinor: 25_000_000, onAccount: true },
      dueOn: '2026-06-10',
    });
    finishShop(raw);
  });
  await made.ask('settings.update', {
    ...{ shopName: 'Sekar', language: 'en', country: 'ID', currency: 'IDR', holidays: [] },
  });
  const plan = (dueOn: string, reason: string) =>
    made.ask('followUps.create', { customerId: ratna, plan: { dueOn, reason } });
  await plan('2026-06-20', 'Tanya kiriman');
  await plan('2026-07-20', 'Tawarkan lagi');
  const facts = { customerId: ratna, channel: 'visit' as const, severity: 'light' as const };
  await made.ask('complaints.create', { ...facts, title: 'Bocor', words: 'x', handledBy: 'Sekar' });
  await made.ask('complaints.create', { ...facts, title: 'Basi', words: 'y', handledBy: 'Budi' });
  await made.ask('complaints.create', { ...facts, title: 'Lama', words: 'z' });
  await made.ask('notes.create', {
    facts: { title: 'Antar Ratna', text: 'Lewat samping', customers: [ratna] },
  });
  return made;
}

const part = (name: string) => screen.findByRole('region', { name }, slowly);

test('the sheet is reached from the how-tos; each part says how many, and each row opens its record', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/notes');
  await user.click(await screen.findByRole('button', { name: 'Hand over' }));
  expect(addresses.at(-1)).toBe('/notes/handover');
  expect(await screen.findByText(/^6 things are open/, {}, slowly)).toBeTruthy();
  expect(plain(await part('Contact again'))).toContain(
    '2 dates are open: 1 due from 15 June 2026 to 28 June 2026, 1 due after 28 June 2026',
  );
  expect(plain(await part('What customers owe'))).toContain(
    'IDR 250,000 in all, IDR 250,000 of it overdue.',
  );
  expect(plain(await part('What customers owe'))).toContain('10 Jun 2026 (late)');
  expect(plain(await part('Guarantee claims'))).toContain('No claim is waiting');
  const notes = await part('How we do it');
  expect(plain(notes)).toContain('1 how-to is about what is on this sheet');
  expect(within(notes).getByRole('link', { name: 'Antar Ratna' }).getAttribute('href')).toContain(
    '/notes?note=1',
  );
  const dates = await part('Contact again');
  await user.click(within(dates).getAllByRole('link', { name: 'Ratna' })[0] as HTMLElement);
  expect(addresses.at(-1)).toBe('/customers/1');
});
