import { type RawBuilder, sql } from 'kysely';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import {
  actionDay,
  allOf,
  type Condition,
  filterConditions,
  hasActionDue,
  isActing,
  isSettled,
  isUnanswered,
  isUnresolved,
  type Moment,
} from './filter.ts';

/** The order key and id of a row: the next page begins after it. */
export interface Cursor {
  readonly key: string;
  readonly id: number;
}

export interface PageRequest {
  readonly filter: ComplaintFilter;
  readonly order: 'due' | 'age' | 'newest';
  readonly after: Cursor | null;
  readonly limit: number;
}

/**
 * Those whose clock runs, one arm each, so that each walks its own index; the key is what is due
 * next: an instant, or the day of an action.
 */
const arms: readonly { where: Condition; key: RawBuilder<string> }[] = [
  { where: isUnanswered, key: sql`c.answer_due_at` },
  { where: isUnresolved, key: sql`c.resolution_due_at` },
  { where: isActing, key: actionDay as RawBuilder<string> },
];

/** Before the keys of those for whom no clock runs: sorts after every day and instant. */
const settledMark = '~';

type Span = Pick<PageRequest, 'after' | 'limit'>;

async function readArm(
  db: ReadHandle,
  arm: { where: Condition; key: RawBuilder<string>; descending?: boolean },
  narrowing: readonly Condition[],
  { after, limit }: Span,
): Promise<Cursor[]> {
  const direction = arm.descending === true ? sql`DESC` : sql`ASC`;
  const later = arm.descending === true ? sql`<` : sql`>`;
  const where = [...narrowing, arm.where];
  if (after !== null) where.push(sql`(${arm.key}, c.id) ${later} (${after.key}, ${after.id})`);
  const found = await sql<Cursor>`
    SELECT ${arm.key} AS key, c.id FROM complaints c WHERE ${allOf(where)}
    ORDER BY ${arm.key} ${direction}, c.id ${direction} LIMIT ${limit}`.execute(db);
  return [...found.rows];
}

function byKey(a: Cursor, b: Cursor): number {
  if (a.key === b.key) return a.id - b.id;
  return a.key < b.key ? -1 : 1;
}

/** What is due next first; after all that has a clock the rest, the newest first. */
async function pageByDue(
  db: ReadHandle,
  narrowing: readonly Condition[],
  { after, limit }: Span,
): Promise<Cursor[]> {
  const isSettledCursor = after?.key.startsWith(settledMark) === true;
  const running: Cursor[] = [];
  if (!isSettledCursor)
    for (const arm of arms) running.push(...(await readArm(db, arm, narrowing, { after, limit })));
  const page = running.sort(byKey).slice(0, limit);
  if (page.length === limit) return page;
  const settled = await readArm(
    db,
    { where: isSettled, key: sql`c.received_at`, descending: true },
    narrowing,
    {
      after: isSettledCursor && after !== null ? { ...after, key: after.key.slice(1) } : null,
      limit: limit - page.length,
    },
  );
  return [...page, ...settled.map(({ key, id }) => ({ key: `${settledMark}${key}`, id }))];
}

/** Ids of one page in the order asked for, with the cursor of the next one. */
export async function pageOfComplaints(
  db: ReadHandle,
  request: PageRequest,
  moment: Moment,
): Promise<{ ids: number[]; next: Cursor | null }> {
  const { filter, order, after, limit } = request;
  const narrowing = await filterConditions(db, filter, moment);
  const byReceipt = { where: sql<boolean>`1`, key: sql<string>`c.received_at` };
  const found =
    order === 'due'
      ? await pageByDue(db, narrowing, { after, limit: limit + 1 })
      : await readArm(db, { ...byReceipt, descending: order === 'newest' }, narrowing, {
          after,
          limit: limit + 1,
        });
  const page = found.slice(0, limit);
  const ids = page.map(({ id }) => id);
  return { ids, next: found.length > limit ? (page.at(-1) ?? null) : null };
}

async function countWhere(db: ReadHandle, conditions: readonly Condition[]): Promise<number> {
  const counted = await sql<{ count: number }>`
    SELECT count(*) AS count FROM complaints c WHERE ${allOf(conditions)}`.execute(db);
  return counted.rows[0]?.count ?? 0;
}

/** How many match and wait for us; each arm is counted over its own index. */
export async function countWaiting(
  db: ReadHandle,
  filter: ComplaintFilter,
  moment: Moment,
): Promise<number> {
  const flags = filter.flags.filter((flag) => flag !== 'waits-for-us');
  const narrowing = await filterConditions(db, { ...filter, flags }, moment);
  const due: Condition = sql`c.answered_at IS NOT NULL AND c.resolved_at IS NOT NULL
    AND c.state <> 'closed' AND ${hasActionDue(moment.today)}`;
  let count = 0;
  for (const arm of [isUnanswered, isUnresolved, due])
    count += await countWhere(db, [...narrowing, arm]);
  return count;
}

/** How many match and have a clock that is late; each arm is counted over its own index. */
export async function countOverdue(
  db: ReadHandle,
  filter: ComplaintFilter,
  moment: Moment,
): Promise<number> {
  const flags = filter.flags.filter((flag) => flag !== 'overdue');
  const narrowing = await filterConditions(db, { ...filter, flags }, moment);
  const late: readonly Condition[] = [
    sql`${isUnanswered} AND c.answer_due_at < ${moment.now}`,
    sql`${isUnresolved} AND c.resolution_due_at < ${moment.now}`,
    sql`${isActing} AND ${actionDay} < ${moment.today}`,
  ];
  let count = 0;
  for (const arm of late) count += await countWhere(db, [...narrowing, arm]);
  return count;
}

/** How many each state has, whatever states the filter names. */
export async function countStates(
  db: ReadHandle,
  filter: ComplaintFilter,
  moment: Moment,
): Promise<Map<ComplaintState, number>> {
  const narrowing = await filterConditions(db, { ...filter, states: [] }, moment);
  const counted = await sql<{ state: ComplaintState; count: number }>`
    SELECT c.state AS state, count(*) AS count FROM complaints c WHERE ${allOf(narrowing)}
    GROUP BY c.state`.execute(db);
  return new Map(counted.rows.map(({ state, count }) => [state, count]));
}
