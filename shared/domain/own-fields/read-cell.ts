import { type DateOrder, readDate } from '../calendar/dates.ts';
import type { Cell } from '../cell.ts';
import { formatE4 } from '../text/decimal.ts';
import { type NumberStyle, readNumber } from '../text/numbers.ts';
import { choiceOf, longestOwnText, type OwnFieldKind } from './own-fields.ts';

const yes = new Set('ya|iya|y|yes|true|benar|1|ada|sudah|v|x|✓|✔|☑'.split('|'));
const no = new Set('tidak|tdk|t|no|n|false|salah|0|belum|bukan|☐'.split('|'));

/** A yes or a no in either language; null: neither. */
export function readYesNo(text: string): 'yes' | 'no' | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : null;
}

/** How the cells of a column are read. */
export interface OwnReading {
  readonly numberStyle?: NumberStyle | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly excel1904?: boolean;
  /** Whatever stands there can be chosen: the field is made of it. */
  readonly takesAnyChoice?: boolean;
}

/** What a cell says of a field as it is stored; null: it does not fit. `text` is the cell's, and not empty. */
export function readOwnCell(
  { type, choices }: OwnFieldKind,
  cell: Cell,
  text: string,
  reading: OwnReading,
): string | null {
  switch (type) {
    case 'text':
      return text.slice(0, longestOwnText);
    case 'number': {
      const number = readNumber(cell, reading.numberStyle ?? 'plain');
      return number.ok && number.e4 !== null && !number.rounded ? formatE4(number.e4) : null;
    }
    case 'day': {
      const excel1904 = reading.excel1904 ?? false;
      const date = readDate(cell, { order: reading.dateOrder ?? 'dmy', excel1904 });
      return date.ok ? date.date : null;
    }
    case 'yesno':
      return readYesNo(text);
    case 'choice':
      return choiceOf(choices, text) ?? (reading.takesAnyChoice === true ? text : null);
  }
}
