import type { Translate } from '#renderer/base/i18n.ts';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { monthName } from '#renderer/components/time-names.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import {
  type ChoiceCondition,
  type Condition,
  type ConditionField,
  type ConditionGroup,
  type DayCondition,
  isGroup,
  type NumberCondition,
  type OwnCondition,
  type RecordCondition,
  type SegmentDefinition,
} from '#shared/contract/segments/conditions.ts';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import { moneyFields } from '#shared/domain/vocabulary/segments.ts';

/** What conditions are put into words with. */
export interface Speaker {
  readonly t: Translate;
  readonly format: Format;
  /** Months that one is active for after a purchase. */
  readonly months: number;
  /** What products and imports are called. */
  readonly records: readonly NamedRecord[];
  /** Fields of the customer that the owner made. */
  readonly ownFields: readonly OwnField[];
}

/** What of a customer a condition is about. */
export function fieldWords(
  { t, months }: Pick<Speaker, 't' | 'months'>,
  field: Exclude<ConditionField, 'own'>,
): string {
  return t(`segments.fields.${field}`, { months });
}

/** A choice as the rest of the app calls it; what the owner wrote stands as it is. */
export function valueWords(
  { t, format }: Pick<Speaker, 't' | 'format'>,
  field: ChoiceCondition['field'],
  value: string,
): string {
  switch (field) {
    case 'layer':
      return t(`layer.${value as 'top'}`);
    case 'band':
      return t(`insights.worth.band.${value as 'high'}`);
    case 'rfm':
      return t(`segments.rfm.${value as 'loyal'}`);
    case 'kind':
      return t(`customers.kind.${value as 'person'}`);
    case 'relation':
      return t(`customer.relation.${value as 'customer'}`);
    case 'gender':
      return t(`customer.gender.${value as 'female'}`);
    case 'offers':
      return t(`privacy.may.${value as 'yes'}`);
    case 'birthdayMonth':
      return monthName(format, Number(value) - 1);
    default:
      return value;
  }
}

/** What a product or an import is called, or that it is no longer there. */
function recordWords({ t, records }: Speaker, field: NamedRecord['field'], id: number): string {
  const known = records.find((one) => one.field === field && one.id === id);
  return known?.name ?? t('segments.goneRecord');
}

function numberWords(speaker: Speaker, { field, from, to }: NumberCondition): string {
  const { t, format } = speaker;
  const write = (value: number | null) => {
    if (value === null) return '';
    if (field === 'chance') return format.percent(value / 100);
    return moneyFields.includes(field) ? format.money(value) : format.number(value);
  };
  const words = { what: fieldWords(speaker, field), from: write(from), to: write(to) };
  if (from !== null && from === to) return t('segments.is.exactly', words);
  if (from !== null && to !== null) return t('segments.is.range', words);
  return from === null ? t('segments.is.to', words) : t('segments.is.from', words);
}

function dayWords(speaker: Speaker, { field, how, days, from, to }: DayCondition): string {
  const { t, format } = speaker;
  const what = fieldWords(speaker, field);
  if (how === 'never') return t('segments.is.never', { what });
  if (how !== 'between') return t(`segments.is.${how}`, { what, count: days ?? 0 });
  const write = (day: string | null) => (day === null ? '' : format.date(day));
  const words = { what, from: write(from), to: write(to) };
  if (from !== null && to !== null) return t('segments.is.between', words);
  return from === null ? t('segments.is.until', words) : t('segments.is.since', words);
}

function choiceWords(speaker: Speaker, one: ChoiceCondition | RecordCondition): string {
  const values =
    'ids' in one
      ? one.ids.map((id) => recordWords(speaker, one.field, id))
      : one.values.map((value) => valueWords(speaker, one.field, value));
  const words = { what: fieldWords(speaker, one.field), values: values.join(', ') };
  return speaker.t(one.isNot ? 'segments.is.noneOf' : 'segments.is.oneOf', words);
}

function ownWords(speaker: Speaker, { ownId, way, values, low, high }: OwnCondition): string {
  const { t, format, ownFields } = speaker;
  const field = ownFields.find(({ id }) => id === ownId);
  const what = field?.name ?? t('segments.goneRecord');
  const write = (value: string) =>
    field === undefined ? value : ownText(t, format, field.type, value);
  if (way === 'filled') return t('customers.own.has', { name: what });
  if (way === 'empty') return t('customers.own.hasNot', { name: what });
  if (way === 'between') {
    const words = { what, from: write(low ?? ''), to: write(high ?? '') };
    if (low !== null && high !== null) return t('segments.is.range', words);
    return low === null ? t('segments.is.to', words) : t('segments.is.from', words);
  }
  const words = { what, values: values.map(write).join(', ') };
  return t(way === 'isNot' ? 'segments.is.noneOf' : 'segments.is.oneOf', words);
}

/** One condition in words. */
export function conditionWords(speaker: Speaker, one: Condition): string {
  const { t, format } = speaker;
  if (one.field === 'quiet') return t('segments.is.quiet', { date: format.date(one.since) });
  if (one.field === 'own') return ownWords(speaker, one);
  if ('is' in one) return t(`segments.flag.${one.field}.${one.is ? 'yes' : 'no'}`);
  if ('how' in one) return dayWords(speaker, one);
  return 'from' in one ? numberWords(speaker, one) : choiceWords(speaker, one);
}

function partWords(speaker: Speaker, part: Condition | ConditionGroup): string {
  if (!isGroup(part)) return conditionWords(speaker, part);
  const parts = part.parts.map((one) => conditionWords(speaker, one));
  const words = parts.join(speaker.t(part.match === 'all' ? 'segments.and' : 'segments.or'));
  return parts.length > 1 ? `(${words})` : words;
}

/** A whole definition in one sentence. */
export function definitionWords(
  speaker: Speaker,
  { match, parts, without }: SegmentDefinition,
): string {
  const { t } = speaker;
  const who = parts
    .map((part) => partWords(speaker, part))
    .join(t(match === 'all' ? 'segments.and' : 'segments.or'));
  if (without.length === 0) return who;
  const left = without.map((one) => conditionWords(speaker, one)).join(t('segments.or'));
  return t('segments.but', { who: who === '' ? t('customers.all') : who, without: left });
}
