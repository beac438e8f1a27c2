import { isIsoDate } from '../calendar/dates.ts';
import { nameKey } from '../text/names.ts';

/** What a field of the customer that the owner made can hold. */
export const ownFieldTypes = ['text', 'number', 'day', 'yesno', 'choice'] as const;
export type OwnFieldType = (typeof ownFieldTypes)[number];

/** So many fields and no more: a form that nobody reads through helps nobody. */
export const mostOwnFields = 30;
export const longestFieldName = 60;
export const longestOwnText = 500;
export const mostChoices = 50;
export const longestChoice = 60;

/** What a field is, as far as its values depend on it. */
export interface OwnFieldKind {
  readonly type: OwnFieldType;
  /** Of a choice: what can be chosen. */
  readonly choices: readonly string[];
}

/** By which two fields have the same name, however it is written. */
export function fieldKey(name: string): string {
  const key = nameKey(name);
  return key === '' ? name.normalize('NFKC').trim().toLowerCase() : key;
}

const plainDecimal = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/;

/** The choice meant, however its letters are written; null: it is none of them. */
export function choiceOf(choices: readonly string[], text: string): string | null {
  const wanted = text.trim().toLowerCase();
  return choices.find((one) => one.toLowerCase() === wanted) ?? null;
}

/** Whether a value is written as its field's type writes it. */
export function isOwnValue({ type, choices }: OwnFieldKind, value: string): boolean {
  switch (type) {
    case 'text':
      return value.length <= longestOwnText;
    case 'number':
      return plainDecimal.test(value);
    case 'day':
      return isIsoDate(value);
    case 'yesno':
      return value === 'yes' || value === 'no';
    case 'choice':
      return choices.includes(value);
  }
}
