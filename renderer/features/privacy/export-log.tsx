import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { PrivacyLogFilter } from '#shared/contract/privacy/privacy.ts';

/** Writes what the filter leaves of the log to a file that the owner chooses. */
export function ExportLog({ filter }: { readonly filter: PrivacyLogFilter }) {
  const { t } = useTranslation();
  const task = useTask('privacy.exportLog');
  const { say, sayError } = useUndo();
  const run = async () => {
    const result = await task.run({ filter }, t('privacy.page.writing'));
    if (!result.ok) {
      if (result.error.code !== 'CANCELLED') sayError(result.error);
    } else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('privacy.page.written', { count: rows, file: fileNameOf(path) }));
    }
  };
  return (
    <Button size="xs" loading={task.isRunning} onClick={() => void run()}>
      {t('privacy.page.csv')}
    </Button>
  );
}
