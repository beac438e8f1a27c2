import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';
import type { FilterChoice } from './use-complaint-filter.ts';

interface Props {
  readonly choice: FilterChoice;
  /** What ↓ and Enter hand the keyboard to. */
  readonly list: RefObject<HTMLDivElement | null>;
}

/** The queue's own search; `/` comes here, ↓ goes on into the list, Esc empties it. */
export function QueueSearch({ choice, list }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { search } = choice.filter;
  const [typed, setTyped] = useState(search);
  const [settled, setSettled] = useState(search);
  if (search !== settled) {
    // A link or a saved filter set it: show theirs.
    setSettled(search);
    setTyped(search);
  }
  const send = useDebouncedCallback((text: string) => {
    setSettled(text);
    choice.setFilter({ search: text });
  }, 120);
  const type = (text: string) => {
    setTyped(text);
    send(text.trim());
  };
  useHotkeys([['/', () => input.current?.focus()]]);
  const end =
    typed === '' ? (
      <Kbd size="xs">/</Kbd>
    ) : (
      <ActionIcon size={20} aria-label={t('complaint.filter.clearSearch')} onClick={() => type('')}>
        <IconX size={14} stroke={1.75} />
      </ActionIcon>
    );
  return (
    <TextInput
      ref={input}
      className={classes.search}
      value={typed}
      maxLength={200}
      placeholder={t('complaint.filter.search')}
      aria-label={t('complaint.filter.searchLabel')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={end}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') type('');
        else if (event.key === 'ArrowDown' || event.key === 'Enter') list.current?.focus();
        else return;
        event.preventDefault();
      }}
    />
  );
}
