import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Opens the list of whom a card counts. */
export function WhoButton({ onClick }: { onClick(): void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}
      onClick={onClick}
    >
      {t('insights.who')}
    </Button>
  );
}
