import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { TableExport, type TableKind } from '#renderer/components/list/table-export.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';

/** Writes the complaints that the filter leaves to a file that the owner chooses. */
export function ExportComplaints({ filter }: { readonly filter: ComplaintFilter }) {
  const { t } = useTranslation();
  const task = useTask('complaints.export');
  const { say, sayError } = useUndo();
  const run = async (kind: TableKind) => {
    const input = { filter, ...kind, titles: { sheet: t('complaint.title') } };
    const result = await task.run(input, t('complaint.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('complaint.export.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return <TableExport isRunning={task.isRunning} onPick={(kind) => void run(kind)} />;
}
