import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filters.module.css';

/** Long enough for a hand that goes on typing, too short to be waited for. */
const SETTLED_MS = 80;
const LONGEST = 120;

interface Props {
  /** What the list is searched for now. */
  readonly value: string;
  readonly label: string;
  /** The label stands above the box, where no list around it says what is searched. */
  readonly isLabelSeen?: boolean;
  readonly placeholder: string;
  /** What ↓ and Enter hand the keyboard to. */
  readonly list?: RefObject<HTMLDivElement | null>;
  onSearch(text: string): void;
}

/** The text in the box, and the searches it leads to. */
function useTyped(value: string, onSearch: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const [settled, setSettled] = useState(value);
  if (value !== settled) {
    // A link, a saved filter or a button set it: show theirs.
    setSettled(value);
    setTyped(value);
  }
  const send = useDebouncedCallback((text: string) => {
    setSettled(text);
    onSearch(text);
  }, SETTLED_MS);
  const type = (text: string) => {
    setTyped(text);
    send(text.trim());
  };
  return { typed, type };
}

/** A list's own search; `/` comes here, ↓ goes on into the list, Esc empties it: an empty one leaves the Esc to the list. */
export function SearchBox(props: Props) {
  const { value, label, isLabelSeen = false, placeholder, list, onSearch } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { typed, type } = useTyped(value, onSearch);
  useHotkeys([['/', () => input.current?.focus()]]);
  const end =
    typed === '' ? (
      <Kbd size="xs">/</Kbd>
    ) : (
      <ActionIcon size={20} aria-label={t('list.clearSearch')} onClick={() => type('')}>
        <IconX size={14} stroke={1.75} />
      </ActionIcon>
    );
  return (
    <TextInput
      ref={input}
      className={isLabelSeen ? undefined : classes.search}
      maxLength={LONGEST}
      value={typed}
      placeholder={placeholder}
      {...(isLabelSeen ? { label } : { 'aria-label': label })}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={end}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        const isOn = event.key === 'ArrowDown' || event.key === 'Enter';
        if (event.key === 'Escape' && typed !== '') type('');
        else if (isOn && list !== undefined) list.current?.focus();
        else return;
        event.preventDefault();
      }}
    />
  );
}
