import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ErasedBefore } from '#renderer/components/privacy/erased-before.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import classes from './entry.module.css';
import type { EntryForm } from './use-entry.ts';

/** Who bought, and on which day. */
export function EntryWho({ form, onDone }: { readonly form: EntryForm; onDone(): void }) {
  const { t } = useTranslation();
  const { today } = useSettings();
  const { customerId, customerName, newCustomer, soldOn } = form.entry;
  return (
    <div className={classes.who}>
      {newCustomer === null ? (
        <CustomerField
          key={customerId ?? 'none'}
          label={t('sales.column.buyer')}
          placeholder={t('sales.entry.buyerHint')}
          value={customerId}
          name={customerName}
          onChange={(id, name) => {
            form.set({ customerId: id, customerName: name, points: '', rewardId: null });
            if (id !== null) onDone();
          }}
          {...(form.changing === null
            ? {
                onNew: (typed: string) => {
                  form.set({ newCustomer: typed, customerId: null, customerName: null });
                  onDone();
                },
              }
            : {})}
        />
      ) : (
        <div className={classes.fresh}>
          <span>{t('sales.entry.newBuyer', { name: newCustomer })}</span>
          <Button size="xs" onClick={() => form.set({ newCustomer: null })}>
            {t('sales.entry.otherBuyer')}
          </Button>
          <ErasedBefore phone={newCustomer} />
        </div>
      )}
      <DayField
        label={t('sales.column.day')}
        value={soldOn}
        warn={(day) => (day > today ? t('sales.entry.warn.future') : null)}
        onChange={(day) => day !== null && form.set({ soldOn: day })}
      />
    </div>
  );
}
