import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import type { Stage } from '#shared/domain/vocabulary/prospects.ts';
import { LostDialog } from './lost-dialog.tsx';
import { useRunMove } from './use-run-move.ts';
import { WonDialog } from './won-dialog.tsx';

export interface Moving {
  /** Moves it; what is won or lost is asked about first. */
  move(row: ProspectRow, stage: Stage): void;
  remove(row: ProspectRow): Promise<boolean>;
  /** What is being asked. */
  readonly dialog: ReactNode;
}

/** Moving prospects from stage to stage, wherever they are shown. */
export function useMove(): Moving {
  const { t } = useTranslation();
  const { run } = useRunMove();
  const trash = useCommand('prospects.remove');
  const { sayError } = useUndo();
  const [asked, setAsked] = useState<{ row: ProspectRow; stage: 'won' | 'lost' } | null>(null);
  const close = () => setAsked(null);
  const moveNow = async (row: ProspectRow, stage: Stage) => {
    const result = await run(row, stage, null);
    if (!result.ok) sayError(result.error);
  };
  return {
    move: (row, stage) => {
      if (stage === 'won' || stage === 'lost') setAsked({ row, stage });
      else void moveNow(row, stage);
    },
    remove: async ({ id, title }) => {
      const result = await trash.run({ id }, t('prospects.removed', { title }));
      if (!result.ok) sayError(result.error);
      return result.ok;
    },
    dialog: (
      <>
        {asked?.stage === 'lost' && <LostDialog row={asked.row} onClose={close} />}
        {asked?.stage === 'won' && <WonDialog row={asked.row} onClose={close} />}
      </>
    ),
  };
}
