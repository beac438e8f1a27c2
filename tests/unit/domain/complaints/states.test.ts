import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintMove, complaintState } from '#shared/contract/complaints-facts.ts';
import {
  type MoveFacts,
  nextMove,
  refusalReason,
  refusals,
  tryMove,
} from '#shared/domain/complaints/states.ts';
import type { ComplaintMove } from '#shared/domain/vocabulary/complaints.ts';
import { en, id } from '#shared/locale/index.ts';

type State = MoveFacts['state'];
type Guards = Omit<MoveFacts, 'state'>;

const nothing: Guards = {
  hasCause: false,
  hasSolution: false,
  isAllowedCompensation: true,
  isActionRequired: false,
  hasAction: false,
  hasNoActionReason: false,
  openActions: 0,
  uncheckedActions: 0,
  waitingActions: 0,
  isWithoutWaiting: false,
};
const everything: Guards = {
  ...nothing,
  hasCause: true,
  hasSolution: true,
  hasAction: true,
  hasNoActionReason: true,
};
const states = complaintState.options;

/** One row a move and set of facts; one cell a state, in the chain's order: where it leads, or why not. */
function outcomes(move: ComplaintMove, guards: Partial<Guards>, base: Guards): string[] {
  return states.map((state) => {
    const outcome = tryMove({ ...base, ...guards, state }, move);
    return 'to' in outcome ? `→ ${outcome.to}` : outcome.refused;
  });
}

const solved = { hasCause: true, hasSolution: true };
const resolvedTwice = ['already-resolved', 'already-resolved', 'already-closed'];
const notYet = ['resolve-first', 'resolve-first', 'resolve-first'];
const improvedTwice = ['already-improved', 'already-closed'];
const unresolved = ['no-resolution', 'no-resolution', 'no-resolution', 'improve-first'];

const table: [ComplaintMove, Partial<Guards>, string[]][] = [
  ['answer', {}, ['→ answered', ...Array<string>(4).fill('already-answered'), 'already-closed']],
  [
    'diagnose',
    {},
    [
      'answer-first',
      '→ diagnosed',
      ...Array<string>(3).fill('already-diagnosed'),
      'already-closed',
    ],
  ],
  ['resolve', solved, ['→ resolved', '→ resolved', '→ resolved', ...resolvedTwice]],
  [
    'resolve',
    { hasSolution: true },
    ['cause-first', 'cause-first', '→ resolved', ...resolvedTwice],
  ],
  ['resolve', { hasCause: true }, ['no-solution', 'no-solution', 'no-solution', ...resolvedTwice]],
  ['resolve', {}, ['cause-first', 'cause-first', 'no-solution', ...resolvedTwice]],
  [
    'resolve',
    { ...solved, isAllowedCompensation: false },
    ['needs-approval', 'needs-approval', 'needs-approval', ...resolvedTwice],
  ],
  ['improve', { hasAction: true }, [...notYet, '→ improved', ...improvedTwice]],
  [
    'improve',
    { hasAction: true, isActionRequired: true },
    [...notYet, '→ improved', ...improvedTwice],
  ],
  ['improve', { hasNoActionReason: true }, [...notYet, '→ improved', ...improvedTwice]],
  [
    'improve',
    { hasNoActionReason: true, isActionRequired: true },
    [...notYet, 'action-required', ...improvedTwice],
  ],
  ['improve', { isActionRequired: true }, [...notYet, 'action-required', ...improvedTwice]],
  ['improve', {}, [...notYet, 'reason-required', ...improvedTwice]],
  ['close', {}, [...unresolved, '→ closed', 'already-closed']],
  ['close', { openActions: 1 }, [...unresolved, 'action-open', 'already-closed']],
  ['close', { uncheckedActions: 1 }, [...unresolved, 'check-first', 'already-closed']],
  [
    'close',
    { uncheckedActions: 1, waitingActions: 1 },
    [...unresolved, 'check-first', 'already-closed'],
  ],
  [
    'close',
    { uncheckedActions: 1, waitingActions: 1, isWithoutWaiting: true },
    [...unresolved, '→ closed', 'already-closed'],
  ],
  // One whose day has come is looked at all the same.
  [
    'close',
    { uncheckedActions: 2, waitingActions: 1, isWithoutWaiting: true },
    [...unresolved, 'check-first', 'already-closed'],
  ],
  [
    'close',
    { openActions: 1, isWithoutWaiting: true },
    [...unresolved, 'action-open', 'already-closed'],
  ],
  [
    'close',
    { openActions: 2, uncheckedActions: 1 },
    [...unresolved, 'action-open', 'already-closed'],
  ],
  [
    'reopen',
    {},
    ['still-open', 'still-open', 'still-open', '→ answered', '→ answered', '→ answered'],
  ],
  ['recur', {}, [...Array<string>(4).fill('nothing-to-recur'), '→ resolved', '→ resolved']],
];

describe('the states of a complaint', () => {
  it.each(table)('%s with %o leads on or is refused, state by state', (move, guards, expected) => {
    expect(outcomes(move, guards, nothing)).toEqual(expected);
  });

  it.each(['answer', 'diagnose', 'reopen', 'recur'] as const)(
    '%s depends on the state alone, whatever else is known',
    (move) => {
      const heavy = { openActions: 3, uncheckedActions: 2, isAllowedCompensation: false };
      expect(outcomes(move, heavy, everything)).toEqual(outcomes(move, {}, nothing));
    },
  );

  it('offer the chain’s next move, and each is allowed once everything is there', () => {
    const way = states.map((state) => {
      const move = nextMove(state);
      return [state, move, move === null ? null : tryMove({ ...everything, state }, move)];
    });
    expect(way).toEqual([
      ['received', 'answer', { to: 'answered' }],
      ['answered', 'diagnose', { to: 'diagnosed' }],
      ['diagnosed', 'resolve', { to: 'resolved' }],
      ['resolved', 'improve', { to: 'improved' }],
      ['improved', 'close', { to: 'closed' }],
      ['closed', null, null],
    ]);
  });

  it('use every refusal somewhere, and each says in both languages what to do first', () => {
    const used = new Set(table.flatMap(([, , cells]) => cells.filter((cell) => cell[0] !== '→')));
    expect([...used].sort()).toEqual([...refusals].sort());
    for (const texts of [id.error.reason, en.error.reason]) {
      const known: Record<string, string> = texts;
      for (const refusal of refusals) {
        expect(known[refusalReason(refusal)], refusal).toMatch(/^.{30,}\.$/);
      }
    }
  });
});

const guards = fc.record({
  hasCause: fc.boolean(),
  hasSolution: fc.boolean(),
  isAllowedCompensation: fc.boolean(),
  isActionRequired: fc.boolean(),
  hasAction: fc.boolean(),
  hasNoActionReason: fc.boolean(),
  openActions: fc.nat({ max: 2 }),
  uncheckedActions: fc.nat({ max: 2 }),
  waitingActions: fc.nat({ max: 2 }),
  isWithoutWaiting: fc.boolean(),
});
const lucky = fc.constant(everything);
/** Null: whatever the chain asks for next, so that many sequences come to their end. */
const anyMove = fc.oneof(fc.constantFrom(...complaintMove.options), fc.constant(null));
const steps = fc.array(fc.record({ wish: anyMove, facts: fc.oneof(guards, lucky) }), {
  maxLength: 60,
});

describe('any sequence of moves', () => {
  it('reaches closed only past a resolve with a solution that was not taken back', () => {
    let closed = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        let state: State = 'received';
        let isSolved = false;
        for (const { wish, facts } of sequence) {
          const move = wish ?? nextMove(state) ?? 'reopen';
          const outcome = tryMove({ ...facts, state }, move);
          if ('refused' in outcome) continue;
          if (move === 'resolve') isSolved = facts.hasSolution;
          if (move === 'reopen') isSolved = false;
          state = outcome.to;
          if (state !== 'closed') continue;
          closed += 1;
          expect(isSolved).toBe(true);
          expect(facts.openActions).toBe(0);
          expect(facts.uncheckedActions === 0 || facts.isWithoutWaiting).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(closed).toBeGreaterThan(100);
  });
});
