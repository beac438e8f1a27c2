import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from './privacy.module.css';

/** Says that whoever was erased was in an older copy and was erased again, until it was read. */
export function ErasedAgain() {
  const { t } = useTranslation();
  const { data } = useQuery('privacy.again', {});
  const noted = useCommand('privacy.noted');
  const count = data?.count ?? 0;
  if (count === 0) return null;
  return (
    <div className={classes.banner} role="status">
      <StatusBadge kind="good">{t('privacy.again', { count })}</StatusBadge>
      <Button size="xs" loading={noted.isRunning} onClick={() => void noted.run({})}>
        {t('privacy.noted')}
      </Button>
    </div>
  );
}
