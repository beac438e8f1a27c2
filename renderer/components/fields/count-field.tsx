import { TextInput, type TextInputProps } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { readDecimal } from './read-field.ts';
import { useRefusal } from './use-refusal.ts';
import { type TextReading, useTyped } from './use-typed.ts';

interface Props
  extends Omit<
    TextInputProps,
    'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown' | 'type'
  > {
  readonly value: number | null;
  readonly range: { readonly from: number; readonly to: number };
  /** It may stay empty, which is null. */
  readonly clearable?: boolean;
  onChange(count: number | null): void;
}

/** A whole number within a range: another one is refused beside the field, never cut to fit. */
export function CountField({ value, range, clearable = false, onChange, ...props }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const problem = t('app.count', { from: format.number(range.from), to: format.number(range.to) });
  const read = (text: string): TextReading<number | null> => {
    const found = readDecimal(text, { ...range, digits: 0 });
    const isMissing = found.ok && found.value === null && !clearable;
    return found.ok && !isMissing ? found : { ok: false, problem };
  };
  const write = (count: number | null) => (count === null ? '' : String(count));
  const typed = useTyped({ value, write, read, onChange });
  const isWrong = typed.reading?.ok === false;
  useRefusal(input, isWrong, typed.leave);
  return (
    <TextInput
      {...props}
      ref={input}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={typed.text}
      error={isWrong && !typed.isTyping ? problem : props.error}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.leave}
      onKeyDown={(event) => event.key === 'Enter' && typed.leave()}
    />
  );
}
