import { countVoices, listVoices } from '#db/queries/interactions/voices.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId, InteractionId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

const topics = ['suggestion', 'criticism', 'need'] as const;

/** What customers suggested, criticised and need in a span of the shop's days, newest first. */
export async function collectVoices(
  ctx: ReadContext,
  input: Parsed<'interactions.voices'>,
): Promise<Output<'interactions.voices'>> {
  const { timeZone } = ctx.settings;
  const span = {
    from: instantOf(input.from, '00:00', timeZone),
    until: instantOf(addDays(input.to, 1), '00:00', timeZone),
  };
  const counts = { suggestion: 0, criticism: 0, need: 0 };
  const rows: Output<'interactions.voices'>['rows'] = [];
  for (const topic of topics) {
    counts[topic] = await countVoices(ctx.db, topic, span);
    const listed = await listVoices(ctx.db, topic, span, input.limit);
    for (const { id, customerId, ...row } of listed)
      rows.push({ ...row, id: id as InteractionId, customerId: customerId as CustomerId });
  }
  rows.sort((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1));
  return { counts, rows: rows.slice(0, input.limit) };
}
