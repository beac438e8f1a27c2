import { insertRow } from '#db/history/journal.ts';
import type { Compensation } from '#shared/contract/complaints-facts.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { causeKey, isFirstContact } from '#shared/domain/complaints/rules.ts';
import type { WriteContext } from '../../context.ts';
import { noticeComingBack } from './came-back.ts';
import { mustMove, storedMoveFacts } from './move-facts.ts';
import type { At, Step, Taken, Values } from './taken-step.ts';

/** The columns of a cause; `cause_key` is what makes two the same. */
export function causeColumns(cause: string, causeNote: string): Values {
  return { cause, cause_key: causeKey(cause), cause_note: causeNote };
}

/** What a step about the cause says: the cause, and on the next line what was found out. */
export function causeWords(cause: string, causeNote: string | null): string {
  return causeNote === null || causeNote === '' ? cause : `${cause}\n${causeNote}`;
}

/** The cause is known; an earlier complaint of the same cause may open again by it. */
export function diagnose({ ctx, batchId, row, now }: At, step: Step<'diagnose'>): Taken {
  return {
    to: mustMove(storedMoveFacts(ctx, row), 'diagnose'),
    at: now,
    values: { ...causeColumns(step.cause, step.causeNote), diagnosed_at: now },
    note: causeWords(step.cause, step.causeNote),
    afterwards: () => noticeComingBack(ctx, batchId, row.id),
  };
}

function isWithinAuthority(ctx: WriteContext, given: Compensation): boolean {
  return given.amountMinor <= ctx.settings.authorityMinor;
}

function writeCompensation({ ctx, batchId, row }: At, given: Compensation): void {
  insertRow(ctx.raw, batchId, 'compensations', {
    complaint_id: row.id,
    customer_id: row.customer_id,
    kind: given.kind,
    amount_minor: given.amountMinor,
    cost_minor: given.costMinor,
    is_within_authority: isWithinAuthority(ctx, given) ? 1 : 0,
    approved_by: given.approvedBy === '' ? null : given.approvedBy,
    given_on: ctx.today,
    valid_until: given.validUntil,
    note: given.note,
  });
}

/** The solution, with what the customer gets; with a cause where none was written down. */
export function resolve(at: At, step: Step<'resolve'>): Taken {
  const { ctx, batchId, row, now } = at;
  const { compensation, cause } = step;
  const brings = cause !== null && causeKey(cause) !== null ? cause : null;
  const stored = storedMoveFacts(ctx, row);
  const isAllowed =
    compensation === null ||
    isWithinAuthority(ctx, compensation) ||
    (compensation.approvedBy ?? '') !== '';
  const facts = {
    ...stored,
    hasCause: stored.hasCause || brings !== null,
    hasSolution: true,
    isAllowedCompensation: isAllowed,
  };
  const isFirst = isFirstContact(
    { answeredAt: row.answered_at, resolvedAt: now, reopened: row.reopened },
    businessCalendar(ctx.settings),
  );
  const values: Values = { solution: step.solution, resolved_at: now };
  if (row.answered_at === null) values.answered_at = now;
  if (brings !== null) {
    Object.assign(values, causeColumns(brings, step.causeNote));
    values.diagnosed_at = row.diagnosed_at ?? now;
  }
  return {
    to: mustMove(facts, 'resolve'),
    at: now,
    values: { ...values, is_first_contact: isFirst ? 1 : 0 },
    note: step.solution,
    afterwards: () => {
      if (compensation !== null) writeCompensation(at, compensation);
      if (brings !== null) noticeComingBack(ctx, batchId, row.id);
    },
  };
}
