import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useProductOrder } from '#renderer/state/product-list.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}
beforeEach(() => useProductOrder.setState({ sort: 'revenue', descending: true }));

type Language = 'id' | 'en';

const goods = [
  { name: 'Kopi Gayo', sku: 'KG', unit: 'kg', category: 'Kopi', price: 4_500_000, cost: 3_000_000 },
  { name: 'Kopi Gajo', sku: null, unit: null, category: null, price: null, cost: null },
  { name: 'Teh Melati', sku: null, unit: null, category: 'Teh', price: 1_200_000, cost: null },
];
/** Figures that differ from each other, so that none can stand for another. */
const sold = [
  { product: 1, who: 1, on: '2026-02-03', pieces: 3, minor: 12_000_000 },
  { product: 1, who: 2, on: '2026-04-10', pieces: 7, minor: 31_500_000 },
  { product: 1, who: null, on: '2026-06-01', pieces: 5, minor: 24_000_000 },
  { product: 1, who: 1, on: '2026-06-02', pieces: -1, minor: -4_400_000 },
  { product: 2, who: 1, on: '2026-05-05', pieces: 2, minor: 8_600_000 },
];
type Sold = (typeof sold)[number];
const total = (rows: readonly Sold[], of: 'pieces' | 'minor') =>
  rows.reduce((sum, row) => sum + row[of], 0);
const ofProduct = (id: number) => sold.filter(({ product }) => product === id);

async function shop(language: Language = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const name of ['Ratna Kusuma', 'Bagas Putra']) addCustomer(raw, { name });
    for (const { name, sku, unit, category, price, cost } of goods)
      raw
        .prepare(
          `INSERT INTO products (name, name_key, sku, unit, category, price_minor, cost_minor, created_at)
           VALUES (?, lower(?), ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000Z')`,
        )
        .run(name, name, sku, unit, category, price, cost);
    for (const { product, who, on, pieces, minor } of sold) {
      const parts = { customerId: who, soldOn: on, revenueMinor: minor };
      const id = addSale(raw, pieces < 0 ? { ...parts, kind: 'return' } : parts);
      raw.exec(`INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
        VALUES (${id}, 0, ${product}, ${pieces * 10_000}, ${minor})`);
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  return made;
}

/** `Rp` is followed by a space that does not break. */
const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');
const tagOf = { id: 'id-ID', en: 'en-GB' } as const;
const number = (value: number, language: Language = 'en') =>
  new Intl.NumberFormat(tagOf[language], { maximumFractionDigits: 4 }).format(value);
const money = (minor: number, language: Language = 'en') =>
  `${minor < 0 ? '−' : ''}Rp ${number(Math.abs(Math.round(minor / 100)), language)}`;
const day = (iso: string, style: 'long' | 'medium', language: Language = 'en') =>
  new Intl.DateTimeFormat(tagOf[language], { dateStyle: style, timeZone: 'UTC' }).format(
    new Date(iso),
  );

function rows(): string[][] {
  const all = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return all.map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .map((cell) => said(cell.textContent)),
  );
}
const names = () => rows().map(([name]) => name);

/** The row of the list that a product should have. */
function rowOf(id: number): string[] {
  const { name, sku, category, unit, price, cost } = goods[id - 1] ?? expect.fail();
  const mine = ofProduct(id);
  const last = mine.filter(({ pieces }) => pieces > 0).at(-1)?.on;
  const quantity = number(total(mine, 'pieces'));
  return [
    `${name}${[sku, category].filter((part) => part !== null).join(', ')}`,
    price === null ? 'no price' : money(price),
    cost === null ? 'no cost' : money(cost),
    unit === null ? quantity : `${quantity} ${unit}`,
    money(total(mine, 'minor')),
    last === undefined ? 'never sold' : day(last, 'medium'),
  ];
}

test('every product is there with what it brought, in any order, and is opened by keyboard', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/sales');
  await user.click(await screen.findByRole('link', { name: 'Products' }));
  await screen.findByText('Teh Melati');
  expect(addresses.at(-1)).toBe('/sales/products');
  await waitFor(() => expect(rows()).toEqual([rowOf(1), rowOf(2), rowOf(3)]));
  expect(screen.getByText('3 products')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Last sold' }));
  await waitFor(() => expect(names()[0]).toBe(rowOf(1)[0]));
  await user.click(screen.getByRole('button', { name: 'Product' }));
  await waitFor(() => expect(rows()).toEqual([rowOf(2), rowOf(1), rowOf(3)]));
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/products/1'));
});

test('the list is narrowed by what is missing, and says how many that is', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/sales/products');
  await screen.findByText('Teh Melati');
  const count = (test: (one: (typeof goods)[number]) => boolean) => goods.filter(test).length;
  const noCost = count(({ cost }) => cost === null);
  const noPrice = count(({ price }) => price === null);
  expect(noCost).not.toBe(noPrice);
  await user.click(await screen.findByRole('button', { name: `Without a cost ${noCost}` }));
  await waitFor(() => expect(names()).toEqual([rowOf(2)[0], rowOf(3)[0]]));
  await user.click(screen.getByRole('button', { name: `Without a price ${noPrice}` }));
  await waitFor(() => expect(names()).toEqual([rowOf(2)[0]]));
  expect(addresses.at(-1)).toBe('/sales/products?lacks=cost&lacks=price');
  await user.type(screen.getByRole('textbox', { name: 'Find a product' }), 'zebra');
  await user.click(await screen.findByRole('button', { name: 'Show all products' }));
  await waitFor(() => expect(rows()).toHaveLength(3));
});

const words = {
  en: {
    sold: 'Sold',
    soldIn: (quantity: string, count: number) => `${quantity} kg in ${count} sales`,
    back: ['Came back', (quantity: string, amount: string) => `${quantity} kg, ${amount}`],
    revenue: 'Revenue',
    average: 'Average price',
    profit: ['Gross profit', (amount: string, share: string) => `${amount} (${share}% of revenue)`],
    last: 'Last sold',
    finding: (share: string, before: string, after: string) =>
      `The average price rose ${share}%: from ${before} in February 2026 to ${after} in June 2026`,
    nameless: (amount: string, quantity: string) =>
      `Without a customer: ${amount} from 1 sale, ${quantity} kg.`,
  },
  id: {
    sold: 'Terjual',
    soldIn: (quantity: string, count: number) => `${quantity} kg dalam ${count} penjualan`,
    back: ['Diretur', (quantity: string, amount: string) => `${quantity} kg, ${amount}`],
    revenue: 'Omzet',
    average: 'Harga rata-rata',
    profit: ['Laba kotor', (amount: string, share: string) => `${amount} (${share} % dari omzet)`],
    last: 'Terakhir terjual',
    finding: (share: string, before: string, after: string) =>
      `Harga rata-rata naik ${share} %: dari ${before} pada Februari 2026 menjadi ${after} pada Juni 2026`,
    nameless: (amount: string, quantity: string) =>
      `Tanpa pelanggan: ${amount} dari 1 penjualan, ${quantity} kg.`,
  },
} as const;

test.each(['en', 'id'] as const)('a product says what it brought (%s)', async (language) => {
  renderApp((await shop(language)).app, '/sales/products/1');
  const say = words[language];
  const mine = ofProduct(1);
  const [out, back] = [
    mine.filter(({ pieces }) => pieces > 0),
    mine.filter(({ pieces }) => pieces < 0),
  ];
  const revenue = total(mine, 'minor');
  const profit = revenue - 3_000_000 * total(mine, 'pieces');
  const each = ({ minor, pieces }: Sold) => minor / pieces;
  const [first, last] = [out[0], out.at(-1)].map((one) => each(one ?? expect.fail()));
  const factOf = async (name: string) =>
    said(
      (await screen.findAllByText(name, { selector: 'dt' }))[0]?.nextElementSibling?.textContent,
    );
  expect(await factOf(say.sold)).toBe(say.soldIn(number(total(out, 'pieces')), out.length));
  expect(await factOf(say.back[0])).toBe(
    say.back[1](number(-total(back, 'pieces')), money(-total(back, 'minor'), language)),
  );
  expect(await factOf(say.revenue)).toBe(money(revenue, language));
  expect(await factOf(say.average)).toBe(
    money(total(out, 'minor') / total(out, 'pieces'), language),
  );
  expect(await factOf(say.profit[0])).toBe(
    say.profit[1](money(profit, language), String(Math.round((profit / revenue) * 100))),
  );
  expect(await factOf(say.last)).toBe(day('2026-06-01', 'long', language));
  const share = String(Math.round(((last ?? 0) / (first ?? 1) - 1) * 100));
  const finding = say.finding(share, money(first ?? 0, language), money(last ?? 0, language));
  const card = (await screen.findAllByRole('heading', { level: 2 })).map((one) =>
    said(one.textContent),
  );
  expect(card).toContain(finding);
  const nobody = mine.filter(({ who }) => who === null);
  expect(said(document.body.textContent)).toContain(
    say.nameless(money(total(nobody, 'minor'), language), number(total(nobody, 'pieces'))),
  );
});

test.each([
  [
    'en',
    'Complaints per 100 sold',
    ' (2 complaints and claims since 1 Jul 2025)',
    /^From the lines that count up to today, without tax; .*shipping are not in it\. Profit takes today.s cost\.$/,
    /^Revenue adds up the lines that count up to today, returns taken off; .*shipping are not in it\.$/,
  ],
  [
    'id',
    'Keluhan per 100 terjual',
    ' (2 keluhan dan klaim sejak 1 Jul 2025)',
    /^Dari baris nota yang dihitung sampai hari ini, tanpa pajak; .*tidak ikut\. Laba memakai harga modal sekarang\.$/,
    /^Omzet menjumlahkan baris nota yang dihitung sampai hari ini, dikurangi retur; .*tidak ikut\.$/,
  ],
] as const)(
  'a product says how often something was wrong with it, and every figure what is in it (%s)',
  async (language, name, counted, rule, listRule) => {
    const made = await shop(language);
    for (const title of ['Apek', 'Pecah'])
      await made.ask('complaints.create', {
        channel: 'visit',
        title,
        words: title,
        productId: 1 as never,
      });
    const first = renderApp(made.app, '/sales/products/1');
    const [fact] = await screen.findAllByText(name, { selector: 'dt' });
    const sales = ofProduct(1).filter(({ pieces }) => pieces > 0);
    const rate = ((2 * 100) / total(sales, 'pieces')).toFixed(2);
    const said100 = language === 'id' ? rate.replace('.', ',') : rate;
    expect(fact?.nextElementSibling?.textContent).toBe(`${said100}${counted}`);
    expect(screen.getByText(rule)).toBeTruthy();
    first.unmount();
    renderApp(made.app, '/sales/products');
    expect(await screen.findByText(listRule)).toBeTruthy();
  },
);

test('its buyers are named with what each bought, and lead to them', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/sales/products/1');
  const table = await screen.findByRole('table', { name: 'Who buys it' });
  const of = (who: number, name: string, on: string) => {
    const mine = ofProduct(1).filter((one) => one.who === who);
    const count = mine.filter(({ pieces }) => pieces > 0).length;
    const quantity = `${number(total(mine, 'pieces'))} kg`;
    return [name, number(count), quantity, money(total(mine, 'minor')), day(on, 'medium')];
  };
  const shown = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => said(cell.textContent)));
  expect(shown).toEqual([of(2, 'Bagas Putra', '2026-04-10'), of(1, 'Ratna Kusuma', '2026-02-03')]);
  await user.click(within(table).getByRole('link', { name: 'Ratna Kusuma' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers/1'));
});

test('it is changed by keyboard as people write amounts, and a name that is taken is said beside it', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/products/3');
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog');
  const field = (name: string) => within(dialog).getByRole('textbox', { name });
  const type = async (name: string, text: string) => {
    await user.clear(field(name));
    await user.type(field(name), text);
  };
  await type('Cost', 'seribu');
  await type('Name', 'kopi gayo');
  expect(await within(dialog).findByText(/Write an amount such as/)).toBeTruthy();
  await type('Cost', '7,5rb');
  await type('Selling price', '25rb');
  await user.keyboard('{Enter}');
  expect(await within(dialog).findByText(/There is a product of this name already/)).toBeTruthy();
  await type('Name', 'Teh Melati Super');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Teh Melati Super saved.')).toBeTruthy();
  const { facts } = await made.ask('products.get', { id: 3 as never });
  expect(facts).toMatchObject({
    name: 'Teh Melati Super',
    priceMinor: 2_500_000,
    costMinor: 750_000,
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('heading', { level: 1, name: 'Teh Melati' });
});

test('two spellings are looked at side by side, merged, and taken apart again', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/products');
  await user.click(await screen.findByRole('button', { name: '1 pair looks alike' }));
  await user.click(await screen.findByRole('button', { name: 'Compare Kopi Gayo and Kopi Gajo' }));
  const table = await screen.findByRole('table', { name: 'Merge two spellings' });
  const row = (name: string) => {
    const head = within(table).getByRole('rowheader', { name });
    return [...(head.closest('tr')?.children ?? [])].slice(1).map((cell) => said(cell.textContent));
  };
  const lines = [ofProduct(1).length, ofProduct(2).length];
  expect(row('Name')).toEqual(['Kopi Gayo', 'Kopi Gajo']);
  expect(row('Selling price')).toEqual([money(4_500_000), '–']);
  expect(row('Lines of sales')).toEqual(lines.map((count) => number(count)));
  expect(said(screen.getByRole('dialog').textContent)).toContain(
    `${lines[1]} record of Kopi Gajo goes to Kopi Gayo.`,
  );
  await user.click(screen.getByRole('button', { name: 'Keep the other one' }));
  await waitFor(() => expect(row('Name')).toEqual(['Kopi Gajo', 'Kopi Gayo']));
  expect(said(screen.getByRole('dialog').textContent)).toContain(
    `${lines[0]} records of Kopi Gayo go to Kopi Gajo.`,
  );
  await user.click(screen.getByRole('button', { name: 'Keep the other one' }));
  await waitFor(() => expect(row('Name')).toEqual(['Kopi Gayo', 'Kopi Gajo']));
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(await screen.findByText('Kopi Gajo merged into Kopi Gayo.')).toBeTruthy();
  const revenue = total([...ofProduct(1), ...ofProduct(2)], 'minor');
  await waitFor(() => expect(screen.getByText(money(revenue))).toBeTruthy());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByText(money(total(ofProduct(2), 'minor')))).toBeTruthy());
});

test('a product that goes to the trash says how many sales still name it, and comes back', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/sales/products/1');
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(
    await screen.findByRole('menuitem', { name: 'Move to the trash', hidden: true }),
  );
  const count = ofProduct(1).length;
  expect(
    await screen.findByText(`Kopi Gayo moved to the trash. ${count} sales still name it.`),
  ).toBeTruthy();
  await waitFor(() => expect(addresses.at(-1)).toBe('/sales/products'));
  await waitFor(() => expect(names()).toEqual([rowOf(2)[0], rowOf(3)[0]]));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names()).toHaveLength(3));
});

test('a shop without products teaches where they come from', async () => {
  const made = await tempShop();
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  const { user, addresses } = renderApp(made.app, '/sales/products');
  await user.click(await screen.findByRole('button', { name: 'Bring in a file' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/import'));
  expect(today).toBe('2026-06-15');
});
