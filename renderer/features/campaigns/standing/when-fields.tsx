import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { monthName } from '#renderer/components/time-names.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { daysInMonth } from '#shared/domain/calendar/dates.ts';
import { daysAfter, daysBelated, isAfter } from '#shared/domain/campaigns/occasions.ts';
import {
  type Occasion,
  occasions,
  type Season,
  seasons,
} from '#shared/domain/vocabulary/standing.ts';
import type { StandingForm } from './use-standing-form.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Which day of every year: of February there are 29 to choose from. */
function OwnDay({ form }: { readonly form: StandingForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useSettings();
  const { facts, change } = form;
  const [month = 1, day = 1] = (facts.monthDay ?? today.slice(5)).split('-').map(Number);
  const pick = (newMonth: number, newDay: number) =>
    change({
      monthDay: `${twoDigits(newMonth)}-${twoDigits(Math.min(newDay, daysInMonth(2000, newMonth)))}`,
    });
  return (
    <Group align="flex-start" wrap="nowrap">
      <CountField
        label={t('standing.ownDay')}
        range={{ from: 1, to: daysInMonth(2000, month) }}
        value={day}
        onChange={(value) => value !== null && pick(month, value)}
      />
      <Select
        label={t('standing.ownMonth')}
        allowDeselect={false}
        data={months.map((value) => ({
          value: String(value),
          label: monthName(format, value - 1),
        }))}
        value={String(month)}
        onChange={(value) => value !== null && pick(Number(value), day)}
      />
    </Group>
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
