import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { ProductCursor, ProductRow } from '#shared/contract/products/list.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

type Filter = NonNullable<Input<'products.list'>['filter']>;
type Order = NonNullable<Input<'products.list'>['order']>;

interface Product {
  readonly id: number;
  readonly name: string;
  readonly sku: string | null;
  readonly category: string | null;
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  readonly isActive: boolean;
  readonly hasGuarantee: boolean;
  readonly isGone: boolean;
}
interface Line {
  readonly product: number | null;
  readonly kind: 'sale' | 'return';
  readonly counts: boolean;
  readonly soldOn: string;
  readonly quantityE4: number;
  readonly minor: number;
  readonly tax: number;
  /** The tax is in the amount, not on top of it. */
  readonly holdsTax: boolean;
}

const words = ['Kopi', 'Teh', 'Gula', 'Susu', 'Madu'];
const kinds = ['Gayo', 'Melati', 'Aren', 'Bubuk', 'Hutan', 'Murni'];

let shop: DirectShop;
let products: Product[] = [];
let lines: Line[] = [];

function fill(): void {
  const draw = drawFrom(11);
  const { raw } = shop;
  for (let id = 1; id <= 30; id += 1) {
    const product: Product = {
      id,
      name: `${words[draw(words.length)]} ${kinds[draw(kinds.length)]} ${id}`,
      sku: draw(2) === 0 ? `SKU-${id}` : null,
      category: [null, 'Minuman', 'Bahan'][draw(3)] ?? null,
      priceMinor: draw(2) === 0 ? 100 * id : null,
      costMinor: draw(2) === 0 ? 60 * id : null,
      isActive: draw(4) > 0,
      hasGuarantee: draw(3) === 0,
      isGone: draw(9) === 0,
    };
    products.push(product);
    raw
      .prepare(
        `INSERT INTO products (name, name_key, sku, category, price_minor, cost_minor, is_active,
           created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?)`,
      )
      .run(
        ...[product.name, product.name.toLowerCase(), product.sku, product.category],
        ...[product.priceMinor, product.costMinor, product.isActive ? 1 : 0],
        product.isGone ? '2026-06-01' : null,
      );
    if (product.hasGuarantee)
      raw
        .prepare(
          `INSERT INTO guarantee_policies (product_id, months, covers, created_at)
           VALUES (?, 6, 'mesin', '')`,
        )
        .run(id);
  }
  for (let sale = 1; sale <= 200; sale += 1) {
    const kind = draw(7) === 0 ? 'return' : 'sale';
    const status = ['completed', 'processing', 'unpaid', 'cancelled'][draw(4)] ?? '';
    const soldOn = addDays(today, 5 - draw(300));
    const isSold = status === 'completed' || status === 'processing';
    const isDeleted = draw(15) === 0;
    const holdsTax = sale % 2 === 0;
    raw
      .prepare(
        `INSERT INTO sales (match_key, sold_on, kind, status, total_minor, revenue_minor,
           is_purchase, created_at, deleted_at, tax_mode) VALUES ('', ?, ?, ?, 1, ?, 0, '', ?, ?)`,
      )
      .run(
        ...[soldOn, kind, status, kind === 'return' ? -1 : 1, isDeleted ? '2026-06-01' : null],
        holdsTax ? 'inclusive' : 'exclusive',
      );
    for (let position = 0; position < 1 + draw(3); position += 1) {
      const line: Line = {
        // The last five are never sold.
        product: draw(10) === 0 ? null : 1 + draw(25),
        kind,
        counts: !isDeleted && soldOn <= today && (kind === 'return' || isSold),
        soldOn,
        quantityE4: 2500 * (1 + draw(20)),
        minor: 10 * (1 + draw(500)),
        tax: draw(3),
        holdsTax,
      };
      lines.push(line);
      // A file may say what came back with a minus or without.
      const sign = kind === 'return' && draw(2) === 0 ? -1 : 1;
      raw
        .prepare(
          `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor, tax_minor)
           VALUES (?, ?, ?, ?, ?, ?)`,
        )
        .run(
          sale,
          position,
          line.product,
          sign * line.quantityE4,
          sign * line.minor,
          sign * line.tax,
        );
    }
  }
}

beforeEach(async () => {
  shop = await directShop();
  products = [];
  lines = [];
  shop.raw.transaction(fill)();
});

/** What the plain lists come to. */
function figuresOf(id: number) {
  const mine = lines.filter(({ product, counts }) => product === id && counts);
  const sum = (of: (line: Line) => number) =>
    mine.reduce((total, line) => total + (line.kind === 'return' ? -1 : 1) * of(line), 0);
  const days = mine.filter(({ kind }) => kind === 'sale').map(({ soldOn }) => soldOn);
  return {
    revenueMinor: sum(({ minor, tax, holdsTax }) => (holdsTax ? minor - tax : minor)),
    quantityE4: sum(({ quantityE4 }) => quantityE4),
    lastSoldOn: days.sort().at(-1) ?? null,
  };
}

async function listed(filter: Filter, order: Order = {}): Promise<ProductRow[]> {
  const rows: ProductRow[] = [];
  let after: ProductCursor | null = null;
  do {
    const page: { rows: ProductRow[]; next: ProductCursor | null } = await shop.ask(
      'products.list',
      { filter, order, after, limit: 4 },
    );
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

const filters: readonly (readonly [string, Filter, (product: Product) => boolean])[] = [
  ['nothing', {}, () => true],
  ['part of a name', { search: ' gay' }, ({ name }) => name.includes('Gay')],
  ['part of a code', { search: 'sku-1' }, ({ sku }) => sku?.startsWith('SKU-1') === true],
  ['a category', { category: 'Bahan' }, ({ category }) => category === 'Bahan'],
  ['still sold', { standing: 'active' }, ({ isActive }) => isActive],
  ['not sold any more', { standing: 'inactive' }, ({ isActive }) => !isActive],
  ['no price', { lacks: ['price'] }, ({ priceMinor }) => priceMinor === null],
  ['no cost', { lacks: ['cost'] }, ({ costMinor }) => costMinor === null],
  ['no guarantee', { lacks: ['guarantee'] }, ({ hasGuarantee }) => !hasGuarantee],
  [
    'several things at once',
    { lacks: ['price', 'cost'], standing: 'active', search: 'i' },
    (one) =>
      one.priceMinor === null && one.costMinor === null && one.isActive && /i/.test(one.name),
  ],
  ['what none is called', { search: 'zebra' }, () => false],
];

describe('the list of products', () => {
  it.each(filters)(
    'leaves by %s what the plain list has, with its sums',
    async (_, filter, isMeant) => {
      const meant = products.filter((one) => !one.isGone && isMeant(one));
      const rows = await listed(filter, { sort: 'name', descending: false });
      const byName = (a: Product, b: Product) =>
        a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
      expect(rows).toEqual(
        [...meant].sort(byName).map(({ isGone: _gone, ...one }) => ({
          ...one,
          unit: null,
          ...figuresOf(one.id),
        })),
      );
      expect((await shop.ask('products.summary', { filter })).count).toBe(meant.length);
    },
  );

  it.each([
    ['revenue', (id: number) => figuresOf(id).revenueMinor],
    ['lastSold', (id: number) => Date.parse(figuresOf(id).lastSoldOn ?? '1970-01-01')],
  ] as const)('is put in the order of %s, either way, page by page', async (sort, figure) => {
    const meant = products.filter(({ isGone }) => !isGone).map(({ id }) => id);
    const expected = [...meant].sort((a, b) => figure(b) - figure(a) || b - a);
    const ids = async (descending: boolean) =>
      (await listed({}, { sort, descending })).map(({ id }) => id);
    expect(await ids(true)).toEqual(expected);
    expect(await ids(false)).toEqual(expected.toReversed());
    const [first] = await listed({}, { sort, descending: true });
    expect(first).toMatchObject(figuresOf(first?.id ?? 0));
  });

  it('counts what is missing, whatever it is narrowed to', async () => {
    const there = products.filter(({ isGone }) => !isGone);
    const count = (test: (one: Product) => boolean) => there.filter(test).length;
    const categories = ['Bahan', 'Minuman']
      .map((value) => ({ value, count: count(({ category }) => category === value) }))
      .sort((a, b) => b.count - a.count);
    expect(await shop.ask('products.summary', { filter: { search: 'kopi' } })).toEqual({
      count: count(({ name }) => name.startsWith('Kopi')),
      all: there.length,
      inactive: count(({ isActive }) => !isActive),
      withoutPrice: count(({ priceMinor }) => priceMinor === null),
      withoutCost: count(({ costMinor }) => costMinor === null),
      withoutGuarantee: count(({ hasGuarantee }) => !hasGuarantee),
      categories,
    });
  });
});
