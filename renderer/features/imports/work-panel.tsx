import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { type TaskProgress, useTasks } from '#renderer/state/tasks.ts';
import { useImport } from './import-session.ts';
import { stopWork } from './import-work.ts';
import classes from './wizard.module.css';
import { shareOf, workFigures } from './work-text.ts';

/** How far the work of the import under way is; null before its first report. */
function useWorkProgress(): TaskProgress | null {
  const work = useImport((state) => state.work);
  const running = useTasks((state) => state.running.find((task) => task.callId === work?.callId));
  return running?.progress ?? work?.progress ?? null;
}

/** What runs now: phase, bar, rows done, rate, time left, and Cancel. */
export function WorkPanel({ isAlone = false }: { readonly isAlone?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const work = useImport((state) => state.work);
  const progress = useWorkProgress();
  if (work === null) return null;
  const isReceiving = work.kind === 'receive';
  const phase =
    progress === null || isReceiving
      ? t(`import.work.${work.kind}`)
      : textOf(t, 'phase', progress.phase);
  const figures = progress === null ? [t('app.loading')] : workFigures(t, format, progress);
  return (
    <div className={classes.work} data-alone={isAlone || undefined}>
      <div className={classes.workHead}>
        <strong>{work.title === '' ? phase : `${phase}: ${work.title}`}</strong>
        <Button size="xs" onClick={stopWork}>
          {t('import.work.cancel')}
        </Button>
      </div>
      <Progress.Root size="md">
        <Progress.Section value={shareOf(progress) * 100} aria-label={phase} />
      </Progress.Root>
      <p className={classes.figures}>{figures.join(' · ')}</p>
      <p className={classes.quiet}>
        {t('import.work.nothingKept')} {!isReceiving && t('import.work.mayLeave')}
      </p>
    </div>
  );
}
