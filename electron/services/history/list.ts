import { listBatches } from '#db/queries/history/list.ts';
import { lastStanding, lastUndoing } from '#db/queries/history/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import type { ReadContext } from '../../context.ts';
import { entriesOf } from './entries.ts';

/** Everything that was done; the days of a filter are days where the shop is. */
export async function listDeeds(
  ctx: ReadContext,
  { filter, after, limit }: Parsed<'history.list'>,
): Promise<Output<'history.list'>> {
  const { from, to, kinds, records } = filter;
  const startOf = (day: string) => instantOf(day, '00:00', ctx.settings.timeZone);
  const page = await listBatches(ctx.db, {
    from: from === null ? null : startOf(from),
    before: to === null ? null : startOf(addDays(to, 1)),
    ...{ kinds, records, after, limit },
  });
  return { rows: await entriesOf(ctx.db, page.rows), next: page.next };
}

/** What one key takes back, or brings back. */
export async function lastDeed(
  ctx: ReadContext,
  { of }: Parsed<'history.last'>,
): Promise<Output<'history.last'>> {
  const batch = await (of === 'change' ? lastStanding(ctx.db) : lastUndoing(ctx.db));
  const [entry = null] = batch === null ? [] : await entriesOf(ctx.db, [batch]);
  return entry;
}
