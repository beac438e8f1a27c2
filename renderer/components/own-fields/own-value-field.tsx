import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import { isOwnValue, longestOwnText } from '#shared/domain/own-fields/own-fields.ts';
import { formatE4 } from '#shared/domain/text/decimal.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';

interface Props {
  readonly field: OwnField;
  /** As it is stored; empty: nothing. What cannot be read stands here as it was typed. */
  readonly value: string;
  onChange(value: string): void;
}

/** A number as people type it; what cannot be read is said, and stays. */
function NumberValue({ field, value, onChange }: Props) {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const isRead = value === '' || isOwnValue(field, value);
  const [text, setText] = useState(value === '' || !isRead ? value : number(Number(value), 4));
  const type = (typed: string) => {
    setText(typed);
    const read = readNumber(typed, language);
    const plain = read.ok && read.e4 !== null ? formatE4(read.e4) : typed.trim();
    onChange(plain);
  };
  return (
    <TextInput
      label={field.name}
      inputMode="decimal"
      maxLength={24}
      value={text}
      error={isRead ? null : t('problem.own-value')}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** The control for a value of one of the owner's fields, by its type. */
export function OwnValueField({ field, value, onChange }: Props) {
  const { t } = useTranslation();
  const { name, type, choices } = field;
  if (type === 'number') return <NumberValue {...{ field, value, onChange }} />;
  if (type === 'day')
    return (
      <DayField
        label={name}
        clearable
        value={value === '' ? null : value}
        onChange={(day) => onChange(day ?? '')}
      />
    );
  if (type === 'text')
    return (
      <Textarea
        label={name}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={longestOwnText}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const data =
    type === 'choice'
      ? choices.map((one) => ({ value: one, label: one }))
      : (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`history.value.${one}`) }));
  return (
    <Select
      label={name}
      clearable
      data={data}
      value={value === '' ? null : value}
      onChange={(one) => onChange(one ?? '')}
    />
  );
}
