import { Popover, type PopoverProps, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/id';
import { type ChangeEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './fields.module.css';
import { useRefusal } from './use-refusal.ts';
import type { Typed } from './use-typed.ts';
import { useTypedDay } from './use-typed-day.ts';

/** What a screen reader says of a calendar's buttons. */
export function useCalendarLabels() {
  const { t } = useTranslation();
  return {
    previousMonth: t('customer.calendar.previousMonth'),
    nextMonth: t('customer.calendar.nextMonth'),
    previousYear: t('customer.calendar.previousYear'),
    nextYear: t('customer.calendar.nextYear'),
    previousDecade: t('customer.calendar.previousDecade'),
    nextDecade: t('customer.calendar.nextDecade'),
    monthLevelControl: t('customer.calendar.months'),
    yearLevelControl: t('customer.calendar.years'),
  };
}

/** Calendars below speak the owner's language and start on Monday. */
export function CalendarLanguage({ children }: { readonly children: ReactNode }) {
  const { language } = useFormat();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>
  );
}

interface Limits {
  readonly clearable?: boolean;
  readonly minDate?: string;
  readonly maxDate?: string;
}

interface CalendarProps {
  readonly typed: Typed<string | null>;
  readonly value: string | null;
  readonly limits: Limits;
  onPick(day: string | null): void;
}

/** What was understood of a text, or why nothing was. */
function Understood({ typed }: Pick<CalendarProps, 'typed'>) {
  const format = useFormat();
  const { reading, isTyping } = typed;
  const day = reading?.ok === true ? reading.value : null;
  const said = reading?.ok === false ? reading.problem : day !== null && format.weekday(day);
  return (
    <p className={classes.understood} role="status">
      {isTyping && said}
    </p>
  );
}

/** What was understood of the text so far, and the month to pick from. */
function Calendar({ typed, value, limits, onPick }: CalendarProps) {
  const { today } = useFormat();
  const labels = useCalendarLabels();
  const { clearable = false, ...range } = limits;
  const [shown, setShown] = useState({ day: value, month: value ?? today });
  if (shown.day !== value) setShown({ day: value, month: value ?? today });
  return (
    <CalendarLanguage>
      <Understood typed={typed} />
      <DatePicker
        {...range}
        hideOutsideDates
        allowDeselect={clearable}
        date={shown.month}
        onDateChange={(month) => setShown({ day: value, month })}
        value={value}
        ariaLabels={labels}
        onChange={onPick}
      />
    </CalendarLanguage>
  );
}

type InputProps = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onFocus' | 'onClick' | 'type'
>;

interface Props extends InputProps, Limits {
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  readonly popoverProps?: Partial<PopoverProps>;
  /** What to be careful about with a day that may be chosen; null: nothing. */
  warn?(day: string): string | null;
  onChange(day: string | null): void;
}

function limitsOf({ clearable, minDate, maxDate }: Limits): Limits {
  return {
    ...(clearable === undefined ? {} : { clearable }),
    ...(minDate === undefined ? {} : { minDate }),
    ...(maxDate === undefined ? {} : { maxDate }),
  };
}

/** The field's text and its calendar, which is open while somebody is at it. */
function useDayField(props: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const typed = useTypedDay(props);
  const leave = () => {
    typed.leave();
    setOpen(false);
  };
  useRefusal(input, typed.reading?.ok === false, leave);
  const open = () => setOpen(true);
  return {
    typed,
    isOpen,
    onPick: (day: string | null) => {
      typed.pick(day);
      setOpen(false);
    },
    input: {
      ref: input,
      autoComplete: 'off',
      value: typed.text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        typed.type(event.currentTarget.value);
        open();
      },
      onFocus: open,
      onClick: open,
      onBlur: leave,
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Escape') setOpen(false);
        if (event.key === 'Enter') leave();
        props.onKeyDown?.(event);
      },
    },
  };
}

/** One calendar day, typed as people type it or picked: `12 Mei 2026`, `12/5/26`, `besok`. */
export function DayField(props: Props) {
  const { value, clearable, minDate, maxDate, popoverProps, warn, onChange, ...rest } = props;
  const { error, description, ...others } = rest;
  const { typed, isOpen, onPick, input } = useDayField(props);
  const refused = typed.reading?.ok === false && !typed.isTyping ? typed.reading.problem : null;
  const careful = value === null ? null : (warn?.(value) ?? null);
  return (
    <Popover
      opened={isOpen}
      trapFocus={false}
      withRoles={false}
      position="bottom-start"
      {...popoverProps}
    >
      <Popover.Target>
        <TextInput
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...others}
          {...input}
          error={refused ?? error}
          description={
            careful === null ? description : <StatusBadge kind="due">{careful}</StatusBadge>
          }
        />
      </Popover.Target>
      <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
        <Calendar {...{ typed, value, onPick }} limits={limitsOf(props)} />
      </Popover.Dropdown>
    </Popover>
  );
}
