import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { useWho } from './use-who.ts';

interface Props {
  readonly count: number;
  readonly filter: Partial<CustomerFilter>;
  /** Who they are, where the sentence above does not say it. */
  readonly text?: string;
}

/** Opens the customer list with just those; nothing where it would be empty, or of a day before. */
export function SeeWho({ count, filter, text }: Props) {
  const { t } = useTranslation();
  const showWho = useWho();
  if (showWho === null || count === 0) return null;
  return (
    <Button
      size="xs"
      leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => showWho(filter)}
    >
      {text ?? t('insights.who')}
    </Button>
  );
}
