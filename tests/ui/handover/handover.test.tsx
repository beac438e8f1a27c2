import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useHandoverChoice } from '#renderer/features/handover/days.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
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

test('the days are chosen, and whose complaints; what that leaves out is said', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/notes/handover');
  await user.click(await screen.findByRole('combobox', { name: 'For which days' }));
  await user.click(await screen.findByRole('option', { name: 'The next 7 days', hidden: true }));
  expect(await screen.findByText('For 15 June 2026 to 21 June 2026.')).toBeTruthy();
  expect(screen.queryByText(/is not noted in the app/)).toBeNull();
  await user.click(screen.getByRole('combobox', { name: 'Whose complaints' }));
  for (const name of ['Whole shop', 'Budi (1)', 'Sekar (1)'])
    expect(screen.getByRole('option', { name, hidden: true })).toBeTruthy();
  await user.click(screen.getByRole('option', { name: 'Sekar (1)', hidden: true }));
  await screen.findByText('Left out: 1 noted for others, 1 for nobody.');
  expect(screen.getByText(/is not noted in the app/)).toBeTruthy();
  const complaints = await part('Open complaints');
  expect(within(complaints).getAllByRole('row').length).toBe(2);
  await user.click(within(complaints).getByRole('link', { name: /Bocor/ }));
  expect(addresses.at(-1)).toBe('/complaints/1');
});

test('of two days of one’s own the one that was not touched gives way, and days that are over are said', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/notes/handover');
  await user.click(await screen.findByRole('combobox', { name: 'For which days' }));
  await user.click(await screen.findByRole('option', { name: 'Choose the days', hidden: true }));
  const typeInto = async (name: string, day: string) => {
    const field = await screen.findByRole('textbox', { name });
    await user.clear(field);
    await user.type(field, `${day}{Enter}`);
  };
  await typeInto('From', '20/6/26');
  expect(await screen.findByText('For 20 June 2026 to 28 June 2026.', {}, slowly)).toBeTruthy();
  await typeInto('From', '3 July 2026');
  expect(await screen.findByText('For 3 July 2026 to 3 July 2026.', {}, slowly)).toBeTruthy();
  expect(screen.queryByText(/^These days are over/)).toBeNull();
  await typeInto('To', '1.6.2026');
  expect(await screen.findByText('For 1 June 2026 to 1 June 2026.', {}, slowly)).toBeTruthy();
  expect(
    screen.getByText(
      'These days are over: what is here is what is open now, not what was open then.',
    ),
  ).toBeTruthy();
});

test('it is printed as the system prints PDFs, and kept where the owner says; closed, nothing is said', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/notes/handover');
  await screen.findByText(/^6 things are open/, {}, slowly);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  await waitFor(() => expect(made.machine.opened.length).toBe(1), { timeout: 20_000 });
  expect(
    readFileSync(made.machine.opened[0] ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(made.machine.opened[0]).toContain('Hand-over 15 June 2026 to 28 June 2026.pdf');
  const path = join(tempFolder(), 'sheet.xlsx');
  made.machine.picks.push([path]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Excel (.xlsx)', hidden: true }));
  expect(await screen.findByText(/sheet\.xlsx/, {}, { timeout: 20_000 })).toBeTruthy();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});
