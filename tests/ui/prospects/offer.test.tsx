import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { paperRows } from '#tests/support/read-paper.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function shop(worthMinor: number | null) {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Hotel Embun' });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const facts = { title: 'Breakfast', worthMinor, chancePercent: 40 };
  const { id } = await made.ask('prospects.create', { customerId: 1 as never, facts });
  return { made, id };
}

test('an offer is saved as a PDF, and the prospect moves on to Offer where it is meant to', async () => {
  const { made, id } = await shop(160_000_000);
  const path = join(tempFolder(), 'mine.pdf');
  made.machine.picks.push([path]);
  const { user } = renderApp(made.app, `/sales/prospects/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Offer as PDF' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/^Breakfast for Hotel Embun, Rp.1,600,000\.$/);
  expect(dialog.getByLabelText<HTMLInputElement>('Valid until').value).toBe('29 June 2026');
  dialog.getByText(/The note of the prospect is never on it\.$/);
  await user.type(dialog.getByLabelText('What the offer says'), 'Served at six.');
  await user.click(dialog.getByRole('button', { name: 'Save PDF' }));
  await screen.findByText('Saved in mine.pdf.');
  const rows = paperRows(readFileSync(path)).flat();
  expect(rows).toEqual(expect.arrayContaining([['Offer'], ['Served at six.']]));
  expect((await made.ask('prospects.get', { id })).prospect.stage).toBe('offer');
});

test('without a worth it says what is to be written first, and saves nothing', async () => {
  const { made, id } = await shop(null);
  const { user } = renderApp(made.app, `/sales/prospects/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Offer as PDF' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('Write its worth first (Edit): an offer says a price.');
  const save = dialog.getByRole<HTMLButtonElement>('button', { name: 'Save PDF' });
  expect(save.disabled).toBe(true);
  expect((await made.ask('prospects.get', { id })).prospect.stage).toBe('contact');
});
