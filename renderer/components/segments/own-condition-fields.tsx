import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';
import { formatE4 } from '#shared/domain/text/decimal.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import classes from './segments.module.css';
import type { ValueProps } from './value-fields.tsx';

/** What can be asked of a field of each type. */
const WAYS = {
  text: ['is', 'isNot', 'filled', 'empty'],
  number: ['between', 'filled', 'empty'],
  day: ['between', 'filled', 'empty'],
  yesno: ['is', 'isNot', 'filled', 'empty'],
  choice: ['is', 'isNot', 'filled', 'empty'],
} as const satisfies Record<OwnFieldType, readonly string[]>;

interface EndProps {
  readonly type: OwnFieldType;
  readonly label: string;
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** One end of a number or a day; what cannot be read leaves it open, and says so. */
function End({ type, label, value, onChange }: EndProps) {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const [text, setText] = useState(value === null ? '' : number(Number(value), 4));
  if (type === 'day')
    return <DayField aria-label={label} placeholder={label} clearable {...{ value, onChange }} />;
  const read = readNumber(text, language);
  const isRead = text.trim() === '' || (read.ok && read.e4 !== null);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      maxLength={24}
      value={text}
      error={isRead ? null : t('problem.own-value')}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = readNumber(currentTarget.value, language);
        onChange(next.ok && next.e4 !== null ? formatE4(next.e4) : null);
      }}
    />
  );
}

/** What a field that the owner made has to hold. */
export function OwnConditionFields({ row, onChange }: ValueProps) {
  const { t } = useTranslation();
  const { own } = row;
  const field = useOwnFields().find(({ id }) => id === own.ownId);
  if (field === undefined) return null;
  const { type, choices } = field;
  const change = (part: Partial<typeof own>) => onChange({ ...row, own: { ...own, ...part } });
  const values = {
    ...{ 'aria-label': t('segments.values'), value: [...own.values] },
    onChange: (next: string[]) => change({ values: next }),
  };
  const answers = (['yes', 'no'] as const).map((value) => ({
    ...{ value, label: t(`customers.own.${value}`) },
  }));
  return (
    <>
      <Select
        aria-label={t('segments.howOwn')}
        allowDeselect={false}
        data={WAYS[type].map((way) => ({ value: way, label: t(`segments.ownWay.${way}`) }))}
        value={own.way}
        onChange={(way) => change({ way: way ?? own.way })}
      />
      {(own.way === 'is' || own.way === 'isNot') &&
        (type === 'text' ? (
          <TagsInput {...values} />
        ) : (
          <MultiSelect {...values} data={type === 'yesno' ? answers : [...choices]} />
        ))}
      {own.way === 'between' && (
        <span className={classes.pair}>
          <End
            type={type}
            label={t('segments.from')}
            value={own.low}
            onChange={(low) => change({ low })}
          />
          <End
            type={type}
            label={t('segments.to')}
            value={own.high}
            onChange={(high) => change({ high })}
          />
        </span>
      )}
    </>
  );
}
