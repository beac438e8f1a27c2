import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import { RemindForm } from './remind-form.tsx';

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  onClose(): void;
}

/** Reminds one who owes, in words to be read over and sent. */
export function RemindDialog({ customerId, name, phone, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery('payments.ofCustomer', { customerId });
  return (
    <Dialog onClose={onClose} title={t('payments.remind.title', { name })}>
      {error !== null && <ErrorState error={error.error} />}
      {data !== undefined && (
        <RemindForm
          customerId={customerId}
          name={name}
          phone={phone}
          owedMinor={data.owedMinor}
          open={data.open}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
