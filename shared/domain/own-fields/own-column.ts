import type { ColumnSummary } from '../columns/summary.ts';
import {
  fieldKey,
  longestChoice,
  longestFieldName,
  type OwnFieldKind,
  type OwnFieldType,
} from './own-fields.ts';
import { readYesNo } from './read-cell.ts';

/** With more, a list to choose from is no help. */
const mostDifferent = 12;
/** Each is there so often, on average, that it is a choice and no chance. */
const timesEach = 3;

function isEach(count: number, { filled }: ColumnSummary): boolean {
  return filled > 0 && count === filled;
}

function areDays({ dates, filled }: ColumnSummary): boolean {
  const { iso, compact, named, dayFirst, monthFirst, either, yearFirst, withTime } = dates;
  const days = iso + compact + named + dayFirst + monthFirst + either + yearFirst;
  return filled > 0 && days >= filled && withTime === 0;
}

/** What the values of a column look like; text where nothing else fits all of them. */
export function guessOwnType(summary: ColumnSummary): OwnFieldType {
  const { booleans, numbers, phones, distinct, distinctCapped, values, longest, filled } = summary;
  if (isEach(booleans, summary)) return 'yesno';
  if (areDays(summary)) return 'day';
  const isCode = numbers.leadingZero > 0 || numbers.percent > 0 || numbers.withPower > 0;
  if (isEach(numbers.text + numbers.typed, summary) && !isCode && phones === 0) return 'number';
  const isListed = !distinctCapped && distinct <= values.length;
  if (isListed && filled > 0 && values.every((text) => readYesNo(text) !== null)) return 'yesno';
  const different = new Set(values.map((text) => text.trim().toLowerCase())).size;
  const isChoice = different <= mostDifferent && filled >= different * timesEach;
  return isListed && isChoice && longest <= longestChoice ? 'choice' : 'text';
}

/** A field of the customer that a column is kept as. */
export interface OwnColumn {
  readonly name: string;
  readonly type: OwnFieldType;
  /** There is none of that name yet. */
  readonly isNew: boolean;
}

/** Which field a column is kept as: what a person said, else one of the column's title, there already or new. */
export function ownColumnOf(
  title: string,
  summary: ColumnSummary,
  fields: readonly (OwnFieldKind & { readonly name: string })[],
  said: { readonly name: string; readonly type?: OwnFieldType | undefined } | undefined,
): OwnColumn {
  const name = (said?.name ?? title).trim().slice(0, longestFieldName);
  const there = fields.find((field) => fieldKey(field.name) === fieldKey(name));
  if (there !== undefined) return { name: there.name, type: there.type, isNew: false };
  return { name, type: said?.type ?? guessOwnType(summary), isNew: true };
}
