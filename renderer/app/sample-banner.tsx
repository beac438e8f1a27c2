import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import classes from './shell.module.css';

/** Says on every screen that the shop is not the owner's own, with the way out. */
export function SampleBanner() {
  const { t } = useTranslation();
  const go = useGo();
  const leave = useCommand('sample.leave');
  const toOwn = () => {
    // Settled first: what the address asks for is the sample's, and the own shop opens at once.
    go('today');
    void leave.run({});
  };
  return (
    <>
      <div className={classes.sample}>
        <StatusBadge kind="due">{t('app.sample')}</StatusBadge>
        <Button size="xs" loading={leave.isRunning} onClick={toOwn}>
          {t('app.leaveSample')}
        </Button>
      </div>
      {leave.error !== null && <ErrorState error={leave.error} />}
    </>
  );
}
