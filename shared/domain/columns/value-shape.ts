import type { NumberShape } from '../text/number-text.ts';

/** How a date is written: year first, two readings or proven, eight digits, with a month name. */
export type DateShape = 'iso' | 'numeric' | 'compact' | 'named';

/** What one text looks like, before anybody knows which column it stands in. */
export interface ValueShape {
  blank: boolean;
  number: NumberShape | null;
  /** Rough size, with ambiguous groups read as groups; NaN where there is none. */
  size: number;
  negative: boolean;
  currency: string | null;
  hasPower: boolean;
  percent: boolean;
  date: DateShape | null;
  /** Day of an `iso` or `compact` date as YYYYMMDD; of a `numeric` one the two parts and the year. */
  day: number;
  first: number;
  second: number;
  year: number;
  hasTime: boolean;
  /** A time of day without a date. */
  time: boolean;
  phone: boolean;
  damagedPhone: boolean;
  email: boolean;
  masked: boolean;
  letters: boolean;
}

/** An empty shape to be filled by `shapeText` again and again: the hot path makes no garbage. */
export function newShape(): ValueShape {
  return {
    blank: false,
    number: null,
    size: Number.NaN,
    negative: false,
    currency: null,
    hasPower: false,
    percent: false,
    date: null,
    day: 0,
    first: 0,
    second: 0,
    year: 0,
    hasTime: false,
    time: false,
    phone: false,
    damagedPhone: false,
    email: false,
    masked: false,
    letters: false,
  };
}

/** Makes a shape empty again. */
export function resetShape(shape: ValueShape): void {
  shape.blank = false;
  shape.number = null;
  shape.size = Number.NaN;
  shape.negative = false;
  shape.currency = null;
  shape.hasPower = false;
  shape.percent = false;
  shape.date = null;
  shape.day = 0;
  shape.hasTime = false;
  shape.time = false;
  shape.phone = false;
  shape.damagedPhone = false;
  shape.email = false;
  shape.masked = false;
  shape.letters = false;
}
