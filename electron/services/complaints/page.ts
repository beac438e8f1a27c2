import {
  actionsOf,
  type BriefRow,
  cameBackAs,
  cameBackFrom,
  compensationsOf,
  eventsOf,
  linkedTo,
  othersOfCause,
  readComplaint,
  saleOf,
} from '#db/queries/complaints/page.ts';
import type { StoredComplaint } from '#db/queries/complaints/write.ts';
import type { ComplaintFacts } from '#shared/contract/complaints-facts.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { businessMinutesBetween } from '#shared/domain/calendar/business-hours.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { complaintClock, type DayDue } from '#shared/domain/complaints/clock.ts';
import { timesUntilRequired } from '#shared/domain/complaints/rules.ts';
import { type MoveFacts, nextMove, tryMove } from '#shared/domain/complaints/states.ts';
import type { ComplaintMove } from '#shared/domain/vocabulary/complaints.ts';
import { notFound } from '#shared/errors.ts';
import type {
  ClaimId,
  ComplaintId,
  CustomerId,
  ProductId,
  ReviewId,
  SaleId,
  SurveyId,
} from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { customerCard, productCard } from './around.ts';
import { countActions, reachOf, sameCauseStretch } from './move-facts.ts';
import { momentOf } from './queue.ts';

type Actions = Awaited<ReturnType<typeof actionsOf>>;

/** What was written down when it came in, as the form hands it in. */
export function factsOf(row: StoredComplaint): ComplaintFacts {
  return {
    kind: row.kind,
    customerId: row.customer_id as CustomerId | null,
    channel: row.channel,
    severity: row.severity,
    title: row.title,
    words: row.words,
    receivedAt: row.received_at,
    hasTime: row.has_time === 1,
    productId: row.product_id as ProductId | null,
    saleId: row.sale_id as SaleId | null,
    handledBy: row.handled_by,
  };
}

function briefOf(row: BriefRow, timeZone: string): ComplaintPage['cameBackAs'][number] {
  return {
    id: row.id as ComplaintId,
    number: row.number,
    customerName: row.customerName,
    receivedOn: localDay(row.receivedAt, timeZone),
    hasAction: row.hasAction === 1,
  };
}

async function sameCauseOf(
  ctx: ReadContext,
  row: StoredComplaint,
): Promise<ComplaintPage['sameCause']> {
  const { timeZone, sameCauseDays: days } = ctx.settings;
  if (row.cause_key === null) return { days, count: 0, others: [] };
  const found = await othersOfCause(ctx.db, {
    causeKey: row.cause_key,
    productId: row.product_id,
    ...reachOf(row.received_at, days),
    notId: row.id,
  });
  const receipts = found.map(({ receivedAt }) => receivedAt);
  const { from, to, count } = sameCauseStretch(receipts, row.received_at, ctx.settings);
  const others = found
    .map((other) => briefOf(other, timeZone))
    .filter(({ receivedOn }) => dayNumber(receivedOn) >= from && dayNumber(receivedOn) <= to);
  return { days, count, others: others.slice(0, 10) };
}

const steps = ['answer', 'diagnose', 'resolve', 'improve', 'close', 'reopen'] as const;

/** Moves that are possible now once the step's own form is filled in. */
function allowedMoves(
  { today }: Pick<ReadContext, 'today'>,
  row: StoredComplaint,
  actions: Actions,
  isRequired: boolean,
): ComplaintMove[] {
  const facts: MoveFacts = {
    state: row.state,
    hasCause: true,
    hasSolution: true,
    isAllowedCompensation: true,
    isActionRequired: isRequired,
    hasAction: true,
    hasNoActionReason: true,
    ...countActions(actions, today),
    isWithoutWaiting: false,
  };
  return steps.filter((move) => 'to' in tryMove(facts, move));
}

function firstDay(days: readonly DayDue[]): DayDue | null {
  return days.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}

function clockOf(ctx: ReadContext, row: StoredComplaint, actions: Actions) {
  const { timeZone } = ctx.settings;
  const open = actions.filter((action) => action.done_on === null);
  return complaintClock(
    {
      state: row.state,
      receivedAt: row.received_at,
      answerDueAt: row.answer_due_at,
      resolutionDueAt: row.resolution_due_at,
      answeredAt: row.answered_at,
      resolvedAt: row.resolved_at,
      action: firstDay(
        open.map((action) => ({ on: action.due_on, since: localDay(action.created_at, timeZone) })),
      ),
      check: firstDay(
        actions.flatMap(({ done_on, checked_on, check_on }) =>
          done_on === null || checked_on !== null ? [] : [{ on: check_on, since: done_on }],
        ),
      ),
    },
    momentOf(ctx),
  );
}

/** Minutes taken are null where only the day of receipt is known. */
function timesOf(ctx: ReadContext, row: StoredComplaint) {
  const { calendar } = momentOf(ctx);
  const minutes = (to: string) => businessMinutesBetween(row.received_at, to, calendar);
  const taken = (at: string | null) => (at === null || row.has_time === 0 ? null : minutes(at));
  return {
    answerDueAt: row.answer_due_at,
    resolutionDueAt: row.resolution_due_at,
    answeredAt: row.answered_at,
    answer: row.answer,
    answerMinutes: taken(row.answered_at),
    answerMinutesGiven: minutes(row.answer_due_at),
    resolvedAt: row.resolved_at,
    resolutionMinutes: taken(row.resolved_at),
    resolutionMinutesGiven: minutes(row.resolution_due_at),
  };
}

async function compensationsOn(
  ctx: ReadContext,
  id: number,
): Promise<ComplaintPage['compensations']> {
  const rows = await compensationsOf(ctx.db, id);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    amountMinor: row.amount_minor,
    costMinor: row.cost_minor,
    approvedBy: row.approved_by,
    validUntil: row.valid_until,
    note: row.note,
    isWithinAuthority: row.is_within_authority === 1,
    givenOn: row.given_on,
    usedOn: row.used_on,
  }));
}

function shownActions(actions: Actions): ComplaintPage['actions'] {
  return actions.map((row) => ({
    id: row.id,
    what: row.what,
    owner: row.owner,
    dueOn: row.due_on,
    checkOn: row.check_on,
    doneOn: row.done_on,
    checkedOn: row.checked_on,
    verdict: row.verdict,
  }));
}

async function historyOf(ctx: ReadContext, row: StoredComplaint) {
  const { timeZone } = ctx.settings;
  const from = await cameBackFrom(ctx.db, row.came_back_from);
  const as = await cameBackAs(ctx.db, row.id);
  const events = await eventsOf(ctx.db, row.id);
  return {
    events: events as ComplaintPage['events'],
    cameBackFrom: from === null ? null : briefOf(from, timeZone),
    cameBackAs: as.map((other) => briefOf(other, timeZone)),
  };
}

async function linksOf(ctx: ReadContext, row: StoredComplaint) {
  const { claim, review, survey } = await linkedTo(ctx.db, row.id);
  const sale = row.sale_id === null ? undefined : await saleOf(ctx.db, row.sale_id);
  return {
    claim: claim === null ? null : { ...claim, id: claim.id as ClaimId },
    review: review === null ? null : { ...review, id: review.id as ReviewId },
    survey: survey === null ? null : { ...survey, id: survey.id as SurveyId },
    sale: sale === undefined ? null : { ...sale, id: sale.id as SaleId },
    customer: await customerCard(ctx, {
      id: row.id,
      customerId: row.customer_id,
      receivedAt: row.received_at,
    }),
    product: await productCard(ctx, row.product_id),
  };
}

/** Everything a complaint's page shows; one in the trash too, with the day it went there. */
export async function complaintPageOf(
  ctx: ReadContext,
  { id }: Parsed<'complaints.get'>,
): Promise<Output<'complaints.get'>> {
  const row = await readComplaint(ctx.db, id);
  if (row === undefined) throw notFound('complaint');
  const actions = await actionsOf(ctx.db, id);
  const sameCause = await sameCauseOf(ctx, row);
  const isActionRequired = sameCause.count >= timesUntilRequired;
  return {
    id,
    number: row.number,
    facts: factsOf(row),
    state: row.state,
    clock: clockOf(ctx, row, actions),
    ...timesOf(ctx, row),
    cause: row.cause,
    causeNote: row.cause_note ?? '',
    diagnosedAt: row.diagnosed_at,
    solution: row.solution,
    isFirstContact: row.is_first_contact === 1,
    compensations: await compensationsOn(ctx, id),
    noActionReason: row.no_action_reason,
    actions: shownActions(actions),
    closedAt: row.closed_at,
    reopened: row.reopened,
    next: nextMove(row.state),
    allowed: row.deleted_at === null ? allowedMoves(ctx, row, actions, isActionRequired) : [],
    isActionRequired,
    sameCause,
    ...(await historyOf(ctx, row)),
    ...(await linksOf(ctx, row)),
    importId: row.import_id,
    deletedAt: row.deleted_at,
  };
}
