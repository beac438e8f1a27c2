import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { card, plain } from '#tests/support/worth/cards.ts';

const question = 'Who is slipping away?';

/** Some come every `gap` days up to today; others bought once, or twice eight days apart, and then no more. */
async function shopOf(regulars: number, once: number, gap: number): Promise<TempShop> {
  const shop = await tempShop((raw: RawHandle) => {
    const add = (name: string, days: readonly number[]) => {
      const customerId = addCustomer(raw, { name, phones: [`+62812555${1000 + days.length}`] });
      for (const ago of days)
        addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 500_000 });
    };
    for (let index = 0; index < regulars; index += 1) add(`Tetap ${index}`, [2 * gap, gap, 0]);
    for (let index = 0; index < once; index += 1) add(`Sekali ${index}`, [15 + index]);
    add('Dua kali', [23, 15]);
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return shop;
}

const notes = () =>
  within(card(question))
    .getAllByRole('listitem')
    .map((item) => plain(item));
const gone =
  'Who last bought more than 12 months ago is named up to twice that silence only; after it they have left.';
const rule =
  'Too long is more than one and a half times their own longest pause so far; for who bought on four days or more, more than three of their average pauses too. A week or less is never too long.';

test('who bought on a day or two is named by how soon people come again here, and why is said everywhere', async () => {
  const { app } = await shopOf(25, 3, 10);
  const { user } = renderApp(app, '/insights/who');
  await screen.findByText(question);
  expect(notes()).toEqual([
    rule,
    'Who bought on one or two days is named after 10 days at the earliest: of those who come a second time, nine of ten have come by then.',
    gone,
  ]);
  const rows = within(card(question)).getAllByRole('row').slice(1);
  const cells = rows.map((row) => [...row.querySelectorAll('th, td')].slice(0, 5).map(plain));
  expect(cells.map(([name, , usual, silent]) => [name, usual, silent])).toEqual([
    ['Dua kali', 'bought on 2 days', '15 days'],
    ['Sekali 0', 'bought on 1 day', '15 days'],
    ['Sekali 1', 'bought on 1 day', '16 days'],
    ['Sekali 2', 'bought on 1 day', '17 days'],
  ]);
  await user.click(within(card(question)).getByRole('button', { name: 'Contact one by one' }));
  const dialog = await screen.findByRole('dialog', { name: '1 of 4' });
  expect(plain(dialog)).toContain('Bought on 2 days only, silent for 15 days');
  await user.keyboard('{Escape}');
  await user.click(within(card(question)).getByRole('link', { name: 'Sekali 1' }));
  await screen.findByText('Bought on 1 day only, silent for 16 days');
  expect(await screen.findByText('Slipping away')).toBeTruthy();
});

test('Today says of how many days the alarm is', async () => {
  const { app } = await shopOf(25, 1, 10);
  renderApp(app, '/today');
  const region = await screen.findByRole('region', { name: 'Slipping away' });
  expect(within(region).getByText('Bought on 2 days only, silent for 15 days')).toBeTruthy();
  expect(within(region).getByText('Bought on 1 day only, silent for 15 days')).toBeTruthy();
});

test('where most never come again, nobody is named after one day, and it says so', async () => {
  const { app } = await shopOf(21, 40, 10);
  renderApp(app, '/insights/who');
  await screen.findByText(question);
  expect(notes()[1]).toBe(
    'Who bought on two days is named after 10 days at the earliest: of those who come a second time, nine of ten have come by then. Who bought on one day is not named, because no more than half come a second time.',
  );
  expect(within(card(question)).getAllByRole('row')).toHaveLength(2);
  within(card(question)).getByRole('link', { name: 'Dua kali' });
});

test('where too few came again, neither is named, and nobody is a sentence', async () => {
  const { app } = await shopOf(18, 3, 10);
  renderApp(app, '/insights/who');
  await screen.findByText(question);
  expect(notes()[1]).toBe(
    'Who bought on one or two days is not named: fewer than 20 customers have come a second time, too few to say how long that takes here.',
  );
  expect(plain(within(card(question)).getByRole('heading', { level: 2 }))).toBe(
    'Nobody is slipping away: nobody has been silent for longer than their own rhythm allows, except those who left long ago.',
  );
});
