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

/** The ways out where the shop cannot be opened; each goes on in the shop once it has worked. */
export function Rescue({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery('backups.rescue', {});
  const take = useCommand('backups.takeCopy');
  const elsewhere = useCommand('backups.openElsewhere');
  const again = useCommand('backups.openAgain');
  const newest = data?.newest ?? null;
  const isRunning = take.isRunning || elsewhere.isRunning || again.isRunning;
  const failed = take.error ?? elsewhere.error;
  const openWith = async (open: () => Promise<{ ok: boolean }>) => {
    for (const way of [take, elsewhere, again]) way.clearError();
    await open();
    // The reason may be another one now.
    onOpen();
  };
  const takeNewest = (fileName: string) => () => take.run({ fileName });
  return (
    <>
      {newest !== null && <NewestCopy newest={newest} />}
      {failed !== null && <ErrorState error={failed} />}
      <div className={classes.ways}>
        {newest !== null && (
          <Button
            variant="filled"
            loading={take.isRunning}
            disabled={isRunning}
            onClick={() => void openWith(takeNewest(newest.fileName))}
          >
            {t('app.startFailed.take')}
          </Button>
        )}
        <Button
          variant={newest === null ? 'filled' : 'default'}
          loading={again.isRunning}
          disabled={isRunning}
          onClick={() => void openWith(() => again.run({}))}
        >
          {t('app.startFailed.again')}
        </Button>
        <Button
          loading={elsewhere.isRunning}
          disabled={isRunning}
          onClick={() => void openWith(() => elsewhere.run({}))}
        >
          {t('app.startFailed.elsewhere')}
        </Button>
      </div>
      {data !== undefined && data !== null && (
        <p className={classes.place}>{t('app.startFailed.place', { folder: data.dataFolder })}</p>
      )}
    </>
  );
}
