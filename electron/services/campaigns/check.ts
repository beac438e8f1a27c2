import {
  countNever,
  type LeavingOut,
  namesOf,
  type Receiver,
  receivers,
  type SortedOut,
  sortOut,
} from '#db/queries/campaigns/whom.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { heldOf } from '#shared/domain/campaigns/draw.ts';
import { fillCampaign, neededFields } from '#shared/domain/campaigns/merge.ts';
import { countWords } from '#shared/domain/replies/check-shape.ts';
import { leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import type { ReadContext } from '../../context.ts';
import type { Asking } from '../segments/reckoned.ts';
import { wheresOf } from '../segments/whom.ts';

const previewed = 5;

/** By what facts leave people out. */
export function leavingOut(
  facts: CampaignFacts,
  today: string,
  campaignId: number | null,
): LeavingOut {
  const { channel, restDays, onlyAgreed, subject, text } = facts;
  const needed = neededFields(channel === 'email' ? `${subject}\n${text}` : text);
  return { channel, restDays, onlyAgreed, needed, today, campaignId };
}

/** Everybody whom the facts lead to, and why some of them are left out. */
export async function sortedOut(
  ctx: Asking,
  facts: CampaignFacts,
): Promise<{ readonly reachable: readonly SortedOut[]; readonly leftOut: readonly SortedOut[] }> {
  const wheres = await wheresOf(ctx, facts.definition);
  const all = await sortOut(ctx.db, wheres, leavingOut(facts, ctx.today, null));
  return {
    reachable: all.filter(({ why }) => why === null),
    leftOut: all.filter(({ why }) => why !== null),
  };
}

/** A text of the campaign's as it goes to one. */
export function textTo(
  { settings }: Pick<ReadContext, 'settings'>,
  text: string,
  { name, product, points }: Receiver,
): string {
  const { shopName, replyName } = settings;
  const known = { name, product: product ?? '', points: String(points) };
  return fillCampaign(text, { ...known, shop: shopName, me: replyName });
}

/** Some of them, from all over the list. */
function spread(all: readonly SortedOut[]): number[] {
  const step = Math.max(1, Math.floor(all.length / previewed));
  return all
    .filter((_, index) => index % step === 0)
    .slice(0, previewed)
    .map(({ id }) => id);
}

/** Whom facts that are being written lead to. */
export async function checkCampaign(
  ctx: ReadContext & Asking,
  { facts }: Parsed<'campaigns.check'>,
): Promise<Output<'campaigns.check'>> {
  const { reachable, leftOut } = await sortedOut(ctx, facts);
  const held = heldOf(reachable.length, facts.heldPercent);
  const counts = leftOutReasons.map((reason) => [
    reason,
    leftOut.filter(({ why }) => why === reason).length,
  ]);
  const shown = await receivers(ctx.db, spread(reachable), facts.channel);
  return {
    matching: reachable.length + leftOut.length,
    leftOut: Object.fromEntries(counts) as Output<'campaigns.check'>['leftOut'],
    reachable: reachable.length,
    held,
    turns: reachable.length - held,
    ...(await countNever(ctx.db)),
    previews: shown.map((one) => {
      const text = textTo(ctx, facts.text, one);
      const { id: customerId, called: name, reach } = one;
      return { customerId, name, reach, text, words: countWords(text) };
    }),
  };
}

/** Who of them is left out for one reason, or can be written to. */
export async function checkedPeople(
  ctx: ReadContext & Asking,
  { facts, why, skip, limit }: Parsed<'campaigns.checked'>,
): Promise<Output<'campaigns.checked'>> {
  const { reachable, leftOut } = await sortedOut(ctx, facts);
  const all = why === null ? reachable : leftOut.filter((one) => one.why === why);
  const page = all.slice(skip, skip + limit).map(({ id }) => id);
  return { count: all.length, rows: await namesOf(ctx.db, page) };
}
