import {
  listCampaigns,
  readCampaign,
  type StoredCampaign,
  sentOn,
  standingOf,
} from '#db/queries/campaigns/read.ts';
import type { CampaignFacts, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { readDefinition } from '#shared/contract/segments/conditions.ts';
import { campaignStates } from '#shared/domain/vocabulary/campaigns.ts';
import { notFound } from '#shared/errors.ts';
import type { CampaignId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { recordsOf } from '../segments/count.ts';

/** What of a stored campaign a person settled, and how many of its conditions are not understood. */
export function factsOf(row: StoredCampaign): {
  readonly facts: CampaignFacts;
  readonly notUnderstood: number;
} {
  const { definition, notUnderstood } = readDefinition(row.definition);
  const facts = {
    name: row.name,
    goal: row.goal,
    segmentName: row.segment_name,
    definition,
    channel: row.channel,
    subject: row.subject,
    text: row.text,
    heldPercent: row.held_percent,
    restDays: row.rest_days,
    dailyLimit: row.daily_limit,
    responseDays: row.response_days,
    onlyAgreed: row.only_agreed === 1,
  };
  return { facts, notUnderstood };
}

/** A campaign that is there. */
export async function requireCampaign(
  { db }: Pick<ReadContext, 'db'>,
  id: number,
): Promise<StoredCampaign> {
  const row = await readCampaign(db, id);
  if (row === null) throw notFound('campaign');
  return row;
}

/** A campaign as screens show it. */
export async function shownCampaign(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  row: StoredCampaign,
): Promise<CampaignRow> {
  const { facts, notUnderstood } = factsOf(row);
  return {
    id: row.id as CampaignId,
    ...{ facts, notUnderstood },
    records: await recordsOf({ db }, facts.definition),
    state: row.state,
    createdAt: row.created_at,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    standing: await standingOf(db, row.id),
    today: { sent: await sentOn(db, today, row.channel), limit: row.daily_limit },
    drawn: row.drawn,
    costMinor: row.cost_minor,
    minutes: row.minutes,
    hourMinor: row.hour_minor,
  };
}

export async function allCampaigns(ctx: ReadContext): Promise<Output<'campaigns.list'>> {
  const rows: CampaignRow[] = [];
  for (const row of await listCampaigns(ctx.db, campaignStates))
    rows.push(await shownCampaign(ctx, row));
  return { rows };
}

export async function oneCampaign(
  ctx: ReadContext,
  { id }: Parsed<'campaigns.get'>,
): Promise<Output<'campaigns.get'>> {
  return shownCampaign(ctx, await requireCampaign(ctx, id));
}
