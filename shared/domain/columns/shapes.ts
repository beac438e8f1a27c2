import { monthNumber } from '../calendar/months.ts';
import { isEmailList } from '../text/emails.ts';
import { LONGEST_VALUE } from '../text/longest.ts';
import { isMasked } from '../text/names.ts';
import { isBlankText, type NumberShape, shapeOf, takeNumberApart } from '../text/number-text.ts';
import { resetShape, type ValueShape } from './value-shape.ts';

/** Counts of the kinds of characters in a text, packed for one pass over it. */
interface Marks {
  digits: number;
  letters: number;
  at: number;
  hidden: number;
  dates: number;
  phones: number;
  others: number;
}

const marks: Marks = { digits: 0, letters: 0, at: 0, hidden: 0, dates: 0, phones: 0, others: 0 };

function countMarks(text: string): void {
  let digits = 0;
  let letters = 0;
  marks.at = 0;
  marks.hidden = 0;
  marks.dates = 0;
  marks.phones = 0;
  marks.others = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters++;
    else if (code === 47 || code === 45 || code === 46) marks.dates++;
    else if (code === 32 || code === 40 || code === 41 || code === 43 || code === 0xa0) {
      marks.phones++;
    } else if (code === 64) marks.at++;
    else if (code === 42 || code === 35 || code === 0x2022) marks.hidden++;
    else if (code > 0xbf) letters++;
    else marks.others++;
  }
  marks.digits = digits;
  marks.letters = letters;
}

/** Fills `shape` with what `text` looks like. Several things may be true of one text. */
export function shapeText(text: string, shape: ValueShape): void {
  resetShape(shape);
  countMarks(text);
  const { digits, letters } = marks;
  if (digits === 0 && letters === 0 && marks.at === 0 && marks.hidden === 0) {
    shape.blank = isBlankText(text);
    return;
  }
  shape.letters = letters > 0;
  if (text.length > LONGEST_VALUE) return;
  if (marks.hidden > 0) shape.masked = isMasked(text);
  if (shape.masked) return;
  if (marks.at > 0) {
    shape.email = isEmailList(text);
    return;
  }
  if (digits === 0) return;
  if (letters === 0 || digits >= 3) shapeDate(text, letters, shape);
  if (shape.date === null && text.length <= 11) {
    shape.time = /^\d{1,2}:\d{2}(:\d{2})?(\s*[ap]m)?$/i.test(text);
  }
  // Codes such as `CUST55380` are neither numbers nor phones; few words stand beside a number.
  if (shape.date === null || shape.date === 'compact') {
    if (letters <= 9) shapeNumber(text, letters, shape);
    if (letters <= 12) shapePhone(text, letters, shape);
  }
}

/** Letters glued before the first digit (`INV0001`), other than a rupiah mark: quick to rule out. */
function isCode(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  if (first < 97 || first > 122) return false;
  let at = 1;
  while (at < text.length && (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57)) at++;
  const before = text.charCodeAt(at - 1) | 32;
  if (before < 97 || before > 122) return false;
  return !(at === 2 && first === 114) && !(at === 3 && first === 105 && before === 114);
}

function shapeNumber(text: string, letters: number, shape: ValueShape): void {
  if (letters === 0) {
    shape.number = shapeOf(text, 0, text.length);
    if (shape.number !== null) {
      shape.size = roughSize(text, shape.number);
      return;
    }
  }
  if (isCode(text)) return;
  const parts = takeNumberApart(text);
  if (parts === null) {
    if (letters === 1) shape.damagedPhone = /^\s*[+'=]*[1-9]([.,]\d+)?E\+?1[0-4]\s*$/i.test(text);
    return;
  }
  if (parts.body === '') return;
  shape.number = parts.shape;
  shape.size = roughSize(parts.body, parts.shape) * 10 ** (parts.power ?? 0);
  shape.negative = parts.negative;
  shape.currency = parts.currency;
  shape.hasPower = parts.power !== 0;
  shape.percent = parts.percent;
}

/** The value with groups taken out; `dot-3` and `comma-3` are read as groups. */
function roughSize(body: string, number: NumberShape): number {
  if (number === 'digits' && body.length <= 3) return Number(body);
  const isDecimal = number !== 'digits' && number !== 'dot-3' && number !== 'comma-3';
  let size = 0;
  let scale = 0;
  const lastDot = body.lastIndexOf('.');
  const lastComma = body.lastIndexOf(',');
  const mark =
    isDecimal && number !== 'dot-groups' && number !== 'comma-groups'
      ? Math.max(lastDot, lastComma)
      : -1;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    if (i === mark) scale = 1;
    else if (code >= 48 && code <= 57) {
      size = size * 10 + (code - 48);
      if (scale > 0) scale *= 10;
    }
  }
  return scale > 0 ? size / scale : size;
}

function shapePhone(text: string, letters: number, shape: ValueShape): void {
  if (marks.others > 4 || marks.digits < 8) return;
  if (
    letters > 0 &&
    !/^[^\d]*(hp|wa|telp|tel|phone|mobile|dan|atau)\b|\d\s+(dan|atau)\s+/i.test(text)
  ) {
    return;
  }
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57)) at++;
  const first = text.charCodeAt(at);
  const plus = at > 0 && text.charCodeAt(at - 1) === 43;
  const many = marks.digits > 15;
  if (many && !/[/,;|\n]|\s(dan|atau)\s/.test(text)) return;
  if (plus) shape.phone = true;
  else if (first === 48) shape.phone = marks.digits >= 9;
  else if (first === 54 && text.charCodeAt(at + 1) === 50) shape.phone = marks.digits >= 10;
  else if (first === 56) shape.phone = marks.digits >= 9 && (many || marks.digits <= 12);
  if (shape.number !== null && shape.number !== 'digits') shape.phone = plus || first === 48;
}

/** Whether a typed whole number can be a telephone number that lost its zero or plus. */
export function isPhoneNumber(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  if (value >= 811_000_000 && value < 900_000_000_000) return String(value).startsWith('8');
  return value >= 6_200_000_000 && value < 63_000_000_000_000 && String(value).startsWith('62');
}

function shapeDate(text: string, letters: number, shape: ValueShape): void {
  if (letters > 0 && marks.phones + marks.dates === 0) return;
  if (marks.dates === 0 && letters === 0) {
    if (text.length === 8 && marks.digits === 8) shapeCompact(text, shape);
    return;
  }
  if (letters === 0 || /^\s*'?\d{1,4}[-/.]\d/.test(text)) {
    if (shapeNumericDate(text, shape)) return;
  }
  if (letters >= 3) shapeNamedDate(text, shape);
}

function shapeCompact(text: string, shape: ValueShape): void {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6));
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return;
  shape.date = 'compact';
  shape.day = year * 10_000 + month * 100 + day;
}

let cursor = 0;

/** Reads digits at the cursor and moves it; -1 without any. */
function digitsAt(text: string): number {
  let value = -1;
  while (cursor < text.length) {
    const code = text.charCodeAt(cursor);
    if (code < 48 || code > 57) break;
    value = (value < 0 ? 0 : value * 10) + (code - 48);
    cursor++;
  }
  return value;
}

function shapeNumericDate(text: string, shape: ValueShape): boolean {
  cursor = 0;
  while (
    cursor < text.length &&
    (text.charCodeAt(cursor) === 32 || text.charCodeAt(cursor) === 39)
  ) {
    cursor++;
  }
  const start = cursor;
  const first = digitsAt(text);
  const firstLength = cursor - start;
  const mark = text.charCodeAt(cursor);
  if (first < 0 || (mark !== 47 && mark !== 45 && mark !== 46)) return false;
  cursor++;
  const second = digitsAt(text);
  if (second < 0 || second > 99 || text.charCodeAt(cursor) !== mark) return false;
  cursor++;
  const thirdStart = cursor;
  const third = digitsAt(text);
  const thirdLength = cursor - thirdStart;
  if (third < 0 || !timeFollows(text, cursor)) return false;
  shape.hasTime = cursor + 3 < text.length;
  if (firstLength === 4) {
    if (thirdLength > 2 || second > 12 || third > 31 || first < 1800 || first > 2199) return false;
    shape.date = 'iso';
    shape.day = first * 10_000 + second * 100 + third;
    return true;
  }
  if (firstLength > 2 || (thirdLength !== 2 && thirdLength !== 4)) return false;
  if (first === 0 || second === 0) return false;
  shape.date = 'numeric';
  shape.first = first;
  shape.second = second;
  shape.year = thirdLength === 4 ? third : third < 50 ? 2000 + third : 1900 + third;
  return true;
}

/** Whether a date's text ends here or goes on with a time. */
function timeFollows(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 84 || code === 32 || code === 44 || code === 0xa0;
}

function shapeNamedDate(text: string, shape: ValueShape): void {
  const match =
    /(?:^|[\s,'])(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*(\p{L}{3,9})\.?[\s\-./,']*(\d{4}|\d{2})(?!\d)/u.exec(
      text,
    ) ?? /(?:^|[\s,])(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text);
  if (match === null) return;
  const word = /^\d/.test(match[1] ?? '') ? match[2] : match[1];
  if (word === undefined || monthNumber(word) === null) return;
  shape.date = 'named';
  shape.hasTime = /\d[:.]\d\d\s*(?:[ap]m)?/i.test(text);
}
