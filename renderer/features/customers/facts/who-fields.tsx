import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerProfile } from '#shared/contract/customers.ts';
import type { FactsForm } from './contact-fields.tsx';
import classes from './facts-dialog.module.css';
import { RecommenderField } from './recommender-field.tsx';

interface Props {
  readonly form: FactsForm;
  readonly profile: CustomerProfile;
}

const NONE = 'none' as const;

function some<const V extends string>(values: readonly V[], text: (value: V) => string) {
  return values.map((value) => ({ value, label: text(value) }));
}

/** What kind of customer it is, and to whom nothing was sold yet, what kind of prospect. */
function KindSelects({ form, profile }: Props) {
  const { t } = useTranslation();
  const { kind, relation, mark } = form.values;
  const set = form.setFieldValue;
  return (
    <>
      <Select
        label={t('customer.field.kind')}
        value={kind}
        data={some(['person', 'business'], (one) => t(`customers.kind.${one}`))}
        onChange={(value) => value !== null && set('kind', value)}
      />
      <Select
        label={t('customer.field.relation')}
        value={relation}
        data={some(['customer', 'partner', 'supplier'], (one) => t(`customer.relation.${one}`))}
        onChange={(value) => value !== null && set('relation', value)}
      />
      {profile.layer !== 'inactive' && profile.purchases === 0 && (
        <Select
          label={t('customer.field.mark')}
          value={mark ?? NONE}
          data={some([NONE, 'suspect', 'rest-of-world'], (one) => t(`customer.mark.${one}`))}
          onChange={(value) => set('mark', value === NONE ? null : value)}
        />
      )}
    </>
  );
}

/** Who it is. */
export function WhoFields({ form, profile }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { gender, birthdayOn, recommendedBy } = form.values;
  const set = form.setFieldValue;
  return (
    <div className={classes.form}>
      <TextInput
        data-autofocus
        label={t('customer.field.name')}
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <div className={classes.pair}>
        <KindSelects form={form} profile={profile} />
        <DayField
          label={t('customer.field.birthdayOn')}
          clearable
          value={birthdayOn}
          warn={(day) => (day > today ? t('customer.bornAhead') : null)}
          onChange={(value) => set('birthdayOn', value)}
        />
        <Select
          label={t('customer.field.gender')}
          value={gender ?? NONE}
          data={some([NONE, 'female', 'male', 'other'], (one) => t(`customer.gender.${one}`))}
          onChange={(value) => set('gender', value === NONE ? null : value)}
        />
        <RecommenderField
          value={recommendedBy}
          name={profile.recommendedByName}
          self={profile.id}
          onChange={(value) => set('recommendedBy', value)}
        />
      </div>
    </div>
  );
}
