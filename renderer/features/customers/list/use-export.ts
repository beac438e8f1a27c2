import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useCustomerOrder } from '#renderer/state/customer-list.ts';
import { type CustomerFilter, layer } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';

export const FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** The table's head, and the words that stand in it, as the list says them. */
function useTitles(): Record<string, string> {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return {
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
    points: t('customers.column.points'),
    tier: t('customers.column.tier'),
    'own.yes': t('customers.own.yes'),
    'own.no': t('customers.own.no'),
    'kind.person': t('customers.kind.person'),
    'kind.business': t('customers.kind.business'),
    ...Object.fromEntries(layer.options.map((one) => [`layer.${one}`, t(`layer.${one}`)])),
  };
}

export interface Export {
  run(format: ExportFormat): Promise<void>;
  readonly isRunning: boolean;
}

/** Writes what a filter leaves, or only the given of them, to a file that the owner chooses. */
export function useExport(filter: CustomerFilter, ids: readonly CustomerId[] | null): Export {
  const { t } = useTranslation();
  const titles = useTitles();
  const { sort, descending } = useCustomerOrder();
  const task = useTask('customers.export');
  const { say, sayError } = useUndo();
  const run = async (format: ExportFormat) => {
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
