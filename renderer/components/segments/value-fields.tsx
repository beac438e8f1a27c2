import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { ProductFilter } from '#renderer/components/list/product-filter.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { layer } from '#shared/contract/customers.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ChoiceCondition } from '#shared/contract/segments/conditions.ts';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import { customerKinds, genders, relations } from '#shared/domain/vocabulary/customers.ts';
import {
  bandNames,
  flagFields,
  moneyFields,
  rfmGroups,
} from '#shared/domain/vocabulary/segments.ts';
import { productId } from '#shared/ids.ts';
import { AmountField } from './amount-field.tsx';
import { fieldWords, valueWords } from './condition-words.ts';
import type { DraftRow } from './draft.ts';
import classes from './segments.module.css';
import { useSpeaker } from './use-speaker.ts';

export interface ValueProps {
  readonly row: DraftRow;
  readonly records: readonly NamedRecord[];
  onChange(row: DraftRow): void;
}

const MOST = { from: 0, to: 9_999 };

/** From one amount or count to another; either may stay open. */
export function NumberFields({ row, onChange }: ValueProps) {
  const { t } = useTranslation();
  const isMoney = moneyFields.some((field) => field === row.field);
  const ends = [
    ['from', row.from],
    ['to', row.to],
  ] as const;
  return (
    <span className={classes.pair}>
      {ends.map(([end, value]) =>
        isMoney ? (
          <AmountField
            key={end}
            label={t(`segments.${end}`)}
            value={value}
            onChange={(minor) => onChange({ ...row, [end]: minor })}
          />
        ) : (
          <CountField
            key={end}
            aria-label={t(`segments.${end}`)}
            placeholder={t(`segments.${end}`)}
            value={value}
            range={MOST}
            clearable
            onChange={(count) => onChange({ ...row, [end]: count })}
          />
        ),
      )}
    </span>
  );
}

const HOW = ['within', 'longer', 'between', 'never'] as const;

/** How long ago, between which days, or never. */
export function DayFields({ row, onChange }: ValueProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        aria-label={t('segments.howDay')}
        allowDeselect={false}
        data={HOW.map((how) => ({ value: how, label: t(`segments.how.${how}`) }))}
        value={row.how}
        onChange={(how) => onChange({ ...row, how: how ?? row.how })}
      />
      {(row.how === 'within' || row.how === 'longer') && (
        <CountField
          aria-label={t('segments.days')}
          placeholder={t('segments.days')}
          value={row.days}
          range={MOST}
          clearable
          onChange={(days) => onChange({ ...row, days })}
        />
      )}
      {row.how === 'between' && (
        <span className={classes.pair}>
          <DayField
            aria-label={t('segments.from')}
            placeholder={t('segments.from')}
            clearable
            value={row.fromDay}
            onChange={(fromDay) => onChange({ ...row, fromDay })}
          />
          <DayField
            aria-label={t('segments.to')}
            placeholder={t('segments.to')}
            clearable
            value={row.toDay}
            onChange={(toDay) => onChange({ ...row, toDay })}
          />
        </span>
      )}
    </>
  );
}

export function QuietField({ row, onChange }: ValueProps) {
  const { t } = useTranslation();
  return (
    <DayField
      aria-label={t('segments.since')}
      placeholder={t('segments.since')}
      clearable
      value={row.since}
      onChange={(since) => onChange({ ...row, since })}
    />
  );
}

export function FlagField({ row, onChange }: ValueProps) {
  const { t } = useTranslation();
  const field = flagFields.find((one) => one === row.field);
  if (field === undefined) return null;
  return (
    <Select
      aria-label={t('segments.howFlag')}
      allowDeselect={false}
      data={(['yes', 'no'] as const).map((value) => ({
        value,
        label: t(`segments.flag.${field}.${value}`),
      }))}
      value={row.is ? 'yes' : 'no'}
      onChange={(value) => onChange({ ...row, is: value === 'yes' })}
    />
  );
}

function NotField({ row, onChange }: Omit<ValueProps, 'records'>) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('segments.howChoice')}
      allowDeselect={false}
      data={[
        { value: 'any', label: t('segments.isAny') },
        { value: 'none', label: t('segments.isNone') },
      ]}
      value={row.isNot ? 'none' : 'any'}
      onChange={(value) => onChange({ ...row, isNot: value === 'none' })}
    />
  );
}

type Choices = Output<'segments.choices'>;

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** What there is to choose: a fixed list, or what is in use with how many have it. */
function offered(field: ChoiceCondition['field'], choices: Choices | undefined) {
  const plain = (values: readonly string[]) => values.map((value) => ({ value }));
  switch (field) {
    case 'layer':
      return plain(layer.options);
    case 'band':
      return plain(bandNames);
    case 'rfm':
      return plain(rfmGroups);
    case 'kind':
      return plain(customerKinds);
    case 'relation':
      return plain(relations);
    case 'gender':
      return plain(genders);
    case 'offers':
      return plain(['yes', 'no', 'never']);
    case 'birthdayMonth':
      return plain(MONTHS);
    case 'city':
      return choices?.cities ?? [];
    case 'tag':
      return choices?.tags ?? [];
    case 'source':
      return choices?.sources ?? [];
    case 'category':
      return choices?.categories ?? [];
    case 'saleChannel':
      return choices?.channels ?? [];
  }
}

/** One of some values, or none of them. */
export function ChoiceFields({ row, records, onChange }: ValueProps) {
  const { t } = useTranslation();
  const speaker = useSpeaker(records);
  const { data } = useQuery('segments.choices', {});
  const field = row.field as ChoiceCondition['field'];
  const choices = offered(field, data);
  // What was chosen once and nobody has any more can still be seen, and taken off.
  const missing = row.values.filter((value) => !choices.some((one) => one.value === value));
  const all = [...choices, ...missing.map((value) => ({ value, count: 0 }))];
  return (
    <>
      <NotField row={row} onChange={onChange} />
      <ChoiceMenu
        title={fieldWords(speaker, field)}
        emptyText={t('segments.nothingToChoose')}
        choices={all.map((one) => ({ ...one, label: valueWords(speaker, field, one.value) }))}
        chosen={row.values}
        onToggle={(value) => onChange({ ...row, values: toggled(row.values, value) })}
        onClear={() => onChange({ ...row, values: [] })}
      />
    </>
  );
}

/** A product, imports, or levels. */
export function RecordFields({ row, records, onChange }: ValueProps) {
  const { t } = useTranslation();
  const { data } = useQuery('segments.choices', {});
  const [first] = row.ids;
  const nameOf = (id: number) =>
    records.find((one) => one.field === row.field && one.id === id)?.name ?? null;
  if (row.field === 'product')
    return (
      <>
        <NotField row={row} onChange={onChange} />
        <ProductFilter
          productId={first === undefined ? null : productId.parse(first)}
          shownName={first === undefined ? null : nameOf(first)}
          onPick={(id) => onChange({ ...row, ids: id === null ? [] : [id] })}
        />
      </>
    );
  const isTier = row.field === 'tier';
  const known = (isTier ? data?.tiers : data?.imports) ?? [];
  const missing = row.ids.filter((id) => data !== undefined && !known.some((one) => one.id === id));
  const choices = [
    ...known.map(({ id, name, count }) => ({ value: String(id), label: name, count })),
    ...missing.map((id) => ({ value: String(id), label: t('segments.goneRecord'), count: 0 })),
  ];
  return (
    <>
      <NotField row={row} onChange={onChange} />
      <ChoiceMenu
        title={t(`segments.fields.${isTier ? 'tier' : 'import'}`)}
        emptyText={t('segments.nothingToChoose')}
        choices={choices}
        chosen={row.ids.map(String)}
        onToggle={(value) => onChange({ ...row, ids: toggled(row.ids, Number(value)) })}
        onClear={() => onChange({ ...row, ids: [] })}
      />
    </>
  );
}
