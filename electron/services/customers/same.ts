import { readApart } from '#db/queries/customers/apart.ts';
import {
  customersBroughtBy,
  keepPairs,
  keptPairs,
  peopleVersion,
} from '#db/queries/customers/kept-pairs.ts';
import { factsOfFew, type PairSide, pairSides, peopleFacts } from '#db/queries/customers/people.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { findSamePeople } from '#shared/domain/people/find-pairs.ts';
import { personOf, Sounds } from '#shared/domain/people/person.ts';
import type { SameReason, Surety } from '#shared/domain/people/score.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { TaskContext } from '../../context.ts';
import { peopleNear } from './near.ts';

/** A pair as it is kept until something is written. */
interface FoundPair {
  readonly a: number;
  readonly b: number;
  readonly surety: Surety;
  readonly score: number;
  readonly reasons: readonly SameReason[];
}

/** The surest of so many are kept: nobody works through more. */
const mostKept = 20_000;

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Looks through everybody, once for the records as they are. */
async function allPairs(ctx: TaskContext): Promise<readonly FoundPair[]> {
  const { raw } = ctx.open();
  const kept = keptPairs(raw);
  if (kept !== null) return kept as FoundPair[];
  const version = peopleVersion(raw);
  const sounds = new Sounds();
  const people = peopleFacts(raw, null).map((facts) => personOf(facts, sounds));
  const pairs = findSamePeople(people)
    .slice(0, mostKept)
    .map(({ a, b, likeness: { score, surety, reasons } }) => ({
      ...{ a: a.id, b: b.id, surety, score, reasons },
    }));
  await ctx.exclusive(async () =>
    raw.transaction(() => keepPairs(raw, version, pairs)).immediate(),
  );
  return pairs;
}

/** Pairs with one customer: of those found before where that still holds, else only they are looked at. */
async function pairsOf(ctx: TaskContext, id: CustomerId): Promise<readonly FoundPair[]> {
  const { raw, db } = ctx.open();
  const kept = keptPairs(raw) as FoundPair[] | null;
  if (kept !== null) return kept.filter(({ a, b }) => a === id || b === id);
  const [facts] = await factsOfFew(db, [id]);
  if (facts === undefined) return [];
  return (await peopleNear(db, facts)).map(({ person, surety, score, reasons }) => ({
    ...{ a: id, b: person.id, surety, score, reasons },
  }));
}

/** The one to be kept: whom the books hold, who bought more, who was there first. */
function isKept(
  a: PairSide & { readonly isLocked: 0 | 1 },
  b: PairSide & { readonly isLocked: 0 | 1 },
): boolean {
  if (a.isLocked !== b.isLocked) return a.isLocked === 1;
  if (a.purchases !== b.purchases) return a.purchases > b.purchases;
  return a.id < b.id;
}

function shown({ id, name, phone, city, purchases, lastPurchaseOn }: PairSide): PairSide {
  return { id: id as CustomerId, name, phone, city, purchases, lastPurchaseOn };
}

/** Records that may be one person, but for those of whom it was said that they are two. */
export async function findSame(
  ctx: TaskContext,
  { surety, of, importId, limit }: Parsed<'customers.same'>,
): Promise<Output<'customers.same'>> {
  const { raw, db } = ctx.open();
  const apart = new Set(
    (await readApart(db)).map(({ customerId, otherId }) => pairKey(customerId, otherId)),
  );
  const all = of === null ? await allPairs(ctx) : await pairsOf(ctx, of);
  const brought = importId === null ? null : customersBroughtBy(raw, importId);
  const isAsked = ({ a, b }: FoundPair) =>
    !apart.has(pairKey(a, b)) && (brought === null || brought.has(a) || brought.has(b));
  const open = all.filter(isAsked);
  const wanted = open.filter((pair) => surety === null || pair.surety === surety).slice(0, limit);
  const sides = await pairSides(
    db,
    wanted.flatMap(({ a, b }) => [a, b]),
  );
  const counts = { certain: 0, likely: 0, possible: 0 };
  for (const pair of open) counts[pair.surety] += 1;
  const pairs = wanted.flatMap(({ a, b, reasons, ...pair }) => {
    const [one, other] = [sides.get(a), sides.get(b)];
    if (one === undefined || other === undefined) return [];
    const [first, second] = isKept(one, other) ? [one, other] : [other, one];
    return [{ ...pair, reasons: [...reasons], kept: shown(first), other: shown(second) }];
  });
  return { pairs, counts };
}

/** What the task process does for records of one person. */
export const samePersonTasks = { 'customers.same': findSame };
