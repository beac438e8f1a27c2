import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PhoneText } from '#renderer/components/figures.tsx';
import { debtorName } from '#renderer/components/payments/names.ts';
import { OpenSales } from '#renderer/components/payments/open-sales.tsx';
import { PaymentForm } from '#renderer/components/payments/payment-form.tsx';
import { PaymentList } from '#renderer/components/payments/payment-list.tsx';
import { RemindForm } from '#renderer/components/payments/remind-form.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Debtor } from '#shared/contract/payments.ts';
import classes from './owed.module.css';

/** What a row was opened for: the field of it gets the keyboard. */
export type Purpose = 'look' | 'remind' | 'take';

interface Props {
  readonly row: Debtor;
  readonly purpose: Purpose;
  onClose(): void;
}

const LATEST = 3;

interface PartProps extends Props {
  readonly account: Output<'payments.ofCustomer'>;
  readonly name: string;
}

function Sales({ row, account, name }: PartProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.part}>
      <h3>
        {row.customerId === null ? (
          name
        ) : (
          <Link href={addressOf({ customer: row.customerId })}>{name}</Link>
        )}
        {row.phone !== null && <PhoneText e164={row.phone} />}
      </h3>
      <OpenSales open={account.open} waitingMinor={account.waitingMinor} />
      {account.payments.length > 0 && (
        <>
          <h4>{t('payments.list.title')}</h4>
          <PaymentList payments={account.payments.slice(0, LATEST)} name={name} />
        </>
      )}
    </section>
  );
}

function Reminder({ row, account, name, onClose }: PartProps) {
  const { t } = useTranslation();
  if (row.customerId === null || row.isErased) return null;
  return (
    <section className={classes.part} data-for="remind">
      <h3>{t('payments.owed.remind')}</h3>
      <RemindForm
        customerId={row.customerId}
        name={name}
        phone={row.phone}
        owedMinor={account.owedMinor}
        open={account.open}
        onDone={onClose}
      />
    </section>
  );
}

function Payment({ row, account, name, onClose }: PartProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.part} data-for="take">
      <h3>{t('payments.owed.takeOne', { name })}</h3>
      <PaymentForm
        customerId={row.customerId}
        name={name}
        account={account}
        onDone={onClose}
        onCancel={onClose}
      />
    </section>
  );
}

/** Gives the keyboard to what the row was opened for, once it stands. */
function useFocusOn(purpose: Purpose, isThere: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isThere || purpose === 'look') return;
    const field = `[data-for="${purpose}"] :is(input, textarea)`;
    place.current?.querySelector<HTMLElement>(field)?.focus();
  }, [purpose, isThere]);
  return place;
}

/** One who owes: the sales, a reminder, and a payment, side by side. Esc closes. */
export function DebtorDetail(props: Props) {
  const { row, purpose, onClose } = props;
  const { t } = useTranslation();
  const { customerId } = row;
  const { data, error } = useQuery('payments.ofCustomer', { customerId });
  const place = useFocusOn(purpose, data !== undefined);
  const name = debtorName(t, row);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere in it closes, the row's button does as well
    <div
      ref={place}
      className={classes.detail}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      {error !== null && <ErrorState error={error.error} />}
      {data !== undefined && (
        <>
          <Sales {...props} account={data} name={name} />
          <Reminder {...props} account={data} name={name} />
          <Payment {...props} account={data} name={name} />
        </>
      )}
    </div>
  );
}
