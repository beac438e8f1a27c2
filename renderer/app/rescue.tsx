import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemLanguage } from '#renderer/base/i18n.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { formatDate, formatTime } from '#renderer/components/format-date.ts';
import { RestoreSteps } from '#renderer/components/restore/restore-steps.tsx';
import { SalvageSteps } from '#renderer/components/restore/salvage-steps.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { AppError } from '#shared/errors.ts';
import classes from './start-gate.module.css';

type Newest = NonNullable<NonNullable<Output<'backups.rescue'>>['newest']>;

/** No shop is open whose settings would say how days are written. */
function whenOf({ madeAt, timeZone }: Newest): string {
  const language = systemLanguage();
  const day = formatDate(localDay(madeAt, timeZone), language);
  return `${day} ${formatTime(madeAt, language, timeZone)}`;
}

/** What the copy holds, and what it cannot. */
function NewestCopy({ newest }: { readonly newest: Newest }) {
  const { t } = useTranslation();
  const { customers, sales } = newest;
  const when = whenOf(newest);
  return (
    <p>
      {t('app.startFailed.newest', {
        when,
        customers: t('settings.data.customers', { count: customers }),
        sales: t('settings.data.sales', { count: sales }),
      })}{' '}
      {t('app.startFailed.since')}
    </p>
  );
}

/** What can be done, and whether one of it is being done. */
function useWaysOut(onTried: () => void) {
  const take = useCommand('backups.takeCopy');
  const elsewhere = useCommand('backups.openElsewhere');
  const again = useCommand('backups.openAgain');
  const folder = useCommand('settings.openDataFolder');
  const all = [take, elsewhere, again, folder];
  const tried = async (way: Promise<unknown>) => {
    for (const one of all) one.clearError();
    await way;
    // The reason may be another one now.
    onTried();
  };
  return {
    take: (fileName: string) => void tried(take.run({ fileName })),
    elsewhere: () => void tried(elsewhere.run({})),
    again: () => void tried(again.run({})),
    folder: () => void tried(folder.run({})),
    isRunning: all.some((one) => one.isRunning),
    failed: take.error ?? elsewhere.error ?? folder.error,
  };
}

/** Any other copy, of the list or from anywhere; only where one can stand in for the data. */
function OtherCopy({ timeZone, onTried }: { readonly timeZone: string; onTried(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery('restore.state', {});
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('app.startFailed.other')}</Button>;
  return (
    <section className={classes.other} aria-label={t('app.startFailed.other')}>
      <RestoreSteps copies={data?.copies ?? []} timeZone={timeZone} onRestored={onTried} />
    </section>
  );
}

interface Props {
  readonly error: AppError;
  onTried(): void;
}

/** A file is there, and something of it may be readable. */
const SALVAGEABLE: ReadonlySet<string> = new Set(['corrupt', 'foreign']);
const REPLACEABLE: ReadonlySet<string> = new Set(['lost', 'corrupt', 'foreign', 'future']);

/** The ways out where the shop cannot be opened; each goes on in the shop once it has worked. */
export function Rescue({ error, onTried }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('backups.rescue', {});
  const { take, elsewhere, again, folder, isRunning, failed } = useWaysOut(onTried);
  const newest = data?.newest ?? null;
  const reason = error.code === 'STORAGE' ? error.reason : null;
  // What a newer version wrote is whole: it is better opened by that one.
  const isTaken = newest !== null && reason !== 'future';
  const zone = newest?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      {newest !== null && <NewestCopy newest={newest} />}
      {failed !== null && <ErrorState error={failed} />}
      <div className={classes.ways}>
        {newest !== null && (
          <Button
            variant={isTaken ? 'filled' : 'default'}
            disabled={isRunning}
            onClick={() => take(newest.fileName)}
          >
            {t('app.startFailed.take')}
          </Button>
        )}
        <Button variant={isTaken ? 'default' : 'filled'} disabled={isRunning} onClick={again}>
          {t('app.startFailed.again')}
        </Button>
        <Button disabled={isRunning} onClick={elsewhere}>
          {t('app.startFailed.elsewhere')}
        </Button>
        <Button disabled={isRunning} onClick={folder}>
          {t('app.startFailed.folder')}
        </Button>
        {reason !== null && REPLACEABLE.has(reason) && (
          <OtherCopy timeZone={zone} onTried={onTried} />
        )}
      </div>
      {reason !== null && SALVAGEABLE.has(reason) && (
        <SalvageSteps
          copy={newest === null ? null : { ...newest, when: whenOf(newest) }}
          isBusy={isRunning}
          onTakeCopy={() => newest !== null && take(newest.fileName)}
          onTaken={onTried}
        />
      )}
      {data !== undefined && data !== null && (
        <p className={classes.place}>{t('app.startFailed.place', { folder: data.dataFolder })}</p>
      )}
    </>
  );
}
