import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { SavedNote } from '#renderer/components/fields/saved-note.tsx';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { Holiday } from '#shared/contract/settings.ts';
import { publicHolidays } from '#shared/domain/calendar/holidays.ts';
import classes from './holidays.module.css';
import { usePart } from './use-part.ts';

const LONGEST_NAME = 80;
const ALL = 'all';

function inOrder(holidays: readonly Holiday[]): Holiday[] {
  return holidays.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

/** The public holidays whose day is not on the list. */
function missingFrom(holidays: readonly Holiday[]): Holiday[] {
  const known = new Set(holidays.map(({ on }) => on));
  return publicHolidays.filter(({ on }) => !known.has(on));
}

function NewHoliday(props: { readonly taken: readonly Holiday[]; onAdd(holiday: Holiday): void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'noDay' | 'exists' | null>(null);
  const add = () => {
    if (on === null) return setProblem('noDay');
    if (props.taken.some((holiday) => holiday.on === on)) return setProblem('exists');
    props.onAdd({ on, name: name.trim() });
    setOn(null);
    setName('');
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <DayField
        label={t('settings.holidays.day')}
        value={on}
        error={problem !== null && t(`settings.holidays.${problem}`)}
        onChange={(day) => {
          setOn(day);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          // Enter takes the day that was typed; its name comes next.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <TextInput
        label={t('settings.holidays.name')}
        placeholder={t('settings.holidays.nameExample')}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" className={classes.add}>
        {t('settings.holidays.add')}
      </Button>
    </form>
  );
}

/** By date, what is past scrolled away. */
function HolidayList(props: { readonly shown: readonly Holiday[]; onRemove(on: string): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const next = props.shown.find(({ on }) => on >= format.today)?.on;
  useEffect(() => {
    if (next === undefined) return;
    const first = list.current?.querySelector<HTMLElement>('[data-next]');
    list.current?.scrollTo({ top: first?.offsetTop ?? 0 });
  }, [next]);
  if (props.shown.length === 0)
    return <p className={classes.none}>{t('settings.holidays.none')}</p>;
  return (
    <ul ref={list} className={classes.list} aria-label={t('settings.holidays.list')}>
      {props.shown.map(({ on, name }) => {
        const shown = name === '' ? t('settings.holidays.nameless') : name;
        return (
          <li key={on} className={classes.holiday} data-next={on === next || undefined}>
            <span className={classes.on}>{format.weekday(on)}</span>
            <span>{shown}</span>
            <ActionIcon
              aria-label={t('settings.holidays.remove', { name: shown, date: format.date(on) })}
              onClick={() => props.onRemove(on)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** The days the shop is closed although the week says open. */
export function HolidaysSection() {
  const { t } = useTranslation();
  const { today } = useSettings();
  const saved = useSaved();
  const { value: holidays, change } = usePart('holidays', saved);
  const [year, setYear] = useState(today.slice(0, 4));
  const [added, setAdded] = useState<number | null>(null);
  const years = [...new Set([today.slice(0, 4), ...holidays.map(({ on }) => on.slice(0, 4))])];
  const choices = years.toSorted().map((value) => ({ value, label: value }));
  const add = (more: readonly Holiday[]) => change((former) => inOrder([...former, ...more]));
  const addOne = (holiday: Holiday) => {
    setAdded(null);
    if (year !== ALL) setYear(holiday.on.slice(0, 4));
    void add([holiday]);
  };
  const restore = async () => {
    const missing = missingFrom(holidays);
    if (missing.length === 0 || (await add(missing))) setAdded(missing.length);
  };
  const remove = (on: string) => {
    setAdded(null);
    void change((former) => former.filter((holiday) => holiday.on !== on));
  };
  const shown = inOrder(holidays).filter(({ on }) => year === ALL || on.startsWith(year));
  return (
    <Card title={t('settings.holidays.title')}>
      <div className={classes.head}>
        <p className={classes.hint}>{t('settings.holidays.hint')}</p>
        <Select
          className={classes.year}
          aria-label={t('settings.holidays.year')}
          data={[...choices, { value: ALL, label: t('settings.holidays.all') }]}
          value={year}
          onChange={(value) => setYear(value ?? ALL)}
        />
      </div>
      <HolidayList shown={shown} onRemove={remove} />
      <NewHoliday taken={holidays} onAdd={addOne} />
      <Button size="xs" onClick={() => void restore()}>
        {t('settings.holidays.restore')}
      </Button>
      <p className={classes.hint} role="status">
        {added !== null &&
          (added === 0
            ? t('settings.holidays.restoredNone')
            : t('settings.holidays.restored', { count: added }))}
      </p>
      <SavedNote saved={saved} />
    </Card>
  );
}
