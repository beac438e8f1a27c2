import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from '../insights.module.css';
import { RevenueCard } from '../products/revenue-card.tsx';
import { SeeSales } from '../see-sales.tsx';
import { HourCard } from '../time/hour-card.tsx';
import { WeekdayCard } from '../time/weekday-card.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { YearCard } from './year-card.tsx';

/** How much there is, that nobody is named in it, and where the rest is told that needs no names. */
function Nobody({ sold }: { readonly sold: Output<'insights.sales'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { sales, revenueMinor, firstOn, lastOn } = sold;
  return (
    <div className={classes.whole}>
      <Card
        title={t('insights.nameless.title', { count: sales, revenue: format.money(revenueMinor) })}
        actions={
          <>
            {firstOn !== null && lastOn !== null && <SeeSales from={firstOn} to={lastOn} />}
            <Button size="xs" onClick={() => go('import')}>
              {t('insights.bringIn')}
            </Button>
          </>
        }
      >
        <p>
          {t('insights.nameless.revenue', {
            from: firstOn === null ? '' : format.date(firstOn),
            to: lastOn === null ? '' : format.date(lastOn),
          })}{' '}
          <Link href={addressOf('insightsProducts')}>{t('insights.tabs.products')}</Link>
          {' · '}
          <Link href={addressOf('insightsTime')}>{t('insights.tabs.time')}</Link>
        </p>
      </Card>
    </div>
  );
}

/** Revenue where no sale names its buyer: all that needs no customer. */
export function NamelessRevenue({ sold }: { readonly sold: Output<'insights.sales'> }) {
  const { t } = useTranslation();
  const { on } = useLookedFrom();
  const time = useQuery('insights.time', { on }, { keepPrevious: true });
  const products = useQuery('insights.products', { on }, { keepPrevious: true });
  const failed = [time, products].find((one) => one.error !== null && one.data === undefined);
  return (
    <div className={classes.cards}>
      <Nobody sold={sold} />
      {failed !== undefined && failed.error !== null ? (
        <ErrorState error={failed.error.error} onRetry={() => void failed.refetch()} />
      ) : time.data === undefined || products.data === undefined ? (
        <Skeleton h="18rem" radius="lg" />
      ) : time.data.firstOn === null ? (
        <EmptyState title={t('insights.time.none')} text={t('insights.time.noneText')} />
      ) : (
        <>
          <YearCard time={time.data} />
          {products.data.all > 0 && <RevenueCard data={products.data} />}
          <WeekdayCard time={time.data} />
          <HourCard time={time.data} />
        </>
      )}
    </div>
  );
}
