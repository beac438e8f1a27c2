import { Autocomplete, Button, Kbd, Popover } from '@mantine/core';
import { IconTag, IconTrash } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '#renderer/components/list/use-selection.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CustomerFilter, CustomerRow } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './customers-page.module.css';
import { ExportCustomers } from './export-customers.tsx';
import { MergeSelected } from './merge-selected.tsx';

interface TagProps {
  readonly ids: readonly CustomerId[];
  onDone(): void;
}

function TagForm({ ids, onDone }: TagProps) {
  const { t } = useTranslation();
  const [tag, setTag] = useState('');
  const { data } = useQuery('customers.facets', {});
  const { run, isRunning } = useCommand('customers.tag');
  const { sayError } = useUndo();
  const name = tag.trim();
  const give = async () => {
    const said = t('customers.tagged', { tag: name, count: ids.length });
    const result = await run({ ids: [...ids], tag: name }, said);
    if (result.ok) onDone();
    else sayError(result.error);
  };
  return (
    <form
      className={classes.tagForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') void give();
      }}
    >
      <Autocomplete
        data-autofocus
        label={t('customers.tagName')}
        placeholder={t('customers.tagHint')}
        maxLength={60}
        value={tag}
        onChange={setTag}
        data={data?.tags.map(({ value }) => value) ?? []}
        limit={6}
        comboboxProps={{ withinPortal: false }}
      />
      <Button type="submit" variant="filled" loading={isRunning} disabled={name === ''}>
        {t('customers.addTag')}
      </Button>
    </form>
  );
}

function TagButton({ ids, onDone }: TagProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    onDone();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" trapFocus returnFocus>
      <Popover.Target>
        <Button
          leftSection={<IconTag size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('customers.addTag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TagForm ids={ids} onDone={done} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface Props {
  readonly selection: Selection<CustomerRow>;
  /** What the list shows. */
  readonly filter: CustomerFilter;
  /** Where the keyboard goes when the bar goes away. */
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Docked under the list while somebody is picked: what can be done with all of them. */
export function SelectionBar({ selection, filter, list }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const remove = useCommand('customers.delete');
  const { sayError } = useUndo();
  const { picked } = selection;
  const clear = () => {
    selection.clear();
    list.current?.focus();
  };
  const ids = [...picked.keys()];
  let revenue = 0;
  for (const row of picked.values()) revenue += row.activeRevenueMinor;
  const toTrash = async () => {
    const result = await remove.run({ ids }, t('customers.deleted', { count: ids.length }));
    if (result.ok) clear();
    else sayError(result.error);
  };
  return (
    <div className={classes.selected}>
      <p role="status">
        <b>{t('customers.selected', { count: ids.length })}</b>{' '}
        <span>{t('customers.selectedRevenue', { months, revenue: format.money(revenue) })}</span>
      </p>
      <TagButton ids={ids} onDone={clear} />
      <MergeSelected rows={[...picked.values()]} onDone={clear} />
      <ExportCustomers
        label={t('customers.exportCount', { count: ids.length })}
        filter={filter}
        ids={ids}
      />
      <Button
        loading={remove.isRunning}
        leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => void toTrash()}
      >
        {t('customers.delete')}
      </Button>
      <Button variant="subtle" rightSection={<Kbd size="xs">Esc</Kbd>} onClick={clear}>
        {t('customers.unselect')}
      </Button>
    </div>
  );
}
