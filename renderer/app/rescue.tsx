import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { systemLanguage } from '#renderer/base/i18n.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { formatDate, formatTime } from '#renderer/components/format-date.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import classes from './start-gate.module.css';

type Newest = NonNullable<NonNullable<Output<'backups.rescue'>>['newest']>;

/** What the copy holds, and what it cannot: no shop is open whose settings would say how days are written. */
function NewestCopy({ newest }: { readonly newest: Newest }) {
  const { t } = useTranslation();
  const { madeAt, timeZone, customers, sales } = newest;
  const language = systemLanguage();
  const day = formatDate(localDay(madeAt, timeZone), language);
  const when = `${day} ${formatTime(madeAt, language, timeZone)}`;
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
  const all = [take, elsewhere, again];
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
    isRunning: all.some((one) => one.isRunning),
    failed: take.error ?? elsewhere.error,
  };
}

/** The ways out where the shop cannot be opened; each goes on in the shop once it has worked. */
export function Rescue({ onTried }: { onTried(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery('backups.rescue', {});
  const { take, elsewhere, again, isRunning, failed } = useWaysOut(onTried);
  const newest = data?.newest ?? null;
  return (
    <>
      {newest !== null && <NewestCopy newest={newest} />}
      {failed !== null && <ErrorState error={failed} />}
      <div className={classes.ways}>
        {newest !== null && (
          <Button variant="filled" disabled={isRunning} onClick={() => take(newest.fileName)}>
            {t('app.startFailed.take')}
          </Button>
        )}
        <Button
          variant={newest === null ? 'filled' : 'default'}
          disabled={isRunning}
          onClick={again}
        >
          {t('app.startFailed.again')}
        </Button>
        <Button disabled={isRunning} onClick={elsewhere}>
          {t('app.startFailed.elsewhere')}
        </Button>
      </div>
      {data !== undefined && data !== null && (
        <p className={classes.place}>{t('app.startFailed.place', { folder: data.dataFolder })}</p>
      )}
    </>
  );
}
