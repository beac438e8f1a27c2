import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportId } from '#shared/ids.ts';
import { problemTexts } from './problem-groups.ts';

/** Saves an import's wrong rows as a workbook in the owner's language, and says where it lies. */
export function useSaveWrongRows() {
  const { t } = useTranslation();
  const { run, isRunning } = useTask('imports.saveWrongRows');
  const { say, sayError } = useUndo();
  const save = async (importId: ImportId, report: ImportReport): Promise<void> => {
    const reasonTitle = t('import.wrongRows.reason');
    const result = await run({ importId, reasonTitle, problemTexts: problemTexts(t, report) });
    if (!result.ok) return sayError(result.error);
    if (result.value === null) return;
    const { path, rows } = result.value;
    say(t('import.wrongRows.saved', { file: fileNameOf(path), count: rows }));
  };
  return { save, isRunning };
}
