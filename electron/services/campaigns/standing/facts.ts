import {
  listStanding,
  readStanding,
  type StoredStanding,
  turnsHad,
  turnsOf,
} from '#db/queries/campaigns/standing.ts';
import type { StandingFacts, StandingRow } from '#shared/contract/campaigns/standing.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { readDefinition } from '#shared/contract/segments/conditions.ts';
import { type Turn, turns } from '#shared/domain/vocabulary/campaigns.ts';
import { notFound } from '#shared/errors.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import type { ReadContext } from '../../../context.ts';
import { recordsOf } from '../../segments/count.ts';

/** What of a stored standing campaign a person settled, and how many of its conditions are not understood. */
export function standingFactsOf(row: StoredStanding): {
  readonly facts: StandingFacts;
  readonly notUnderstood: number;
} {
  const { definition, notUnderstood } = readDefinition(row.definition);
  const facts = {
    name: row.name,
    ...{ occasion: row.occasion, season: row.season, monthDay: row.month_day, days: row.days },
    segmentName: row.segment_name,
    definition,
    ...{ channel: row.channel, subject: row.subject, text: row.text },
    ...{ restDays: row.rest_days, dailyLimit: row.daily_limit },
    onlyAgreed: row.only_agreed === 1,
  };
  return { facts, notUnderstood };
}

/** A standing campaign that is there. */
export async function requireStanding(
  { db }: Pick<ReadContext, 'db'>,
  id: number,
): Promise<StoredStanding> {
  const row = await readStanding(db, id);
  if (row === null) throw notFound('campaign');
  return row;
}

async function shown({ db }: ReadContext, row: StoredStanding): Promise<StandingRow> {
  const { facts, notUnderstood } = standingFactsOf(row);
  return {
    id: row.id as StandingCampaignId,
    ...{ facts, notUnderstood },
    records: await recordsOf({ db }, facts.definition),
    isActive: row.is_active === 1,
    turns: await turnsOf(db, row.id),
  };
}

export async function allStanding(ctx: ReadContext): Promise<Output<'standing.list'>> {
  const rows: StandingRow[] = [];
  for (const row of await listStanding(ctx.db)) rows.push(await shown(ctx, row));
  return { rows };
}

export async function oneStanding(
  ctx: ReadContext,
  { id }: Parsed<'standing.get'>,
): Promise<Output<'standing.get'>> {
  return shown(ctx, await requireStanding(ctx, id));
}

/** Who had a turn by one, the last first. */
export async function standingTurns(
  ctx: ReadContext,
  { id, of, limit }: Parsed<'standing.turns'>,
): Promise<Output<'standing.turns'>> {
  const counts = await turnsOf(ctx.db, id);
  const kinds: readonly Turn[] = of === null ? turns : [of];
  return {
    count: kinds.reduce((sum, kind) => sum + counts[kind], 0),
    rows: await turnsHad(ctx.db, id, { of, limit }),
  };
}
