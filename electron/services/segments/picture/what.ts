import {
  type PicturedLine,
  type PicturedProduct,
  picturedBare,
  picturedLines,
  picturedProducts,
} from '#db/queries/segments/picture/bought.ts';
import type { PicturedThing } from '#shared/contract/segments/picture.ts';
import { fewestPeople, isFew, unsaidOf } from '#shared/domain/picture/few.ts';
import type { ReadContext } from '../../../context.ts';
import { among, besideOf, type Figures, type Sides } from './sides.ts';

const mostThings = 10;

/** What is called the same, with what it brought, who has it on a sale, and who bought it. */
interface Sums {
  readonly key: string | null;
  readonly name: string;
  minor: number;
  allMinor: number;
  readonly people: Set<number>;
  readonly buyers: Set<number>;
}

type Called = (product: PicturedProduct) => { key: string; name: string } | null;

/** Everything bought, by what it is called; what is called nothing is under null. */
function summed(
  products: readonly PicturedProduct[],
  lines: ReadonlyMap<number | null, readonly PicturedLine[]>,
  nameOf: Called,
): Sums[] {
  const sums = new Map<string | null, Sums>();
  for (const product of products) {
    const { key, name } = nameOf(product) ?? { key: null, name: '' };
    const sum = sums.get(key) ?? {
      ...{ key, name, minor: 0, allMinor: 0 },
      ...{ people: new Set<number>(), buyers: new Set<number>() },
    };
    sum.allMinor += product.minor;
    if (product.isIn === 1) sum.minor += product.minor;
    for (const { customerId, isBought } of lines.get(product.id) ?? []) {
      sum.people.add(customerId);
      if (isBought === 1) sum.buyers.add(customerId);
    }
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** Of all that is bought: what it came to, who has it on a sale, and how many of the members bought anything. */
interface Whole {
  readonly minor: number;
  readonly allMinor: number;
  readonly others: ReadonlySet<number>;
  readonly buyers: number;
  /** What the amounts come to may be told. */
  readonly isTold: boolean;
}

/** What is told of things: of none that a few bought, nor of one by which the rest would tell of a few. */
function toldThings(
  sides: Sides,
  sums: readonly Sums[],
  whole: Whole,
  hides: (key: string) => boolean,
) {
  const own = (ids: ReadonlySet<number>) => among(sides.members, ids);
  const things = sums
    .map((sum) => ({
      ...sum,
      count: Math.abs(sum.minor),
      all: sum.people,
      people: own(sum.people),
    }))
    .filter(({ people }) => people.size > 0)
    .sort((a, b) => b.minor - a.minor || a.name.localeCompare(b.name));
  const many = things
    .filter(({ key, buyers }) => key !== null && own(buyers).size >= fewestPeople && !hides(key))
    .slice(0, mostThings);
  const unsaid = unsaidOf(
    things,
    things.flatMap((one, at) => (many.includes(one) ? [] : [at])),
  );
  const shown = things.filter((_, at) => !unsaid.has(at));
  const hasOthers = sides.others.size >= fewestPeople && !isFew(whole.others.size);
  const rows = shown.map(({ name, minor, allMinor, all, buyers }): PicturedThing => {
    const isAllTold = hasOthers && !isFew(among(sides.others, all).size);
    return {
      ...{ name, minor: whole.isTold ? minor : null },
      share: whole.minor === 0 ? 0 : minor / whole.minor,
      allShare: !isAllTold || whole.allMinor === 0 ? null : allMinor / whole.allMinor,
      buyers: besideOf(sides, buyers, whole.buyers),
    };
  });
  const minor = shown.reduce((sum, one) => sum + one.minor, 0);
  return {
    sold: {
      rows,
      restMinor: whole.isTold ? whole.minor - minor : null,
      restThings: things.filter((one) => one.key !== null && !shown.includes(one)).length,
    },
    keys: new Set(shown.map(({ key }) => key)),
  };
}

function sumOf(rows: readonly { readonly minor: number }[]): number {
  return rows.reduce((sum, { minor }) => sum + minor, 0);
}

function categoryOf({ category }: PicturedProduct) {
  return category === null ? null : { key: category.toLowerCase(), name: category };
}

/** What they buy, beside what everybody does. `buyers`: how many of them bought anything. */
export async function whatFigures(
  { db }: ReadContext,
  sides: Sides,
  { through, buyers }: { readonly through: string; readonly buyers: number },
): Promise<Figures<'categories' | 'linesMinor' | 'products'>> {
  const products = await picturedProducts(db, [...sides.members], through);
  const lines = await picturedLines(db, through);
  const bare = await picturedBare(db);
  const byProduct = Map.groupBy(lines, ({ productId }) => productId);
  const ids = lines.map(({ customerId }) => customerId);
  const isTold = !isFew(among(sides.members, ids).size) && !isFew(among(sides.members, bare).size);
  const minor = sumOf(products.filter(({ isIn }) => isIn === 1));
  const whole: Whole = {
    ...{ minor, allMinor: sumOf(products), others: among(sides.others, ids), buyers, isTold },
  };
  const bySelf = summed(products, byProduct, ({ id, name }) =>
    id === null || name === null ? null : { key: String(id), name },
  );
  const { sold, keys } = toldThings(sides, bySelf, whole, () => false);
  const left = products.filter(({ id }) => !keys.has(String(id)));
  const leftOf = new Map(
    summed(left, byProduct, categoryOf).map(({ key, people }) => [
      key,
      among(sides.members, people).size,
    ]),
  );
  const categories = toldThings(sides, summed(products, byProduct, categoryOf), whole, (key) =>
    isFew(leftOf.get(key) ?? 0),
  );
  return {
    linesMinor: isTold ? minor : null,
    ...{ products: sold, categories: categories.sold },
  };
}
