import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { PaymentRow } from '#shared/contract/payments.ts';
import type { SaleId } from '#shared/ids.ts';
import { debtorName } from './names.ts';
import { PaymentForm } from './payment-form.tsx';

interface Props {
  /** Null: the sales that name nobody. */
  readonly customerId: PaymentRow['customerId'];
  readonly name: string;
  readonly saleId?: SaleId;
  /** The payment that is to be changed. */
  readonly payment?: PaymentRow;
  onClose(): void;
}

/** Takes a payment, or corrects one. */
export function PaymentDialog({ customerId, name, saleId, payment, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery('payments.ofCustomer', { customerId });
  const who = debtorName(t, { customerId, name });
  const title = () => {
    if (payment !== undefined) return t('payments.form.titleEdit');
    if (customerId === null) return t('payments.form.titleNobody');
    return t('payments.form.title', { name: who });
  };
  return (
    <Dialog onClose={onClose} title={title()}>
      {error !== null && <ErrorState error={error.error} />}
      {data !== undefined && (
        <PaymentForm
          customerId={customerId}
          name={who}
          account={data}
          {...(saleId === undefined ? {} : { saleId })}
          {...(payment === undefined ? {} : { payment })}
          onDone={onClose}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
