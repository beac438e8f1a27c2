import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import { layer } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';

export type ExportFormat = 'xlsx' | 'csv';

/** Last part of a path of any system. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Writes what the list shows (or the given customers) to a file that the owner chooses. */
export function useExport(): {
  run(format: ExportFormat, ids: readonly CustomerId[] | null): Promise<void>;
  readonly isRunning: boolean;
} {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const { filter, sort, descending } = useCustomerList();
  const task = useTask('customers.export');
  const { say, sayError } = useUndo();
  const run = async (format: ExportFormat, ids: readonly CustomerId[] | null) => {
    const months = settings.activeMonths;
    const titles = {
      sheet: t('customers.title'),
      name: t('customers.column.name'),
      kind: t('customers.column.kind'),
      phone: t('customers.column.phone'),
      city: t('customers.column.city'),
      layer: t('customers.column.layer'),
      lastPurchaseOn: t('customers.column.lastPurchase'),
      contactAgainOn: t('customers.column.contactAgain'),
      purchases: t('customers.column.purchases'),
      activeRevenueMinor: t('customers.column.activeRevenue', { months }),
      revenueMinor: t('customers.column.revenue'),
      clvMinor: t('customers.column.clv'),
      'kind.person': t('customers.kind.person'),
      'kind.business': t('customers.kind.business'),
      ...Object.fromEntries(layer.options.map((one) => [`layer.${one}`, t(`layer.${one}`)])),
    };
    const order = { sort, descending };
    const input = { filter, order, ids: ids === null ? null : [...ids], format, titles };
    const result = await task.run(input, t('customers.exporting'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('customers.exported', { count: rows, file: fileNameOf(path) }));
    }
  };
  return { run, isRunning: task.isRunning };
}
