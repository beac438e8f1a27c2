import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { followUpCause } from '#shared/contract/follow-ups.ts';

const FORMATS = [
  { format: 'xlsx', label: 'Excel' },
  { format: 'csv', label: 'CSV' },
] as const;
type Format = (typeof FORMATS)[number]['format'];

const TABLES = [
  { name: 'xlsx', format: 'xlsx', profile: 'spreadsheet' },
  { name: 'csv', format: 'csv', profile: 'spreadsheet' },
  { name: 'exact', format: 'csv', profile: 'exact' },
] as const;

const COLUMNS = ['dueOn', 'dueTime', 'name', 'phone', 'why', 'turns', 'lastPurchaseOn'] as const;

/** The titles of the list's columns, and the words for what a date was made for. */
function titlesOf(t: Translate): Record<string, string> {
  const columns = COLUMNS.map((name) => [name, t(`today.take.column.${name}`)]);
  const causes = followUpCause.options.map((cause) => [
    `cause.${cause}`,
    t(`today.cause.${cause}`),
  ]);
  return { sheet: t('today.title'), ...Object.fromEntries([...columns, ...causes]) };
}

/** The list as it stands, as a table. */
function useSaveList() {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const { span } = useFilter(lists.today).filter;
  const task = useTask('followUps.export');
  const save = async (format: Format) => {
    const input = { span, format, titles: titlesOf(t) };
    const result = await task.run(input, t('today.take.listRunning'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('today.take.listDone', { count: rows, file: fileNameOf(path) }));
    }
  };
  return { span, save, isRunning: task.isRunning };
}

/** The dates for the calendar of a phone. */
function useSaveCalendar() {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const task = useTask('followUps.calendar');
  const save = async () => {
    const result = await task.run({}, t('today.take.calendarRunning'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { events, path } = result.value;
      say(t('today.take.calendarDone', { count: events, file: fileNameOf(path) }));
    }
  };
  return { save, isRunning: task.isRunning };
}

/** Every contact that was written down, as a table. */
function useSaveContacts() {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const task = useTask('interactions.export');
  const save = async ({ format, profile }: (typeof TABLES)[number]) => {
    const titles = { sheet: t('timeline.title') };
    const result = await task.run({ format, profile, titles }, t('today.take.contactsRunning'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('today.take.contactsDone', { count: rows, file: fileNameOf(path) }));
    }
  };
  return { save, isRunning: task.isRunning };
}

/** Takes the list of the day to a table, the dates to the calendar of a phone, and all contacts to a table. */
export function TodayMenu() {
  const { t } = useTranslation();
  const list = useSaveList();
  const calendar = useSaveCalendar();
  const contacts = useSaveContacts();
  return (
    <Menu>
      <Menu.Target>
        <Button
          loading={list.isRunning || calendar.isRunning || contacts.isRunning}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('today.take.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void list.save(format)}>
            {t(`today.take.list.${list.span}`, { format: label })}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconCalendarDown size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void calendar.save()}
        >
          {t('today.take.calendar')}
        </Menu.Item>
        <Menu.Divider />
        {TABLES.map((one) => (
          <Menu.Item key={one.name} onClick={() => void contacts.save(one)}>
            {t(`today.take.${one.name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
