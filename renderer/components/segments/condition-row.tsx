import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { type CustomerSort, ownSortOf } from '#shared/contract/customers/order.ts';
import type { ConditionField } from '#shared/contract/segments/conditions.ts';
import { conditionWords, fieldWords, type Speaker } from './condition-words.ts';
import { conditionOf, emptyRow, FIELDS, type Shape, shapeOf } from './draft.ts';
import { OwnConditionFields } from './own-condition-fields.tsx';
import classes from './segments.module.css';
import type { DraftChange } from './use-draft.ts';
import { useSpeaker } from './use-speaker.ts';
import {
  ChoiceFields,
  DayFields,
  FlagField,
  NumberFields,
  QuietField,
  RecordFields,
  type ValueProps,
} from './value-fields.tsx';

const VALUES: Readonly<Record<Shape, (props: ValueProps) => React.ReactNode>> = {
  number: NumberFields,
  day: DayFields,
  choice: ChoiceFields,
  record: RecordFields,
  flag: FlagField,
  quiet: QuietField,
  own: OwnConditionFields,
};

interface Props extends Omit<ValueProps, 'onChange'> {
  readonly edit: DraftChange;
  /** How many it holds for by itself; null: not counted yet. */
  readonly count: number | null;
  /** It takes people away. */
  readonly isWithout?: boolean;
}

function useFieldChoices(records: ValueProps['records']) {
  const { t } = useTranslation();
  const speaker = useSpeaker(records);
  const own = {
    group: t('customers.own.title'),
    items: speaker.ownFields.map(({ id, name }) => ({ value: `own.${id}`, label: name })),
  };
  const others = Object.entries(FIELDS).map(([kind, fields]) => ({
    group: t(`segments.kinds.${kind as keyof typeof FIELDS}`),
    items: fields.map((field) => ({ value: field as string, label: fieldWords(speaker, field) })),
  }));
  return own.items.length === 0 ? others : [...others, own];
}

/** What a line is about, before it is finished. */
function whatWords(speaker: Speaker, { field, own }: ValueProps['row']): string {
  if (field !== 'own') return fieldWords(speaker, field);
  const named = speaker.ownFields.find(({ id }) => id === own.ownId)?.name;
  return named ?? speaker.t('segments.goneRecord');
}

/** One condition: of what, how it has to be, and for how many it holds. */
export function ConditionRow({ row, records, edit, count, isWithout = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const speaker = useSpeaker(records);
  const choices = useFieldChoices(records);
  const condition = conditionOf(row);
  const Values = VALUES[shapeOf(row.field)];
  const what = condition === null ? whatWords(speaker, row) : conditionWords(speaker, condition);
  const pick = (field: string) => {
    const ownId = ownSortOf(field as CustomerSort);
    if (ownId === null) return edit.pickField(row, field as ConditionField);
    const empty = emptyRow('own', row.key);
    edit.change({ ...empty, own: { ...empty.own, ownId } });
  };
  const key = isWithout ? 'takes' : 'left';
  return (
    <li className={classes.row} aria-label={what}>
      <Select
        aria-label={t('segments.field')}
        className={classes.field}
        searchable
        allowDeselect={false}
        data={choices}
        value={row.field === 'own' ? `own.${row.own.ownId}` : row.field}
        onChange={(field) => field !== null && pick(field)}
      />
      <span className={classes.values}>
        <Values row={row} records={records} onChange={edit.change} />
      </span>
      <span className={classes.count}>
        {condition === null ? (
          <StatusBadge kind="waiting">{t('segments.unfinished')}</StatusBadge>
        ) : (
          count !== null && (
            <span title={t(`segments.${key}`, { count })}>
              {isWithout && count > 0 ? `\u2212${format.number(count)}` : format.number(count)}
            </span>
          )
        )}
      </span>
      <ActionIcon
        variant="subtle"
        aria-label={t('segments.removeCondition', { what })}
        onClick={() => edit.remove(row.key)}
      >
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
