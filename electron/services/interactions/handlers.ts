import { frequentHandlers } from '#db/queries/interactions/handlers.ts';
import { readInteraction } from '#db/queries/interactions/record.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { deleteInteraction, recordInteraction, updateInteraction } from './record.ts';
import { countsOf, timelineOf } from './timeline.ts';

async function getInteraction(
  ctx: ReadContext,
  input: Parsed<'interactions.get'>,
): Promise<Output<'interactions.get'>> {
  const stored = await readInteraction(ctx.db, input.id);
  if (stored === null) throw notFound('interaction');
  return { id: input.id, customerId: stored.customerId as CustomerId, facts: stored.facts };
}

/** What main does for each channel of this area that it serves itself. */
export const interactionHandlers = {
  'interactions.timeline': timelineOf,
  'interactions.counts': countsOf,
  'interactions.get': getInteraction,
  'interactions.handlers': (ctx: ReadContext) => frequentHandlers(ctx.db),
  'interactions.record': recordInteraction,
  'interactions.update': updateInteraction,
  'interactions.delete': deleteInteraction,
};
