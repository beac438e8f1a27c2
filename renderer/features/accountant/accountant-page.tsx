import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from './accountant.module.css';
import { FiguresTable } from './figures-card.tsx';
import { MakeCard } from './make-card.tsx';
import { PeriodHead } from './period-choice.tsx';
import { PacksCard } from './periods/packs-card.tsx';
import { RecapCard } from './recap-card.tsx';
import { usePeriod } from './use-period.ts';

/** One more where customers hold points. */
const usualSheets = 8;

/** What a period comes to, and the pack that the accountant gets of it. */
export function AccountantPage() {
  const { t } = useTranslation();
  const state = usePeriod();
  const { period } = state;
  const { data, error, refetch, isPlaceholderData } = useQuery('accountant.figures', period, {
    keepPrevious: true,
  });
  // Figures of another period are never shown under this one's name.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader title={t('accountant.title')} lead={t('accountant.lead')} />
      <div className={classes.columns}>
        <Card padded={false}>
          <PeriodHead state={state} />
          {shown?.isOpen === true && (
            <p className={classes.open}>
              <StatusBadge kind="waiting">{t('accountant.period.open')}</StatusBadge>
            </p>
          )}
          {error !== null && shown === undefined && (
            <ErrorState error={error.error} onRetry={() => void refetch()} />
          )}
          {shown === undefined && error === null && <Skeleton h="24rem" aria-busy="true" />}
          {shown !== undefined && <FiguresTable data={shown} period={period} />}
        </Card>
        <div className={classes.side}>
          <MakeCard
            state={state}
            odd={shown?.odd ?? []}
            sheets={shown?.figures.points == null ? usualSheets : usualSheets + 1}
          />
          {shown?.recap != null && <RecapCard months={shown.recap} />}
        </div>
      </div>
      <PacksCard />
    </>
  );
}
