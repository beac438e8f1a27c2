import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { TaskProgress } from '#renderer/state/tasks.ts';
import classes from './salvage.module.css';
import { SalvageFacts, type SideCopy } from './salvage-report.tsx';
import { useSalvage } from './use-salvage.ts';

/** How far reading is: no shop is open whose settings would say how numbers are written. */
function Reading({ progress }: { readonly progress: TaskProgress | null }) {
  const { t } = useTranslation();
  const { phase = 'salvaging', done = 0, total = 0 } = progress ?? {};
  return (
    <div>
      <Progress.Root size="sm">
        <Progress.Section
          value={total > 0 ? Math.min(100, (100 * done) / total) : 0}
          aria-label={t('restore.salvage.reading')}
        />
      </Progress.Root>
      <p role="status">
        {t(`phase.${phase}`)}
        {total > 0 && ` · ${t('app.rowsOf', { done, total })}`}
      </p>
    </div>
  );
}

interface Props {
  readonly copy: SideCopy | null;
  /** Whether something else is being done. */
  readonly isBusy: boolean;
  onTakeCopy(): void;
  onTaken(): void;
}

/** Reading what can be read of a damaged file, seeing what that is, and going on with it. */
export function SalvageSteps({ copy, isBusy, onTakeCopy, onTaken }: Props) {
  const { t } = useTranslation();
  const { read, take, salvaged, reading, isTaking, error } = useSalvage(onTaken);
  if (reading.isRunning)
    return (
      <section className={classes.steps} aria-label={t('restore.salvage.title')}>
        <Reading progress={reading.progress} />
        <div className={classes.buttons}>
          <Button onClick={reading.cancel}>{t('app.cancel')}</Button>
        </div>
      </section>
    );
  return (
    <section className={classes.steps} aria-label={t('restore.salvage.title')}>
      {salvaged === null && <p>{t('restore.salvage.lead')}</p>}
      {salvaged === 'nothing' && <p role="status">{t('restore.salvage.nothing')}</p>}
      {salvaged !== null && salvaged !== 'nothing' && (
        <SalvageFacts report={salvaged} copy={copy} />
      )}
      {error !== null && <ErrorState error={error} />}
      <div className={classes.buttons}>
        {salvaged !== null && salvaged !== 'nothing' && (
          <>
            <Button
              variant="filled"
              loading={isTaking}
              disabled={isBusy}
              onClick={() => void take()}
            >
              {t('restore.salvage.take')}
            </Button>
            {copy !== null && (
              <Button disabled={isBusy || isTaking} onClick={onTakeCopy}>
                {t('restore.salvage.takeCopy')}
              </Button>
            )}
          </>
        )}
        <Button disabled={isBusy || isTaking} onClick={() => void read()}>
          {t(salvaged === null ? 'restore.salvage.read' : 'restore.salvage.again')}
        </Button>
      </div>
    </section>
  );
}
