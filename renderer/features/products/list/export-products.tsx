import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { TableExport, type TableKind } from '#renderer/components/list/table-export.tsx';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Products } from './use-products.ts';

/** Writes the products that the filter leaves, in their order, to a file that the owner chooses. */
export function ExportProducts({ products }: { readonly products: Products }) {
  const { t } = useTranslation();
  const task = useTask('products.export');
  const { say, sayError } = useUndo();
  const { filter } = products.choice;
  const { sort, descending } = products.order;
  const run = async (kind: TableKind) => {
    const titles = { sheet: t('nav.products') };
    const input = { filter, order: { sort, descending }, ...kind, titles };
    const result = await task.run(input, t('products.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('products.export.done', { count: rows, file: fileNameOf(path) }));
    }
  };
  return <TableExport isRunning={task.isRunning} onPick={(kind) => void run(kind)} />;
}
