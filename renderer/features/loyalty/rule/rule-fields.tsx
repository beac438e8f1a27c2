import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { AmountField } from '#renderer/components/segments/amount-field.tsx';
import classes from '../loyalty.module.css';
import type { RuleForm } from './use-rule-form.ts';

function Giving({ form }: { readonly form: RuleForm }) {
  const { t } = useTranslation();
  const { rule, change } = form;
  return (
    <div className={classes.pair}>
      <AmountField
        isLabelled
        label={t('loyalty.form.spend')}
        value={rule.spendMinor}
        onChange={(spendMinor) => change({ spendMinor })}
      />
      <CountField
        label={t('loyalty.form.points')}
        range={{ from: 1, to: 100_000 }}
        value={rule.points}
        onChange={(points) => points !== null && change({ points })}
      />
    </div>
  );
}

function Holding({ form }: { readonly form: RuleForm }) {
  const { t } = useTranslation();
  const { rule, change } = form;
  return (
    <div className={classes.pair}>
      <CountField
        label={t('loyalty.form.months')}
        description={t('loyalty.form.monthsHint')}
        range={{ from: 1, to: 120 }}
        clearable
        value={rule.monthsValid}
        onChange={(monthsValid) => change({ monthsValid })}
      />
      <CountField
        label={t('loyalty.form.remind')}
        description={t('loyalty.form.remindHint')}
        range={{ from: 1, to: 365 }}
        value={rule.remindDays}
        onChange={(remindDays) => remindDays !== null && change({ remindDays })}
      />
    </div>
  );
}

/** What a person settles of a rule. */
export function RuleFields({ form }: { readonly form: RuleForm }) {
  const { t } = useTranslation();
  const { rule, change, earliest } = form;
  return (
    <>
      <Giving form={form} />
      <p className={classes.quiet}>{t('loyalty.form.givingHint')}</p>
      <Switch
        label={t('loyalty.form.before')}
        description={t('loyalty.form.beforeHint')}
        checked={rule.isBeforeDiscount}
        onChange={(event) => change({ isBeforeDiscount: event.currentTarget.checked })}
      />
      <Switch
        label={t('loyalty.form.takesBack')}
        description={t('loyalty.form.takesBackHint')}
        checked={rule.takesBack}
        onChange={(event) => change({ takesBack: event.currentTarget.checked })}
      />
      <Holding form={form} />
      <div className={classes.pair}>
        <AmountField
          isLabelled
          label={t('loyalty.form.worth')}
          value={rule.worthMinor}
          onChange={(worthMinor) => change({ worthMinor })}
        />
        <DayField
          label={t('loyalty.form.from')}
          value={rule.fromOn}
          {...(earliest === null ? {} : { minDate: earliest })}
          onChange={(fromOn) => fromOn !== null && change({ fromOn })}
        />
      </div>
    </>
  );
}
