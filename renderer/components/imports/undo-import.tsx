import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ImportId } from '#shared/ids.ts';
import classes from './undo-import.module.css';

type Undone = Output<'imports.undo'>;

const SHOWN = 50;

function Result({ undone, onClose }: { readonly undone: Undone; onClose(): void }) {
  const { t } = useTranslation();
  const { removed, restored, kept } = undone;
  return (
    <div className={classes.modal}>
      <div role="status">
        <p>{t('import.undo.removed', { count: removed })}</p>
        {restored > 0 && <p>{t('import.undo.restored', { count: restored })}</p>}
        {kept.length > 0 && (
          <>
            <p>{t('import.undo.kept', { count: kept.length })}</p>
            <ul className={classes.kept}>
              {kept.slice(0, SHOWN).map(({ entity, id, name }) => (
                <li key={`${entity}${id}`}>{name}</li>
              ))}
              {kept.length > SHOWN && (
                <li>{t('import.undo.andMore', { count: kept.length - SHOWN })}</li>
              )}
            </ul>
          </>
        )}
      </div>
      <div className={classes.ways}>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('import.undo.close')}
        </Button>
      </div>
    </div>
  );
}

interface Props {
  readonly importId: ImportId;
  onClose(): void;
  onUndone?(): void;
}

/** Asks before an import is taken back, takes it back, and names what was kept. */
export function UndoImport({ importId, onClose, onUndone }: Props) {
  const { t } = useTranslation();
  const { run, cancel, isRunning, progress, error } = useTask('imports.undo');
  const [undone, setUndone] = useState<Undone | null>(null);
  const undo = async () => {
    const result = await run({ importId });
    if (!result.ok) return;
    setUndone(result.value);
    onUndone?.();
  };
  const title = undone === null ? t('import.undo.title') : t('import.undo.done');
  return (
    <Dialog onClose={onClose} title={title}>
      {undone !== null ? (
        <Result undone={undone} onClose={onClose} />
      ) : (
        <div className={classes.modal}>
          <p>
            {t('import.undo.text')} {t('import.undo.backup')}
          </p>
          {error !== null && <ErrorState error={error} />}
          {isRunning && <ProgressLine progress={progress} />}
          <div className={classes.ways}>
            <Button data-autofocus onClick={isRunning ? cancel : onClose}>
              {isRunning ? t('app.cancel') : t('import.undo.keep')}
            </Button>
            <Button variant="filled" loading={isRunning} onClick={() => void undo()}>
              {t('import.undo.do')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
