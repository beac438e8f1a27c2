import {
  type Brought,
  broughtFigures,
  firstBrought,
  referrersAbove,
} from '#db/queries/referrals/tree.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { BroughtPerson } from '#shared/contract/referrals/referrals.ts';
import type { ReadContext } from '../../context.ts';
import { rewardHandlers } from './rewards.ts';

/** So many of whom one brought are shown, by how far below: the others are in the list. */
const mostShown = [6, 3, 3] as const;

type Below = ReadonlyMap<number, readonly Brought[]>;

/** The tree level by level; nobody stands in it twice. */
async function levelsBelow(ctx: ReadContext, id: number): Promise<Below> {
  const below = new Map<number, readonly Brought[]>();
  const seen = new Set<number>([id]);
  let level: readonly number[] = [id];
  for (const most of mostShown) {
    const found = await firstBrought(ctx.db, level, most);
    const fresh = found.filter((one) => !seen.has(one.id));
    for (const [by, people] of Map.groupBy(fresh, (one) => one.by)) below.set(by, people);
    level = fresh.map((one) => one.id);
    for (const one of level) seen.add(one);
  }
  return below;
}

function treeOf(id: number, below: Below, depth = 1): BroughtPerson[] {
  return (below.get(id) ?? []).flatMap(({ by, ...person }) => {
    const hidden = person.brought - (below.get(person.id)?.length ?? 0);
    return [{ ...person, depth, hidden }, ...treeOf(person.id, below, depth + 1)];
  });
}

/** Who brought a customer, and whom the customer brought. */
async function referralsOf(
  ctx: ReadContext,
  { id }: Parsed<'referrals.ofCustomer'>,
): Promise<Output<'referrals.ofCustomer'>> {
  const below = await levelsBelow(ctx, id);
  const figures = await broughtFigures(ctx.db, id);
  return {
    by: await referrersAbove(ctx.db, id),
    ...figures,
    tree: treeOf(id, below),
    hidden: figures.direct.count - (below.get(id)?.length ?? 0),
  };
}

/** What main does for the channels of who brought whom. */
export const referralHandlers = { ...rewardHandlers, 'referrals.ofCustomer': referralsOf };
