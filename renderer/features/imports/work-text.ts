import type { Translate } from '#renderer/base/i18n.ts';
import { doneText, timeLeftText } from '#renderer/components/running/progress-line.tsx';
import type { Format } from '#renderer/components/use-format.ts';
import type { TaskProgress } from '#renderer/state/tasks.ts';

const BYTES_A_MEGABYTE = 1_000_000;

/** `4.200 baris per detik`, or nothing before a second has passed. Bytes are told in MB. */
export function rateText(t: Translate, format: Format, progress: TaskProgress): string {
  const { phase, done, elapsedMs } = progress;
  if (elapsedMs < 1000 || done <= 0) return '';
  const rate = (done * 1000) / elapsedMs;
  if (phase === 'reading' || phase === 'backup') {
    return t('import.work.byteRate', { rate: format.number(rate / BYTES_A_MEGABYTE, 1) });
  }
  return t('import.work.rate', { rate: format.number(Math.round(rate)) });
}

/** Share of the work that is done, 0 to 1; 0 while nothing is known. */
export function shareOf(progress: TaskProgress | null): number {
  if (progress === null || progress.total <= 0) return 0;
  return Math.min(1, progress.done / progress.total);
}

/** Rows done, rate and time left, as far as they can be told. */
export function workFigures(t: Translate, format: Format, progress: TaskProgress): string[] {
  return [
    doneText(t, progress, format.percent(shareOf(progress)), true),
    rateText(t, format, progress),
    timeLeftText(t, progress),
  ].filter((text) => text !== '');
}
