export type ProductKind = 'bean' | 'kilo' | 'drink' | 'food' | 'tool' | 'hamper' | 'plan';

/** Prices and costs in minor units, as of the shop's first year. */
export type SampleProduct = {
  code: string;
  name: string;
  category: string;
  kind: ProductKind;
  price: number;
  cost: number;
  /** 0 for none. */
  guaranteeMonths: number;
};

export type ProductRow = readonly [
  name: string,
  price: number,
  cost: number,
  guaranteeMonths?: number,
];

/** One kind of goods: its category, the first letters of its codes, and the goods in major units. */
export interface GoodsOfKind {
  readonly category: string;
  readonly prefix: string;
  readonly rows: readonly ProductRow[];
}

/** A shop's catalogue: about forty products, each with category, price, cost and guarantee. */
export function catalogueOf(
  goods: Record<ProductKind, GoodsOfKind>,
): Record<ProductKind, readonly SampleProduct[]> {
  const of = (kind: ProductKind) => productsOf(kind, goods[kind]);
  return {
    bean: of('bean'),
    kilo: of('kilo'),
    drink: of('drink'),
    food: of('food'),
    tool: of('tool'),
    hamper: of('hamper'),
    plan: of('plan'),
  };
}

function productsOf(kind: ProductKind, { category, prefix, rows }: GoodsOfKind): SampleProduct[] {
  return rows.map(([name, price, cost, guaranteeMonths = 0], index) => ({
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    name,
    category,
    kind,
    price: Math.round(price * 100),
    cost: Math.round(cost * 100),
    guaranteeMonths,
  }));
}

/** The price in the shop's `year`th year (0 the first): six per cent up each, to the next step. */
export function priceIn(product: SampleProduct, year: number, stepMinor: number): number {
  if (product.kind === 'plan') return product.price;
  return Math.ceil((product.price * 1.06 ** year) / stepMinor) * stepMinor;
}
