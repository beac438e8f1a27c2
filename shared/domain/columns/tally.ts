import type { NumberShape } from '../text/number-text.ts';
import { isPhoneNumber } from './shapes.ts';
import type { DateEvidence, NumberEvidence } from './summary.ts';
import type { ValueShape } from './value-shape.ts';

const MAX_DATES = 20_000;

/** Running counts behind a column's summary. */
export interface Tally {
  blank: number;
  phones: number;
  damagedPhones: number;
  emails: number;
  masked: number;
  words: number;
  longest: number;
  text: number;
  typed: number;
  whole: number;
  decimals: number;
  negative: number;
  min: number;
  max: number;
  withCurrency: number;
  currencies: Set<string>;
  percent: number;
  withPower: number;
  leadingZero: number;
  shapes: Partial<Record<NumberShape, number>>;
  examples: Partial<Record<NumberShape, string>>;
  dotThreeZero: number;
  commaThreeZero: number;
  threeDecimals: boolean;
  iso: number;
  compact: number;
  named: number;
  dayFirst: number;
  monthFirst: number;
  either: number;
  same: number;
  yearFirst: number;
  withTime: number;
  times: number;
  serialLike: number;
  numericDates: Map<number, number>;
  dateExamples: Partial<Record<'dayFirst' | 'monthFirst' | 'either', string>>;
}

export function newTally(): Tally {
  return {
    blank: 0,
    phones: 0,
    damagedPhones: 0,
    emails: 0,
    masked: 0,
    words: 0,
    longest: 0,
    text: 0,
    typed: 0,
    whole: 0,
    decimals: 0,
    negative: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    withCurrency: 0,
    currencies: new Set(),
    percent: 0,
    withPower: 0,
    leadingZero: 0,
    shapes: {},
    examples: {},
    dotThreeZero: 0,
    commaThreeZero: 0,
    threeDecimals: false,
    iso: 0,
    compact: 0,
    named: 0,
    dayFirst: 0,
    monthFirst: 0,
    either: 0,
    same: 0,
    yearFirst: 0,
    withTime: 0,
    times: 0,
    serialLike: 0,
    numericDates: new Map(),
    dateExamples: {},
  };
}

export function copyTally(tally: Tally): Tally {
  return {
    ...tally,
    currencies: new Set(tally.currencies),
    shapes: { ...tally.shapes },
    examples: { ...tally.examples },
    numericDates: new Map(tally.numericDates),
    dateExamples: { ...tally.dateExamples },
  };
}

function foldSize(tally: Tally, size: number, count: number): void {
  if (size < tally.min) tally.min = size;
  if (size > tally.max) tally.max = size;
  if (Number.isInteger(size)) {
    tally.whole += count;
    // Day numbers of 1954 to 2064.
    if (size >= 20_000 && size < 60_000) tally.serialLike += count;
  } else tally.decimals += count;
}

/** Counts a typed number cell. */
export function foldNumber(tally: Tally, value: number, count: number): void {
  tally.typed += count;
  if (value < 0) tally.negative += count;
  if (isPhoneNumber(value)) tally.phones += count;
  if (value >= 19_000_101 && value <= 20_991_231 && Number.isInteger(value)) {
    const month = Math.floor(value / 100) % 100;
    const day = value % 100;
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) tally.compact += count;
  }
  foldSize(tally, value, count);
}

/** Counts a text cell by its shape. */
export function foldText(tally: Tally, text: string, shape: ValueShape, count: number): void {
  if (shape.blank) {
    tally.blank += count;
    return;
  }
  if (text.length > tally.longest) tally.longest = text.length;
  if (shape.masked) tally.masked += count;
  else if (shape.email) tally.emails += count;
  else if (shape.damagedPhone) tally.damagedPhones += count;
  if (shape.phone) tally.phones += count;
  if (shape.time) tally.times += count;
  foldNumberText(tally, text, shape, count);
  if (shape.date !== null) foldDate(tally, text, shape, count);
  if (shape.letters && shape.number === null && shape.date === null) {
    if (!shape.email && !shape.phone && !shape.damagedPhone && !shape.masked) tally.words += count;
  }
}

function foldNumberText(tally: Tally, text: string, shape: ValueShape, count: number): void {
  const { number } = shape;
  if (number === null) return;
  tally.text += count;
  if (shape.negative) tally.negative += count;
  // A percentage shows neither how the column writes its numbers nor how large they are.
  if (shape.percent) {
    tally.percent += count;
    return;
  }
  tally.shapes[number] = (tally.shapes[number] ?? 0) + (shape.hasPower ? 0 : count);
  tally.examples[number] ??= text;
  if (shape.hasPower) tally.withPower += count;
  if (shape.currency !== null) {
    tally.withCurrency += count;
    tally.currencies.add(shape.currency);
  }
  if (number === 'digits') {
    if (text.length > 1 && text.charCodeAt(0) === 48) tally.leadingZero += count;
  } else if (number === 'dot-3') {
    if (/0\D*$/.test(text)) tally.dotThreeZero += count;
  } else if (number === 'comma-3') {
    if (/0\D*$/.test(text)) tally.commaThreeZero += count;
  } else if (!tally.threeDecimals && (number === 'dot-decimal' || number === 'comma-decimal')) {
    tally.threeDecimals = /[.,]\d{3}$/.test(text);
  }
  foldSize(tally, shape.negative ? -shape.size : shape.size, count);
}

function foldDate(tally: Tally, text: string, shape: ValueShape, count: number): void {
  if (shape.hasTime) tally.withTime += count;
  if (shape.date === 'iso') tally.iso += count;
  else if (shape.date === 'compact') tally.compact += count;
  else if (shape.date === 'named') tally.named += count;
  else if (shape.first > 31) tally.yearFirst += count;
  else {
    const { first, second } = shape;
    const key = (first * 100 + second) * 10_000 + shape.year;
    const before = tally.numericDates.get(key);
    if (before !== undefined || tally.numericDates.size < MAX_DATES) {
      tally.numericDates.set(key, (before ?? 0) + count);
    }
    if (first > 12 && second <= 12) {
      tally.dayFirst += count;
      tally.dateExamples.dayFirst ??= text;
    } else if (second > 12 && second <= 31 && first <= 12) {
      tally.monthFirst += count;
      tally.dateExamples.monthFirst ??= text;
    } else if (first <= 12 && second <= 12) {
      tally.either += count;
      if (first === second) tally.same += count;
      else tally.dateExamples.either ??= text;
    }
  }
}

export function numberEvidence(tally: Tally): NumberEvidence {
  return {
    text: tally.text,
    typed: tally.typed,
    whole: tally.whole,
    decimals: tally.decimals,
    negative: tally.negative,
    min: Number.isFinite(tally.min) ? tally.min : null,
    max: Number.isFinite(tally.max) ? tally.max : null,
    withCurrency: tally.withCurrency,
    currencies: [...tally.currencies],
    percent: tally.percent,
    withPower: tally.withPower,
    leadingZero: tally.leadingZero,
    shapes: tally.shapes,
    examples: tally.examples,
    dotThreeZero: tally.dotThreeZero,
    commaThreeZero: tally.commaThreeZero,
    threeDecimalsProven: tally.threeDecimals,
  };
}

export function dateEvidence(tally: Tally): DateEvidence {
  const numeric = [...tally.numericDates].map(
    ([key, count]) =>
      [Math.floor(key / 1_000_000), Math.floor(key / 10_000) % 100, key % 10_000, count] as const,
  );
  return {
    iso: tally.iso,
    compact: tally.compact,
    named: tally.named,
    dayFirst: tally.dayFirst,
    monthFirst: tally.monthFirst,
    either: tally.either,
    same: tally.same,
    yearFirst: tally.yearFirst,
    withTime: tally.withTime,
    times: tally.times,
    serialLike: tally.serialLike,
    numeric,
    examples: tally.dateExamples,
  };
}
