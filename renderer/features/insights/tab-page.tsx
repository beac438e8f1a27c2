import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { useQuery } from '#renderer/data/use-query.ts';
import classes from './insights.module.css';
import { InsightsTabs } from './insights-tabs.tsx';
import { LookedFromField } from './looked-from-field.tsx';
import { IsThenContext, useLookedFrom } from './use-looked-from.ts';

/** A report that was asked for. */
interface Asked<D> {
  readonly data: D | undefined;
  readonly error: ReturnType<typeof useQuery<'insights.sales'>>['error'];
  readonly isFetching: boolean;
  refetch(): unknown;
}

/** What there is to say where nothing was sold. */
export function NothingYet() {
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

interface Props<D> {
  /** What the tab is about, in a sentence. */
  readonly lead: string;
  readonly asked: Asked<D>;
  children(data: D): ReactNode;
}

/** A tab that stands on one report: its head with the day that is looked from, and its cards once counted. */
export function TabPage<D extends { readonly through: string }>({
  lead,
  asked,
  children,
}: Props<D>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const { data, error, isFetching, refetch } = asked;
  const through = data?.through;
  const isBehind = through !== undefined && through < format.today;
  const date = through === undefined ? '' : format.date(through);
  const said = on !== null ? 'asOf.chosen' : 'asOf.until';
  return (
    <>
      <PageHeader
        title={t('insights.title')}
        lead={isBehind ? `${lead} ${t(`insights.${said}`, { date })}` : lead}
        {...(through === undefined ? {} : { actions: <LookedFromField through={through} /> })}
      />
      <InsightsTabs />
      {data !== undefined ? (
        <div className={classes.all} data-counting={isFetching || undefined}>
          <IsThenContext.Provider value={on !== null}>{children(data)}</IsThenContext.Provider>
        </div>
      ) : error !== null ? (
        <ErrorState error={error.error} onRetry={() => void refetch()} />
      ) : (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      )}
    </>
  );
}
