import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Result } from '#shared/errors.ts';

type Kept = Result<{ readonly path: string; readonly isWhole: boolean } | null>;

/** Says what came of putting a sheet on paper or into a file. */
export function useSayKept(): (way: 'print' | 'save', kept: Kept) => void {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  return (way, kept) => {
    if (!kept.ok)
      return kept.error.code === 'CANCELLED' ? say(t('handover.stopped')) : sayError(kept.error);
    if (kept.value === null) return;
    const { path, isWhole } = kept.value;
    const done =
      way === 'print' ? t('sales.paper.shown') : t('sales.paper.saved', { file: fileNameOf(path) });
    say(isWhole ? done : `${done} ${t('sales.paper.unshown')}`);
  };
}
