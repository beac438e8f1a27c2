import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { useEndless } from '#renderer/components/list/use-endless.ts';
import { SaleLines } from '#renderer/components/sale/sale-lines.tsx';
import { SaleStatus } from '#renderer/components/sale/sale-status.tsx';
import { usePages } from '#renderer/data/use-pages.ts';
import type { SaleRow } from '#shared/contract/sales.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './purchase-list.module.css';

const NEXT_PAGE = 100;

function Sale({ sale }: { readonly sale: SaleRow }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { number, products, lineCount, soldOn, totalMinor } = sale;
  const title = number === null ? t('customer.saleNoNumber') : t('customer.sale', { number });
  const rest = lineCount - products.length;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const shownTotal = sale.kind === 'return' ? -Math.abs(totalMinor) : totalMinor;
  return (
    <li className={classes.sale}>
      <UnstyledButton
        className={classes.line}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={16} stroke={1.75} aria-hidden="true" />
        <span className={classes.words}>
          <span className={classes.first}>
            <b>{title}</b>
            <SaleStatus sale={sale} />
          </span>
          <span className={classes.products}>
            {products.join(', ')}
            {rest > 0 && products.length > 0 && ` ${t('customer.moreLines', { count: rest })}`}
          </span>
        </span>
        <span className={classes.end}>
          <span className={classes.date}>
            <DateText iso={soldOn} short />
          </span>
          <span>
            <Money minor={shownTotal} />
          </span>
        </span>
      </UnstyledButton>
      {isOpen && (
        <div className={classes.lines}>
          <SaleLines id={sale.id} title={title} />
        </div>
      )}
    </li>
  );
}

function NoPurchases() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <EmptyState title={t('customer.noPurchases')} text={t('customer.noPurchasesText')}>
      <Button onClick={() => go('import')}>{t('customer.importSales')}</Button>
    </EmptyState>
  );
}

/** What the customer bought and brought back, newest first, without an end to scroll to. */
export function PurchaseList({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const pages = usePages('sales.ofCustomer', { customerId }, NEXT_PAGE);
  const end = useEndless(pages.hasMore, pages.loadMore);
  return (
    <ListRows pages={pages} nothing={<NoPurchases />}>
      <ol className={classes.list}>
        {pages.rows.map((sale) => (
          <Sale key={sale.id} sale={sale} />
        ))}
        {pages.hasMore && (
          <li ref={end} className={classes.loading}>
            {t('customer.loadingMore')}
          </li>
        )}
      </ol>
    </ListRows>
  );
}
