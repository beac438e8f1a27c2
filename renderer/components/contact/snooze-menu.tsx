import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconClockPause } from '@tabler/icons-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarLanguage, useCalendarLabels } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';

interface Props {
  readonly label: string;
  /** Another button to open it with. */
  readonly target?: ReactElement;
  onPick(day: string): void;
}

/** The usual days to put something off to. */
function useUsualDays(today: string) {
  const { t } = useTranslation();
  return [
    { word: t('today.snooze.tomorrow'), day: addDays(today, 1) },
    { word: t('today.snooze.threeDays'), day: addDays(today, 3) },
    { word: t('today.snooze.week'), day: addDays(today, 7) },
    { word: t('today.snooze.twoWeeks'), day: addDays(today, 14) },
    { word: t('today.snooze.month'), day: addMonths(today, 1) },
  ];
}

function UsualDays({ label, target, onPick, onOther }: Props & { onOther(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useUsualDays(format.today);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {target ?? (
          <Tooltip label={label}>
            <ActionIcon aria-label={label}>
              <IconClockPause size={16} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {days.map(({ word, day }) => (
          <Menu.Item key={day} rightSection={format.date(day, true)} onClick={() => onPick(day)}>
            {word}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onOther}>{t('today.snooze.other')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Any day from tomorrow on. */
function Calendar({ onPick }: Pick<Props, 'onPick'>) {
  const { today } = useFormat();
  const labels = useCalendarLabels();
  const tomorrow = addDays(today, 1);
  return (
    <CalendarLanguage>
      <DatePicker
        minDate={tomorrow}
        defaultDate={tomorrow}
        getDayProps={(day) => (day === tomorrow ? { 'data-autofocus': true } : {})}
        ariaLabels={labels}
        onChange={(day) => day !== null && onPick(day)}
      />
    </CalendarLanguage>
  );
}

/** Puts something off: the usual days by one key, any other from a calendar. */
export function SnoozeMenu(props: Props) {
  const { label, onPick } = props;
  const [isPicking, setPicking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const close = () => {
    setPicking(false);
    place.current?.querySelector('button')?.focus();
  };
  return (
    <Popover
      opened={isPicking}
      onChange={(isOpen) => (isOpen ? setPicking(true) : close())}
      position="bottom-end"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span ref={place}>
          <UsualDays {...props} onOther={() => setPicking(true)} />
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <Calendar
          onPick={(day) => {
            close();
            onPick(day);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
