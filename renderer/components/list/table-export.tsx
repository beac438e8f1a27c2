import { useTranslation } from 'react-i18next';
import { ExportMenu } from './export-menu.tsx';

const KINDS = {
  xlsx: { format: 'xlsx', profile: 'spreadsheet' },
  csv: { format: 'csv', profile: 'spreadsheet' },
  exact: { format: 'csv', profile: 'exact' },
} as const;

/** How a table goes out: for a program of tables, or exactly as it is, to be moved. */
export type TableKind = (typeof KINDS)[keyof typeof KINDS];

interface Props {
  readonly isRunning: boolean;
  onPick(kind: TableKind): void;
}

/** Asks for the kind of file that a list is written to, where it can be moved as well. */
export function TableExport({ isRunning, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <ExportMenu
      label={t('list.export.label')}
      isRunning={isRunning}
      choices={(['xlsx', 'csv', 'exact'] as const).map((name) => ({
        name,
        label: t(`list.export.${name}`),
      }))}
      onPick={(name) => onPick(KINDS[name])}
    />
  );
}
