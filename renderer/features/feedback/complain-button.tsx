import { Button, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** It is the one that the key makes a complaint. */
  readonly hasKey: boolean;
  readonly isRunning: boolean;
  onClick(): void;
}

/** Makes a complaint of an answer. */
export function ComplainButton({ hasKey, isRunning, onClick }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      disabled={isRunning}
      rightSection={hasKey ? <Kbd size="xs">K</Kbd> : null}
      onClick={onClick}
    >
      {t('feedback.answer.complain')}
    </Button>
  );
}
