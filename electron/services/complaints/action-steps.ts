import { insertRow } from '#db/history/journal.ts';
import type { CorrectiveAction } from '#shared/contract/complaints-facts.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { refuseIssues } from './facts.ts';
import { mustMove, storedMoveFacts } from './move-facts.ts';
import type { At, Step, Taken, Values } from './taken-step.ts';

/** The days of an action in order: done by a day to come, looked at when it is done. */
export function dayIssues(action: CorrectiveAction, today: string, path: string): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (action.dueOn < today) issues.push({ path: `${path}.dueOn`, problem: 'before-today' });
  if (action.checkOn < action.dueOn)
    issues.push({ path: `${path}.checkOn`, problem: 'check-before-due' });
  return issues;
}

/** An action's columns. */
export function actionColumns(action: CorrectiveAction): Values {
  return {
    what: action.what,
    owner: action.owner,
    due_on: action.dueOn,
    check_on: action.checkOn,
  };
}

/** What we change, or why nothing. */
export function improve({ ctx, batchId, row, now }: At, step: Step<'improve'>): Taken {
  const { action, noActionReason } = step;
  const stored = storedMoveFacts(ctx, row);
  const reason = noActionReason === '' ? null : noActionReason;
  const to = mustMove(
    {
      ...stored,
      hasAction: stored.hasAction || action !== null,
      hasNoActionReason: reason !== null,
    },
    'improve',
  );
  if (action !== null) refuseIssues(dayIssues(action, ctx.today, 'step.action'));
  return {
    to,
    at: now,
    values: { improved_at: now, no_action_reason: action === null ? reason : null },
    note: action === null ? reason : action.what,
    afterwards: () => {
      if (action === null) return;
      insertRow(ctx.raw, batchId, 'corrective_actions', {
        ...actionColumns(action),
        complaint_id: row.id,
        created_at: now,
      });
    },
  };
}

/** The end: nothing is left to do or to look at, or nobody waits for the day to look. */
export function close({ ctx, row, now }: At, { withoutWaiting }: Step<'close'>): Taken {
  const facts = { ...storedMoveFacts(ctx, row), isWithoutWaiting: withoutWaiting };
  const to = mustMove(facts, 'close');
  return { to, at: now, values: { closed_at: now }, note: null };
}
