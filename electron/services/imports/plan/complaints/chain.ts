import type { ShopSettings } from '#shared/contract/settings.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { isFirstContact } from '#shared/domain/complaints/rules.ts';
import { complaintWord } from '#shared/domain/vocabulary/complaint-words.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import { instantOfMoment, type Moment } from '../moment.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import type { ComplaintRow } from './row.ts';

/** What a chain depends on besides the file. */
export interface ChainContext {
  readonly settings: Pick<
    ShopSettings,
    'timeZone' | 'language' | 'serviceLevels' | 'authorityMinor'
  >;
  readonly calendar: BusinessCalendar;
}

/** How far each state is along the chain. */
export const rankOf: Readonly<Record<string, number>> = {
  received: 0,
  answered: 1,
  diagnosed: 2,
  resolved: 3,
  improved: 4,
  closed: 5,
};

export interface ChainStep {
  readonly move: 'receive' | 'answer' | 'diagnose' | 'resolve' | 'improve' | 'close';
  readonly to: ComplaintState;
  readonly at: string;
  readonly note: string | null;
}

/** How far a row proves its complaint to be, and when each step was taken. */
export interface Chain {
  readonly state: ComplaintState;
  readonly receivedAt: string;
  /** Every hour in it is known; false: durations say nothing. */
  readonly hasTime: boolean;
  readonly answeredAt: string | null;
  readonly diagnosedAt: string | null;
  readonly resolvedAt: string | null;
  readonly improvedAt: string | null;
  readonly closedAt: string | null;
  readonly isFirstContact: boolean;
  /** The file's own words, else the word of its status; null where it is not resolved. */
  readonly solution: string | null;
  readonly steps: readonly ChainStep[];
  readonly flags: readonly Problem[];
}

const open: ReadonlySet<string | null> = new Set(['received', 'answered', 'diagnosed']);

interface Proof {
  readonly isResolved: boolean;
  readonly isClosed: boolean;
  readonly isAnswered: boolean;
  readonly flags: Problem[];
}

/** Status and dates together: a date proves a step, a status alone only says so. */
function proofOf(row: ComplaintRow): Proof {
  const { status, solution, resolved, closed, answered } = row;
  const flags: Problem[] = [];
  const hasSolution = solution !== '' && !open.has(status);
  const saysResolved = status === 'resolved' || status === 'improved';
  const isResolved = saysResolved || hasSolution || resolved !== null;
  const saysClosed = status === 'closed' || (status === null && closed !== null);
  if (saysClosed && !isResolved)
    flags.push(problemOf('closed-without-solution', row.statusText || null));
  const isBehind =
    (open.has(status) && resolved !== null) || (status === 'received' && answered !== null);
  if (isBehind) flags.push(problemOf('status-behind-dates', row.statusText));
  const saysAnswered = status === 'answered' || status === 'diagnosed' || row.answer !== '';
  const isAnswered = answered !== null || isResolved || saysAnswered;
  if (isAnswered && answered === null && !isResolved) flags.push(problemOf('answer-date-missing'));
  if (isResolved && resolved === null && closed === null) {
    flags.push(problemOf('resolution-date-missing'));
  }
  return { isResolved, isClosed: saysClosed && isResolved, isAnswered, flags };
}

/** Noon of a day is not before what happened earlier on that very day. */
function instantAfter(moment: Moment, earlier: string, timeZone: string): string {
  const instant = instantOfMoment(moment, timeZone);
  return instant < earlier ? earlier : instant;
}

type Instants = Pick<Chain, 'receivedAt' | 'answeredAt' | 'resolvedAt' | 'closedAt'>;

function instantsOf(row: ComplaintRow, proof: Proof, timeZone: string): Instants {
  const { answered, resolved, closed } = row;
  const receivedAt = instantOfMoment(row.received, timeZone);
  const next = resolved ?? closed;
  const bound =
    next === null || next.time === null ? null : instantAfter(next, receivedAt, timeZone);
  const noon = answered === null ? null : instantAfter(answered, receivedAt, timeZone);
  // Noon of a day is not after what certainly came later on that very day either.
  const isTooLate = noon !== null && bound !== null && answered?.time === null && noon > bound;
  const answeredOn = isTooLate ? bound : noon;
  const since = answeredOn ?? receivedAt;
  let resolvedAt: string | null = null;
  if (proof.isResolved) {
    const moment = resolved ?? closed;
    // Without a date, the last day the file knows: durations of such complaints are not counted.
    resolvedAt = moment === null ? since : instantAfter(moment, since, timeZone);
  }
  const answeredAt = answeredOn ?? resolvedAt ?? (proof.isAnswered ? receivedAt : null);
  const ended = resolvedAt ?? since;
  const closedOn = closed === null ? ended : instantAfter(closed, ended, timeZone);
  return { receivedAt, answeredAt, resolvedAt, closedAt: proof.isClosed ? closedOn : null };
}

function stateOf(row: ComplaintRow, proof: Proof): ComplaintState {
  if (proof.isClosed) return 'closed';
  if (proof.isResolved) return row.status === 'improved' ? 'improved' : 'resolved';
  if (!proof.isAnswered) return 'received';
  return row.cause === '' ? 'answered' : 'diagnosed';
}

function hasEveryHour(row: ComplaintRow, proof: Proof): boolean {
  const { received, answered, resolved, closed } = row;
  const given = [received, answered, resolved, closed].filter((each) => each !== null);
  if (given.some((each) => each.time === null)) return false;
  const isGuessed = proof.flags.some(({ problem }) => problem.endsWith('-date-missing'));
  return !isGuessed;
}

function stepsOf(row: ComplaintRow, chain: Omit<Chain, 'steps'>): ChainStep[] {
  const { receivedAt, answeredAt, diagnosedAt, resolvedAt, improvedAt, closedAt } = chain;
  const steps: ChainStep[] = [{ move: 'receive', to: 'received', at: receivedAt, note: null }];
  const add = (
    move: ChainStep['move'],
    to: ComplaintState,
    at: string | null,
    note: string | null,
  ): void => {
    if (at !== null) steps.push({ move, to, at, note: note === '' ? null : note });
  };
  // Solved at the first contact, the solution is the answer: one step.
  const isAnswered = row.answered !== null || resolvedAt === null;
  if (isAnswered) add('answer', 'answered', answeredAt, row.answer);
  if (isAnswered) add('diagnose', 'diagnosed', diagnosedAt, row.cause);
  add('resolve', 'resolved', resolvedAt, chain.solution);
  add('improve', 'improved', improvedAt, null);
  add('close', 'closed', closedAt, null);
  return steps;
}

/** Works out the chain of a row. */
export function chainOf(row: ComplaintRow, { settings, calendar }: ChainContext): Chain {
  const proof = proofOf(row);
  const instants = instantsOf(row, proof, settings.timeZone);
  const { answeredAt, resolvedAt } = instants;
  const state = stateOf(row, proof);
  const hasTime = hasEveryHour(row, proof);
  const word = row.statusText || complaintWord.state('resolved', settings.language);
  const isFirst =
    hasTime &&
    resolvedAt !== null &&
    isFirstContact({ answeredAt, resolvedAt, reopened: 0 }, calendar);
  const chain = {
    ...instants,
    state,
    hasTime,
    diagnosedAt: row.cause !== '' && answeredAt !== null ? answeredAt : null,
    improvedAt: state === 'improved' ? resolvedAt : null,
    isFirstContact: isFirst,
    solution: row.solution === '' ? (resolvedAt === null ? null : word) : row.solution,
    flags: proof.flags,
  };
  return { ...chain, steps: stepsOf(row, chain) };
}
