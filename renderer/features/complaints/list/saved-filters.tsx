import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameFilter } from '#renderer/components/complaint-address.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import classes from './filter-bar.module.css';
import type { FilterChoice } from './use-complaint-filter.ts';

function SaveForm({ filter }: Pick<FilterChoice, 'filter'>) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { run, isRunning, error } = useCommand('complaints.saveFilter');
  const bare = name.trim();
  const save = async () => {
    const said = t('complaint.saved.saved', { name: bare });
    const result = await run({ name: bare, filter }, said);
    if (result.ok) setName('');
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (bare !== '') void save();
      }}
    >
      <TextInput
        label={t('complaint.saved.name')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {error !== null && <ErrorState error={error} />}
      <Button type="submit" size="xs" variant="filled" disabled={bare === ''} loading={isRunning}>
        {t('complaint.saved.save')}
      </Button>
    </form>
  );
}

/** Filters kept under a name: apply one, keep the one on the screen, delete with undo. */
export function SavedFilters({ filter, isAll, showOnly }: FilterChoice) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery('complaints.filters', {});
  const drop = useCommand('complaints.dropFilter');
  const { sayError } = useUndo();
  const title = t('complaint.saved.menu');
  const forget = async (id: number, name: string) => {
    const result = await drop.run({ id }, t('complaint.saved.dropped', { name }));
    if (!result.ok) sayError(result.error);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<IconBookmark size={15} stroke={1.75} aria-hidden="true" />}
          onClick={() => setOpen(!isOpen)}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={title}>
        {data.length === 0 && <p className={classes.none}>{t('complaint.saved.none')}</p>}
        {data.length > 0 && (
          <ul>
            {data.map((one) => (
              <li key={one.id} className={classes.saved}>
                <button
                  type="button"
                  className={classes.apply}
                  aria-current={isSameFilter(one.filter, filter) || undefined}
                  onClick={() => {
                    showOnly(one.filter);
                    setOpen(false);
                  }}
                >
                  {one.name}
                </button>
                <ActionIcon
                  aria-label={t('complaint.saved.drop', { name: one.name })}
                  onClick={() => void forget(one.id, one.name)}
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        {!isAll && <SaveForm filter={filter} />}
      </Popover.Dropdown>
    </Popover>
  );
}
