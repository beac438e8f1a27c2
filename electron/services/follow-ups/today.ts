import {
  birthdaysOn,
  countBirthdaysOn,
  countDoneOn,
  countDue,
  type DaySpan,
  type DueLine,
  dueLines,
  todayCustomers,
} from '#db/queries/follow-ups/today.ts';
import type { TodayRow } from '#shared/contract/follow-ups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { monthDaysOf, turnsOn } from '#shared/domain/calendar/birthday.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import type { CustomerId, FollowUpId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

type Span = Parsed<'followUps.today'>['span'];

/** Today takes everything overdue with it; the week is tomorrow and the six days after it. */
function spanOf(span: Span, today: string): DaySpan {
  if (span === 'today') return { from: null, to: today };
  const tomorrow = addDays(today, 1);
  return { from: tomorrow, to: span === 'tomorrow' ? tomorrow : addDays(today, 7) };
}

/** The days whose birthdays a span shows: yesterday's are over. */
function birthdayDays(span: Span, today: string): { on: string; monthDays: string[] }[] {
  const { from, to } = spanOf(span, today);
  const first = from ?? today;
  return Array.from({ length: daysBetween(first, to) + 1 }, (_, index) => {
    const on = addDays(first, index);
    return { on, monthDays: monthDaysOf(on) };
  });
}

interface Line extends Omit<DueLine, 'id'> {
  readonly followUpId: FollowUpId | null;
  readonly turns: number | null;
}

async function birthdayLines(ctx: ReadContext, span: Span): Promise<Line[]> {
  const lines: Line[] = [];
  for (const day of birthdayDays(span, ctx.today))
    for (const { customerId, birthdayOn } of await birthdaysOn(ctx.db, day))
      lines.push({
        followUpId: null,
        customerId,
        dueOn: day.on,
        dueTime: '',
        cause: 'birthday',
        reason: '',
        isRepeating: 0,
        turns: turnsOn(birthdayOn, day.on),
      });
  return lines;
}

function lineOf({ id, ...line }: DueLine): Line {
  return { ...line, followUpId: id as FollowUpId, turns: null };
}

/** By day, then by time; what has none comes last in its day, birthdays after the dates made. */
function inOrder(lines: readonly Line[]): Line[] {
  const key = (line: Line) => `${line.dueOn} ${line.dueTime === '' ? '~' : line.dueTime}`;
  return lines.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** One page of the Today list: overdue first, by day, time and id; the first brings the birthdays. */
export async function todayList(
  ctx: ReadContext,
  input: Parsed<'followUps.today'>,
): Promise<Output<'followUps.today'>> {
  const { span, after, limit } = input;
  const request = { span: spanOf(span, ctx.today), after, limit: limit + 1 };
  const found = await dueLines(ctx.db, request);
  const page = found.slice(0, limit);
  const birthdays = after === null ? await birthdayLines(ctx, span) : [];
  const lines = inOrder([...page.map(lineOf), ...birthdays]);
  const customers = await todayCustomers(
    ctx.db,
    lines.map((line) => line.customerId),
  );
  const rows = lines.flatMap((line): TodayRow[] => {
    const customer = customers.get(line.customerId);
    if (customer === undefined) return [];
    const { id, hasOpenComplaint, ...shown } = customer;
    return [
      {
        ...shown,
        ...line,
        customerId: id as CustomerId,
        dueTime: line.dueTime === '' ? null : line.dueTime,
        daysLate: daysBetween(line.dueOn, ctx.today),
        hasOpenComplaint: hasOpenComplaint === 1,
        isRepeating: line.isRepeating === 1,
      },
    ];
  });
  const last = page.at(-1);
  if (found.length <= limit || last === undefined) return { rows, next: null };
  return { rows, next: { dueOn: last.dueOn, dueTime: last.dueTime, id: last.id } };
}

async function countSpan(ctx: ReadContext, span: Span): Promise<number> {
  let count = await countDue(ctx.db, spanOf(span, ctx.today));
  for (const day of birthdayDays(span, ctx.today)) count += await countBirthdaysOn(ctx.db, day);
  return count;
}

/** How many lines each span of the Today list has, birthdays counted, and what was kept today. */
export async function todayCounts(ctx: ReadContext): Promise<Output<'followUps.counts'>> {
  return {
    today: await countSpan(ctx, 'today'),
    overdue: await countDue(ctx.db, { from: null, to: addDays(ctx.today, -1) }),
    tomorrow: await countSpan(ctx, 'tomorrow'),
    week: await countSpan(ctx, 'week'),
    doneToday: await countDoneOn(ctx.db, ctx.today),
  };
}
