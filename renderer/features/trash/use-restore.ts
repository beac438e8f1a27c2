import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Task, useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { TrashChoice, TrashKept } from '#shared/contract/trash/trash.ts';
import { useWords } from './use-words.ts';

/** Putting things back: how it goes, and what could not come. */
export interface Restore {
  readonly task: Task<'trash.restore'>;
  /** What could not be put back the last time; null: all of it came, or nobody has to hear of it any more. */
  readonly kept: TrashKept | null;
  forget(): void;
  /** True: something came back. */
  run(which: TrashChoice): Promise<boolean>;
}

/** Puts things back, says how many of what came, and offers to undo it. */
export function useRestore(): Restore {
  const { t } = useTranslation();
  const task = useTask('trash.restore');
  const words = useWords();
  const { say, sayError } = useUndo();
  const [kept, setKept] = useState<TrashKept | null>(null);
  const run = async (which: TrashChoice): Promise<boolean> => {
    const result = await task.run({ which }, t('trash.restoring'));
    if (!result.ok) {
      sayError(result.error);
      return false;
    }
    const { batchId, restored, along } = result.value;
    const came = t('trash.restored', { what: words.counts(restored) });
    const others = along.length === 0 ? '' : t('trash.along', { what: words.counts(along) });
    if (batchId === null) say(t('trash.nothingRestored'));
    else say(`${came} ${others}`.trim(), batchId);
    setKept(result.value.kept.count === 0 ? null : result.value.kept);
    return batchId !== null;
  };
  return { task, kept, forget: () => setKept(null), run };
}
