import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import classes from '../campaigns.module.css';
import type { Building } from './use-builder.ts';

const fields = [
  ['heldPercent', { from: 0, to: 50 }],
  ['dailyLimit', { from: 1, to: 1000 }],
  ['restDays', { from: 0, to: 365 }],
  ['responseDays', { from: 1, to: 180 }],
] as const;

/** How many are kept apart, how many a day, and who is left in peace. */
export function HowStep({ building }: { readonly building: Building }) {
  const { t } = useTranslation();
  const { facts, change } = building;
  return (
    <div className={classes.form}>
      {fields.map(([key, range]) => (
        <CountField
          key={key}
          label={t(`campaigns.how.${key}`)}
          description={t(`campaigns.howHint.${key}`)}
          range={range}
          value={facts[key]}
          onChange={(value) => value !== null && change({ [key]: value })}
        />
      ))}
      <Switch
        label={t('campaigns.how.onlyAgreed')}
        description={t('campaigns.howHint.onlyAgreed')}
        checked={facts.onlyAgreed}
        onChange={(event) => change({ onlyAgreed: event.currentTarget.checked })}
      />
    </div>
  );
}
