import { TextInput, type TextInputProps } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTES_A_DAY, readTime, timeOf } from '#renderer/components/fields/read-time.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useRefusal } from './use-refusal.ts';

type Props = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'type'> & {
  /** `HH:MM`; empty: not known; anything else is no time, and its form refuses it. */
  readonly value: string;
  onChange(time: string): void;
};

/** A time of the day as the shop writes it, `10.30`, whatever the machine's own language; it may stay empty. */
export function TimeField({ value, onChange, error, ...props }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const shown = (time: string) => (language === 'id' ? time.replace(':', '.') : time);
  const [text, setText] = useState(() => shown(value));
  const [isLeft, setLeft] = useState(true);
  const minutes = readTime(text);
  const isTime = minutes !== null && minutes < MINUTES_A_DAY;
  const problem =
    isTime || text.trim() === '' ? '' : t('problem.time', { example: shown('09:30') });
  const input = useRef<HTMLInputElement>(null);
  useRefusal(input, problem !== '', () => setLeft(true));
  const write = (typed: string) => {
    setText(typed);
    setLeft(false);
    const read = readTime(typed);
    onChange(read !== null && read < MINUTES_A_DAY ? timeOf(read) : typed.trim());
  };
  return (
    <TextInput
      {...props}
      ref={input}
      inputMode="numeric"
      autoComplete="off"
      placeholder={shown('09:30')}
      maxLength={20}
      value={text}
      error={isLeft && problem !== '' ? problem : error}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        if (isTime) setText(shown(timeOf(minutes)));
      }}
    />
  );
}
