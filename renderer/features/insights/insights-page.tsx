import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { FormulaCard } from './formula-card.tsx';
import classes from './insights.module.css';
import { PyramidCard } from './pyramid-card.tsx';
import type { Pyramid } from './pyramid-chart.ts';
import { TopCard } from './top-card.tsx';
import { WorthCard } from './worth-card.tsx';
import { FEWEST_FOR_BANDS, type Worth } from './worth-chart.ts';

function NothingYet() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <EmptyState title={t('insights.empty')} text={t('insights.emptyText')}>
      <Button variant="filled" onClick={() => go('import')}>
        {t('insights.bringIn')}
      </Button>
    </EmptyState>
  );
}

function Window({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = format.date(pyramid.from, true);
  const to = format.date(pyramid.to, true);
  return <span className={classes.window}>{t('insights.window', { from, to })}</span>;
}

function Cards({ worth, pyramid }: { readonly worth: Worth; readonly pyramid: Pyramid }) {
  const hasSold = worth.customers > 0 || pyramid.revenueMinor !== 0;
  if (!hasSold && pyramid.anonymousRevenueMinor === 0) return <NothingYet />;
  return (
    <div className={classes.cards}>
      {worth.customers >= FEWEST_FOR_BANDS && <WorthCard worth={worth} />}
      <PyramidCard pyramid={pyramid} />
      {worth.customers > 0 && <TopCard worth={worth} />}
      {worth.customers > 0 && <FormulaCard worth={worth} />}
    </div>
  );
}

/** What the sales say about the customers: one question a card. */
export function InsightsPage() {
  const { t } = useTranslation();
  const worth = useQuery('insights.worth', {});
  const pyramid = useQuery('insights.pyramid', {});
  const failed = worth.error === null ? pyramid : worth;
  const isCounting = worth.isFetching || pyramid.isFetching;
  return (
    <>
      <PageHeader
        title={t('insights.title')}
        {...(pyramid.data === undefined ? {} : { actions: <Window pyramid={pyramid.data} /> })}
      />
      {failed.error !== null && failed.data === undefined ? (
        <ErrorState error={failed.error.error} onRetry={() => void failed.refetch()} />
      ) : worth.data === undefined || pyramid.data === undefined ? (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      ) : (
        <div className={classes.all} data-counting={isCounting || undefined}>
          <Cards worth={worth.data} pyramid={pyramid.data} />
        </div>
      )}
    </>
  );
}
