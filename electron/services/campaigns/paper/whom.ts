import {
  everyListed,
  type Listed,
  type PostalAddress,
  postalAddresses,
} from '#db/queries/campaigns/paper.ts';
import { type Receiver, receivers } from '#db/queries/campaigns/whom.ts';
import type { OnPaper, PaperAsked } from '#shared/contract/campaigns/paper.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { labelsOn } from '#shared/domain/campaigns/label-sheets.ts';
import {
  type LeftOutReason,
  leftOutReasons,
  wayOfPaper,
} from '#shared/domain/vocabulary/campaigns.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext } from '../../../context.ts';
import { leavingOut, textTo } from '../check.ts';
import { factsOf, requireCampaign } from '../facts.ts';

/** Somebody who is put on paper. */
export interface PaperPerson extends Receiver {
  readonly memberId: number;
  readonly customerId: number;
  /** Null: it is no letter. */
  readonly address: PostalAddress | null;
  /** What is said to them. */
  readonly text: string;
}

/** Where everybody of a list is counted who is not on the paper. */
export type Counted = Omit<OnPaper, 'people' | 'tooLong' | 'unshown' | 'isWhole' | 'pages'>;

/** `apart`: to compare with in this campaign; the reason `held` is another one's. */
type Place = 'on' | 'had' | 'apart' | 'inTrash' | 'twice' | LeftOutReason;

function placeOf({ state, why, isGone, customerId }: Listed, seen: ReadonlySet<number>): Place {
  if (state === 'held') return 'apart';
  if (state === 'out') return why ?? 'sameReach';
  if (state !== 'waiting') return 'had';
  if (isGone === 1) return 'inTrash';
  return why ?? (seen.has(customerId) ? 'twice' : 'on');
}

interface Placed {
  readonly on: readonly Listed[];
  readonly counted: Counted;
}

/** Everybody once: whom the paper has, in their turns, and where the others are counted. */
export function placed(all: readonly Listed[], most: number | null): Placed {
  const seen = new Set<number>();
  const on: Listed[] = [];
  const counts = new Map<Place, number>();
  for (const one of all) {
    const place = placeOf(one, seen);
    counts.set(place, (counts.get(place) ?? 0) + 1);
    if (place !== 'on') continue;
    seen.add(one.customerId);
    on.push(one);
  }
  const of = (place: Place) => counts.get(place) ?? 0;
  const taken = most === null ? on : on.slice(0, most);
  const reasons = leftOutReasons.map((why) => [why, of(why)]);
  return {
    on: taken,
    counted: {
      listed: all.length,
      ...{ had: of('had'), held: of('apart'), inTrash: of('inTrash'), twice: of('twice') },
      leftOut: Object.fromEntries(reasons) as Counted['leftOut'],
      later: on.length - taken.length,
    },
  };
}

/** Those who wait for a turn of a campaign that runs and may have it now, and where the others are. */
export async function waitingNow(
  ctx: Pick<ReadContext, 'db' | 'today'>,
  id: number,
  most: number | null,
): Promise<Placed & { readonly facts: CampaignFacts }> {
  const row = await requireCampaign(ctx, id);
  if (row.state !== 'running') throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-state' });
  const { facts } = factsOf(row);
  const all = await everyListed(ctx.db, id, leavingOut(facts, ctx.today, id));
  return { ...placed(all, most), facts };
}

/** What is said to each of them, in their turns. */
export async function peopleOf(
  ctx: Pick<ReadContext, 'db' | 'settings'>,
  facts: CampaignFacts,
  on: readonly Listed[],
): Promise<PaperPerson[]> {
  const ids = on.map(({ customerId }) => customerId);
  const known = await receivers(ctx.db, ids, facts.channel);
  const addresses = facts.channel === 'letter' ? await postalAddresses(ctx.db, ids) : [];
  const byId = new Map(known.map((one) => [Number(one.id), one]));
  const posted = new Map(addresses.map((one) => [one.customerId, one]));
  return on.flatMap(({ memberId, customerId }) => {
    const one = byId.get(customerId);
    if (one === undefined) return [];
    const address = posted.get(customerId) ?? null;
    return [{ ...one, memberId, customerId, address, text: textTo(ctx, facts.text, one) }];
  });
}

function invalid(path: string): AppFailure {
  return new AppFailure({ code: 'VALIDATION', issues: [{ path, problem: 'invalid' }] });
}

/** Fails where a campaign goes another way than the paper. */
export function requireWay({ channel }: CampaignFacts, { what }: Pick<PaperAsked, 'what'>): void {
  if (channel !== wayOfPaper[what]) throw invalid('what');
}

/** Fails where a sheet has no such label to begin at. */
export function requireLabel({ what, sheet, firstLabel }: PaperAsked): void {
  if (what === 'labels' && firstLabel > labelsOn(sheet)) throw invalid('firstLabel');
}
