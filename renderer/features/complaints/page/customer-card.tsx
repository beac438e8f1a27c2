import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { layer } from '#shared/contract/customers.ts';
import classes from './cards.module.css';
import { Line } from './line.tsx';

type Customer = NonNullable<ComplaintPage['customer']>;

/** How often they complained before, and whether they came back after the last time. */
function Earlier({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { earlierComplaints: count, boughtAfterLast } = customer;
  if (count === 0) return t('complaint.customer.none');
  const words = boughtAfterLast ? 'thenBought' : 'notBought';
  return (
    <Link className={classes.figure} href={lists.complaints.showing({ customerId: customer.id })}>
      {boughtAfterLast === null
        ? format.number(count)
        : t(`complaint.customer.${words}`, { count })}
    </Link>
  );
}

/** What the shop has from them, and what it gave them back. */
function CustomerMoney({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { activeMonths } = useSettings().settings;
  const money = (minor: number) => (
    <Link href={addressOf({ customer: customer.id })} className={classes.figure}>
      {format.money(minor)}
    </Link>
  );
  return (
    <>
      <Line name={t('complaint.customer.revenue', { months: activeMonths })}>
        {money(customer.activeRevenueMinor)}
      </Line>
      <Line name={t('complaint.customer.total')}>{money(customer.revenueMinor)}</Line>
      {customer.compensationCostMinor > 0 && (
        <Line name={t('complaint.customer.compensation')}>
          {money(customer.compensationCostMinor)}
        </Line>
      )}
    </>
  );
}

/** Who complains, what they are worth to the shop, and what they went through before. */
export function CustomerCard({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customer } = page;
  if (customer === null) return null;
  const name = customer.name === '' ? t('customers.noName') : customer.name;
  const level = layer.safeParse(customer.layer);
  return (
    <Card
      title={
        <Link href={addressOf({ customer: customer.id })} className={classes.plain}>
          {name}
        </Link>
      }
      count={level.success ? <LayerSign layer={level.data} /> : undefined}
    >
      <dl>
        {customer.phone !== null && (
          <Line name={t('complaint.customer.phone')}>
            {customer.phone.startsWith('+') ? format.phone(customer.phone) : customer.phone}
          </Line>
        )}
        <CustomerMoney customer={customer} />
        <Line name={t('complaint.customer.earlier')}>
          <Earlier customer={customer} />
        </Line>
      </dl>
      {customer.isErased && <p>{t('complaint.customer.erased')}</p>}
    </Card>
  );
}
