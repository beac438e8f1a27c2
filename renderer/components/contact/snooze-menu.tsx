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

/** Puts something off: the usual days by one key, any other from a calendar. */
export function SnoozeMenu({ label, target, onPick }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useCalendarLabels();
  const [isPicking, setPicking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const close = () => {
    setPicking(false);
    place.current?.querySelector('button')?.focus();
  };
  const { today } = format;
  const tomorrow = addDays(today, 1);
  const days = [
    { word: t('today.snooze.tomorrow'), day: tomorrow },
    { word: t('today.snooze.threeDays'), day: addDays(today, 3) },
    { word: t('today.snooze.week'), day: addDays(today, 7) },
    { word: t('today.snooze.twoWeeks'), day: addDays(today, 14) },
    { word: t('today.snooze.month'), day: addMonths(today, 1) },
  ];
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
                <Menu.Item
                  key={day}
                  rightSection={format.date(day, true)}
                  onClick={() => onPick(day)}
                >
                  {word}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setPicking(true)}>{t('today.snooze.other')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <CalendarLanguage>
          <DatePicker
            minDate={tomorrow}
            defaultDate={tomorrow}
            getDayProps={(day) => (day === tomorrow ? { 'data-autofocus': true } : {})}
            ariaLabels={labels}
            onChange={(day) => {
              if (day === null) return;
              close();
              onPick(day);
            }}
          />
        </CalendarLanguage>
      </Popover.Dropdown>
    </Popover>
  );
}
