import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SalvageReport } from '#shared/contract/restore/salvage.ts';

/** What came of reading a damaged file: what is in it; `nothing`: none of it can be read. */
export type Salvaged = SalvageReport | 'nothing';

/** Reading what can be read of a damaged file, and putting that in its place: only once it was seen. */
export function useSalvage(onTaken: () => void) {
  const { t } = useTranslation();
  const reading = useTask('restore.salvage');
  const taking = useCommand('restore.takeSalvaged');
  const [salvaged, setSalvaged] = useState<Salvaged | null>(null);
  const { say } = useUndo();
  const read = async () => {
    setSalvaged(null);
    taking.clearError();
    const result = await reading.run({}, t('restore.salvage.reading'));
    if (result.ok) setSalvaged(result.value ?? 'nothing');
  };
  const take = async () => {
    const result = await taking.run({});
    setSalvaged(null);
    if (!result.ok) return;
    say(t('restore.salvage.done', { folder: result.value.setAside ?? '' }));
    onTaken();
  };
  const error = reading.error ?? taking.error;
  return { read, take, salvaged, reading, isTaking: taking.isRunning, error };
}
