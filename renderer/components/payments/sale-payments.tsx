import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { DueBadge } from './due-badge.tsx';
import { PaidBadge } from './paid-badge.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { PaymentList } from './payment-list.tsx';
import classes from './payments.module.css';

type Paid = Output<'payments.ofSale'>;

/** What it came to, less what came back and was paid. */
function Sums({ paid }: { readonly paid: Paid }) {
  const { t } = useTranslation();
  const rows = [
    ['total', paid.totalMinor],
    ['returned', -paid.returnedMinor],
    ['paid', -paid.paidMinor],
    ['left', paid.leftMinor],
  ] as const;
  const isSaid = ([name, minor]: (typeof rows)[number]) =>
    name === 'total' || name === 'left' || minor !== 0;
  return (
    <dl className={classes.sums}>
      {rows.filter(isSaid).map(([name, minor]) => (
        <div key={name}>
          <dt>{t(`payments.sums.${name}`)}</dt>
          <dd>
            {name === 'left' ? (
              <b>
                <Money minor={minor} />
              </b>
            ) : (
              <Money minor={minor} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  readonly saleId: SaleId;
  /** What the customer is called; empty: nobody is named. */
  readonly name: string;
}

/** What of a sale is paid, by what, and what is left; takes a payment. Nothing where it was paid on its day. */
export function SalePayments({ saleId, name }: Props) {
  const { t } = useTranslation();
  const [isTaking, setTaking] = useState(false);
  const { data, error } = useQuery('payments.ofSale', { saleId });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined || (data.state === 'counter' && data.payments.length === 0)) return null;
  // How late it is says that it is.
  const isLate = data.state === 'overdue' && data.dueOn !== null;
  const badge = isLate ? <DueBadge dueOn={data.dueOn} /> : <PaidBadge state={data.state} />;
  return (
    <Card title={t('payments.list.title')} actions={badge}>
      <Sums paid={data} />
      {data.leftMinor > 0 && !isLate && <DueBadge dueOn={data.dueOn} />}
      {data.payments.length === 0 ? (
        <p className={classes.quiet}>{t('payments.list.none')}</p>
      ) : (
        <PaymentList payments={data.payments} name={name} saleId={saleId} />
      )}
      {data.leftMinor > 0 && (
        <div className={classes.acts}>
          <Button variant="filled" onClick={() => setTaking(true)}>
            {t('payments.take')}
          </Button>
        </div>
      )}
      {isTaking && (
        <PaymentDialog
          customerId={data.customerId}
          name={name}
          saleId={saleId}
          onClose={() => setTaking(false)}
        />
      )}
    </Card>
  );
}
