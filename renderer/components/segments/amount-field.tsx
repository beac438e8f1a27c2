import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useRefusal } from '#renderer/components/fields/use-refusal.ts';
import { type TextReading, useTyped } from '#renderer/components/fields/use-typed.ts';
import { useFormat } from '#renderer/components/use-format.ts';

interface Props {
  readonly label: string;
  /** The label stands over the field; else it is its placeholder. */
  readonly isLabelled?: boolean;
  readonly value: number | null;
  onChange(minor: number | null): void;
}

/** An amount of money as people type it; it may stay empty. */
export function AmountField({ label, isLabelled = false, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const read = (text: string): TextReading<number | null> => {
    const found = readAmount(text, format.currency, format.language);
    return found.ok ? found : { ok: false, problem: t('settings.problem.amount') };
  };
  const write = (minor: number | null) => (minor === null ? '' : format.money(minor));
  const typed = useTyped({ value, write, read, onChange });
  const isWrong = typed.reading?.ok === false;
  useRefusal(input, isWrong, typed.leave);
  return (
    <TextInput
      ref={input}
      {...(isLabelled ? { label } : { 'aria-label': label, placeholder: label })}
      autoComplete="off"
      maxLength={30}
      value={typed.text}
      error={isWrong && !typed.isTyping && typed.reading?.ok === false && typed.reading.problem}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.leave}
      onKeyDown={(event) => event.key === 'Enter' && typed.leave()}
    />
  );
}
