import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';

const CHOICES = {
  xlsx: { format: 'xlsx', profile: 'spreadsheet' },
  csv: { format: 'csv', profile: 'spreadsheet' },
  exact: { format: 'csv', profile: 'exact' },
} as const;
type Choice = keyof typeof CHOICES;

/** Writes the complaints that the filter leaves to a file that the owner chooses. */
export function ExportComplaints({ filter }: { readonly filter: ComplaintFilter }) {
  const { t } = useTranslation();
  const task = useTask('complaints.export');
  const { say, sayError } = useUndo();
  const run = async (choice: Choice) => {
    const input = { filter, ...CHOICES[choice], titles: { sheet: t('complaint.title') } };
    const result = await task.run(input, t('complaint.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('complaint.export.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return (
    <ExportMenu
      label={t('complaint.export.label')}
      isRunning={task.isRunning}
      choices={(['xlsx', 'csv', 'exact'] as const).map((name) => ({
        name,
        label: t(`complaint.export.${name}`),
      }))}
      onPick={(choice) => void run(choice)}
    />
  );
}
