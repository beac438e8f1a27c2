/** How a value of a column is written for a person. */
export type ValueKind =
  | 'text'
  | 'number'
  | 'money'
  | 'price'
  | 'quantity'
  | 'rate'
  | 'percent'
  | 'day'
  | 'birthday'
  | 'instant'
  | 'time'
  | 'month'
  | 'flag'
  | 'contact'
  | 'code'
  | 'list'
  | 'own'
  | 'record';

/** What a column of one of the owner's rows says to a person. */
export interface Told {
  readonly as: ValueKind;
  /** Of a code: the branch of the locale that has a word for each value, by itself one of `history.value`. */
  readonly words?: string;
  /** Of a record: the table it is in. */
  readonly table?: string;
}

/** `silent`: it says nothing to a person, such as a key that is made from another column. */
export type ColumnSense = 'silent' | Told;

/** Written as it is. */
export const text: Told = { as: 'text' };
/** Minor units. */
export const money: Told = { as: 'money' };
/** A day. */
export const day: Told = { as: 'day' };
/** An instant, or what the clock at the shop showed. */
export const instant: Told = { as: 'instant' };
/** Yes or no. */
export const flag: Told = { as: 'flag' };
/** A plain number. */
export const number: Told = { as: 'number' };

/** One of a list of values that have words. */
export function code(words: string): Told {
  return { as: 'code', words };
}

/** The id of a record of that table. */
export function record(table: string): Told {
  return { as: 'record', table };
}

/** What most tables have. */
export const marks = {
  id: 'silent',
  import_id: 'silent',
  created_at: 'silent',
  deleted_at: 'silent',
} as const;
