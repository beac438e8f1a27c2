import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { WordsAbout } from '#renderer/components/privacy/words-about.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import classes from './entry.module.css';
import type { EntryForm } from './use-entry.ts';

interface Props {
  readonly form: EntryForm;
  goTo(field: string): void;
  save(): void;
}

const terms = [7, 14, 30] as const;
const methods = ['cash', 'qris', 'transfer'] as const;

function onEnter(then: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    then();
  };
}

/** When what is left is to be paid. */
function Due({ form, save }: Props) {
  const { t } = useTranslation();
  const { soldOn, dueOn } = form.entry;
  return (
    <div className={classes.pay}>
      <DayField
        data-field="due"
        label={t('sales.entry.due')}
        clearable
        value={dueOn}
        onChange={(day) => form.set({ dueOn: day })}
        onKeyDown={onEnter(save)}
      />
      <div className={classes.choices}>
        {terms.map((days) => (
          <Button
            key={days}
            size="xs"
            aria-pressed={dueOn === addDays(soldOn, days)}
            onClick={() => form.set({ dueOn: addDays(soldOn, days) })}
          >
            {t('sales.entry.inDays', { count: days })}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Methods({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.pay}>
      <TextInput
        label={t('sales.entry.method')}
        autoComplete="off"
        maxLength={80}
        value={form.entry.method}
        onChange={(event) => form.set({ method: event.currentTarget.value })}
      />
      <div className={classes.choices}>
        {methods.map((method) => {
          const word = t(`sales.entry.methods.${method}`);
          return (
            <Button
              key={method}
              size="xs"
              aria-pressed={form.entry.method === word}
              onClick={() => form.set({ method: word })}
            >
              {word}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

/** What was paid: all of it, a part, or nothing yet. */
function Paid({ form, goTo, save }: Props) {
  const { t } = useTranslation();
  const { entry, read } = form;
  const forward = () => (read.isOnAccount ? goTo('due') : save());
  return (
    <div className={classes.pay}>
      <TextInput
        data-field="paid"
        label={t('sales.entry.paid')}
        description={t('sales.entry.paidHint')}
        autoComplete="off"
        maxLength={24}
        value={entry.paid}
        placeholder={t('sales.entry.paidAll')}
        error={
          read.isPaidWrong &&
          t(form.changing === null ? 'sales.entry.wrong.paid' : 'sales.entry.wrong.part')
        }
        onChange={(event) => form.set({ paid: event.currentTarget.value })}
        onKeyDown={onEnter(forward)}
      />
      <div className={classes.choices}>
        <Button size="xs" aria-pressed={entry.paid === ''} onClick={() => form.set({ paid: '' })}>
          {t('sales.entry.paidAll')}
        </Button>
        <Button size="xs" aria-pressed={entry.paid === '0'} onClick={() => form.set({ paid: '0' })}>
          {t('sales.entry.owed')}
        </Button>
      </div>
    </div>
  );
}

/** What was paid, how, and what stays. */
export function EntryPay(props: Props) {
  const { form } = props;
  const { t } = useTranslation();
  const { entry, read } = form;
  return (
    <div className={classes.side}>
      <Paid {...props} />
      {read.isOnAccount && <Due {...props} />}
      <Methods form={form} />
      <DayField
        label={t('sales.entry.promised')}
        clearable
        value={entry.promisedOn}
        onChange={(day) => form.set({ promisedOn: day })}
      />
      <WordsAbout customerId={entry.customerId}>
        <TextInput
          label={t('sales.entry.note')}
          autoComplete="off"
          maxLength={2000}
          value={entry.note}
          onChange={(event) => form.set({ note: event.currentTarget.value })}
        />
      </WordsAbout>
    </div>
  );
}

/** What it all comes to. */
export function EntrySums({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry, read } = form;
  const { sums } = read;
  const { points, offMinor } = read.redeemed;
  const ownMinor = sums.discountMinor - offMinor;
  const row = (name: string, minor: number, isTotal = false) => (
    <div className={classes.sum} data-total={isTotal || undefined}>
      <dt>{name}</dt>
      <dd>{format.money(minor)}</dd>
    </div>
  );
  return (
    <div className={classes.side}>
      <TextInput
        label={t('sales.entry.saleDiscount')}
        autoComplete="off"
        maxLength={24}
        value={entry.discount}
        error={read.isDiscountWrong && t('sales.entry.wrong.discount')}
        onChange={(event) => form.set({ discount: event.currentTarget.value })}
      />
      <TextInput
        label={t('sales.entry.shipping')}
        description={t('sales.entry.shippingHint')}
        autoComplete="off"
        maxLength={24}
        value={entry.shipping}
        error={read.isShippingWrong && t('sales.entry.wrong.shipping')}
        onChange={(event) => form.set({ shipping: event.currentTarget.value })}
      />
      <dl className={classes.sums}>
        {row(t('sales.entry.goods'), sums.linesMinor)}
        {ownMinor > 0 && row(t('sales.entry.saleDiscount'), -ownMinor)}
        {offMinor > 0 && row(t('sales.entry.points.off', { count: points }), -offMinor)}
        {sums.taxMinor > 0 && row(t('sales.entry.tax'), sums.taxMinor)}
        {row(t('sales.column.total'), sums.totalMinor, read.shippingMinor === 0)}
        {read.shippingMinor > 0 && row(t('customer.shipping'), read.shippingMinor)}
        {read.shippingMinor > 0 && row(t('customer.toPay'), read.toPayMinor, true)}
        {read.isOnAccount && row(t('sales.entry.left'), read.leftMinor)}
        {read.changeMinor > 0 && row(t('sales.entry.change'), read.changeMinor)}
      </dl>
      <Warnings form={form} />
    </div>
  );
}

/** What may be a slip of the hand; it can be saved all the same. */
function Warnings({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry, read } = form;
  const isFar = (price: number, usual: number) => price > 2 * usual || 2 * price < usual;
  const warnings = [
    ...read.lines.flatMap(({ line, unitPriceE4 }) => {
      if (unitPriceE4 === null || line.price.trim() === '') return [];
      if (unitPriceE4 === 0) return t('sales.entry.warn.free', { product: line.name });
      const { usualE4 } = line;
      if (usualE4 === null || usualE4 === 0 || !isFar(unitPriceE4, usualE4)) return [];
      const usual = format.number(usualE4 / 10_000, 2);
      return t('sales.entry.warn.price', { product: line.name, usual });
    }),
    ...(read.isOnAccount && entry.customerId === null && entry.newCustomer === null
      ? [t('sales.entry.warn.nobody')]
      : []),
  ];
  return warnings.map((warning) => (
    <p key={warning}>
      <StatusBadge kind="due">{warning}</StatusBadge>
    </p>
  ));
}
