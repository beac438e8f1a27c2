import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SalesTabs } from '#renderer/components/sale/sales-tabs.tsx';
import { useSaleColumns } from './columns.ts';
import { ExportSales } from './export-sales.tsx';
import { SaleFilters } from './filter-bar.tsx';
import { useTotals } from './totals.ts';
import { type SaleChoice, useSales } from './use-sales.ts';

const ROW_REM = 3;

function Nothing({ choice }: { readonly choice: SaleChoice }) {
  const { t } = useTranslation();
  const go = useGo();
  if (choice.isAll)
    return (
      <EmptyState title={t('sales.empty.title')} text={t('sales.empty.text')}>
        <Button variant="filled" onClick={() => go('import')}>
          {t('customer.importSales')}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState title={t('sales.empty.nothingTitle')} text={t('sales.empty.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('sales.filter.clear')}</Button>
    </EmptyState>
  );
}

/** Everything that was sold, with and without a customer, and what it comes to. */
export function SalesPage() {
  const { t } = useTranslation();
  const go = useGo();
  const sales = useSales();
  const columns = useSaleColumns();
  const totalsOf = useTotals();
  const list = useRef<HTMLDivElement>(null);
  const { choice, order, pages, summary } = sales;
  return (
    <ListPage>
      <PageHeader
        title={t('nav.sales')}
        lead={summary === undefined || pages.isEmpty ? '\u00a0' : totalsOf(summary)}
        actions={
          <>
            {!pages.isEmpty && <ExportSales filter={choice.filter} />}
            <Button variant="filled" onClick={() => go('newSale')}>
              {t('sales.entry.new')}
            </Button>
          </>
        }
      />
      <SalesTabs />
      {!(pages.isEmpty && choice.isAll) && <SaleFilters sales={sales} list={list} />}
      <ListCard pages={pages} nothing={<Nothing choice={choice} />}>
        <VirtualGrid
          name="sales"
          label={t('sales.list')}
          shows={`${choice.address} ${order}`}
          pages={pages}
          counted={summary?.count}
          rowRem={ROW_REM}
          columns={columns}
          focusRef={list}
          onOpen={({ id }) => go({ sale: id })}
        />
      </ListCard>
    </ListPage>
  );
}
