import { TextInput } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import classes from './pick-list.module.css';

interface Props<T> {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  onText(text: string): void;
  readonly items: readonly T[];
  /** The items belong to a text typed before: Enter waits for the new ones. */
  readonly isStale?: boolean;
  keyOf(item: T): number;
  onPick(item: T): void;
  draw(item: T): ReactNode;
  /** Shown where there are no items. */
  readonly empty: ReactNode;
}

/** Where a key takes the cursor; null: it is none of the list's keys. */
function moved(key: string, cursor: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(cursor + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(cursor - 1, 0);
  if (key === 'PageDown') return Math.min(cursor + 5, count - 1);
  if (key === 'PageUp') return Math.max(cursor - 5, 0);
  return null;
}

function optionId(id: string, index: number): string {
  return `${id}-${index}`;
}

interface OptionsProps<T> extends Pick<Props<T>, 'label' | 'items' | 'keyOf' | 'onPick' | 'draw'> {
  readonly id: string;
  /** The row that has the cursor. */
  readonly at: number;
}

function Options<T>({ id, at, label, items, keyOf, onPick, draw }: OptionsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div className={classes.list} ref={list} id={id} role="listbox" aria-label={label}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
        <div
          key={keyOf(item)}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          data-at={index}
          aria-selected={index === at}
          className={classes.option}
          onClick={() => onPick(item)}
        >
          {draw(item)}
        </div>
      ))}
    </div>
  );
}

/** Picks once the items are those of the text: who types fast and presses Enter waits for the answer. */
function useWaitedPick(isStale: boolean, pick: () => void): (wants: boolean) => void {
  const [wantsPick, setWantsPick] = useState(false);
  const pickNow = useEffectEvent(() => {
    setWantsPick(false);
    pick();
  });
  useEffect(() => {
    if (wantsPick && !isStale) pickNow();
  }, [wantsPick, isStale]);
  return setWantsPick;
}

/** A field with its list: typing narrows, arrows move, Enter picks. The field keeps the keyboard. */
export function PickList<T>(props: Props<T>) {
  const { label, hint, text, onText, items, isStale = false, onPick, empty } = props;
  const id = useId();
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, items.length - 1);
  const setWantsPick = useWaitedPick(isStale, () => {
    const item = items[Math.max(at, 0)];
    if (item !== undefined) onPick(item);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, at, items.length);
    if (next !== null) setCursor(Math.max(0, next));
    else if (event.key === 'Enter' && (text.trim() !== '' || items.length > 0)) setWantsPick(true);
    else return;
    event.preventDefault();
  };
  const isOpen = items.length > 0;
  return (
    <div className={classes.pick}>
      <TextInput
        data-autofocus
        label={label}
        description={hint}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? optionId(id, at) : undefined}
        autoComplete="off"
        maxLength={120}
        value={text}
        onChange={(event) => {
          setCursor(0);
          setWantsPick(false);
          onText(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <Options {...props} id={id} at={at} />
      ) : (
        <div className={classes.empty} role="status">
          {empty}
        </div>
      )}
    </div>
  );
}
