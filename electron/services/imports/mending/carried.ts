import type { MendStep, UnusedStep } from '#shared/domain/mending/steps.ts';
import type { SourceState } from '../draft-store.ts';

function titleOf({ columns }: SourceState, { column }: MendStep): string {
  return columns[column ?? -1]?.header ?? '';
}

function isSame(one: MendStep, other: MendStep): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stepsOver(before: SourceState, after: SourceState): Pick<SourceState, 'steps' | 'unused'> {
  const { steps = [], unused = [] } = before;
  const former = [
    ...steps.map((kept): UnusedStep => ({ kept, header: titleOf(before, kept.step) })),
    ...unused,
  ].sort((a, b) => a.kept.id - b.kept.id);
  const isThere = ({ kept: { step }, header }: UnusedStep): boolean =>
    step.column === null ||
    (after.columns[step.column] !== undefined && titleOf(after, step) === header);
  const isFormer = (step: MendStep) => former.some(({ kept }) => isSame(kept.step, step));
  const all = [
    ...former,
    ...(after.steps ?? []).map((kept): UnusedStep => ({ kept, header: titleOf(after, kept.step) })),
    ...(after.unused ?? []),
  ].filter((each, at) => at < former.length || !isFormer(each.kept.step));
  // Fixes stand behind steps by these numbers; a source that has just been read has none.
  const numbered = all.map(({ kept, header }, at) => ({ kept: { ...kept, id: at + 1 }, header }));
  return {
    steps: numbered.filter(isThere).map(({ kept }) => kept),
    unused: numbered.filter((each) => !isThere(each)),
  };
}

/**
 * A source that has been read in another way, with what its owner had said: the steps of columns that are
 * what they were, in their order; the others are kept to be named, and used once their column is back.
 */
export function carriedOver(before: SourceState, after: SourceState): SourceState {
  const { existing, existingFrom, existingMemory } = before;
  const said = existingFrom === 'chosen' && existing !== undefined;
  return {
    ...after,
    ...stepsOver(before, after),
    ...(said ? { existing, existingFrom } : {}),
    ...(existingMemory === undefined ? {} : { existingMemory }),
  };
}
