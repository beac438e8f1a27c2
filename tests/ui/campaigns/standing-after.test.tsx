import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

/** What stands behind a word in the counts of a card. */
async function counted(card: string, what: string): Promise<string | null> {
  const region = await screen.findByRole('region', { name: card });
  const term = await within(region).findByText(what);
  return term.nextElementSibling?.textContent ?? null;
}

/** Bought twice within the days after the message. */
const meantTwice = 11;

test('a standing campaign shows the sales after its messages, with who and what is behind them', async () => {
  const made = await tempShop((raw) => {
    for (let index = 1; index <= 40; index += 1) {
      const customerId = addCustomer(raw, { name: `Orang ${index}` });
      const soldOn = addDays(today, -((index * 3) % 40));
      if (index % 4 !== 0) addSale(raw, { customerId, soldOn, revenueMinor: 1_000_000 * index });
    }
    raw.exec(`INSERT INTO standing_campaigns (name, occasion, days, definition, channel, text,
      rest_days, daily_limit, only_agreed, is_active, created_at)
      VALUES ('Birthdays', 'birthday', 0, '{"parts":[]}', 'sms', 'Hi', 0, 40, 0, 1, '')`);
    const turn = raw.prepare(`INSERT INTO standing_turns (standing_campaign_id, customer_id,
      occasion_on, state, decided_at, decided_on) VALUES (1, ?, ?, 'sent', ?, ?)`);
    for (let index = 1; index <= 35; index += 1) {
      const on = addDays(today, -40 + (index % 7));
      turn.run(index, on, on, on);
    }
    // Two who bought nothing were contacted twice.
    for (const index of [4, 8]) {
      const again = addDays(today, -20);
      turn.run(index, again, again, again);
    }
    // One bought again within the days; another brought something back and bought nothing.
    addSale(raw, { customerId: meantTwice, soldOn: addDays(today, -24), revenueMinor: 700_000 });
    const back = { kind: 'return', revenueMinor: -300_000 } as const;
    addSale(raw, { customerId: 12, soldOn: addDays(today, -30), ...back });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  // Customer by customer, as the rows above were made.
  const meant = Array.from({ length: 35 }, (_, at) => at + 1).filter((index) => {
    const after = 40 - (index % 7) - ((index * 3) % 40);
    return index % 4 !== 0 && after >= 0 && after <= 14;
  });
  const { user } = renderApp(made.app, '/campaigns/standing');
  await user.click(await screen.findByRole('link', { name: 'Sales after Birthdays' }));
  const card = 'Sales after the message';
  await waitFor(async () => expect(await counted(card, 'People contacted')).toBe('35'));
  const terms = screen.getAllByText('Messages sent').filter(({ tagName }) => tagName === 'DT');
  expect(terms.map((term) => term.nextElementSibling?.textContent)).toEqual(['37']);
  expect(await counted(card, 'Bought after it')).toBe(String(meant.length));
  expect(await counted(card, 'Their sales and returns')).toBe(String(meant.length + 2));
  const revenue = meant.reduce((sum, index) => sum + 10_000 * index, 7_000 - 3_000);
  const shown = await counted(card, 'Revenue of these');
  expect(shown?.replaceAll(/\D/g, '')).toBe(String(revenue));
  const share = Math.round((1000 * meant.length) / 35) / 10;
  const region = screen.getByRole('region', { name: card });
  expect(within(region).getByText(`That is ${share}% of the people contacted.`)).toBeTruthy();
  expect(within(region).getByText(/^Nobody is kept apart here/)).toBeTruthy();
  expect(region.textContent).toContain(
    'What came back within those days is taken off, also of earlier purchases; what comes back later is not.',
  );
  expect(region.textContent).toContain(
    'A sale can stand under several campaigns: do not add them up.',
  );
  expect(region.textContent).not.toMatch(/ROI|uplift/i);
  await user.click(
    within(region).getByRole('button', { name: `Bought after it: ${meant.length}, see who` }),
  );
  const dialog = await screen.findByRole('dialog');
  const people = within(dialog).getAllByRole('link', { name: /^Orang/ });
  expect(people.map((link) => Number(link.textContent?.slice(6))).sort((a, b) => a - b)).toEqual(
    meant,
  );
  const titles = () =>
    within(screen.getByRole('dialog'))
      .getAllByRole('columnheader')
      .map((title) => title.textContent ?? '');
  expect(titles()).toEqual(['Name', 'Message', 'First sale', 'Revenue in these days']);
  const rowOf = (name: string) =>
    within(screen.getByRole('dialog')).getByRole('link', { name }).closest('tr') as HTMLElement;
  const twice = within(rowOf(`Orang ${meantTwice}`)).getAllByRole('cell');
  expect(twice.at(-1)?.textContent?.replaceAll(/\D/g, '')).toBe(
    String(10_000 * meantTwice + 7_000),
  );
  await user.keyboard('{Escape}');
  await user.click(within(region).getByRole('button', { name: 'People contacted: 35, see who' }));
  await screen.findByRole('dialog');
  // Whoever only brought something back is led to that.
  const back = await within(rowOf('Orang 12')).findByRole('link', { name: /^Return 16 May 2026$/ });
  expect(back.getAttribute('href')).toMatch(/^\/sales\/\d+$/);
  await user.keyboard('{Escape}');
  await user.click(
    within(region).getByRole('button', { name: /^Their sales and returns: \d+, see who$/ }),
  );
  await screen.findByRole('dialog');
  expect(titles()).toEqual(['Name', 'Message', 'Sale', 'Revenue']);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('combobox', { name: 'Messages sent' }));
  await user.click(
    await screen.findByRole('option', { name: 'In the last 30 days', hidden: true }),
  );
  await waitFor(async () => expect(await counted(card, 'People contacted')).toBe('2'));
  expect(
    within(region).getByText(/^Too few to conclude anything from: fewer than 30/),
  ).toBeTruthy();
});

test('a day of one’s own begins with a name and words of its own, not with those of holidays', async () => {
  const made = await tempShop(finishShop);
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const { user } = renderApp(made.app, '/campaigns/standing/new');
  const choose = async (field: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: field }));
    await user.click(await screen.findByRole('option', { name: option, hidden: true }));
  };
  await choose('When', 'Holiday or a day of every year');
  const area = screen.getByLabelText<HTMLTextAreaElement>('Message');
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  expect(area.value).toContain('holidays');
  await choose('Which day', 'Own day');
  expect(name.value).toBe('Day of every year');
  expect(area.value).not.toContain('holiday');
  await choose('Which day', 'Christmas');
  expect(area.value).toContain('holidays');
  await user.clear(area);
  await user.type(area, 'Mine');
  await choose('Which day', 'Own day');
  expect(area.value).toBe('Mine');
});
