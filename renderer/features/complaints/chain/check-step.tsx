import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { checkDayWhenDone, firstCheckDay } from '#shared/domain/complaints/check-day.ts';
import classes from './chain.module.css';
import { useStep } from './use-step.ts';
import { CameBackButton, Waiting } from './waiting-step.tsx';

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
  const lookedAt = checkDayWhenDone(action, format.today);
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
      <p className={classes.said}>
        {t('complaint.check.isDone')}
        {lookedAt !== action.checkOn &&
          ` ${t('complaint.check.moves', { day: format.date(lookedAt) })}`}
      </p>
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
  const day = format.date(checkOn);
  return checkOn === format.today ? t('complaint.check.today') : t('complaint.check.late', { day });
}

/** The chain's last question, from its day on. */
function VerdictQuestion({ page, action }: ActionProps) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('complaints.action');
  const when = useCheckText(firstCheckDay(action));
  const said = t('complaint.check.heldSaid', { number: page.number });
  const change = { kind: 'check', verdict: 'held' } as const;
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
          variant="filled"
          loading={isRunning}
          onClick={() => void run({ complaintId: page.id, actionId: action.id, change }, said)}
        >
          {t('complaint.check.held')}
        </Button>
        <CameBackButton page={page} action={action} />
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

/** One question at a time: is it done, did it hold (or wait for the day to look), then the end. */
export function CheckStep({ page }: { readonly page: ComplaintPage }) {
  const { today } = useFormat();
  const open = page.actions.find(({ doneOn, verdict }) => doneOn === null && verdict === null);
  if (open !== undefined) return <DoneQuestion key={`done ${open.id}`} page={page} action={open} />;
  const [unchecked] = page.actions
    .filter(({ verdict }) => verdict === null)
    .sort((one, other) => (firstCheckDay(one) < firstCheckDay(other) ? -1 : 1));
  if (unchecked === undefined) return <CloseQuestion page={page} />;
  return today < firstCheckDay(unchecked) ? (
    <Waiting key={`wait ${unchecked.id}`} page={page} action={unchecked} />
  ) : (
    <VerdictQuestion key={`check ${unchecked.id}`} page={page} action={unchecked} />
  );
}
