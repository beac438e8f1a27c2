import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { TableExport, type TableKind } from '#renderer/components/list/table-export.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SaleFilter } from '#shared/contract/sales.ts';

/** Writes the lines of the sales that the filter leaves to a file that the owner chooses. */
export function ExportSales({ filter }: { readonly filter: SaleFilter }) {
  const { t } = useTranslation();
  const task = useTask('sales.export');
  const { say, sayError } = useUndo();
  const run = async (kind: TableKind) => {
    const input = { filter, ...kind, titles: { sheet: t('nav.sales') } };
    const result = await task.run(input, t('sales.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('sales.export.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return <TableExport isRunning={task.isRunning} onPick={(kind) => void run(kind)} />;
}
