import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { BeforeCustomers } from '#renderer/components/before-customers/before-customers.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { useSelection } from '#renderer/components/list/use-selection.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { CustomersTabs } from '#renderer/components/segments/customers-tabs.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import { CustomerTable } from './customer-table.tsx';
import { ExportCustomers } from './export-customers.tsx';
import { CustomerFilters } from './filter-bar.tsx';
import { LayerChips } from './layer-chips.tsx';
import { FilterNotes } from './segment-filters.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useColumnChoice } from './use-columns.ts';
import { useCustomers } from './use-customers.ts';

function NobodyYet() {
  const { t } = useTranslation();
  const go = useGo();
  const openNew = useUi((state) => state.setNewCustomerOpen);
  return (
    <BeforeCustomers>
      <EmptyState title={t('customers.emptyTitle')} text={t('customers.emptyText')}>
        <Button variant="filled" onClick={() => go('import')}>
          {t('customers.emptyImport')}
        </Button>
        <Button onClick={() => openNew(true)}>{t('app.newCustomer')}</Button>
      </EmptyState>
    </BeforeCustomers>
  );
}

function NobodyMatches({ onClear }: { onClear(): void }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('customers.nothingTitle')} text={t('customers.nothingText')}>
      <Button onClick={onClear}>{t('customers.clearFilters')}</Button>
    </EmptyState>
  );
}

function NewCustomerButton() {
  const { t } = useTranslation();
  const openNew = useUi((state) => state.setNewCustomerOpen);
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => openNew(true)}
    >
      {t('app.newCustomer')}
    </Button>
  );
}

function SamePersonButton() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      leftSection={<IconUsersGroup size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go('samePerson')}
    >
      {t('customers.samePerson.open')}
    </Button>
  );
}

function Head({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <PageHeader
      title={t('customers.title')}
      actions={
        <>
          {children}
          <SamePersonButton />
          <NewCustomerButton />
        </>
      }
    />
  );
}

/** Everybody once: the list, its filters, and what can be done with those picked. */
export function CustomersPage() {
  const { t } = useTranslation();
  const { customers: everybody } = useSettings();
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumnChoice();
  const customers = useCustomers();
  const selection = useSelection<CustomerRow>();
  const { choice, pages, summary, isCounting } = customers;
  const { filter } = choice;
  const isNobody = pages.isEmpty && everybody === 0 && choice.isAll;
  return (
    <ListPage>
      <Head>
        {!pages.isEmpty && (
          <ExportCustomers label={t('customers.export')} filter={filter} ids={null} />
        )}
      </Head>
      {!isNobody && (
        <>
          <CustomersTabs />
          <LayerChips choice={choice} layers={summary?.layers ?? []} />
          <CustomerFilters {...{ choice, list, columns, summary, isCounting }} />
          <FilterNotes choice={choice} />
        </>
      )}
      <ListCard
        pages={pages}
        nothing={isNobody ? <NobodyYet /> : <NobodyMatches onClear={() => choice.showOnly({})} />}
        foot={
          selection.picked.size > 0 && (
            <SelectionBar selection={selection} filter={filter} list={list} />
          )
        }
      >
        <CustomerTable
          customers={customers}
          columns={columns}
          selection={selection}
          focusRef={list}
        />
      </ListCard>
    </ListPage>
  );
}
