import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Facts = Input<'standing.create'>['facts'];

/** Six who bought 30 to 35 days ago; of the last nobody knows a number, the first has a birthday in two days. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (let index = 1; index <= 6; index += 1) {
      const phones = index === 6 ? [] : [`+62811000000${index}`];
      const id = addCustomer(raw, { name: `Orang ${index}`, phones });
      const soldOn = addDays(today, -29 - index);
      addLine(
        raw,
        addSale(raw, { customerId: id, soldOn, revenueMinor: 900 }),
        `Teh ${index}`,
        900,
      );
    }
    raw.exec(`UPDATE customers SET birthday_on = '1990-06-17' WHERE id = 1`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

const facts = {
  ...{ name: 'After a month', occasion: 'afterPurchase', days: 30, channel: 'whatsapp' },
  ...{ text: 'Hi {name}, how is {product}? {shop}', definition: { parts: [] } },
} satisfies Facts;

async function isActive(made: TempShop, parts: Partial<Facts> = {}): Promise<StandingCampaignId> {
  const { id } = await made.ask('standing.create', { facts: { ...facts, ...parts } });
  await made.ask('standing.switch', { id, isActive: true });
  return id;
}

/** The line of one on Today's card. */
async function lineOf(name: string): Promise<HTMLElement> {
  const card = await screen.findByRole('region', { name: 'Greet or remind today' });
  const line = (await within(card).findByRole('link', { name })).closest('li');
  if (line === null) throw new Error('No line.');
  return line;
}

test('one is written: the occasion brings its days and words, the counts open who they are, and it is switched on', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/campaigns');
  await user.click(await screen.findByRole('link', { name: 'Standing campaigns' }));
  await user.click(await screen.findByRole('button', { name: 'New standing campaign' }));
  await user.click(await screen.findByRole('combobox', { name: 'When' }));
  await user.click(
    await screen.findByRole('option', { name: 'Some days after the last purchase', hidden: true }),
  );
  expect(screen.getByLabelText<HTMLInputElement>('Days after').value).toBe('30');
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe(
    'Some days after the last purchase',
  );
  expect(screen.getByLabelText<HTMLInputElement>('Days of rest').value).toBe('14');
  const area = screen.getByLabelText<HTMLTextAreaElement>('Message');
  expect(area.value).toContain('{product|what you bought}');
  await user.clear(area);
  await user.type(area, 'Hi {{name}');
  const card = await screen.findByRole('region', { name: 'Whom it proposes' });
  const counted = (what: string) => within(card).getByText(what).nextElementSibling?.textContent;
  await waitFor(() => expect(within(card).getByText('Hi Orang 5')).toBeTruthy());
  expect(counted('Have their occasion now')).toBe('6');
  expect(counted('Cannot be reached this way')).toBe('−1');
  expect(counted('Due now and can be contacted')).toBe('5');
  expect(counted('Occasions in the 30 days after')).toBe('0');
  expect(within(card).getByText(/^On Today stand at most 40 a day by this way/)).toBeTruthy();
  await user.click(
    within(card).getByRole('button', { name: 'Cannot be reached this way: 1, see who' }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Cannot be reached this way: 1' });
  expect(within(dialog).getByRole('link', { name: 'Orang 6' })).toBeTruthy();
  // Bought on 11 May, due 30 days later, and shown for 14 more.
  const cells = within(dialog)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells.slice(-3)).toEqual(['11 May 2026', '10 Jun 2026', '24 Jun 2026']);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Save and switch on' }));
  await waitFor(async () =>
    expect((await made.ask('standing.list', {})).rows).toMatchObject([
      { isActive: true, facts: { occasion: 'afterPurchase', days: 30, text: 'Hi {name}' } },
    ]),
  );
  const list = await screen.findByRole('list', { name: 'Standing campaigns' });
  expect(within(list).getByText('30 days after the last purchase. WhatsApp.')).toBeTruthy();
  expect(within(list).getByText('Nobody had a turn yet')).toBeTruthy();
});

test('what somebody wrote stays when the occasion changes, and braces that are no field hold it back', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/campaigns/standing/new');
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Message');
  await user.clear(area);
  await user.type(area, 'Mine {{nam}');
  expect(await screen.findByText('A word in braces is no field')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  await user.click(screen.getByRole('combobox', { name: 'When' }));
  await user.click(
    await screen.findByRole('option', { name: 'Holiday or a day of every year', hidden: true }),
  );
  expect(area.value).toBe('Mine {nam}');
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe(
    'Holiday or a day of every year',
  );
  await user.clear(area);
  await user.type(area, 'Mine');
  const card = await screen.findByRole('region', { name: 'Whom it proposes' });
  // The next Idul Fitri after 15 June 2026.
  await waitFor(() =>
    expect(
      within(card).getByText('Next on 10 March 2027. It may move by a day when it is announced.'),
    ).toBeTruthy(),
  );
});

test('an own day is a day and a month without a year, also 29 February, and the list names it', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/campaigns/standing/new');
  const pick = async (field: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: field }));
    await user.click(await screen.findByRole('option', { name: option, hidden: true }));
  };
  await pick('When', 'Holiday or a day of every year');
  await pick('Which day', 'Own day');
  const day = screen.getByLabelText<HTMLInputElement>('Day');
  await pick('Month', 'August');
  await user.clear(day);
  await user.type(day, '31');
  await user.tab();
  // February has 29 days to choose from, and no 31st.
  await pick('Month', 'February');
  expect(day.value).toBe('29');
  const card = await screen.findByRole('region', { name: 'Whom it proposes' });
  expect(await within(card).findByText(/^Next on 28 February 2027\./u)).toBeTruthy();
  await user.clear(day);
  await user.type(day, '30');
  await user.tab();
  expect(screen.getByText('Write a whole number from 1 to 29.')).toBeTruthy();
  await user.clear(day);
  await user.type(day, '14');
  await user.tab();
  expect(await within(card).findByText(/^Next on 14 February 2027\./u)).toBeTruthy();
  const area = screen.getByLabelText<HTMLTextAreaElement>('Message');
  await user.clear(area);
  await user.type(area, 'Ours');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const list = await screen.findByRole('list', { name: 'Standing campaigns' });
  expect(within(list).getByText('14 February, 5 days before. WhatsApp.')).toBeTruthy();
});

test('Today proposes each with the reason and the words, opens the chat, and notes what it came to', async () => {
  const made = await shop();
  await isActive(made);
  const { user } = renderApp(made.app, '/today');
  const card = await screen.findByRole('region', { name: 'Greet or remind today' });
  expect(await within(card).findByText('5 people')).toBeTruthy();
  const names = within(card)
    .getAllByRole('link', { name: /^Orang/u })
    .map((link) => link.textContent);
  // Whose time is up first stands first: who bought longest ago.
  expect(names).toEqual(['Orang 5', 'Orang 4', 'Orang 3', 'Orang 2', 'Orang 1']);
  const line = await lineOf('Orang 2');
  // Bought 31 days ago; 30 days later it is due, and 14 days after that it goes.
  expect(
    within(line).getByText('Last bought on 15 May 2026: Teh 2. Shown until 28 June 2026.'),
  ).toBeTruthy();
  expect(within(line).getByText('Hi Orang 2, how is Teh 2? Sekar')).toBeTruthy();
  await user.click(within(line).getByRole('button', { name: 'WhatsApp: Orang 2' }));
  const text = encodeURIComponent('Hi Orang 2, how is Teh 2? Sekar');
  await waitFor(() =>
    expect(made.machine.opened).toEqual([`https://wa.me/628110000002?text=${text}`]),
  );
  await user.click(within(line).getByRole('button', { name: 'Sent to Orang 2' }));
  await waitFor(() => expect(within(card).queryByRole('link', { name: 'Orang 2' })).toBeNull());
  const told = await made.ask('interactions.timeline', { customerId: 2 as never });
  expect(JSON.stringify(told)).toContain('Hi Orang 2, how is Teh 2? Sekar');
  const gone = await lineOf('Orang 3');
  await user.click(within(gone).getByRole('button', { name: 'More for Orang 3' }));
  await user.click(
    await screen.findByRole('menuitem', { name: 'Do not write again', hidden: true }),
  );
  await waitFor(() => expect(within(card).queryByRole('link', { name: 'Orang 3' })).toBeNull());
  expect(within(card).getByText('3 people')).toBeTruthy();
  expect((await made.ask('standing.list', {})).rows[0]?.turns).toEqual({
    ...{ sent: 1, refused: 1, skipped: 0, unreachable: 0 },
  });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await within(card).findByRole('link', { name: 'Orang 3' })).toBeTruthy();
});

test('more than a day’s measure waits and is said, and a list is opened further', async () => {
  const made = await shop();
  const id = await isActive(made, { dailyLimit: 2 });
  renderApp(made.app, '/today');
  const card = await screen.findByRole('region', { name: 'Greet or remind today' });
  expect(await within(card).findByText('2 people')).toBeTruthy();
  expect(
    within(card).getByText(
      '3 more are due, but that is enough for today: your measure for a day is full.',
    ),
  ).toBeTruthy();
  await made.ask('standing.switch', { id, isActive: false });
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Greet or remind today' })).toBeNull(),
  );
});

test('the list says what its turns came to, opens them, and switches off', async () => {
  const made = await shop();
  const id = await isActive(made, { occasion: 'birthday', days: 5, name: 'Birthdays' });
  const turn = { id, customerId: 1 as never, on: '2026-06-17' };
  await made.ask('standing.decide', { ...turn, to: 'sent', text: 'Hi' });
  for (const customerId of [2, 3])
    await made.ask('standing.decide', {
      ...{ id, customerId: customerId as never, on: '2026-06-16', to: 'skipped' },
    });
  const { user } = renderApp(made.app, '/campaigns/standing');
  const list = await screen.findByRole('list', { name: 'Standing campaigns' });
  expect(within(list).getByText('5 days before the birthday. WhatsApp.')).toBeTruthy();
  expect(within(list).queryByRole('button', { name: 'Delete Birthdays' })).toBeNull();
  await user.click(within(list).getByRole('button', { name: '1 sent of 3 turns' }));
  const dialog = await screen.findByRole('dialog', { name: 'Birthdays: 3' });
  const rows = within(dialog)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows.slice(1)).toEqual([
    'Orang 316 Jun 202615 Jun 2026Skipped',
    'Orang 216 Jun 202615 Jun 2026Skipped',
    'Orang 117 Jun 202615 Jun 2026Sent',
  ]);
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('switch', { name: 'Birthdays is on' }));
  await waitFor(async () =>
    expect((await made.ask('standing.list', {})).rows).toMatchObject([{ isActive: false }]),
  );
});
