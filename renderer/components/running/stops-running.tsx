import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import { useTasks } from '#renderer/state/tasks.ts';

/** What runs now and is stopped by what is about to be done, as the status line calls it; else nothing. */
export function StopsRunning() {
  const { t } = useTranslation();
  const running = useTasks((state) => state.running);
  const shown = running.flatMap(({ title, progress }) => {
    if (title !== null) return [title];
    return progress === null ? [] : [textOf(t, 'phase', progress.phase)];
  });
  if (shown.length === 0) return null;
  const what = shown.join(', ');
  return <p role="status">{t('app.stopsRunning', { what, count: shown.length })}</p>;
}
