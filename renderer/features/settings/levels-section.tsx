import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { readDecimal } from '#renderer/components/fields/read-field.ts';
import { SavedNote } from '#renderer/components/fields/saved-note.tsx';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { severity as severities } from '#shared/contract/complaints-facts.ts';
import classes from './levels.module.css';
import { openMinutesADay } from './opening.ts';
import { usePart } from './use-part.ts';

/** In hours; the contract keeps whole minutes. */
const HOURS = { from: 0.1, to: 1600, digits: 2 };
const WHATS = [
  { minutes: 'answerMinutes', word: 'answer' },
  { minutes: 'resolveMinutes', word: 'solution' },
] as const;

function HoursField(props: {
  readonly label: string;
  readonly minutes: number;
  save(minutes: number): Promise<boolean>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const aDay = openMinutesADay(useSettings().settings.businessHours);
  const draft = useDraft<number>({
    value: props.minutes,
    write: (minutes) => format.number(minutes / 60, 2),
    read: (text) => {
      const read = readDecimal(text, HOURS);
      return read.ok && read.value !== null
        ? { ok: true, value: Math.round(read.value * 60) }
        : { ok: false };
    },
    save: props.save,
  });
  const range = { from: format.number(HOURS.from, 1), to: format.number(HOURS.to) };
  const days = aDay === null ? 0 : props.minutes / aDay;
  return (
    <div className={classes.cell}>
      <TextInput
        aria-label={props.label}
        inputMode="decimal"
        rightSection={<span className={classes.unit}>{t('settings.levels.unit')}</span>}
        rightSectionPointerEvents="none"
        rightSectionWidth="3.5rem"
        error={draft.isWrong && t('settings.problem.hours', range)}
        {...draft.input}
      />
      {days >= 1.5 && (
        <span className={classes.days}>
          {t('settings.levels.days', { days: format.number(days, 1) })}
        </span>
      )}
    </div>
  );
}

/** Within how many hours of opening a complaint gets its answer and its solution. */
export function LevelsSection() {
  const { t } = useTranslation();
  const saved = useSaved();
  const { value: levels, change } = usePart('serviceLevels', saved);
  return (
    <Card title={t('settings.levels.title')}>
      <p className={classes.hint}>{t('settings.levels.hint')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('settings.levels.severity')}</th>
            {WHATS.map(({ word }) => (
              <th key={word} scope="col">
                {t(`settings.levels.${word}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {severities.options.map((severity) => (
            <tr key={severity}>
              <th scope="row">{t(`complaint.severity.${severity}`)}</th>
              {WHATS.map(({ minutes, word }) => (
                <td key={word}>
                  <HoursField
                    label={t('settings.levels.cell', {
                      severity: t(`complaint.severity.${severity}`),
                      what: t(`settings.levels.${word}`),
                    })}
                    minutes={levels[severity][minutes]}
                    save={(value) =>
                      change((former) => ({
                        ...former,
                        [severity]: { ...former[severity], [minutes]: value },
                      }))
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SavedNote saved={saved} />
    </Card>
  );
}
