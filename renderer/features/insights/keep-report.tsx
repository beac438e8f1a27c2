import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { reportFormats } from '#shared/contract/insights/report.ts';
import { useLookedFrom } from './use-looked-from.ts';

type Format = (typeof reportFormats)[number];

/** Keeps the worth tab as a file, of the day that is looked from, and says what came of it. */
export function KeepReport() {
  const { t } = useTranslation();
  const { on } = useLookedFrom();
  const task = useTask('insights.keepWorth');
  const { say, sayError } = useUndo();
  const keep = async (format: Format) => {
    const result = await task.run({ on, format }, t('insights.report.running'));
    if (!result.ok)
      return result.error.code === 'CANCELLED'
        ? say(t('insights.report.stopped'))
        : sayError(result.error);
    if (result.value === null) return;
    const { path, isWhole } = result.value;
    const done = t('insights.report.done', { file: fileNameOf(path) });
    say(isWhole ? done : `${done} ${t('insights.report.unshown')}`);
  };
  return (
    <ExportMenu
      label={t('insights.report.save')}
      isRunning={task.isRunning}
      choices={reportFormats.map((name) => ({ name, label: t(`insights.report.${name}`) }))}
      onPick={(name) => void keep(name)}
    />
  );
}
