import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CampaignId, CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Twelve; of the first nobody knows a number or a street, the second wants no offers. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const live = raw.prepare(
      `INSERT INTO addresses (customer_id, street, city) VALUES (?, ?, 'Bandung')`,
    );
    for (let index = 1; index <= 12; index += 1) {
      const phones = index === 1 ? [] : [`+62811000${String(index).padStart(4, '0')}`];
      const id = addCustomer(raw, { name: `Orang ${index}`, phones });
      if (index > 1) live.run(id, index === 3 ? 'W '.repeat(900) : `Jl. Mawar ${index}`);
      if (index > 4) addSale(raw, { customerId: id, soldOn: today, revenueMinor: 5_000_000 });
    }
    raw.exec(`INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
      VALUES (2, 'offers', 0, '2026-01-01', 'shop', '')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

async function started(made: TempShop, channel: 'call' | 'letter'): Promise<CampaignId> {
  const facts = { name: 'June', channel, text: 'Hi {name|there}', definition: { parts: [] } };
  const { id } = await made.ask('campaigns.create', { facts: { ...facts, heldPercent: 0 } });
  await made.ask('campaigns.start', { id });
  return id;
}

/** What stands behind a word in the counts of a card. */
async function counted(card: string, what: string): Promise<string | null> {
  const region = await screen.findByRole('region', { name: card });
  const term = await within(region).findByText(what);
  return term.nextElementSibling?.textContent ?? null;
}

test('a phone list says who is on it and who not and why, before it is printed', async () => {
  const made = await shop();
  const id = await started(made, 'call');
  const { user } = renderApp(made.app, `/campaigns/${id}`);
  const card = 'Phone list';
  const lines = [
    ['On the list of this campaign', '12'],
    ['Want no offers', '−1'],
    ['No number that can be called', '−1'],
    ['On this paper', '10'],
  ] as const;
  for (const [what, count] of lines) expect(await counted(card, what), what).toBe(count);
  const most = screen.getByLabelText('How many');
  await user.clear(most);
  await user.type(most, '4{Enter}');
  await waitFor(async () => expect(await counted(card, 'On this paper')).toBe('4'));
  expect(await counted(card, 'Wait for a later list')).toBe('−6');
  await user.click(screen.getByRole('button', { name: 'Print the phone list' }));
  expect(
    await screen.findByText(
      'Handed to the program for PDF files: print it there. If nothing opens, save it as PDF. 4 people, 1 page.',
    ),
  ).toBeTruthy();
  expect(made.machine.opened[0]).toMatch(/Phone list June\.pdf$/);
  // The calls are worked by keys of their own.
  expect(screen.getByRole('button', { name: /^No more offers/ })).toBeTruthy();
  await user.keyboard('2');
  await waitFor(async () =>
    expect((await made.ask('campaigns.get', { id })).standing.sent).toBe(1),
  );
});

test('letters are booked as sent at once and taken back as one; a label that has no room is said', async () => {
  const made = await shop();
  const id = await started(made, 'letter');
  const { user } = renderApp(made.app, '/today');
  expect(await screen.findByText('10 people have not had their turn')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'June' }));
  expect(await counted('Letters', 'No address with a street')).toBe('−1');
  expect(await counted('Letters', 'On this paper')).toBe('10');
  expect(await counted('Address labels', 'Address too long for this label')).toBe('−1');
  expect(await counted('Address labels', 'On this paper')).toBe('9');
  const from = screen.getByLabelText('Begin at label');
  await user.clear(from);
  await user.type(from, '20{Enter}');
  const path = `${made.folder}/labels.pdf`;
  made.machine.picks.push([path]);
  await user.click(screen.getByRole('button', { name: 'Save labels as PDF' }));
  // Two on the sheet that was begun, seven on the next.
  expect(await screen.findByText(/labels\.pdf.* 9 people, 2 pages\.$/)).toBeTruthy();
  // Nothing is opened for one: a letter is printed.
  expect(screen.queryByRole('button', { name: /^Open|^Call/ })).toBeNull();
  const letters = screen.getByRole('region', { name: 'Letters' });
  // Nothing is booked before it is printed.
  expect(screen.queryByRole('button', { name: /^Book/ })).toBeNull();
  expect(letters.textContent).toContain('Print or save the letters first.');
  await user.click(screen.getByRole('button', { name: 'Print letters' }));
  await screen.findByRole('button', { name: 'Book 10 letters as sent' });
  expect(letters.textContent).toMatch(
    /books exactly the letters last printed or saved: 10 people, \d+ \w+ \d{4} \d\d:\d\d\./,
  );
  expect(letters.textContent).toContain('Print the labels before you book');
  // Since the print one said no and would get no letter now; another had a turn by hand.
  const facts = { purpose: 'offers', isGiven: false, on: today, way: 'shop' } as const;
  await made.ask('privacy.addConsent', { customerId: 8 as CustomerId, facts });
  const { member } = await made.ask('campaigns.next', { id });
  await made.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'unreachable' });
  await waitFor(async () => expect(await counted('Letters', 'On this paper')).toBe('8'));
  expect(letters.textContent).toContain('1 of that print had a turn since or is gone');
  await user.click(screen.getByRole('button', { name: 'Book 9 letters as sent' }));
  await waitFor(async () =>
    expect(await made.ask('campaigns.get', { id })).toMatchObject({
      ...{ state: 'done', standing: { sent: 9, waiting: 0 } },
    }),
  );
  const toast = (await screen.findByText(/^9 letters booked as sent\. 1 of that print/)).closest(
    '[role]',
  );
  await user.click(within(toast as HTMLElement).getByRole('button', { name: /Undo/ }));
  await waitFor(async () =>
    expect(await made.ask('campaigns.get', { id })).toMatchObject({
      ...{ state: 'running', standing: { sent: 0, waiting: 9 } },
    }),
  );
  expect(await screen.findByRole('button', { name: 'Book 9 letters as sent' })).toBeTruthy();
});

test('the first screen counts whose turn has not come, though one of them can get no letter now', async () => {
  const made = await shop();
  const id = await started(made, 'letter');
  const facts = { purpose: 'offers', isGiven: false, on: today, way: 'shop' } as const;
  await made.ask('privacy.addConsent', { customerId: 8 as CustomerId, facts });
  expect(await made.ask('campaigns.onPaper', { id, what: 'letters' })).toMatchObject({ people: 9 });
  renderApp(made.app, '/today');
  expect(await screen.findByText('10 people have not had their turn')).toBeTruthy();
});

test('where every address is too long for a label, that is said, and not that nobody waits', async () => {
  const made = await tempShop((raw) => {
    const id = addCustomer(raw, { name: 'Ani' });
    raw
      .prepare('INSERT INTO addresses (customer_id, street) VALUES (?, ?)')
      .run(id, 'W '.repeat(900));
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const id = await started(made, 'letter');
  renderApp(made.app, `/campaigns/${id}`);
  expect(await counted('Address labels', 'Address too long for this label')).toBe('−1');
  expect(await counted('Address labels', 'On this paper')).toBe('0');
  expect(screen.queryByText(/^Nobody waits now/)).toBeNull();
});
