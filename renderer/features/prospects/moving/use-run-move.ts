import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import type { Stage } from '#shared/domain/vocabulary/prospects.ts';

/** Moves a prospect and says so, with what went off the list of whom to contact. */
export function useRunMove() {
  const { t } = useTranslation();
  const command = useCommand('prospects.move');
  const { say } = useUndo();
  const run = async ({ id, title }: ProspectRow, stage: Stage, lost: ProspectRow['lost']) => {
    const result = await command.run({ id, stage, lost });
    if (!result.ok) return result;
    const { droppedSteps, batchId } = result.value;
    const parts = { title, stage: t(`prospects.stage.${stage}`) };
    const said =
      droppedSteps === 0 ? t('prospects.moved', parts) : t('prospects.movedDropped', parts);
    say(said, batchId);
    return result;
  };
  return { run, error: command.error, isRunning: command.isRunning };
}
