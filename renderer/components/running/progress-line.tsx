import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Translate, textOf } from '#renderer/base/i18n.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { TaskProgress } from '#renderer/state/tasks.ts';

/** Seconds a task still needs at its pace so far; null while that cannot be said. */
export function secondsLeft({ done, total, elapsedMs }: TaskProgress): number | null {
  if (total <= 0 || done <= 0 || elapsedMs < 1000 || done >= total) return null;
  return Math.ceil(((total - done) * elapsedMs) / done / 1000);
}

/** `sisa 4 detik`, `sisa 2 menit`, or nothing. */
export function timeLeftText(t: Translate, progress: TaskProgress): string {
  const seconds = secondsLeft(progress);
  if (seconds === null) return '';
  const span =
    seconds < 90
      ? t('app.second', { count: seconds })
      : t('app.minute', { count: Math.round(seconds / 60) });
  return t('app.timeLeft', { span });
}

const BYTE_PHASES: ReadonlySet<string> = new Set(['reading', 'backup']);

/**
 * How far: a share where it is known of how much, since that is counted in bytes here, in copies or steps
 * there; else the rows done so far. `isRows`: everything but bytes is counted in rows.
 */
export function doneText(
  t: Translate,
  { phase, done, total }: TaskProgress,
  percent: string,
  isRows = false,
): string {
  const isBytes = BYTE_PHASES.has(phase);
  if (total <= 0) return done > 0 && !isBytes ? t('app.rows', { count: done }) : '';
  return isRows && !isBytes ? t('app.rowsOf', { done, total }) : t('app.shareOf', { percent });
}

interface Props {
  readonly progress: TaskProgress | null;
  readonly label?: string;
}

/** A task's bar with its phase, how far it is and the time left in words. */
export function ProgressLine({ progress, label }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = progress === null || progress.total <= 0 ? 0 : progress.done / progress.total;
  const phase = progress === null ? t('app.loading') : textOf(t, 'phase', progress.phase);
  const words =
    progress === null
      ? [phase]
      : [phase, doneText(t, progress, format.percent(share)), timeLeftText(t, progress)];
  return (
    <div>
      <Progress.Root size="sm">
        <Progress.Section
          value={Math.min(100, share * 100)}
          aria-label={label ?? t('app.progress')}
        />
      </Progress.Root>
      <p role="status">{words.filter((word) => word !== '').join(' · ')}</p>
    </div>
  );
}
