import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './backups.module.css';

type Second = NonNullable<Output<'backups.second'>>;

/** Where it is, and how it stands: the last time it worked, and why it did not the last time. */
function Standing({ second }: { readonly second: Second }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { folder, count, lastSuccess, lastFailure } = second;
  return (
    <>
      <p className={classes.path}>{folder}</p>
      {lastSuccess === null ? (
        <StatusBadge kind="waiting">{t('backups.second.never')}</StatusBadge>
      ) : (
        <StatusBadge kind={lastFailure === null ? 'good' : 'waiting'}>
          {t('backups.second.last', { when: format.moment(lastSuccess.at) })}
        </StatusBadge>
      )}
      {count > 0 && <p className={classes.sub}>{t('backups.second.holds', { count })}</p>}
      {lastFailure !== null && (
        <p className={classes.failed}>
          <StatusBadge kind="due">
            {t('backups.second.failed', {
              when: format.moment(lastFailure.at),
              why: t(`backups.why.${lastFailure.reason}`),
            })}
          </StatusBadge>
        </p>
      )}
    </>
  );
}

interface OpenProps {
  readonly count: number;
  readonly isBusy: boolean;
  onReplace(): void;
}

/** Copies there from before the password, which anybody can read, and the way to replace them. */
function OpenOnes({ count, isBusy, onReplace }: OpenProps) {
  const { t } = useTranslation();
  const { data } = useQuery('password.state', {});
  if (count === 0 || data?.isProtected !== true) return null;
  return (
    <div className={classes.ways}>
      <StatusBadge kind="due">{t('backups.second.open', { count })}</StatusBadge>
      <Button size="xs" disabled={isBusy} onClick={onReplace}>
        {t('backups.second.replace')}
      </Button>
    </div>
  );
}

/** The folder that copies are also kept in, and the ways to choose, fill and leave it. */
export function SecondCard() {
  const { t } = useTranslation();
  const { data } = useQuery('backups.second', {});
  const choose = useCommand('backups.chooseSecond');
  const forget = useCommand('backups.forgetSecond');
  const fill = useTask('backups.fillSecond');
  const chooseIt = async () => {
    const result = await choose.run({});
    if (result.ok && result.value !== null) await fill.run({});
  };
  const error = choose.error ?? forget.error ?? fill.error;
  if (data === undefined) return null;
  return (
    <Card title={t('backups.second.title')}>
      <p className={classes.text}>{t('backups.second.text')}</p>
      {data !== null && <Standing second={data} />}
      {data !== null && (
        <OpenOnes
          count={data.open}
          isBusy={fill.isRunning}
          onReplace={() => void fill.run({ dropsOpen: true })}
        />
      )}
      {fill.isRunning && (
        <ProgressLine progress={fill.progress} label={t('backups.second.filling')} />
      )}
      <div className={classes.ways}>
        {data !== null && (
          <Button size="xs" disabled={fill.isRunning} onClick={() => void fill.run({})}>
            {t('backups.second.fill')}
          </Button>
        )}
        <Button size="xs" disabled={fill.isRunning} onClick={() => void chooseIt()}>
          {t(data === null ? 'backups.second.choose' : 'backups.second.change')}
        </Button>
        {data !== null && (
          <Button
            size="xs"
            disabled={fill.isRunning}
            onClick={() => void forget.run({}, t('backups.second.forgotten'))}
          >
            {t('backups.second.forget')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorState error={error} />}
    </Card>
  );
}
