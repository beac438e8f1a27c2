import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { SavedNote } from '#renderer/components/fields/saved-note.tsx';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { localeTag } from '#renderer/components/format-date.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OpenSpan } from '#shared/contract/settings.ts';
import classes from './hours.module.css';
import { USUAL_SPAN, withAnother } from './opening.ts';
import { SpanFields } from './span-fields.tsx';
import { usePart } from './use-part.ts';

/** A day's spans have no name but their place. */
const PLACES = ['first', 'second', 'third'];

type Day = readonly OpenSpan[];
type Change = (next: (former: Day) => Day) => Promise<boolean>;

/** Weekdays by name, Monday first. */
function useWeekdays(): readonly string[] {
  const { language } = useFormat();
  const format = new Intl.DateTimeFormat(localeTag(language), { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
}

function DayHours(props: { readonly name: string; readonly spans: Day; readonly change: Change }) {
  const { name, spans, change } = props;
  const { t } = useTranslation();
  const another = withAnother(spans);
  if (spans.length === 0) return <p className={classes.closed}>{t('settings.hours.closed')}</p>;
  const what = another === null ? '' : t(`settings.hours.${another.isNoon ? 'noon' : 'more'}`);
  return (
    <div className={classes.spans}>
      {spans.map((_, index) => (
        <SpanFields
          key={PLACES[index]}
          day={name}
          spans={spans}
          index={index}
          onChange={(part) =>
            change((day) => day.map((span, at) => (at === index ? { ...span, ...part } : span)))
          }
          onRemove={() => void change((day) => day.filter((_span, at) => at !== index))}
        />
      ))}
      {another !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('settings.hours.addTo', { what, day: name })}
          onClick={() => void change(() => another.spans)}
        >
          {what}
        </Button>
      )}
    </div>
  );
}

/** When the shop is open, day by day. */
export function HoursSection() {
  const { t } = useTranslation();
  const saved = useSaved();
  const weekdays = useWeekdays();
  const { value: week, change } = usePart('businessHours', saved);
  const changeDay = (index: number, next: (former: Day) => Day) =>
    change((former) => former.map((spans, at) => (at === index ? [...next(spans)] : spans)));
  const usual = week.find((spans) => spans.length > 0) ?? [USUAL_SPAN];
  return (
    <Card title={t('settings.hours.title')}>
      <p className={classes.hint}>{t('settings.hours.hint')}</p>
      <ul className={classes.week} aria-label={t('settings.hours.title')}>
        {weekdays.map((name, index) => (
          <li key={name} className={classes.day}>
            <Switch
              size="sm"
              label={name}
              aria-label={t('settings.hours.isOpen', { day: name })}
              checked={(week[index] ?? []).length > 0}
              onChange={(event) => {
                const isOpen = event.currentTarget.checked;
                void changeDay(index, () => (isOpen ? usual : []));
              }}
            />
            <DayHours
              name={name}
              spans={week[index] ?? []}
              change={(next) => changeDay(index, next)}
            />
            <Tooltip label={t('settings.hours.copy', { day: name })}>
              <ActionIcon
                aria-label={t('settings.hours.copy', { day: name })}
                onClick={() => void change((former) => former.map(() => [...(week[index] ?? [])]))}
              >
                <IconCopy size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      <SavedNote saved={saved} />
    </Card>
  );
}
