import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { EVERYBODY, useCustomerList } from '#renderer/state/customer-list.ts';
import { useUi } from '#renderer/state/ui.ts';
import { CustomerTable } from './customer-table.tsx';
import classes from './customers-page.module.css';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LayerChips } from './layer-chips.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useColumns } from './use-columns.ts';
import { useSelection } from './use-selection.ts';

const NEXT_PAGE = 500;

function NobodyYet() {
  const { t } = useTranslation();
  const go = useGo();
  const openNew = useUi((state) => state.setNewCustomerOpen);
  return (
    <EmptyState title={t('customers.emptyTitle')} text={t('customers.emptyText')}>
      <Button variant="filled" onClick={() => go('import')}>
        {t('customers.emptyImport')}
      </Button>
      <Button onClick={() => openNew(true)}>{t('app.newCustomer')}</Button>
    </EmptyState>
  );
}

function NobodyMatches() {
  const { t } = useTranslation();
  const showOnly = useCustomerList((state) => state.showOnly);
  return (
    <EmptyState title={t('customers.nothingTitle')} text={t('customers.nothingText')}>
      <Button onClick={() => showOnly({})}>{t('customers.clearFilters')}</Button>
    </EmptyState>
  );
}

function isEverybody(filter: typeof EVERYBODY): boolean {
  return JSON.stringify(filter) === JSON.stringify(EVERYBODY);
}

/** Everybody once: the list, its filters, and what can be done with those picked. */
export function CustomersPage() {
  const { t } = useTranslation();
  const { customers } = useSettings();
  const { filter, sort, descending } = useCustomerList();
  const openNew = useUi((state) => state.setNewCustomerOpen);
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  const selection = useSelection();
  const order = { sort, descending };
  const pages = usePages('customers.list', { filter, order }, NEXT_PAGE);
  const { data: summary, isPlaceholderData: isCounting } = useQuery(
    'customers.summary',
    { filter },
    { keepPrevious: true },
  );
  useHotkeys([
    [
      'Escape',
      () => {
        // An Esc that closes a menu or a dialog is not meant for the list below.
        if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') === null)
          selection.clear();
      },
    ],
  ]);
  const count = pages.hasMore
    ? Math.max(summary?.count ?? 0, pages.rows.length)
    : pages.rows.length;
  const isEmpty = !pages.isPending && pages.error === null && pages.rows.length === 0;
  const isNobody = isEmpty && customers === 0 && isEverybody(filter);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('customers.title')}
        actions={
          <>
            {!isEmpty && <ExportMenu label={t('customers.export')} ids={null} />}
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => openNew(true)}
            >
              {t('app.newCustomer')}
            </Button>
          </>
        }
      />
      {!isNobody && (
        <>
          <LayerChips layers={summary?.layers ?? []} />
          <FilterBar list={list} columns={columns} summary={summary} isCounting={isCounting} />
        </>
      )}
      <div className={classes.card}>
        {pages.error !== null && <ErrorState error={pages.error.error} onRetry={pages.retry} />}
        {isNobody && <NobodyYet />}
        {isEmpty && !isNobody && <NobodyMatches />}
        {pages.rows.length > 0 && (
          <CustomerTable
            pages={pages}
            count={count}
            columns={columns.chosen}
            selection={selection}
            focusRef={list}
          />
        )}
        {selection.picked.size > 0 && <SelectionBar selection={selection} list={list} />}
      </div>
    </div>
  );
}
