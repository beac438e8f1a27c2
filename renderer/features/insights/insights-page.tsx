import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { NamelessSales } from '#renderer/components/before-customers/nameless-sales.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { FormulaCard } from './formula-card.tsx';
import classes from './insights.module.css';
import { PyramidCard } from './pyramid-card.tsx';
import type { Pyramid } from './pyramid-chart.ts';
import { TopCard } from './top-card.tsx';
import { WorthCard } from './worth-card.tsx';
import { FEWEST_FOR_BANDS, type Worth } from './worth-chart.ts';

type Sold = Output<'insights.sales'>;

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

interface CardsProps {
  readonly worth: Worth;
  readonly pyramid: Pyramid;
  readonly sold: Sold;
}

function Cards({ worth, pyramid, sold }: CardsProps) {
  if (sold.lastOn === null) return <NothingYet />;
  if (sold.named === 0) return <NamelessSales sold={sold} />;
  return (
    <div className={classes.cards}>
      {worth.customers >= FEWEST_FOR_BANDS && <WorthCard worth={worth} />}
      <PyramidCard pyramid={pyramid} />
      {worth.customers > 0 && <TopCard worth={worth} />}
      {worth.customers > 0 && <FormulaCard worth={worth} />}
    </div>
  );
}

/** The page's head: the window that is counted, and where the sales end before today. */
function Head({ pyramid }: { readonly pyramid: Pyramid | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('insights.title');
  if (pyramid === undefined) return <PageHeader title={title} />;
  const isBehind = pyramid.to < format.today;
  return (
    <PageHeader
      title={title}
      {...(isBehind ? { lead: t('insights.through', { date: format.date(pyramid.to) }) } : {})}
      actions={<Window pyramid={pyramid} />}
    />
  );
}

/** What the sales say about the customers: one question a card. */
export function InsightsPage() {
  const worth = useQuery('insights.worth', {});
  const pyramid = useQuery('insights.pyramid', {});
  const sold = useQuery('insights.sales', {});
  const all = [worth, pyramid, sold];
  const failed = all.find((one) => one.error !== null && one.data === undefined);
  const isCounting = all.some((one) => one.isFetching);
  const isHere = worth.data !== undefined && pyramid.data !== undefined && sold.data !== undefined;
  return (
    <>
      <Head pyramid={pyramid.data} />
      {failed !== undefined && failed.error !== null ? (
        <ErrorState error={failed.error.error} onRetry={() => void failed.refetch()} />
      ) : !isHere ? (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      ) : (
        <div className={classes.all} data-counting={isCounting || undefined}>
          <Cards worth={worth.data} pyramid={pyramid.data} sold={sold.data} />
        </div>
      )}
    </>
  );
}
