/**
 * Characters that a value with a form of its own (a number, a day, phones, codes) has at most; what is
 * longer is prose. Patterns look at no more: on a cell of a million characters some would never end.
 */
export const LONGEST_VALUE = 400;
