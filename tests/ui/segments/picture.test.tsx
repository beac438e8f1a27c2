import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';

/** Thirty people, half of them in Sleman, where everybody has bought coffee twice, ten days apart. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (let index = 1; index <= 30; index += 1) {
      const city = index <= 15 ? 'Sleman' : 'Bantul';
      const customerId = addCustomer(raw, { name: `Orang ${index}`, city });
      for (const soldOn of ['2026-05-01', '2026-05-11']) {
        const sale = addSale(raw, { customerId, soldOn, revenueMinor: 100_000 });
        addLine(raw, sale, index <= 15 ? 'Biji kopi' : 'Gelas', 100_000);
      }
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const segment = (name: string, values: string[]) =>
    made.ask('segments.create', {
      name,
      definition: { match: 'all', parts: [{ field: 'city', isNot: false, values }], without: [] },
    });
  await segment('Orang Sleman', ['Sleman']);
  await segment('Tidak ada', ['Klaten']);
  return made;
}

const part = async (name: string) => plain(await screen.findByRole('region', { name }));

test('a segment’s picture is a click away, in words and figures, and names nobody', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/customers/segments');
  await user.click(
    (await screen.findAllByRole('button', { name: 'Buyer picture' }))[0] as HTMLElement,
  );
  expect(addresses.at(-1)).toBe('/customers/segments/1/picture');
  expect(await screen.findByRole('heading', { name: 'Buyer picture: Orang Sleman' })).toBeTruthy();
  expect(await screen.findByText('15 customers, 50% of all 30')).toBeTruthy();
  expect(await part('Who they are')).toContain('Businesses among them: 0 of 15 (0%)');
  expect(await part('Where they live')).toContain(
    'More live in Sleman than anywhere else: 15 of 15 (100%), against 0% of everybody else',
  );
  expect(await part('What they buy')).toContain(
    'First by revenue: Biji kopi, 100% of theirs and 50% of all customers’. Bought by 15 of 15 (100%), against 0% of everybody else',
  );
  expect(await part('When they buy')).toContain(
    'Typically 10 days pass from one purchase to the next; known of 15 of 15',
  );
  expect(await part('For how much')).toContain(
    'They brought IDR 30,000, 50% of what all customers brought',
  );
  expect(await part('What they complain about')).toContain('None of 15 has complained');
  expect(await part('What they praise, and what they ask for')).toContain(
    'Too few of them have said anything in reviews or surveys',
  );
  expect(document.querySelector('main')?.textContent).not.toMatch(/Orang \d/);
});

test('of a segment with too few people nothing is shown but how many they are', async () => {
  const made = await shop();
  renderApp(made.app, '/customers/segments/2/picture');
  expect(
    await screen.findByText(
      '0 customers are in it. A picture needs 5: of fewer it would show one of them',
    ),
  ).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Who they are' })).toBeNull();
});
