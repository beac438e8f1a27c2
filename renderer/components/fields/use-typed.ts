import { useState } from 'react';

/** What a text says: a value, or why it is none, in the owner's words. */
export type TextReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

interface Options<T> {
  readonly value: T;
  write(value: T): string;
  /** `before` is what the field said when somebody began to type. */
  read(text: string, before: T): TextReading<T>;
  onChange(value: T): void;
}

export interface Typed<T> {
  readonly text: string;
  /** Somebody is typing, and has not left the field yet. */
  readonly isTyping: boolean;
  /** What the text that is being typed says; null: nothing is typed. */
  readonly reading: TextReading<T> | null;
  type(text: string): void;
  leave(): void;
  /** The value comes from elsewhere: what was typed makes room for it. */
  pick(value: T): void;
}

/**
 * The text of a field whose value is read from it letter by letter. While it cannot be read, the
 * value is what it was before somebody began to type: `17/8/20` on the way to `17/8/2026` leaves
 * nothing behind.
 */
export function useTyped<T>({ value, write, read, onChange }: Options<T>): Typed<T> {
  const [draft, setDraft] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [before, setBefore] = useState(value);
  // Another value came from outside while an unreadable text stood there.
  if (draft !== null && !isTyping && value !== before) setDraft(null);
  const reading = draft === null ? null : read(draft, before);
  return {
    text: draft ?? write(value),
    isTyping: isTyping && draft !== null,
    reading,
    type: (text) => {
      const start = draft === null ? value : before;
      setBefore(start);
      setDraft(text);
      setTyping(true);
      const next = read(text, start);
      onChange(next.ok ? next.value : start);
    },
    leave: () => {
      setTyping(false);
      if (reading?.ok !== false) setDraft(null);
    },
    pick: (picked) => {
      setDraft(null);
      setTyping(false);
      onChange(picked);
    },
  };
}
