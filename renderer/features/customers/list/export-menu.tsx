import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '#shared/ids.ts';
import { type ExportFormat, useExport } from './use-export.ts';

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv'];

interface Props {
  readonly label: string;
  /** Null: everything the list shows. */
  readonly ids: readonly CustomerId[] | null;
}

/** A button that asks for the kind of file, then writes it. */
export function ExportMenu({ label, ids }: Props) {
  const { t } = useTranslation();
  const { run, isRunning } = useExport();
  return (
    <Menu>
      <Menu.Target>
        <Button
          loading={isRunning}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void run(format, ids)}>
            {t(`customers.exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
