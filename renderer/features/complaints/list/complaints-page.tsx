import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_COMPLAINTS, complaintsAddress } from '#renderer/components/complaint-address.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import { useUi } from '#renderer/state/ui.ts';
import { useEveryMinute } from '../use-every-minute.ts';
import { ComplaintBoard } from './complaint-board.tsx';
import { ComplaintList } from './complaint-list.tsx';
import classes from './complaints-page.module.css';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type FilterChoice, useComplaintFilter } from './use-complaint-filter.ts';

const NEXT_PAGE = 300;

/** `3 keluhan menunggu kita, 1 lewat waktu`, whatever is filtered. */
function useLead(): string {
  const { t } = useTranslation();
  const { data } = useQuery('complaints.summary', { filter: ALL_COMPLAINTS });
  if (data === undefined) return '\u00a0';
  if (data.waiting === 0) return t('complaint.lead.none');
  const waiting = t('complaint.lead.waiting', { count: data.waiting });
  const late =
    data.overdue === 0
      ? t('complaint.lead.notLate')
      : t('complaint.lead.late', { count: data.overdue });
  return `${waiting}, ${late}.`;
}

function Nothing({ choice }: { readonly choice: FilterChoice }) {
  const { t } = useTranslation();
  const openNew = useUi((state) => state.openNewComplaint);
  if (choice.isAll) {
    return (
      <EmptyState title={t('complaint.empty.title')} text={t('complaint.empty.text')}>
        <Button onClick={() => openNew(null)}>{t('complaint.new.title')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('complaint.empty.nothingTitle')} text={t('complaint.empty.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('complaint.filter.clear')}</Button>
    </EmptyState>
  );
}

/** Names of what the address knows by number alone, from the rows that it leaves. */
function useNames({ filter }: FilterChoice, pages: Pages<'complaints.list'>): string | null {
  const remember = useComplaintList((state) => state.remember);
  const [first] = pages.rows;
  const { customerId } = filter;
  const customer = first?.customerId === customerId ? first?.customerName : null;
  useEffect(() => {
    if (customerId !== null && customer !== null && customer !== undefined && customer !== '')
      remember(`customer ${customerId}`, customer);
  }, [customerId, customer, remember]);
  return pages.isStale ? null : (first?.product ?? null);
}

/** Every complaint, what is due first, as a list or a board of stages. */
export function ComplaintsPage() {
  const { t } = useTranslation();
  const choice = useComplaintFilter();
  const { filter } = choice;
  const { order, view } = useComplaintList();
  const openNew = useUi((state) => state.openNewComplaint);
  const list = useRef<HTMLDivElement>(null);
  const lead = useLead();
  const pages = usePages('complaints.list', { filter, order }, NEXT_PAGE);
  const summary = useQuery('complaints.summary', { filter }, { keepPrevious: true });
  const productName = useNames(choice, pages);
  useHotkeys([['mod+shift+K', () => openNew(null)]]);
  useEveryMinute(pages.retry);
  const count = pages.hasMore
    ? Math.max(summary.data?.count ?? 0, pages.rows.length)
    : pages.rows.length;
  const isEmpty = !pages.isPending && pages.error === null && pages.rows.length === 0;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('complaint.title')}
        lead={lead}
        actions={
          <>
            {!isEmpty && <ExportMenu filter={filter} />}
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => openNew(null)}
            >
              {t('complaint.new.title')}
            </Button>
          </>
        }
      />
      <SectionTabs />
      {!(isEmpty && choice.isAll) && (
        <FilterBar
          choice={choice}
          summary={summary.data}
          isCounting={summary.isPlaceholderData}
          list={list}
          productName={productName}
        />
      )}
      {pages.error !== null && <ErrorState error={pages.error.error} onRetry={pages.retry} />}
      {isEmpty && (
        <div className={classes.card}>
          <Nothing choice={choice} />
        </div>
      )}
      {!isEmpty && view === 'board' && <ComplaintBoard choice={choice} focusRef={list} />}
      {pages.rows.length > 0 && view === 'list' && (
        <div className={classes.card}>
          <ComplaintList
            pages={pages}
            count={count}
            listKey={`${order} ${complaintsAddress(filter)}`}
            focusRef={list}
          />
        </div>
      )}
    </div>
  );
}
