import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import {
  longFields,
  type MergeChoice,
  type MergeField,
  mergeColumns,
  mergeFields,
} from '#shared/contract/customers/merge.ts';
import type { Output } from '#shared/contract/index.ts';
import type { OwnFieldId } from '#shared/ids.ts';

export type Compared = Output<'customers.compare'>;
export type Side = Compared['kept'];
export type RecordRow = Side['record'][number];

/** What is chosen of each field, and which rows of the other are left out. */
export interface Merging {
  choiceOf(field: MergeField): MergeChoice;
  choose(field: MergeField, choice: MergeChoice): void;
  isTaken(row: RecordRow): boolean;
  take(row: RecordRow, takes: boolean): void;
  /** Fields that the owner made, of which the other's value is right. */
  readonly ownOfOther: readonly OwnFieldId[];
  chooseOwn(fieldId: OwnFieldId, isOther: boolean): void;
  readonly choices: Readonly<Partial<Record<MergeField, MergeChoice>>>;
  readonly leaves: readonly Pick<RecordRow, 'table' | 'id'>[];
}

function isEmpty(value: string | null): boolean {
  return value === null || value === '';
}

/** The fields of which the two have something, and do not say the same. */
export function fieldsToChoose({ kept, other }: Compared): readonly MergeField[] {
  return mergeFields.filter((field) => {
    const [one, two] = [kept.facts[field], other.facts[field]];
    return field === 'name' || (one !== two && !(isEmpty(one) && isEmpty(two)));
  });
}

/** Whether both texts of a field can be kept, one below the other. */
export function mayBeBoth(field: MergeField, { usual }: Compared): boolean {
  return longFields.some((one) => one === field) && usual[field] === 'both';
}

/** What is decided of two, as it is usual until somebody chooses. */
export function useMerging(compared: Compared): Merging {
  const [choices, setChoices] = useState<Merging['choices']>({});
  const [ownOfOther, setOwnOfOther] = useState<readonly OwnFieldId[]>([]);
  const [left, setLeft] = useState<readonly RecordRow[]>([]);
  return {
    choices,
    ownOfOther,
    chooseOwn: (fieldId, isOther) => {
      const others = ownOfOther.filter((one) => one !== fieldId);
      setOwnOfOther(isOther ? [...others, fieldId] : others);
    },
    leaves: left.map(({ table, id }) => ({ table, id })),
    choiceOf: (field) => choices[field] ?? compared.usual[field] ?? 'kept',
    choose: (field, choice) => setChoices({ ...choices, [field]: choice }),
    isTaken: (row) => !left.some(({ table, id }) => table === row.table && id === row.id),
    take: (row, takes) =>
      setLeft(
        takes
          ? left.filter(({ table, id }) => table !== row.table || id !== row.id)
          : [...left, row],
      ),
  };
}

/** What a field is called, and how its value is written. */
export function useFieldWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    label: (field: MergeField) => t(`history.column.customers.${mergeColumns[field]}`),
    value: ({ facts }: Side, field: MergeField): string => {
      const value = facts[field];
      if (isEmpty(value)) return '';
      if (field === 'kind') return t(`customers.kind.${facts.kind}`);
      if (field === 'relation') return t(`customer.relation.${facts.relation}`);
      if (field === 'gender' && facts.gender !== null) return t(`customer.gender.${facts.gender}`);
      if (field === 'mark' && facts.mark !== null) return t(`customer.mark.${facts.mark}`);
      if (field === 'birthdayOn' && value !== null) return format.date(value);
      return value ?? '';
    },
    record: ({ table, kind, text }: RecordRow): string =>
      table === 'contact_points' && kind === 'phone' && text.startsWith('+')
        ? format.phone(text)
        : text,
  };
}
