import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';

const TABLES = [
  { name: 'xlsx', format: 'xlsx', profile: 'spreadsheet' },
  { name: 'csv', format: 'csv', profile: 'spreadsheet' },
  { name: 'exact', format: 'csv', profile: 'exact' },
] as const;

/** Takes the dates to the calendar of a phone, and all contacts to a table. */
export function TodayMenu() {
  const { t } = useTranslation();
  const calendar = useTask('followUps.calendar');
  const contacts = useTask('interactions.export');
  const { say, sayError } = useUndo();
  const saveCalendar = async () => {
    const result = await calendar.run({}, t('today.take.calendarRunning'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { events, path } = result.value;
      say(t('today.take.calendarDone', { count: events, file: fileNameOf(path) }));
    }
  };
  const saveContacts = async ({ format, profile }: (typeof TABLES)[number]) => {
    const titles = { sheet: t('timeline.title') };
    const result = await contacts.run({ format, profile, titles }, t('today.take.contactsRunning'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      say(t('today.take.contactsDone', { count: rows, file: fileNameOf(path) }));
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          loading={calendar.isRunning || contacts.isRunning}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('today.take.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCalendarDown size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void saveCalendar()}
        >
          {t('today.take.calendar')}
        </Menu.Item>
        <Menu.Divider />
        {TABLES.map((one) => (
          <Menu.Item key={one.name} onClick={() => void saveContacts(one)}>
            {t(`today.take.${one.name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
