import { eventNotes } from '#db/queries/complaints/write.ts';
import { hasErased } from '#db/queries/privacy/erasures.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { insertInteraction } from '../interactions/record.ts';
import { causeWords } from './cause-steps.ts';
import { refuseIssues } from './facts.ts';
import { mustMove, storedMoveFacts } from './move-facts.ts';
import type { At, Step, Taken } from './taken-step.ts';

/** Where only the day of receipt is known, an answer of that day is none before it. */
function answerInstant({ ctx, row, now }: At, given: string | null): string {
  const at = given === null ? now : new Date(given).toISOString();
  const day = (instant: string) => localDay(instant, ctx.settings.timeZone);
  const isBefore = row.has_time === 1 ? at < row.received_at : day(at) < day(row.received_at);
  const issues: FieldIssue[] = [];
  if (isBefore && given !== null) issues.push({ path: 'step.at', problem: 'before-receipt' });
  if (day(at) > day(now)) issues.push({ path: 'step.at', problem: 'in-the-future' });
  refuseIssues(issues);
  return at;
}

/** The first answer; by a channel it is also a contact of ours in the customer's history. */
export function answer(at: At, step: Step<'answer'>): Taken {
  const { ctx, batchId, row } = at;
  const to = mustMove(storedMoveFacts(ctx, row), 'answer');
  const when = answerInstant(at, step.at);
  const { via } = step;
  return {
    to,
    at: when,
    values: { answer: step.answer, answered_at: when },
    note: step.answer,
    afterwards: () => {
      if (via === null || row.customer_id === null) return;
      // Of whoever was erased nothing is written down.
      if (hasErased(ctx.raw, [row.customer_id])) return;
      insertInteraction(ctx, batchId, {
        customerId: row.customer_id,
        complaintId: row.id,
        facts: {
          channel: via,
          direction: 'out',
          topic: 'contact',
          happenedAt: when,
          hasTime: true,
          text: step.answer,
          outcome: null,
          handledBy: row.handled_by,
        },
      });
    },
  };
}

/** What this round said and no earlier record keeps (an import wrote no record of its steps). */
function lostWords({ ctx, row }: At): string[] {
  const kept = new Set(eventNotes(ctx.raw, row.id));
  const cause = row.cause === null ? null : causeWords(row.cause, row.cause_note);
  return [cause, row.solution, row.no_action_reason].filter(
    (words): words is string => words !== null && words !== '' && !kept.has(words),
  );
}

/** The customer is not content: all but the answer is asked again, what was said is kept. */
export function reopen(at: At, step: Step<'reopen'>): Taken {
  const { ctx, row, now } = at;
  return {
    to: mustMove(storedMoveFacts(ctx, row), 'reopen'),
    at: now,
    values: {
      cause: null,
      cause_key: null,
      cause_note: null,
      diagnosed_at: null,
      solution: null,
      resolved_at: null,
      is_first_contact: 0,
      no_action_reason: null,
      improved_at: null,
      closed_at: null,
      reopened: row.reopened + 1,
    },
    note: [step.note, ...lostWords(at)].join('\n\n'),
  };
}
