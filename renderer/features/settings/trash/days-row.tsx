import { Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { trashDays as offered } from '#shared/domain/vocabulary/trash.ts';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';

const NEVER = 'never';

/** What is old enough already: said before it goes. */
function Due({ days, today }: { readonly days: number; readonly today: string }) {
  const { t } = useTranslation();
  const { data } = useQuery('trash.counts', { filter: { to: addDays(today, -days) } });
  const count = (data?.kinds ?? []).reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <p className={classes.warning} role="status">
      {t('trash.settings.due', { count })}
    </p>
  );
}

/** After how many days what was deleted goes for good. */
export function TrashDaysRow() {
  const { t } = useTranslation();
  const { settings, today } = useSettings();
  const saved = useSaved();
  const id = useId();
  const { trashDays } = settings;
  const choices = offered.map((days) => ({
    value: String(days),
    label: t('trash.settings.after', { count: days }),
  }));
  const save = (value: string | null) => {
    const days = offered.find((one) => String(one) === value) ?? null;
    if (days !== null || value === NEVER) void saved.save({ trashDays: days });
  };
  return (
    <SettingRow
      label={t('trash.settings.days')}
      htmlFor={id}
      hint={t('trash.settings.daysHint')}
      saved={saved}
    >
      <Select
        id={id}
        allowDeselect={false}
        data={[{ value: NEVER, label: t('trash.settings.never') }, ...choices]}
        value={trashDays === null ? NEVER : String(trashDays)}
        onChange={save}
      />
      {trashDays !== null && <Due days={trashDays} today={today} />}
    </SettingRow>
  );
}
