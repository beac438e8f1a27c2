import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import classes from './chain.module.css';
import { useStep } from './use-step.ts';

type Action = ComplaintPage['actions'][number];

interface ActionProps {
  readonly page: ComplaintPage;
  readonly action: Action;
}

/** Whether the change has been made at all. */
function DoneQuestion({ page, action }: ActionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning, error } = useCommand('complaints.action');
  const done = () =>
    run(
      {
        complaintId: page.id,
        actionId: action.id,
        change: { kind: 'done', on: format.today },
      },
      t('complaint.check.doneSaid', { number: page.number }),
    );
  return (
    <div className={classes.form}>
      <p className={classes.said}>
        <b>{action.what}</b>
      </p>
      <p className={classes.said}>{t('complaint.check.isDone')}</p>
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button variant="filled" loading={isRunning} onClick={() => void done()}>
          {t('complaint.check.done')}
        </Button>
      </div>
    </div>
  );
}

function useCheckText(checkOn: string): string {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysBetween(format.today, checkOn);
  const day = format.date(checkOn);
  if (days > 0) return t('complaint.check.early', { day, span: format.span(days) });
  return days === 0 ? t('complaint.check.today') : t('complaint.check.late', { day });
}

/** The chain's last question. Before its day it may be answered, but nothing pushes. */
function VerdictQuestion({ page, action }: ActionProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { run, isRunning, error } = useCommand('complaints.action');
  const when = useCheckText(action.checkOn);
  const isTime = action.checkOn <= today;
  const say = { held: 'heldSaid', 'came-back': 'cameBackSaid' } as const;
  const judge = (verdict: 'held' | 'came-back') =>
    run(
      { complaintId: page.id, actionId: action.id, change: { kind: 'check', verdict } },
      t(`complaint.check.${say[verdict]}`, { number: page.number }),
    );
  return (
    <div className={classes.form}>
      <p className={classes.said}>
        <b>{action.what}</b>
      </p>
      <p className={classes.said}>
        {t('complaint.check.ask')} {when}
      </p>
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button
          variant={isTime ? 'filled' : 'default'}
          loading={isRunning}
          onClick={() => void judge('held')}
        >
          {t('complaint.check.held')}
        </Button>
        <Button disabled={isRunning} onClick={() => void judge('came-back')}>
          {t('complaint.check.cameBack')}
        </Button>
      </div>
    </div>
  );
}

function CloseQuestion({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const { take, isRunning, error } = useStep(page.id);
  const close = () =>
    take({ move: 'close' }, t('complaint.check.closeSaid', { number: page.number }));
  return (
    <div className={classes.form}>
      <p className={classes.said}>{t('complaint.check.nothing')}</p>
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <Button variant="filled" loading={isRunning} onClick={() => void close()}>
          {t('complaint.check.close')}
        </Button>
      </div>
    </div>
  );
}

/** One question at a time: is it done, did it hold, then the end. */
export function CheckStep({ page }: { readonly page: ComplaintPage }) {
  const open = page.actions.find(({ doneOn, verdict }) => doneOn === null && verdict === null);
  if (open !== undefined) return <DoneQuestion key={`done ${open.id}`} page={page} action={open} />;
  const unchecked = page.actions.find(({ verdict }) => verdict === null);
  return unchecked === undefined ? (
    <CloseQuestion page={page} />
  ) : (
    <VerdictQuestion key={`check ${unchecked.id}`} page={page} action={unchecked} />
  );
}
