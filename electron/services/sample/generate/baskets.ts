import type { SamplePerson } from './people.ts';
import type { SamplePlace } from './place/place.ts';
import { type ProductKind, priceIn, type SampleProduct } from './products.ts';
import type { Random } from './random.ts';

/** `quantity` is negative on a return; money in minor units. */
export type SampleLine = { product: SampleProduct; quantity: number; price: number };

/** Somebody buys, at the prices of the shop's `year`th year. */
export interface Purchase {
  readonly person: SamplePerson | null;
  readonly isForFeast: boolean;
  readonly year: number;
}

/** What one visit buys. */
export function basketOf(
  { person, isForFeast, year }: Purchase,
  { catalogue, money }: SamplePlace,
  random: Random,
): SampleLine[] {
  const quantities = new Map<SampleProduct, number>();
  const add = (kind: ProductKind, quantity: number) => {
    const products = catalogue[kind];
    // The first of a kind are the favourites, and everybody has a favourite of their own.
    const favourite = person === null ? 0 : (person.id * 3) % products.length;
    const skewed = Math.floor(products.length * random.next() ** 1.6);
    const index = random.chance(0.5) ? favourite : skewed;
    const product = products[index] ?? random.pick(products);
    quantities.set(product, (quantities.get(product) ?? 0) + quantity);
  };
  if (person?.id === 0) add('plan', 1);
  else if (person?.kind === 'business') fillForBusiness(person, isForFeast, random, add);
  else fillForPerson(person, isForFeast, random, add);
  return [...quantities].map(([product, quantity]) => ({
    product,
    quantity,
    price: priceIn(product, year, money.stepMinor),
  }));
}

type Add = (kind: ProductKind, quantity: number) => void;

function fillForBusiness(
  business: SamplePerson,
  isForFeast: boolean,
  random: Random,
  add: Add,
): void {
  if (isForFeast) {
    add('hamper', Math.max(2, Math.round(business.size * 2)));
    return;
  }
  add('kilo', Math.max(1, Math.round(random.logNormal(business.size, 0.25))));
  if (random.chance(0.4)) add('kilo', Math.max(1, Math.round(business.size / 3)));
  if (random.chance(0.15)) add('tool', 1);
}

function fillForPerson(
  person: SamplePerson | null,
  isForFeast: boolean,
  random: Random,
  add: Add,
): void {
  const size = person?.size ?? 0.8;
  if (isForFeast) add('hamper', Math.max(1, Math.round(size * random.integer(1, 2))));
  const wantsBeans = random.chance(person === null ? 0.15 : 0.5);
  if (wantsBeans) {
    add('bean', Math.max(1, Math.round(random.logNormal(size, 0.3))));
    if (random.chance(0.22)) add('bean', 1);
    if (random.chance(0.08)) add('tool', 1);
  }
  if (!wantsBeans || random.chance(0.3)) {
    add('drink', random.chance(0.35) ? 2 : 1);
    if (random.chance(0.25)) add('drink', 1);
    if (random.chance(0.55)) add('food', random.chance(0.3) ? 2 : 1);
  }
}

/** What is sent by post: no drinks and no food. */
export function parcelOf(
  { person, isForFeast, year }: Purchase,
  { catalogue, money }: SamplePlace,
  random: Random,
): SampleLine[] {
  const size = person?.size ?? 1;
  const lines: SampleLine[] = [];
  const add = (product: SampleProduct, quantity: number) => {
    lines.push({ product, quantity, price: priceIn(product, year, money.stepMinor) });
  };
  if (isForFeast) add(random.pick(catalogue.hamper), random.integer(1, 2));
  add(random.pick(catalogue.bean), Math.max(1, Math.round(random.logNormal(size * 1.3, 0.3))));
  if (random.chance(0.2)) add(random.pick(catalogue.tool), 1);
  return lines;
}
