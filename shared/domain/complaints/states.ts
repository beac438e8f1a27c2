import type { ComplaintMove, ComplaintState } from '../vocabulary/complaints.ts';

/**
 * Why a move is not allowed. A refused step is answered with CONFLICT and `complaint-<refusal>` as its
 * reason (`refusalReason`); the text that says what to do first is `error.reason.complaint-<refusal>`.
 */
export const refusals = [
  'already-answered',
  'already-diagnosed',
  'already-resolved',
  'already-improved',
  'already-closed',
  'answer-first',
  'cause-first',
  'no-solution',
  'needs-approval',
  'resolve-first',
  'action-required',
  'reason-required',
  'improve-first',
  'no-resolution',
  'action-open',
  'check-first',
  'still-open',
  'nothing-to-recur',
] as const;
export type Refusal = (typeof refusals)[number];

/** Where a complaint stands, and what is known of it once the step's own words are counted in. */
export interface MoveFacts {
  readonly state: ComplaintState;
  readonly hasCause: boolean;
  readonly hasSolution: boolean;
  /** No compensation, one within the owner's authority, or one somebody approved. */
  readonly isAllowedCompensation: boolean;
  /** Something has to change, such as where the same cause came before: a reason will not do. */
  readonly isActionRequired: boolean;
  readonly hasAction: boolean;
  readonly hasNoActionReason: boolean;
  /** Corrective actions not done yet. */
  readonly openActions: number;
  /** Corrective actions done, of which nobody has looked whether they held. */
  readonly uncheckedActions: number;
  /** Of those unchecked: the day to look is still to come. */
  readonly waitingActions: number;
  /** The owner closes it although nobody has waited for that day. */
  readonly isWithoutWaiting: boolean;
}

export type MoveOutcome = { readonly to: ComplaintState } | { readonly refused: Refusal };

const to = (state: ComplaintState): MoveOutcome => ({ to: state });
const refused = (refusal: Refusal): MoveOutcome => ({ refused: refusal });

function answer({ state }: MoveFacts): MoveOutcome {
  if (state === 'closed') return refused('already-closed');
  return state === 'received' ? to('answered') : refused('already-answered');
}

function diagnose({ state }: MoveFacts): MoveOutcome {
  if (state === 'closed') return refused('already-closed');
  if (state === 'received') return refused('answer-first');
  return state === 'answered' ? to('diagnosed') : refused('already-diagnosed');
}

/** From `received` or `answered` too, where it is solved at the first contact: with its cause. */
function resolve(facts: MoveFacts): MoveOutcome {
  if (facts.state === 'closed') return refused('already-closed');
  if (facts.state === 'resolved' || facts.state === 'improved') return refused('already-resolved');
  if (facts.state !== 'diagnosed' && !facts.hasCause) return refused('cause-first');
  if (!facts.hasSolution) return refused('no-solution');
  return facts.isAllowedCompensation ? to('resolved') : refused('needs-approval');
}

function improve(facts: MoveFacts): MoveOutcome {
  if (facts.state === 'closed') return refused('already-closed');
  if (facts.state === 'improved') return refused('already-improved');
  if (facts.state !== 'resolved') return refused('resolve-first');
  if (facts.hasAction) return to('improved');
  if (facts.isActionRequired) return refused('action-required');
  return facts.hasNoActionReason ? to('improved') : refused('reason-required');
}

function close(facts: MoveFacts): MoveOutcome {
  if (facts.state === 'closed') return refused('already-closed');
  if (facts.state === 'resolved') return refused('improve-first');
  if (facts.state !== 'improved') return refused('no-resolution');
  if (facts.openActions > 0) return refused('action-open');
  const passedOver = facts.isWithoutWaiting ? facts.waitingActions : 0;
  return facts.uncheckedActions > passedOver ? refused('check-first') : to('closed');
}

/** The customer is not content: everything but the answer is asked again. */
function reopen({ state }: MoveFacts): MoveOutcome {
  const isSettled = state === 'resolved' || state === 'improved' || state === 'closed';
  return isSettled ? to('answered') : refused('still-open');
}

/** The same cause came again although something was changed: what we change is asked again. */
function recur({ state }: MoveFacts): MoveOutcome {
  return state === 'improved' || state === 'closed' ? to('resolved') : refused('nothing-to-recur');
}

const moves = { answer, diagnose, resolve, improve, close, reopen, recur } satisfies Record<
  ComplaintMove,
  (facts: MoveFacts) => MoveOutcome
>;

/** Where a move leads from here, or why it is not allowed. The only place that decides it. */
export function tryMove(facts: MoveFacts, move: ComplaintMove): MoveOutcome {
  return moves[move](facts);
}

const chain: Readonly<Record<ComplaintState, ComplaintMove | null>> = {
  received: 'answer',
  answered: 'diagnose',
  diagnosed: 'resolve',
  resolved: 'improve',
  improved: 'close',
  closed: null,
};

/** The chain's next move; null when it is closed. */
export function nextMove(state: ComplaintState): ComplaintMove | null {
  return chain[state];
}

/** What a refusal is called as the reason of a CONFLICT. */
export function refusalReason(refusal: Refusal): `complaint-${Refusal}` {
  return `complaint-${refusal}`;
}
