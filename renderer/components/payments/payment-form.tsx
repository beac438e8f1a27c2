import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { WordsAbout } from '#renderer/components/privacy/words-about.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { openName } from './names.ts';
import classes from './payments.module.css';
import { type PaymentFormProps, usePaymentForm } from './use-payment-form.ts';

type Form = ReturnType<typeof usePaymentForm>;

/** Which of the open sales it is for; none chosen: the oldest first. */
function SaleChoice({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { saleIds, setSaleIds } = form.fields;
  const sales = form.before.open.filter(({ saleId }) => saleId !== null);
  if (sales.length < 2) return null;
  return (
    <Checkbox.Group
      label={t('payments.form.sales')}
      description={t('payments.form.salesHint')}
      value={saleIds.map(String)}
      onChange={(chosen) =>
        setSaleIds(sales.flatMap(({ saleId }) => (chosen.includes(`${saleId}`) && saleId) || []))
      }
    >
      <div className={classes.sales}>
        {sales.map((sale) => (
          <Checkbox
            key={sale.saleId}
            value={String(sale.saleId)}
            label={`${openName(t, format, sale)}, ${t('payments.left', { amount: format.money(sale.leftMinor) })}`}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** By what it was paid; a way that was written otherwise stays to be chosen. */
function MethodChoice({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const { method, setMethod } = form.fields;
  const usual = [
    t('payments.form.cash'),
    t('payments.form.qris'),
    t('payments.form.transfer'),
  ] as string[];
  return (
    <div className={classes.method}>
      <span>{t('payments.form.method')}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('payments.form.method')}
        value={method}
        data={usual.includes(method) ? usual : [...usual, method]}
        onChange={setMethod}
      />
    </div>
  );
}

function Amount({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amountText, setAmountText, isBack, setBack } = form.fields;
  return (
    <>
      <TextInput
        data-autofocus
        autoComplete="off"
        className={classes.amount}
        label={t(isBack ? 'payments.form.amountBack' : 'payments.form.amount')}
        placeholder={format.money(0)}
        value={amountText}
        error={form.isAmountWrong ? t('payments.form.amountWrong') : null}
        onChange={(event) => setAmountText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={form.writeInFull}
      />
      <p className={classes.preview} role="status">
        {form.preview}
      </p>
      <MethodChoice form={form} />
      <Checkbox
        label={t('payments.form.back')}
        checked={isBack}
        onChange={(event) => setBack(event.currentTarget.checked)}
      />
    </>
  );
}

/** Takes a payment: how much, by what, when; says what it settles and what is left while it is typed. */
export function PaymentForm(props: PaymentFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = usePaymentForm(props);
  const { fields, save, isRunning, error } = form;
  const isNew = props.payment === undefined;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Amount form={form} />
      {props.saleId === undefined && !fields.isBack && <SaleChoice form={form} />}
      <DayField
        label={t('payments.form.day')}
        value={fields.paidOn}
        maxDate={format.today}
        onChange={(day) => day !== null && fields.setPaidOn(day)}
      />
      <WordsAbout customerId={props.customerId}>
        <TextInput
          label={t('payments.form.note')}
          maxLength={400}
          value={fields.note}
          onChange={(event) => fields.setNote(event.currentTarget.value)}
        />
      </WordsAbout>
      <FormFoot
        save={t(isNew ? 'payments.form.save' : 'payments.form.saveEdit')}
        error={error}
        isRunning={isRunning}
        onCancel={props.onCancel}
      />
    </form>
  );
}
