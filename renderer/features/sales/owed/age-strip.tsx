import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { ages } from '#shared/domain/books/account.ts';
import classes from './owed.module.css';
import type { Owed } from './use-owed.ts';

interface BoxProps {
  readonly title: string;
  readonly amountMinor: number;
  readonly beside: string;
  readonly isOn: boolean;
  onClick(): void;
}

function Box({ title, amountMinor, beside, isOn, onClick }: BoxProps) {
  const format = useFormat();
  return (
    <button type="button" className={classes.box} aria-pressed={isOn} onClick={onClick}>
      <span>{title}</span>
      <b>{format.money(amountMinor)}</b>
      <span className={classes.quiet}>{beside}</span>
    </button>
  );
}

/** What is owed by its age; each leaves in the list who owes something as old. */
export function AgeStrip({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const { choice, data } = owed;
  if (data === undefined) return null;
  const { totals } = data;
  const { age } = choice.filter;
  const people = t('payments.owed.people', { count: totals.debtors });
  const sales = t('payments.owed.sales', { count: totals.sales });
  return (
    <fieldset className={classes.strip} aria-label={t('payments.owed.strip')}>
      <Box
        title={t('payments.owed.all')}
        amountMinor={totals.owedMinor}
        beside={`${people}, ${sales}`}
        isOn={age === null}
        onClick={() => choice.setFilter({ age: null })}
      />
      {ages.map((one) => (
        <Box
          key={one}
          title={t(`payments.owed.${one}`)}
          amountMinor={totals.ages[one].amountMinor}
          beside={t('payments.owed.sales', { count: totals.ages[one].items })}
          isOn={age === one}
          onClick={() => choice.setFilter({ age: age === one ? null : one })}
        />
      ))}
    </fieldset>
  );
}
