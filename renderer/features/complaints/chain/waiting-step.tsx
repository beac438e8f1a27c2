import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { firstCheckDay } from '#shared/domain/complaints/check-day.ts';
import classes from './chain.module.css';
import { useStep } from './use-step.ts';

interface ActionProps {
  readonly page: ComplaintPage;
  readonly action: ComplaintPage['actions'][number];
}

/** The same mistake again: known whenever it happens. */
export function CameBackButton({ page, action }: ActionProps) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('complaints.action');
  const said = t('complaint.check.cameBackSaid', { number: page.number });
  const change = { kind: 'check', verdict: 'came-back' } as const;
  return (
    <>
      <Button
        disabled={isRunning}
        onClick={() => void run({ complaintId: page.id, actionId: action.id, change }, said)}
      >
        {t('complaint.check.cameBack')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </>
  );
}

/** Before the day to look: to wait is what is offered; closing all the same has to be chosen. */
export function Waiting({ page, action }: ActionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const { take, isRunning, error } = useStep(page.id);
  const lookedAt = firstCheckDay(action);
  const day = format.date(lookedAt);
  const close = () =>
    take(
      { move: 'close', withoutWaiting: true },
      t('complaint.check.unwaitedSaid', { number: page.number }),
    );
  return (
    <div className={classes.form}>
      <p className={classes.said}>
        <b>{action.what}</b>
      </p>
      <p className={classes.said}>
        {t('complaint.check.early', {
          day,
          span: format.span(daysBetween(format.today, lookedAt)),
        })}
      </p>
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button variant="filled" onClick={() => navigate(routes.complaints)}>
          {t('complaint.check.wait', { day })}
        </Button>
        <CameBackButton page={page} action={action} />
      </div>
      <div className={classes.others}>
        <Button size="xs" variant="subtle" loading={isRunning} onClick={() => void close()}>
          {t('complaint.check.closeUnwaited')}
        </Button>
        <span className={classes.quiet}>{t('complaint.check.unwaitedHint')}</span>
      </div>
    </div>
  );
}
