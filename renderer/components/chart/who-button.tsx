import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Who they are, where the sentence above does not say it. */
  readonly text?: string | undefined;
  onClick(): void;
}

/** Opens the list of whom a card counts. */
export function WhoButton({ text, onClick }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}
      onClick={onClick}
    >
      {text ?? t('insights.who')}
    </Button>
  );
}
