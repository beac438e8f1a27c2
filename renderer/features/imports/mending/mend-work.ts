import type { StepChange } from '#shared/contract/imports/mend.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import type { Result } from '#shared/errors.ts';
import { setImport, takeDraft, useImport } from '../import-session.ts';
import { namesOf, runWork } from '../import-work.ts';

/** What a step would change; nothing is changed by asking. */
export async function previewStep(
  sourceId: number,
  step: MendStep,
): Promise<Result<Output<'imports.previewMend'>> | null> {
  const { draftId, draft } = useImport.getState();
  if (draftId === null) return null;
  const input = { draftId, sourceId, step };
  return runWork('preview', 'imports.previewMend', input, { title: namesOf(draft) });
}

/** Adds a step or takes one back; the rows are checked anew with it. Whether that was done. */
export async function mend(sourceId: number, change: StepChange): Promise<boolean> {
  const { draftId, draft } = useImport.getState();
  if (draftId === null) return false;
  const input = { draftId, sourceId, change };
  const take = ({ draft: next, report, ...effect }: Output<'imports.mend'>): void => {
    takeDraft(next);
    const checks = useImport.getState().checks + 1;
    const steps = next.sources.find(({ id }) => id === sourceId)?.steps ?? [];
    const step = change.kind === 'add' ? (steps.at(-1)?.id ?? 0) : change.id;
    setImport({ report, isStale: false, checks, effect: { ...effect, sourceId, step, checks } });
  };
  const result = await runWork('mend', 'imports.mend', input, { title: namesOf(draft), take });
  return result.ok;
}

/** What is done with a rule when the next file of these titles comes. */
export async function remember(
  sourceId: number,
  rule: Input<'imports.remember'>['rule'],
): Promise<void> {
  const { draftId, draft, isStale } = useImport.getState();
  if (draftId === null) return;
  const input = { draftId, sourceId, rule };
  const result = await runWork('configure', 'imports.remember', input, { title: namesOf(draft) });
  if (!result.ok) return;
  takeDraft(result.value);
  // Nothing of this import depends on it: what was checked holds.
  setImport({ isStale });
}
