import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import classes from './filter-bar.module.css';

interface Props {
  /** The list, which ↓ and Enter hand the keyboard to. */
  readonly list: RefObject<HTMLDivElement | null>;
}

/** The list's own search; `/` comes here, ↓ goes on into the list, Esc empties it. */
export function ListSearch({ list }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const search = useCustomerList((state) => state.filter.search);
  const setFilter = useCustomerList((state) => state.setFilter);
  const [typed, setTyped] = useState(search);
  const [settled, setSettled] = useState(search);
  if (search !== settled) {
    // Somebody else set the filter: show theirs.
    setSettled(search);
    setTyped(search);
  }
  const send = useDebouncedCallback((text: string) => {
    setSettled(text);
    setFilter({ search: text });
  }, 80);
  const type = (text: string) => {
    setTyped(text);
    send(text.trim());
  };
  useHotkeys([['/', () => input.current?.focus()]]);
  const end =
    typed === '' ? (
      <Kbd size="xs">/</Kbd>
    ) : (
      <ActionIcon size={20} aria-label={t('customers.clearSearch')} onClick={() => type('')}>
        <IconX size={14} stroke={1.75} />
      </ActionIcon>
    );
  return (
    <TextInput
      ref={input}
      className={classes.search}
      value={typed}
      placeholder={t('customers.searchHere')}
      aria-label={t('customers.searchLabel')}
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
