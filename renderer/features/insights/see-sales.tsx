import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';

interface Props {
  readonly from: string;
  readonly to: string;
}

/** Opens the list of all sales with those of a stretch of days. */
export function SeeSales({ from, to }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      size="xs"
      leftSection={<IconReceipt size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go(lists.sales.showing({ soldFrom: from, soldTo: to }))}
    >
      {t('insights.sales')}
    </Button>
  );
}
