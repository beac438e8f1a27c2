import type { RawHandle } from '#db/file/client.ts';
import {
  readActions,
  receiptsOfCause,
  type StoredAction,
  type StoredComplaint,
} from '#db/queries/complaints/write.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { firstCheckDay } from '#shared/domain/complaints/check-day.ts';
import { densestStretch, timesUntilRequired } from '#shared/domain/complaints/rules.ts';
import { type MoveFacts, refusalReason, tryMove } from '#shared/domain/complaints/states.ts';
import type { ComplaintMove, ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import { AppFailure } from '#shared/errors.ts';
import type { WriteContext } from '../../context.ts';

const dayMs = 86_400_000;

/** Instants between which another complaint can share a stretch of `days` with one received then. */
export function reachOf(receivedAt: string, days: number): { from: string; to: string } {
  const at = Date.parse(receivedAt);
  return {
    from: new Date(at - days * dayMs).toISOString(),
    to: new Date(at + days * dayMs).toISOString(),
  };
}

/** How often the cause came within the settled days, this complaint counted, and which days those are. */
export function sameCauseStretch(
  receipts: readonly string[],
  own: string,
  settings: Pick<ShopSettings, 'timeZone' | 'sameCauseDays'>,
): { from: number; to: number; count: number } {
  const dayOf = (instant: string) => dayNumber(localDay(instant, settings.timeZone));
  const days = [...receipts, own].map(dayOf);
  return densestStretch(days, dayOf(own), settings.sameCauseDays);
}

function isActionRequired(raw: RawHandle, settings: ShopSettings, row: StoredComplaint): boolean {
  if (row.cause_key === null) return false;
  const receipts = receiptsOfCause(raw, {
    causeKey: row.cause_key,
    productId: row.product_id,
    ...reachOf(row.received_at, settings.sameCauseDays),
    notId: row.id,
  });
  return sameCauseStretch(receipts, row.received_at, settings).count >= timesUntilRequired;
}

/**
 * Actions to be done, and done ones to be looked at, of which those whose day is still to come wait;
 * one that came back has been looked at.
 */
export function countActions(
  actions: readonly Pick<StoredAction, 'done_on' | 'checked_on' | 'check_on'>[],
  today: string,
): Pick<MoveFacts, 'openActions' | 'uncheckedActions' | 'waitingActions'> {
  const openActions = actions.filter((action) => action.done_on === null).length;
  const unchecked = actions.filter(
    (action) => action.done_on !== null && action.checked_on === null,
  );
  const waiting = unchecked.filter(
    (action) => today < firstCheckDay({ checkOn: action.check_on, doneOn: action.done_on }),
  );
  return { openActions, uncheckedActions: unchecked.length, waitingActions: waiting.length };
}

/** Where a complaint stands by what is stored; a step adds what it brings. */
export function storedMoveFacts(
  { raw, settings, today }: Pick<WriteContext, 'raw' | 'settings' | 'today'>,
  row: StoredComplaint,
): MoveFacts {
  const counts = countActions(readActions(raw, row.id), today);
  return {
    state: row.state,
    hasCause: row.cause_key !== null,
    hasSolution: row.solution !== null,
    isAllowedCompensation: true,
    isActionRequired: isActionRequired(raw, settings, row),
    hasAction: counts.openActions + counts.uncheckedActions > 0,
    hasNoActionReason: false,
    ...counts,
    isWithoutWaiting: false,
  };
}

/** Where the move leads; CONFLICT with the machine's reason where it is not allowed. */
export function mustMove(facts: MoveFacts, move: ComplaintMove): ComplaintState {
  const outcome = tryMove(facts, move);
  if ('to' in outcome) return outcome.to;
  throw new AppFailure({ code: 'CONFLICT', reason: refusalReason(outcome.refused) });
}
