import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import classes from './filter-bar.module.css';
import type { ComplaintChoice } from './use-complaints.ts';

function SaveForm({ filter }: Pick<ComplaintChoice, 'filter'>) {
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

interface KeptProps {
  /** Of the filter on the screen. */
  readonly address: string;
  onApply(filter: ComplaintFilter): void;
}

/** The filters kept: apply one, or delete it with undo. */
function KeptFilters({ address, onApply }: KeptProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery('complaints.filters', {});
  const drop = useCommand('complaints.dropFilter');
  const { sayError } = useUndo();
  const forget = async (id: number, name: string) => {
    const result = await drop.run({ id }, t('complaint.saved.dropped', { name }));
    if (!result.ok) sayError(result.error);
  };
  if (data.length === 0) return <p className={classes.none}>{t('complaint.saved.none')}</p>;
  return (
    <ul>
      {data.map((one) => (
        <li key={one.id} className={classes.saved}>
          <button
            type="button"
            className={classes.apply}
            aria-current={lists.complaints.showing(one.filter) === address || undefined}
            onClick={() => onApply(one.filter)}
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
  );
}

/** Filters kept under a name, and a name for the one on the screen. */
export function SavedFilters({ filter, address, isAll, showOnly }: ComplaintChoice) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const title = t('complaint.saved.menu');
  const apply = (kept: ComplaintFilter) => {
    showOnly(kept);
    setOpen(false);
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
        <KeptFilters address={address} onApply={apply} />
        {!isAll && <SaveForm filter={filter} />}
      </Popover.Dropdown>
    </Popover>
  );
}
