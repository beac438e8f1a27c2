import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '#renderer/components/list/export-menu.tsx';
import { reportFormats } from '#shared/contract/insights/report.ts';

type Format = (typeof reportFormats)[number];

interface Props {
  readonly isRunning: boolean;
  onPrint(): void;
  onSave(format: Format): void;
}

/** The ways of a sheet onto paper and into a file. */
export function KeepButtons({ isRunning, onPrint, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        disabled={isRunning}
        onClick={onPrint}
      >
        {t('handover.print')}
      </Button>
      <ExportMenu
        label={t('handover.save')}
        isRunning={isRunning}
        choices={reportFormats.map((name) => ({ name, label: t(`handover.${name}`) }))}
        onPick={onSave}
      />
    </>
  );
}
