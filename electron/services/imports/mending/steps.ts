import type { StepChange } from '#shared/contract/imports/mend.ts';
import type { RuleMemory } from '#shared/contract/imports/steps.ts';
import type { KeptStep, MendStep } from '#shared/domain/mending/steps.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { SourceState } from '../draft-store.ts';

/** Steps that one file may have: each is a pass over all of its rows. */
const mostSteps = 50;

/** A number no step and no fix of the source has. */
function nextId({ steps = [], fixes }: SourceState): number {
  const known = [...steps.map(({ id }) => id), ...fixes.map(({ after = 0 }) => after)];
  return Math.max(0, ...known) + 1;
}

function refuseColumn({ columns }: SourceState, { column }: MendStep): void {
  if (column === null || columns[column] !== undefined) return;
  const issues = [{ path: 'step.column', problem: 'unknown-column' }];
  throw new AppFailure({ code: 'VALIDATION', issues });
}

/** A source with a further step in force. */
export function withStep(
  source: SourceState,
  step: MendStep,
  memory: RuleMemory = 'no',
): { readonly id: number; readonly source: SourceState } {
  const { steps = [] } = source;
  refuseColumn(source, step);
  if (steps.length >= mostSteps)
    throw new AppFailure({ code: 'CONFLICT', reason: 'too-many-steps' });
  const id = nextId(source);
  const kept: KeptStep = { id, step, memory, state: 'applied', isFromLayout: false };
  return { id, source: { ...source, steps: [...steps, kept] } };
}

function changed(source: SourceState, id: number, change: (step: KeptStep) => KeptStep[]) {
  const { steps = [] } = source;
  if (!steps.some((step) => step.id === id)) throw notFound('step');
  return { ...source, steps: steps.flatMap((step) => (step.id === id ? change(step) : [step])) };
}

/** A source with one change of its steps. One that was remembered is left out, and stays to be seen. */
export function changeSteps(source: SourceState, change: StepChange): SourceState {
  if (change.kind === 'add') return withStep(source, change.step, change.memory).source;
  const isUsed = change.kind === 'use';
  return changed(source, change.id, (step) => {
    if (isUsed) return [{ ...step, state: 'applied' }];
    return step.isFromLayout ? [{ ...step, state: 'declined' }] : [];
  });
}

/** What is done with a step when the next file of these titles comes. */
export function rememberStep(source: SourceState, id: number, memory: RuleMemory): SourceState {
  return changed(source, id, (step) => [{ ...step, memory }]);
}
