import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deedText, recordsText } from '#renderer/base/deed-text.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { UndoImport } from '#renderer/components/imports/undo-import.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { DeedEntry } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './changes.module.css';
import { UndoneNote } from './undone-note.tsx';

interface Props {
  readonly entry: DeedEntry;
  /** What it did, beneath it. */
  readonly children?: ReactNode;
  /** Whether that is shown; without it, it always is. */
  readonly isOpen?: boolean;
  onOpen?(isOpen: boolean): void;
  /** Where the day stands above it already. */
  readonly isTimeOnly?: boolean;
}

/** Takes it back the way it is taken back: an import asks first. */
function useWay(entry: DeedEntry) {
  const { t } = useTranslation();
  const command = useCommand('history.undo');
  const [undone, setUndone] = useState<Output<'history.undo'> | null>(null);
  const [isAsking, setAsking] = useState(false);
  const what = deedText(t, entry);
  const isRedo = entry.kind === 'undo';
  const takeBack = async () => {
    const result = await command.run({ batchId: entry.id });
    if (result.ok) setUndone(result.value);
  };
  const button = entry.way !== null && (
    <Button
      size="xs"
      loading={command.isRunning}
      aria-label={t(isRedo ? 'history.doAgainOf' : 'history.undoOf', { what })}
      onClick={() => (entry.way === 'import' ? setAsking(true) : void takeBack())}
    >
      {t(isRedo ? 'history.doAgain' : 'history.undo')}
    </Button>
  );
  const after = (
    <>
      {command.error !== null && <ErrorState error={command.error} />}
      {undone !== null && <UndoneNote undone={undone} />}
      {isAsking && entry.importId !== null && (
        <UndoImport importId={entry.importId} onClose={() => setAsking(false)} />
      )}
    </>
  );
  return { button, after, what };
}

/** One deed: what it was, when, to how many records, whether it was undone, and the button that undoes it. */
export function DeedItem({ entry, children, isOpen, onOpen, isTimeOnly = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { button, after, what } = useWay(entry);
  const { at, undoneAt, records } = entry;
  return (
    <li className={classes.deed} data-undone={undoneAt !== null || undefined}>
      <div className={classes.head}>
        {onOpen === undefined ? (
          <span className={classes.what}>{what}</span>
        ) : (
          <button
            type="button"
            className={classes.what}
            aria-expanded={isOpen === true}
            onClick={() => onOpen(isOpen !== true)}
          >
            <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
            {what}
          </button>
        )}
        <span className={classes.quiet}>{isTimeOnly ? format.time(at) : format.moment(at)}</span>
        {undoneAt !== null && (
          <StatusBadge kind="waiting">
            {t('history.undone', { date: format.date(format.dayOf(undoneAt), true) })}
          </StatusBadge>
        )}
        {button}
      </div>
      {records.length > 0 && (
        <p className={classes.quiet}>{recordsText(t, records, format.language)}</p>
      )}
      {after}
      {(onOpen === undefined || isOpen === true) && children}
    </li>
  );
}
