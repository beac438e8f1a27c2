import { useTranslation } from 'react-i18next';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';
import { FORMATS, useExport } from './use-export.ts';

interface Props {
  readonly label: string;
  readonly filter: CustomerFilter;
  /** Null: everything the list shows. */
  readonly ids: readonly CustomerId[] | null;
}

/** Writes customers to a file of the kind asked for. */
export function ExportCustomers({ label, filter, ids }: Props) {
  const { t } = useTranslation();
  const { run, isRunning } = useExport(filter, ids);
  return (
    <ExportMenu
      label={label}
      isRunning={isRunning}
      choices={FORMATS.map((name) => ({ name, label: t(`customers.exportAs.${name}`) }))}
      onPick={(format) => void run(format)}
    />
  );
}
