import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SalesTabs } from '#renderer/components/sale/sales-tabs.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { FactsDialog } from '../facts/facts-dialog.tsx';
import { AlikeDialog } from '../merge/alike-dialog.tsx';
import { useProductColumns } from './columns.ts';
import { ExportProducts } from './export-products.tsx';
import { ProductFilters } from './filter-bar.tsx';
import { type Products, useProducts } from './use-products.ts';

const ROW_REM = 3;

function Nothing({ products, onNew }: { readonly products: Products; onNew(): void }) {
  const { t } = useTranslation();
  const go = useGo();
  const { choice } = products;
  if (!choice.isAll)
    return (
      <EmptyState title={t('products.empty.nothingTitle')} text={t('products.empty.nothingText')}>
        <Button onClick={() => choice.showOnly({})}>{t('products.filter.clear')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState title={t('products.empty.title')} text={t('products.empty.text')}>
      <Button variant="filled" onClick={() => go('import')}>
        {t('products.empty.import')}
      </Button>
      <Button onClick={onNew}>{t('products.new')}</Button>
    </EmptyState>
  );
}

/** How many look like another, or were told apart, and the way to look at them. */
function Alike() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data: found } = useQuery('products.duplicates', {});
  const { data: apart } = useQuery('products.apart', {});
  if (found === undefined || apart === undefined) return null;
  const { count } = found;
  if (!isOpen && count === 0 && apart.count === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {count === 0 && apart.count > 0
          ? t('products.apart.button', { count: apart.count })
          : t('products.alike.button', { count })}
      </Button>
      {isOpen && <AlikeDialog found={found} apart={apart} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ActionsProps {
  readonly products: Products;
  onNew(): void;
}

function Actions({ products, onNew }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Alike />
      {!products.pages.isEmpty && <ExportProducts products={products} />}
      <Button
        variant="filled"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        onClick={onNew}
      >
        {t('products.new')}
      </Button>
    </>
  );
}

/** Everything the shop sells, and what it brought. */
export function ProductsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const products = useProducts();
  const columns = useProductColumns();
  const list = useRef<HTMLDivElement>(null);
  const [isNew, setNew] = useState(false);
  const { choice, order, pages, summary } = products;
  const open = () => setNew(true);
  return (
    <ListPage>
      <PageHeader
        title={t('nav.products')}
        lead={t('products.note')}
        actions={<Actions products={products} onNew={open} />}
      />
      <SalesTabs />
      {!(pages.isEmpty && choice.isAll) && <ProductFilters products={products} list={list} />}
      <ListCard pages={pages} nothing={<Nothing products={products} onNew={open} />}>
        <VirtualGrid
          name="products"
          label={t('products.list')}
          shows={`${choice.address} ${order.sort} ${order.descending}`}
          pages={pages}
          counted={summary?.count}
          rowRem={ROW_REM}
          columns={columns}
          order={order}
          focusRef={list}
          onOpen={({ id }) => go({ product: id })}
        />
      </ListCard>
      {isNew && (
        <FactsDialog
          product={null}
          onClose={() => setNew(false)}
          onSaved={(id) => go({ product: id })}
        />
      )}
    </ListPage>
  );
}
