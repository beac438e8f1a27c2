import { isCurrencyCode } from '../currency.ts';
import { LONGEST_VALUE } from './longest.ts';

/**
 * How a number is written, before a style is known. `dot-3` and `comma-3` (`150.000`, `150,000`)
 * read differently in Indonesian and English; every other shape with a separator proves one style.
 */
export type NumberShape =
  | 'digits'
  | 'dot-3'
  | 'comma-3'
  | 'dot-decimal'
  | 'comma-decimal'
  | 'dot-groups'
  | 'comma-groups'
  | 'dots-comma'
  | 'commas-dot';

/** A number's text taken apart: sign, currency mark, `rb`/`jt` as a power of ten, and the bare body. */
export interface NumberText {
  readonly negative: boolean;
  /** ISO code or sign (`IDR`, `$`), or null. `Rp` is given as `IDR`. */
  readonly currency: string | null;
  /** 3 for rb, 6 for jt, 9 for miliar; null where `M` may be a million or a miliar. */
  readonly power: number | null;
  readonly percent: boolean;
  /** Digits and separators; empty where there was only a currency mark and a dash. */
  readonly body: string;
  readonly shape: NumberShape;
}

const POWERS: ReadonlyMap<string, number | null> = new Map([
  ['rb', 3],
  ['ribu', 3],
  ['k', 3],
  ['jt', 6],
  ['juta', 6],
  ['miliar', 9],
  ['milyar', 9],
  ['triliun', 12],
  // `M` is a million in English and a miliar (a thousand million) in Indonesian.
  ['m', null],
]);
/** Words after a number that change nothing. A dozen (`lusin`) is not one of them. */
const PERCENT: ReadonlySet<string> = new Set(['%', 'persen', 'percent', 'pct']);
const PLAIN_UNITS: ReadonlySet<string> = new Set(['pcs', 'pc', 'buah', 'bh', 'unit', 'rupiah']);
const SIGNS = '$€£¥₩₹฿₫';

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

function isDash(code: number): boolean {
  return code === 45 || code === 0x2212 || code === 0x2013 || code === 0x2014;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the text stands for "no value": empty, spaces, a dash. */
export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && !isDash(code) && code !== 10 && code !== 13 && code !== 0xfeff) {
      return false;
    }
  }
  return true;
}

function currencyOf(word: string): string | null {
  const bare = word.replace(/\.$/, '').trim();
  if (/^rp$/i.test(bare) || /^idr$/i.test(bare)) return 'IDR';
  if (bare.length === 1 && SIGNS.includes(bare)) return bare;
  const code = bare.replace(/\$$/, '').toUpperCase();
  return bare === bare.toUpperCase() && isCurrencyCode(code) ? code : null;
}

/** What surrounds a body of digits and separators; null where something there is no part of a number. */
interface Surroundings {
  negative: boolean;
  currency: string | null;
  power: number | null;
  percent: boolean;
  commaDash: boolean;
}

function readPrefix(text: string, around: Surroundings): boolean {
  let rest = text;
  while (rest !== '') {
    const first = rest.charCodeAt(0);
    if (isSpace(first)) rest = rest.slice(1);
    else if (isDash(first) && !around.negative) {
      around.negative = true;
      rest = rest.slice(1);
    } else if (first === 43 || first === 39) rest = rest.slice(1);
    else {
      const word = /^[^\s\d\-+−]+/u.exec(rest)?.[0] ?? '';
      const currency = currencyOf(word);
      if (currency === null || around.currency !== null) return false;
      around.currency = currency;
      rest = rest.slice(word.length);
    }
  }
  return true;
}

function readSuffix(text: string, around: Surroundings): boolean {
  let rest = text.trim();
  const dashed = /^([.,])?[-−–—]{1,2}$/u.exec(rest);
  if (dashed !== null) {
    if (dashed[1] === ',') around.commaDash = true;
    else if (dashed[1] === undefined) around.negative = true;
    return true;
  }
  while (rest !== '') {
    const word = /^(%|[^\s%]+)/u.exec(rest)?.[0] ?? rest;
    const key = word.toLowerCase().replace(/\.$/, '');
    const power = POWERS.get(key);
    if (PERCENT.has(key)) around.percent = true;
    else if (power !== undefined && around.power === 0) around.power = power;
    else if (!PLAIN_UNITS.has(key)) {
      const currency = currencyOf(word);
      if (currency === null || around.currency !== null) return false;
      around.currency = currency;
    }
    rest = rest.slice(word.length).trim();
  }
  return true;
}

/**
 * Takes a number's text apart. Null where it is no number in any style; `body` is empty for a
 * currency mark with a dash (`Rp -`, how a workbook shows zero), which means no value.
 */
export function takeNumberApart(text: string): NumberText | null {
  const bare = shapeOf(text, 0, text.length);
  if (bare !== null) {
    return { negative: false, currency: null, power: 0, percent: false, body: text, shape: bare };
  }
  let source = text.trim();
  if (source.length > LONGEST_VALUE) return null;
  const around: Surroundings = {
    negative: false,
    currency: null,
    power: 0,
    percent: false,
    commaDash: false,
  };
  const inner = /^(rp\.?|idr)?\s*\((.*)\)$/is.exec(source);
  if (inner !== null) {
    around.negative = true;
    source = `${inner[1] ?? ''} ${inner[2] ?? ''}`.trim();
  }
  const [start, end] = bodyRange(source);
  const prefix = source.slice(0, start);
  const body = source.slice(start, end);
  if (!readPrefix(prefix, around)) return null;
  if (body === '') {
    if (around.currency === null) return null;
    return { ...around, body: '', shape: 'digits' };
  }
  if (!readSuffix(source.slice(end), around)) return null;
  const shape = shapeOf(body, 0, body.length);
  if (shape === null) return null;
  if (!around.commaDash) return { ...around, body, shape };
  // `150.000,-`: the dash stands for the decimals, so the comma is the decimal comma.
  if (shape !== 'digits' && shape !== 'dot-3' && shape !== 'dot-groups') return null;
  return {
    ...around,
    body: `${body},0`,
    shape: shape === 'digits' ? 'comma-decimal' : 'dots-comma',
  };
}

/** From the first digit to the last digit that only separators and spaces connect with it. */
function bodyRange(text: string): [number, number] {
  let start = 0;
  while (start < text.length && !isDigit(text.charCodeAt(start))) start++;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  // `.5` and `,5`, but not the full stop of `Rp.5`
  if ((before === 46 || before === 44) && (start === 1 || !/[a-z]/i.test(text[start - 2] ?? ''))) {
    start--;
  }
  let end = start;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) end = i + 1;
    else if (code !== 46 && code !== 44 && code !== 39 && !isSpace(code)) break;
  }
  return [start, end];
}

/**
 * The shape of digits and separators in text[from, to), or null. Groups must be well made: one to
 * three digits, then threes. Spaces and apostrophes may group in any style.
 */
export function shapeOf(text: string, from: number, to: number): NumberShape | null {
  let dots = 0;
  let commas = 0;
  let spaces = 0;
  let run = 0;
  let head = -1;
  let broken = false;
  let lastMark = 0;
  if (from >= to) return null;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      run++;
      continue;
    }
    if (head < 0) head = run;
    else if (run !== 3) broken = true;
    if (code === 46) dots++;
    else if (code === 44) commas++;
    else if ((isSpace(code) || code === 39) && run > 0) spaces++;
    else return null;
    lastMark = code;
    run = 0;
  }
  if (run === 0) return null;
  if (head < 0) return 'digits';
  const grouped = !broken && head >= 1 && head <= 3 && text.charCodeAt(from) !== 48;
  return markedShape({ dots, commas, spaces, tail: run, grouped, lastMark, broken });
}

/** The marks of a number: how many of each, the digits after the last, and whether groups of three stand between. */
interface Marks {
  readonly dots: number;
  readonly commas: number;
  readonly spaces: number;
  readonly tail: number;
  readonly grouped: boolean;
  readonly lastMark: number;
  readonly broken: boolean;
}

function markedShape(marks: Marks): NumberShape | null {
  const { dots, commas, spaces, tail, grouped, lastMark, broken } = marks;
  if (spaces > 0) {
    if (!grouped) return null;
    if (dots + commas === 0) return tail === 3 ? 'digits' : null;
    if (dots + commas > 1 || (lastMark !== 46 && lastMark !== 44)) return null;
    return dots === 1 ? 'dot-decimal' : 'comma-decimal';
  }
  if (commas === 0) {
    if (dots > 1) return grouped && tail === 3 ? 'dot-groups' : null;
    return grouped && tail === 3 ? 'dot-3' : 'dot-decimal';
  }
  if (dots === 0) {
    if (commas > 1) return grouped && tail === 3 ? 'comma-groups' : null;
    return grouped && tail === 3 ? 'comma-3' : 'comma-decimal';
  }
  if (broken || !grouped) return null;
  if (commas === 1 && lastMark === 44) return 'dots-comma';
  if (dots === 1 && lastMark === 46) return 'commas-dot';
  return null;
}
