import type { Moment } from '#db/queries/complaints/filter.ts';
import {
  countOverdue,
  countStates,
  countWaiting,
  type PageRequest,
  pageOfComplaints,
} from '#db/queries/complaints/list.ts';
import { complaintWords, type QueueRow, readQueueRows } from '#db/queries/complaints/read.ts';
import { complaintFilter, complaintState } from '#shared/contract/complaints-facts.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { type ClockMoment, complaintClock, type DayDue } from '#shared/domain/complaints/clock.ts';
import type { ComplaintId, CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** When, where and by which hours this call looks. */
export function momentOf(ctx: ReadContext): Moment & ClockMoment {
  return {
    now: ctx.clock.instant(),
    today: ctx.today,
    timeZone: ctx.settings.timeZone,
    calendar: businessCalendar(ctx.settings),
  };
}

function dayDue(on: string | null, since: string | null): DayDue | null {
  return on === null || since === null ? null : { on, since };
}

function toRow(row: QueueRow, moment: Moment & ClockMoment): ComplaintRow {
  const { timeZone } = moment;
  const { openAction, openActionSince, uncheckedAction, uncheckedActionSince } = row;
  const since = openActionSince === null ? null : localDay(openActionSince, timeZone);
  const until = row.closedAt === null ? moment.today : localDay(row.closedAt, timeZone);
  return {
    id: row.id as ComplaintId,
    number: row.number,
    title: row.title,
    kind: row.kind,
    customerId: row.customerId as CustomerId | null,
    customerName: row.customerName,
    severity: row.severity,
    state: row.state,
    receivedAt: row.receivedAt,
    hasTime: row.hasTime === 1,
    ageDays: daysBetween(localDay(row.receivedAt, timeZone), until),
    cause: row.cause,
    product: row.product,
    clock: complaintClock(
      {
        ...row,
        action: dayDue(openAction, since),
        check: dayDue(uncheckedAction, uncheckedActionSince),
      },
      moment,
    ),
    cameBack: row.cameBack === 1,
    handledBy: row.handledBy,
  };
}

/** These complaints with the clock that runs for each, in the order of their ids. */
export async function queueRows(ctx: ReadContext, ids: readonly number[]): Promise<ComplaintRow[]> {
  const moment = momentOf(ctx);
  const rows = await readQueueRows(ctx.db, ids);
  return rows.map((row) => toRow(row, moment));
}

async function pageOf(ctx: ReadContext, request: PageRequest) {
  const { ids, next } = await pageOfComplaints(ctx.db, request, momentOf(ctx));
  return { rows: await queueRows(ctx, ids), next };
}

export async function listComplaints(
  ctx: ReadContext,
  input: Parsed<'complaints.list'>,
): Promise<Output<'complaints.list'>> {
  return pageOf(ctx, input);
}

/** A column for each state that the filter names; for every state when it names none. */
export async function boardOf(
  ctx: ReadContext,
  { filter, limit }: Parsed<'complaints.board'>,
): Promise<Output<'complaints.board'>> {
  const counts = await countStates(ctx.db, filter, momentOf(ctx));
  const shown = filter.states.length === 0 ? complaintState.options : filter.states;
  const columns: Output<'complaints.board'> = [];
  for (const state of complaintState.options) {
    if (!shown.includes(state)) continue;
    const only = { ...filter, states: [state] };
    const { rows } = await pageOf(ctx, { filter: only, order: 'due', after: null, limit });
    columns.push({ state, count: counts.get(state) ?? 0, rows });
  }
  return columns;
}

export async function summarize(
  ctx: ReadContext,
  { filter }: Parsed<'complaints.summary'>,
): Promise<Output<'complaints.summary'>> {
  const moment = momentOf(ctx);
  const counts = await countStates(ctx.db, filter, moment);
  const states = complaintState.options.map((state) => ({ state, count: counts.get(state) ?? 0 }));
  const shown = states.filter(
    ({ state }) => filter.states.length === 0 || filter.states.includes(state),
  );
  return {
    count: shown.reduce((sum, { count }) => sum + count, 0),
    waiting: await countWaiting(ctx.db, filter, moment),
    overdue: await countOverdue(ctx.db, filter, moment),
    states,
  };
}

/** What waits for us: unanswered, unsolved, or an action to be done or looked at by today. */
export async function waitingComplaints(
  ctx: ReadContext,
  { limit }: Parsed<'complaints.waiting'>,
): Promise<Output<'complaints.waiting'>> {
  const filter = complaintFilter.parse({ flags: ['waits-for-us'] });
  const { rows } = await pageOf(ctx, { filter, order: 'due', after: null, limit });
  return { count: await countWaiting(ctx.db, filter, momentOf(ctx)), rows };
}

export async function wordsInUse(ctx: ReadContext): Promise<Output<'complaints.words'>> {
  return complaintWords(ctx.db);
}
