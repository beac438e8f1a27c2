import { mendStep } from '#shared/contract/imports/steps.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { WaitingRules } from '#shared/domain/mending/open-rules.ts';
import type { KeptStep } from '#shared/domain/mending/steps.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import type { LayoutChoices, RememberedStep } from '../layout-choices.ts';
import { isListOfCustomers } from '../present-draft.ts';
import { isReturned } from './returned.ts';
import { rememberStep } from './steps.ts';

type Rules = Pick<
  SourceState,
  'steps' | 'unused' | 'asks' | 'openAsks' | 'existing' | 'existingFrom' | 'existingMemory'
>;

/** One that has lost its words would change every cell. */
function isWhole({ step }: RememberedStep): boolean {
  return mendStep.safeParse(step).success;
}

/** What a layout remembers beside its columns: used, or waiting where the owner wants to be asked. */
export function rulesOf(layout: LayoutChoices | null, columns: readonly ColumnState[]): Rules {
  const { steps = [], missing = [], asks = [], existing } = layout ?? {};
  // What has been done to these rows is not done to them twice.
  const isDone = isReturned({ columns });
  const asKept = ({ step, memory }: RememberedStep, index: number): KeptStep => {
    const state = isDone ? 'declined' : memory === 'ask' ? 'waiting' : 'applied';
    return { id: index + 1, step, memory, state, isFromLayout: true };
  };
  const known = steps.filter(isWhole).map(asKept);
  const unused = missing
    .filter(isWhole)
    .map(({ header, ...each }, index) => ({ header, kept: asKept(each, known.length + index) }));
  const asked = asks.filter((column) => columns[column] !== undefined);
  const rules = { steps: known, unused, asks: asked, openAsks: asked };
  if (existing === undefined) return rules;
  return {
    ...rules,
    existing: existing.rule,
    existingFrom: existing.memory === 'ask' ? 'waiting' : 'layout',
    existingMemory: existing.memory,
  };
}

/** What of a source is remembered with its titles beside its columns. */
export function remembered(
  source: SourceState,
): Pick<LayoutChoices, 'steps' | 'existing' | 'asks'> {
  const { steps = [], asks = [], existing = 'correct', existingMemory: memory = 'no' } = source;
  const kept = steps.filter((each) => each.memory !== 'no');
  return {
    ...(kept.length === 0
      ? {}
      : { steps: kept.map(({ step, memory: next }) => ({ step, memory: next })) }),
    ...(memory === 'no' ? {} : { existing: { rule: existing, memory } }),
    ...(asks.length === 0 ? {} : { asks }),
  };
}

function askedAgain(column: ColumnState): ColumnState {
  const { field, samples } = column;
  const options = [...new Set([field, 'ignore'])].map((value) => ({
    ...{ value, read: '', from: null, to: null, afterToday: 0, likely: value === field },
  }));
  const question = { kind: 'each-time' as const, example: samples[0] ?? '', options };
  return { ...column, reading: null, question };
}

/** A source in which the columns that are asked about each time have their question, unless they have another. */
export function withAsks(source: SourceState): SourceState {
  const { openAsks = [] } = source;
  if (openAsks.length === 0) return source;
  const columns = source.columns.map((column) =>
    openAsks.includes(column.index) && column.question === null ? askedAgain(column) : column,
  );
  return { ...source, columns };
}

/** What of a source waits for its owner. */
export function rulesThatWait(source: SourceState): WaitingRules {
  const { isIncluded, steps = [], existing = 'correct', existingFrom } = source;
  const waits = existingFrom === 'waiting' && isListOfCustomers(source);
  return { isIncluded, steps, waitingRule: waits ? existing : null };
}

/** What is done with a rule of a source when the next file of its titles comes. */
export function rememberRule(
  source: SourceState,
  rule: Parsed<'imports.remember'>['rule'],
): SourceState {
  if (rule.kind === 'step') return rememberStep(source, rule.id, rule.memory);
  if (rule.kind === 'existing') return { ...source, existingMemory: rule.memory };
  const { column, isAsked } = rule;
  if (source.columns[column] === undefined) {
    const issues = [{ path: 'rule.column', problem: 'unknown-column' }];
    throw new AppFailure({ code: 'VALIDATION', issues });
  }
  const others = (source.asks ?? []).filter((each) => each !== column);
  return { ...source, asks: isAsked ? [...others, column] : others };
}
