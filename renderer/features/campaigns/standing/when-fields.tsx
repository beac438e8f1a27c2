import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { daysAfter, daysBelated, isAfter } from '#shared/domain/campaigns/occasions.ts';
import {
  type Occasion,
  occasions,
  type Season,
  seasons,
} from '#shared/domain/vocabulary/standing.ts';
import type { StandingForm } from './use-standing-form.ts';

/** Which day of every year. */
function OwnDay({ form }: { readonly form: StandingForm }) {
  const { t } = useTranslation();
  const { today } = useSettings();
  const { facts, change } = form;
  const monthDay = facts.monthDay ?? today.slice(5);
  return (
    <DayField
      label={t('standing.ownDay')}
      description={t('standing.ownDayHint')}
      value={`${today.slice(0, 4)}-${monthDay}`}
      onChange={(day) => day !== null && change({ monthDay: day.slice(5) })}
    />
  );
}

function stays({ occasion }: StandingForm['facts']): { key: string; count: number } {
  if (isAfter(occasion)) return { key: 'after', count: daysAfter };
  return occasion === 'birthday'
    ? { key: 'birthday', count: daysBelated }
    : { key: 'before', count: 0 };
}

/** The occasion, and how long before or after it. */
export function WhenFields({ form }: { readonly form: StandingForm }) {
  const { t } = useTranslation();
  const { today } = useSettings();
  const { facts, change, choose } = form;
  const { key, count } = stays(facts);
  const pick = (season: Season) => form.pick(season, season === 'own' ? today.slice(5) : null);
  return (
    <>
      <Select
        label={t('standing.occasionLabel')}
        allowDeselect={false}
        data={occasions.map((value) => ({ value, label: t(`standing.occasion.${value}`) }))}
        value={facts.occasion}
        onChange={(value) => value !== null && choose(value as Occasion)}
      />
      {facts.season !== null && (
        <Select
          label={t('standing.seasonLabel')}
          allowDeselect={false}
          data={seasons.map((value) => ({ value, label: t(`standing.season.${value}`) }))}
          value={facts.season}
          onChange={(value) => value !== null && pick(value as Season)}
        />
      )}
      {facts.season === 'own' && <OwnDay form={form} />}
      <CountField
        label={t(isAfter(facts.occasion) ? 'standing.daysAfter' : 'standing.daysBefore')}
        description={t(`standing.stays.${key as 'after' | 'before' | 'birthday'}`, { count })}
        range={{ from: facts.occasion === 'guaranteeEnds' ? 1 : 0, to: 365 }}
        value={facts.days}
        onChange={(days) => days !== null && change({ days })}
      />
    </>
  );
}
