import { namesOf, receivers } from '#db/queries/campaigns/whom.ts';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import type { CustomerId } from '#shared/ids.ts';
import { textTo } from '../check.ts';
import {
  type Asked,
  comingOccasions,
  nextOfSeason,
  type Occasioned,
  openOccasions,
  proposedFrom,
} from './occasions.ts';

const previewed = 3;

async function previews(
  ctx: Asked,
  facts: StandingFacts,
  people: readonly Occasioned[],
): Promise<Output<'standing.check'>['previews']> {
  const shown = people.slice(0, previewed);
  const ids = shown.map(({ id }) => id);
  const to = new Map((await receivers(ctx.db, ids, facts.channel)).map((one) => [one.id, one]));
  return shown.flatMap(({ id: customerId, on, product }) => {
    const one = to.get(customerId);
    if (one === undefined) return [];
    const text = textTo(ctx, facts.text, { ...one, product: product ?? one.product });
    const { called: name, reach } = one;
    return [{ customerId, name, reach, text, ...proposedFrom(facts, on) }];
  });
}

/** Whom facts that are being written lead to, today and in the days after. */
export async function checkStanding(
  ctx: Asked,
  { facts, id }: Parsed<'standing.check'>,
): Promise<Output<'standing.check'>> {
  const open = await openOccasions(ctx, { facts, standingId: id });
  const coming = await comingOccasions(ctx, { facts, standingId: id });
  const proposed = open.filter(({ why }) => why === null);
  const counts = leftOutReasons.map((reason) => [
    reason,
    open.filter(({ why }) => why === reason).length,
  ]);
  const reachable = [...proposed, ...coming.filter(({ why }) => why === null)];
  return {
    open: open.length,
    leftOut: Object.fromEntries(counts) as Output<'standing.check'>['leftOut'],
    proposed: proposed.length,
    coming: coming.length,
    seasonOn: nextOfSeason(facts, ctx.today),
    previews: await previews(ctx, facts, reachable),
  };
}

/** Who is behind one of those counts. */
export async function checkedStanding(
  ctx: Asked,
  { facts, id, of, limit }: Parsed<'standing.checked'>,
): Promise<Output<'standing.checked'>> {
  const wanted = { facts, standingId: id };
  const all =
    of === 'coming'
      ? await comingOccasions(ctx, wanted)
      : (await openOccasions(ctx, wanted)).filter(
          ({ why }) => why === (of === 'proposed' ? null : of),
        );
  const page = all.slice(0, limit);
  const ids: CustomerId[] = page.map((one) => one.id);
  const names = new Map((await namesOf(ctx.db, ids)).map((one) => [one.customerId, one.name]));
  return {
    count: all.length,
    rows: page.map((one) => ({
      customerId: one.id,
      name: names.get(one.id) ?? '',
      ...proposedFrom(facts, one.on),
    })),
  };
}
