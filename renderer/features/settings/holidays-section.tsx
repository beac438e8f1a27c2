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

/** The list as it is kept: each change is saved at once. */
function useHolidays(saved: ReturnType<typeof useSaved>) {
  const { today } = useSettings();
  const { value: holidays, change } = usePart('holidays', saved);
  const [year, setYear] = useState(today.slice(0, 4));
  const [restored, setRestored] = useState<number | null>(null);
  const add = (more: readonly Holiday[]) => change((former) => inOrder([...former, ...more]));
  return {
    holidays,
    year,
    setYear,
    /** How many public holidays the button brought back; null: it was not the last thing done. */
    restored,
    addOne: (holiday: Holiday) => {
      setRestored(null);
      if (year !== ALL) setYear(holiday.on.slice(0, 4));
      void add([holiday]);
    },
    restore: async () => {
      const missing = missingFrom(holidays);
      if (missing.length === 0 || (await add(missing))) setRestored(missing.length);
    },
    remove: (on: string) => {
      setRestored(null);
      void change((former) => former.filter((holiday) => holiday.on !== on));
    },
  };
}

interface YearProps {
  readonly holidays: readonly Holiday[];
  readonly year: string;
  onChange(year: string): void;
}

function YearSelect({ holidays, year, onChange }: YearProps) {
  const { t } = useTranslation();
  const { today } = useSettings();
  const years = [...new Set([today.slice(0, 4), ...holidays.map(({ on }) => on.slice(0, 4))])];
  const choices = years.toSorted().map((value) => ({ value, label: value }));
  return (
    <Select
      className={classes.year}
      aria-label={t('settings.holidays.year')}
      data={[...choices, { value: ALL, label: t('settings.holidays.all') }]}
      value={year}
      onChange={(value) => onChange(value ?? ALL)}
    />
  );
}

/** The days the shop is closed although the week says open. */
export function HolidaysSection() {
  const { t } = useTranslation();
  const saved = useSaved();
  const { holidays, year, setYear, restored, addOne, restore, remove } = useHolidays(saved);
  const shown = inOrder(holidays).filter(({ on }) => year === ALL || on.startsWith(year));
  return (
    <Card title={t('settings.holidays.title')}>
      <div className={classes.head}>
        <p className={classes.hint}>{t('settings.holidays.hint')}</p>
        <YearSelect holidays={holidays} year={year} onChange={setYear} />
      </div>
      <HolidayList shown={shown} onRemove={remove} />
      <NewHoliday taken={holidays} onAdd={addOne} />
      <Button size="xs" onClick={() => void restore()}>
        {t('settings.holidays.restore')}
      </Button>
      <p className={classes.hint} role="status">
        {restored !== null &&
          (restored === 0
            ? t('settings.holidays.restoredNone')
            : t('settings.holidays.restored', { count: restored }))}
      </p>
      <SavedNote saved={saved} />
    </Card>
  );
}
