import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NamelessSales } from '#renderer/components/before-customers/nameless-sales.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestForBands } from '#shared/domain/worth/worth-bands.ts';
import { FormulaCard } from './formula-card.tsx';
import classes from './insights.module.css';
import { InsightsTabs } from './insights-tabs.tsx';
import { KeepReport } from './keep-report.tsx';
import { LookedFromField } from './looked-from-field.tsx';
import { PredictedCards } from './predicted/predicted-card.tsx';
import { PyramidCard } from './pyramid-card.tsx';
import type { Pyramid } from './pyramid-chart.ts';
import { NamelessRevenue } from './revenue/nameless-revenue.tsx';
import { AgainstYearBefore } from './revenue/year-card.tsx';
import { NothingYet } from './tab-page.tsx';
import { TopCard } from './top-card.tsx';
import { IsThenContext, useLookedFrom } from './use-looked-from.ts';
import { WorthCard } from './worth-card.tsx';
import type { Worth } from './worth-chart.ts';

type Sold = Output<'insights.sales'>;

/** What the cards of every tab are made of. */
interface Counted {
  readonly worth: Worth;
  readonly pyramid: Pyramid;
  readonly sold: Sold;
}

function WorthCards({ worth }: Counted) {
  const { t } = useTranslation();
  if (worth.customers === 0)
    return (
      <EmptyState title={t('insights.predicted.thin.nobody')} text={t('insights.asOf.none')} />
    );
  return (
    <div className={classes.cards}>
      <PredictedCards
        formulaMinor={worth.totalMinor}
        marginPercent={worth.assumption.marginPercent}
      >
        <TopCard worth={worth} />
      </PredictedCards>
      {worth.customers >= fewestForBands && <WorthCard worth={worth} />}
      <FormulaCard worth={worth} />
    </div>
  );
}

interface HeadProps {
  readonly pyramid: Pyramid | undefined;
  /** What else can be done with the tab. */
  readonly actions: ReactNode;
}

/** The page's head: the window that is counted, and the day it ends on, where that is not today. */
function Head({ pyramid, actions }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const title = t('insights.title');
  if (pyramid === undefined) return <PageHeader title={title} />;
  const { from, to } = pyramid;
  const said = [t('insights.window', { from: format.date(from, true), to: format.date(to, true) })];
  if (on !== null) said.push(t('insights.asOf.chosen', { date: format.date(to) }));
  else if (to < format.today) said.push(t('insights.through', { date: format.date(to) }));
  return (
    <PageHeader
      title={title}
      lead={said.join('. ')}
      actions={
        <>
          {actions}
          <LookedFromField through={to} />
        </>
      }
    />
  );
}

interface CountedProps {
  /** What else can be done where customers have bought. */
  readonly actions?: ReactNode;
  /** What is shown where no sale names its buyer. */
  nameless(sold: Sold): ReactNode;
  children(counted: Counted): ReactNode;
}

/** One tab: its cards, or what is to be said where nothing can be counted. */
function CountedPage({ actions, nameless, children }: CountedProps) {
  const { on } = useLookedFrom();
  const worth = useQuery('insights.worth', { on }, { keepPrevious: true });
  const pyramid = useQuery('insights.pyramid', { on }, { keepPrevious: true });
  const sold = useQuery('insights.sales', {});
  const all = [worth, pyramid, sold];
  const failed = all.find((one) => one.error !== null && one.data === undefined);
  const isCounting = all.some((one) => one.isFetching);
  const isHere = worth.data !== undefined && pyramid.data !== undefined && sold.data !== undefined;
  const isEmpty = sold.data?.lastOn === null;
  const isNameless = sold.data?.named === 0;
  return (
    <>
      <Head
        pyramid={pyramid.data}
        actions={(worth.data?.customers ?? 0) > 0 && sold.data?.named !== 0 && actions}
      />
      {isHere && !isEmpty && <InsightsTabs />}
      {failed !== undefined && failed.error !== null ? (
        <ErrorState error={failed.error.error} onRetry={() => void failed.refetch()} />
      ) : !isHere ? (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      ) : (
        <div className={classes.all} data-counting={isCounting || undefined}>
          <IsThenContext.Provider value={on !== null}>
            {isEmpty ? (
              <NothingYet />
            ) : isNameless ? (
              nameless(sold.data)
            ) : (
              children({ worth: worth.data, pyramid: pyramid.data, sold: sold.data })
            )}
          </IsThenContext.Provider>
        </div>
      )}
    </>
  );
}

/** What customers are worth: what was, what an assumption says, what is expected. */
export function InsightsPage() {
  return (
    <CountedPage actions={<KeepReport />} nameless={(sold) => <NamelessSales sold={sold} />}>
      {(counted) => <WorthCards {...counted} />}
    </CountedPage>
  );
}

/** How revenue is made up. */
export function RevenuePage() {
  return (
    <CountedPage nameless={(sold) => <NamelessRevenue sold={sold} />}>
      {({ pyramid }) => (
        <div className={classes.cards}>
          <PyramidCard pyramid={pyramid} />
          <AgainstYearBefore />
        </div>
      )}
    </CountedPage>
  );
}
