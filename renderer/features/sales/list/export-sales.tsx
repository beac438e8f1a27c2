import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SaleFilter } from '#shared/contract/sales.ts';

const CHOICES = {
  xlsx: { format: 'xlsx', profile: 'spreadsheet' },
  csv: { format: 'csv', profile: 'spreadsheet' },
  exact: { format: 'csv', profile: 'exact' },
} as const;
type Choice = keyof typeof CHOICES;

/** Writes the lines of the sales that the filter leaves to a file that the owner chooses. */
export function ExportSales({ filter }: { readonly filter: SaleFilter }) {
  const { t } = useTranslation();
  const task = useTask('sales.export');
  const { say, sayError } = useUndo();
  const run = async (choice: Choice) => {
    const input = { filter, ...CHOICES[choice], titles: { sheet: t('nav.sales') } };
    const result = await task.run(input, t('sales.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('sales.export.done', { count: rows, file: fileNameOf(path) }));
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
