import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { PaymentRow, Settles } from '#shared/contract/payments.ts';
import type { SaleId } from '#shared/ids.ts';
import { type Before, previewOf, withoutPayment } from './preview.ts';

export interface PaymentFormProps {
  /** Null: the sales that name nobody. */
  readonly customerId: PaymentRow['customerId'];
  /** What the customer is called. */
  readonly name: string;
  readonly account: Before;
  /** Only for this sale. */
  readonly saleId?: SaleId;
  /** The payment that is to be changed. */
  readonly payment?: PaymentRow;
  onDone(): void;
  onCancel(): void;
}

/** What a new payment is most likely for: the sale at hand, else the oldest that is open. */
function likelyMinor({ account, saleId, payment }: PaymentFormProps): number {
  if (payment !== undefined) return Math.abs(payment.amountMinor);
  const sale = account.open.find((one) => saleId === undefined || one.saleId === saleId);
  return sale === undefined ? 0 : sale.leftMinor - sale.coveredMinor;
}

function firstSales({ saleId, payment }: PaymentFormProps): readonly SaleId[] {
  if (saleId !== undefined) return [saleId];
  return payment?.parts.map((part) => part.saleId) ?? [];
}

function useFields(props: PaymentFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { payment } = props;
  const likely = likelyMinor(props);
  const [amountText, setAmountText] = useState(likely > 0 ? format.money(likely) : '');
  const [isBack, setBack] = useState((payment?.amountMinor ?? 0) < 0);
  const [method, setMethod] = useState(payment?.method ?? t('payments.form.cash'));
  const [paidOn, setPaidOn] = useState(payment?.paidOn ?? format.today);
  const [note, setNote] = useState(payment?.note ?? '');
  const [saleIds, setSaleIds] = useState<readonly SaleId[]>(firstSales(props));
  return {
    ...{ amountText, setAmountText, isBack, setBack, method, setMethod, paidOn, setPaidOn },
    ...{ note, setNote, saleIds, setSaleIds },
  };
}

/** The fields of a payment, what it would do, and how it is saved. */
export function usePaymentForm(props: PaymentFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { customerId, name, account, payment, onDone } = props;
  const fields = useFields(props);
  const [isTried, setTried] = useState(false);
  const record = useCommand('payments.record');
  const update = useCommand('payments.update');
  const { amountText, isBack, saleIds, paidOn, method, note } = fields;
  const read = readAmount(amountText, format.currency, format.language);
  const typed = read.ok && read.value !== null && read.value > 0 ? read.value : null;
  const amountMinor = typed === null ? null : isBack ? -typed : typed;
  const before = payment === undefined ? account : withoutPayment(account, payment);
  const save = async () => {
    setTried(true);
    if (amountMinor === null) return;
    const facts = { paidOn, amountMinor, method, note: note === '' ? null : note };
    const settles: Settles =
      saleIds.length === 0 ? { kind: 'account' } : { kind: 'sales', saleIds: [...saleIds] };
    const amount = format.money(Math.abs(amountMinor));
    const said = t(isBack ? 'payments.form.savedBack' : 'payments.form.saved', { amount, name });
    const result =
      payment === undefined
        ? await record.run({ customerId, facts, settles }, said)
        : await update.run(
            { id: payment.id, facts, settles },
            t('payments.form.changed', { amount }),
          );
    if (result.ok) onDone();
  };
  return {
    fields,
    before,
    save,
    isAmountWrong: amountMinor === null && (isTried || !read.ok),
    preview: amountMinor === null ? null : previewOf(t, format, before, { amountMinor, saleIds }),
    writeInFull: () => typed !== null && fields.setAmountText(format.money(typed)),
    isRunning: record.isRunning || update.isRunning,
    error: record.error ?? update.error,
  };
}
