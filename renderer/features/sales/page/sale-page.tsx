import { ActionIcon } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ChangesCard } from '#renderer/components/changes/record-changes.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { LockedSaleNote } from '#renderer/components/locked/locked-sale.tsx';
import { SalePayments } from '#renderer/components/payments/sale-payments.tsx';
import record from '#renderer/components/record.module.css';
import { SaleLines } from '#renderer/components/sale/sale-lines.tsx';
import { SaleStatus } from '#renderer/components/sale/sale-status.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { useSaleTitle } from '../use-sale-title.ts';
import { PrintMenu } from './print-menu.tsx';
import { SaleActions } from './sale-actions.tsx';
import { SaleAround } from './sale-around.tsx';

type Sale = Output<'sales.get'>;

/** Who bought: a link to them, or that nobody is named. */
function Buyer({ data }: { readonly data: Sale }) {
  const { t } = useTranslation();
  const { customerId, customerName, isCustomerInTrash } = data;
  if (customerId === null) return t('sales.nobody');
  const name = customerName === null || customerName === '' ? t('customers.noName') : customerName;
  if (isCustomerInTrash) return `${name} (${t('sales.inTrash')})`;
  return <Link href={addressOf({ customer: customerId })}>{name}</Link>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where it came from, and what was said about it afterwards. */
function Facts({ data }: { readonly data: Sale }) {
  const { t } = useTranslation();
  const { importId, complaints } = data;
  return (
    <Card title={t('sales.page.about')}>
      <dl className={record.facts}>
        <Fact name={t('sales.column.buyer')}>
          <Buyer data={data} />
        </Fact>
        {importId !== null && (
          <Fact name={t('sales.page.from')}>
            <Link href={lists.sales.showing({ importId })}>{t('sales.page.sameImport')}</Link>
          </Fact>
        )}
        {complaints.map(({ id, number, title }) => (
          <Fact key={id} name={number}>
            <Link href={addressOf({ complaint: id })}>{title}</Link>
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

/** What was sold, and what was done with the sale since. */
function Slip({ id, title }: { readonly id: SaleId; readonly title: string }) {
  const { t } = useTranslation();
  return (
    <div className={record.main}>
      <Card title={t('sales.page.slip')}>
        <SaleLines id={id} title={title} />
      </Card>
      <ChangesCard record={{ entity: 'sales', id }} />
    </div>
  );
}

/** One sale or return: its slip, who bought, and what hangs on it. */
export function SalePage({ id }: { readonly id: SaleId }) {
  const { t } = useTranslation();
  const go = useGo();
  const format = useFormat();
  const titleOf = useSaleTitle();
  const { data, error, refetch } = useQuery('sales.get', { id });
  const { data: around } = useQuery('sales.around', { id });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { sale } = data;
  const title = titleOf(sale);
  const time = sale.soldAt?.slice(11, 16);
  const back = () => {
    if (window.history.length > 1) window.history.back();
    else go('sales');
  };
  return (
    <article>
      <header className={record.head}>
        <div className={record.title}>
          <ActionIcon aria-label={t('sales.page.back')} onClick={back}>
            <IconChevronLeft size={18} stroke={1.75} />
          </ActionIcon>
          <h1>{title}</h1>
          <SaleStatus sale={sale} />
          <PrintMenu sale={sale} />
          {around !== undefined && (
            <SaleActions {...{ id, title, around }} isCancelled={sale.status === 'cancelled'} />
          )}
        </div>
        <p className={record.lead}>
          {format.weekday(sale.soldOn)}
          {time !== undefined && `, ${time}`}
        </p>
      </header>
      <LockedSaleNote id={id} title={title} />
      <div className={record.columns}>
        <Slip id={id} title={title} />
        <div className={record.side}>
          <Facts data={data} />
          <SalePayments saleId={id} name={data.customerName ?? ''} />
          {around !== undefined && <SaleAround id={id} around={around} />}
        </div>
      </div>
    </article>
  );
}
