import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './insights.module.css';
import { useLookedFrom } from './use-looked-from.ts';

/** The day that everything on the page is counted up to, to be chosen. */
export function LookedFromField({ through }: { readonly through: string }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { on, choose } = useLookedFrom();
  return (
    <span className={classes.lookedFrom}>
      {on !== null && (
        <Button variant="subtle" onClick={() => choose(null)}>
          {t('insights.asOf.latest')}
        </Button>
      )}
      <DayField
        aria-label={t('insights.asOf.label')}
        className={classes.day}
        value={through}
        maxDate={today}
        onChange={(day) => choose(day)}
      />
    </span>
  );
}
