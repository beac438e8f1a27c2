import { sentOn } from '#db/queries/campaigns/read.ts';
import { firstOfNumber } from '#db/queries/campaigns/same-reach.ts';
import { listStanding } from '#db/queries/campaigns/standing.ts';
import { receivers } from '#db/queries/campaigns/whom.ts';
import type { Proposal, StandingFacts } from '#shared/contract/campaigns/standing.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { StandingChannel } from '#shared/domain/vocabulary/campaigns.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import { textTo } from '../check.ts';
import { standingFactsOf } from './facts.ts';
import { type Asked, type Occasioned, openOccasions, proposedFrom } from './occasions.ts';

interface Candidate extends Occasioned {
  readonly standingId: StandingCampaignId;
  readonly facts: StandingFacts;
  readonly until: string;
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly notUnderstood: readonly string[];
}

/** Everybody whom any of them that is on has something to say to today. */
async function allCandidates(ctx: Asked): Promise<Found> {
  const candidates: Candidate[] = [];
  const unread: string[] = [];
  for (const row of await listStanding(ctx.db)) {
    if (row.is_active === 0) continue;
    const { facts, notUnderstood } = standingFactsOf(row);
    if (notUnderstood > 0) {
      unread.push(facts.name);
      continue;
    }
    const standingId = row.id as StandingCampaignId;
    for (const one of await openOccasions(ctx, { facts, standingId }))
      if (one.why === null)
        candidates.push({ ...one, standingId, facts, until: proposedFrom(facts, one.on).until });
  }
  return { candidates, notUnderstood: unread };
}

/** Each customer once, and each number: whose time is up first. */
async function onceEach(ctx: Asked, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const sorted = candidates.toSorted(
    (a, b) =>
      a.until.localeCompare(b.until) || a.standingId - b.standingId || Number(a.id) - Number(b.id),
  );
  const seen = new Set<number>();
  const once = sorted.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
  return firstOfNumber(ctx.db, once, ({ facts }) => facts.channel);
}

/** As many as today's measure of their way still has room for; a campaign's own measure holds for it. */
async function withinMeasure(ctx: Asked, all: readonly Candidate[]): Promise<Candidate[]> {
  const used = new Map<StandingChannel, number>();
  const taken: Candidate[] = [];
  for (const one of all) {
    const { channel, dailyLimit } = one.facts;
    const sent = used.get(channel) ?? (await sentOn(ctx.db, ctx.today, channel));
    used.set(channel, sent);
    if (sent >= dailyLimit) continue;
    used.set(channel, sent + 1);
    taken.push(one);
  }
  return taken;
}

async function shownOf(ctx: Asked, one: Candidate): Promise<Proposal[]> {
  const { facts, standingId, id: customerId } = one;
  const { channel, occasion, season } = facts;
  const [to] = await receivers(ctx.db, [customerId], channel);
  if (to === undefined) return [];
  const product = one.product ?? to.product;
  const told = { ...to, product };
  return [
    {
      ...{ standingId, customerId, name: to.called, reach: to.reach, product },
      ...proposedFrom(facts, one.on),
      ...{ campaignName: facts.name, occasion, season, channel },
      subject: textTo(ctx, facts.subject, told),
      text: textTo(ctx, facts.text, told),
    },
  ];
}

/** Whom they propose today: each customer once, those whose time is up soonest first. */
export async function dueToday(
  ctx: Asked,
  { limit }: Parsed<'standing.due'>,
): Promise<Output<'standing.due'>> {
  const { candidates, notUnderstood } = await allCandidates(ctx);
  const once = await onceEach(ctx, candidates);
  const taken = await withinMeasure(ctx, once);
  const rows: Proposal[] = [];
  for (const one of taken.slice(0, limit)) rows.push(...(await shownOf(ctx, one)));
  return {
    count: taken.length,
    waiting: once.length - taken.length,
    rows,
    notUnderstood: [...notUnderstood],
  };
}
