import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import type { Flag, Moment } from '#db/queries/complaints/filter.ts';
import { countOverdue, countWaiting, pageOfComplaints } from '#db/queries/complaints/list.ts';
import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

/** Complaints that are not in the trash, nor their customer, each with what hangs on it. */
async function shownRows(db: ReadHandle) {
  const all = await db.selectFrom('complaints').selectAll().orderBy('id').execute();
  const customers = await db.selectFrom('customers').selectAll().execute();
  const compensations = await db.selectFrom('compensations').selectAll().execute();
  const actions = await db.selectFrom('corrective_actions').selectAll().execute();
  const gone = new Set(customers.flatMap((one) => (one.deleted_at === null ? [] : one.id)));
  return all
    .filter((row) => row.deleted_at === null && !gone.has(row.customer_id ?? 0))
    .map((row) => ({
      ...row,
      returns: all.filter((one) => one.came_back_from === row.id && one.deleted_at === null),
      compensations: compensations.filter((one) => one.complaint_id === row.id),
      actions: actions.filter((one) => one.complaint_id === row.id),
    }));
}

/** Nobody waited for the day to look, nor for the day after it was done. */
function isUnwaited({ state, actions, returns }: Row): boolean {
  if (returns.length > 0 || actions.some(({ verdict }) => verdict === 'came-back')) return false;
  return actions.some(({ done_on, check_on, checked_on, verdict }) => {
    if (done_on === null) return false;
    if (verdict === null) return state === 'closed';
    return checked_on !== null && (checked_on < check_on || checked_on <= done_on);
  });
}

type Row = Awaited<ReturnType<typeof shownRows>>[number];

/** What each flag says, in the words of the screen. */
function flagsOf(row: Row, { now, today }: Moment): Readonly<Record<Flag, boolean>> {
  const isOpen = row.state !== 'closed';
  const toDo = row.actions.filter((one) => one.done_on === null);
  const toCheck = row.actions.filter((one) => one.done_on !== null && one.checked_on === null);
  const due = toDo.map((one) => one.due_on).sort();
  const checks = toCheck.map((one) => one.check_on).sort();
  const actionDay = due[0] ?? checks[0];
  const waitedUntil = (at: string | null) => at ?? (isOpen ? now : '');
  let isOverdue = actionDay !== undefined && actionDay < today;
  if (row.answered_at === null) isOverdue = row.answer_due_at < now;
  else if (row.resolved_at === null) isOverdue = row.resolution_due_at < now;
  return {
    'waits-for-us':
      isOpen &&
      (row.answered_at === null ||
        row.resolved_at === null ||
        [...due, ...checks].some((day) => day <= today)),
    overdue: isOpen && isOverdue,
    // Where only the day is known no hour is late.
    'late-answer': row.has_time === 1 && waitedUntil(row.answered_at) > row.answer_due_at,
    'late-solution': row.has_time === 1 && waitedUntil(row.resolved_at) > row.resolution_due_at,
    unresolved: isOpen && row.resolved_at === null,
    'first-contact': row.is_first_contact === 1,
    'came-back':
      row.came_back_from !== null || row.actions.some(({ verdict }) => verdict === 'came-back'),
    reopened: row.reopened > 0,
    'without-waiting': isUnwaited(row),
    compensated: row.compensations.length > 0,
    'above-authority': row.compensations.some((one) => one.is_within_authority === 0),
    'open-action': toDo.length > 0,
  };
}

const flags = complaintFilter.shape.flags.unwrap().element.options;
const size = { customers: 30, products: 3, sales: 0, complaints: 150, claims: 0 };

describe('a filter of complaints', () => {
  it('finds by each flag what its words say, at every moment at which one falls due', async () => {
    const { db, raw } = await tempDatabase();
    fillWithComplaints(raw, drawFrom(11), size);
    const shown = await shownRows(db);
    const open = shown.filter((row) => row.state !== 'closed');
    const unanswered = open.filter((row) => row.answered_at === null);
    const unsolved = open.filter((row) => row.answered_at !== null && row.resolved_at === null);
    const acting = open.filter((row) => row.answered_at !== null && row.resolved_at !== null);
    const toDo = acting.flatMap(({ actions }) => actions).filter((one) => one.done_on === null);
    const moments = [
      ...unanswered.slice(0, 4).map((row) => row.answer_due_at),
      ...unsolved.slice(0, 4).map((row) => row.resolution_due_at),
      ...toDo.slice(0, 4).map((one) => `${one.due_on}T03:00:00.000Z`),
    ].map((now) => ({ now, today: now.slice(0, 10), timeZone: 'UTC' }));
    const seen = new Set<string>();
    for (const moment of moments)
      for (const flag of flags) {
        const filter = complaintFilter.parse({ flags: [flag] });
        const page = { filter, order: 'age', after: null, limit: 500 } as const;
        const { ids } = await pageOfComplaints(db, page, moment);
        const expected = shown.filter((row) => flagsOf(row, moment)[flag]).map(({ id }) => id);
        expect(
          ids.toSorted((a, b) => a - b),
          `${flag} ${moment.now}`,
        ).toEqual(expected);
        if (expected.length > 0 && expected.length < shown.length) seen.add(flag);
        if (flag === 'overdue')
          expect(await countOverdue(db, complaintFilter.parse({}), moment)).toBe(expected.length);
        if (flag === 'waits-for-us')
          expect(await countWaiting(db, complaintFilter.parse({}), moment)).toBe(expected.length);
      }
    expect([...seen].sort()).toEqual([...flags].sort());
  });

  it('finds by the days of receipt those of the first and the last day, and none beside them', async () => {
    const { db, raw } = await tempDatabase();
    fillWithComplaints(raw, drawFrom(12), size);
    const shown = await shownRows(db);
    const dayOf = (row: { received_at: string }) => row.received_at.slice(0, 10);
    const moment = { now: '2026-06-15T03:00:00.000Z', today: '2026-06-15', timeZone: 'UTC' };
    for (const row of shown.slice(0, 8)) {
      const [receivedFrom, receivedTo] = [dayOf(row), dayOf(row)];
      const filter = complaintFilter.parse({ receivedFrom, receivedTo });
      const page = { filter, order: 'age', after: null, limit: 500 } as const;
      const { ids } = await pageOfComplaints(db, page, moment);
      expect(ids.toSorted((a, b) => a - b)).toEqual(
        shown.filter((one) => dayOf(one) === dayOf(row)).map(({ id }) => id),
      );
    }
  });
});
