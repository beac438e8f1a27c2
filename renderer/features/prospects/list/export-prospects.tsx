import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { TableExport, type TableKind } from '#renderer/components/list/table-export.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Prospects } from './use-prospects.ts';

/** Writes the prospects that the filter leaves, in their order, to a file that the owner chooses. */
export function ExportProspects({ prospects }: { readonly prospects: Prospects }) {
  const { t } = useTranslation();
  const task = useTask('prospects.export');
  const { say, sayError } = useUndo();
  const { filter } = prospects.choice;
  const { sort, descending } = prospects.order;
  const run = async (kind: TableKind) => {
    const titles = { sheet: t('nav.prospects') };
    const input = { filter, order: { sort, descending }, ...kind, titles };
    const result = await task.run(input, t('prospects.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('prospects.export.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return <TableExport isRunning={task.isRunning} onPick={(kind) => void run(kind)} />;
}
