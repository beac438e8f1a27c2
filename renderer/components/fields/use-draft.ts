import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import type { FieldReading } from './read-field.ts';

interface Options<T> {
  /** What is saved now. */
  readonly value: T;
  write(value: T): string;
  read(text: string): FieldReading<T>;
  /** Saves; false when it was refused. */
  save(value: T): Promise<boolean>;
}

/** A field of one line, or of several, where Enter begins the next. */
type Field = HTMLInputElement | HTMLTextAreaElement;

export interface Draft {
  readonly text: string;
  /** What was typed cannot be read: it stays in the field, and nothing is saved. */
  readonly isWrong: boolean;
  readonly input: {
    readonly value: string;
    onChange(event: ChangeEvent<Field>): void;
    onBlur(): void;
    onKeyDown(event: KeyboardEvent<Field>): void;
  };
}

/** A text field that saves when it is left or on Enter; Esc brings back what is saved. */
export function useDraft<T>({ value, write, read, save }: Options<T>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(null);
    setWrong(false);
  }
  const text = draft ?? write(value);
  const commit = async () => {
    if (draft === null) return;
    const reading = read(draft);
    setWrong(!reading.ok);
    if (!reading.ok) return;
    if (reading.value === value) {
      setDraft(null);
      return;
    }
    // As it will stand once it is saved, so that nothing flickers meanwhile.
    setDraft(write(reading.value));
    if (!(await save(reading.value))) setDraft(draft);
  };
  return {
    text,
    isWrong,
    input: {
      value: text,
      onChange: (event) => {
        setDraft(event.currentTarget.value);
        setWrong(false);
      },
      onBlur: () => void commit(),
      onKeyDown: (event) => {
        const isLong = event.currentTarget instanceof HTMLTextAreaElement;
        if (event.key === 'Enter' && !isLong) void commit();
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
          setWrong(false);
        }
      },
    },
  };
}
