import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintFilter } from '#shared/contract/complaint-facts.ts';

const CHOICES = [
  { name: 'xlsx', format: 'xlsx', profile: 'spreadsheet' },
  { name: 'csv', format: 'csv', profile: 'spreadsheet' },
  { name: 'exact', format: 'csv', profile: 'exact' },
] as const;

/** Writes the complaints that the filter leaves to a file that the owner chooses. */
export function ExportMenu({ filter }: { readonly filter: ComplaintFilter }) {
  const { t } = useTranslation();
  const task = useTask('complaints.export');
  const { say, sayError } = useUndo();
  const run = async ({ format, profile }: (typeof CHOICES)[number]) => {
    const input = { filter, format, profile, titles: { sheet: t('complaint.title') } };
    const result = await task.run(input, t('complaint.export.running'));
    if (!result.ok) sayError(result.error);
    else if (result.value !== null) {
      const { rows, path } = result.value;
      const file = path.split(/[\\/]/).at(-1) ?? path;
      say(t('complaint.export.done', { count: rows, file }));
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          loading={task.isRunning}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('complaint.export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map((one) => (
          <Menu.Item key={one.name} onClick={() => void run(one)}>
            {t(`complaint.export.${one.name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
