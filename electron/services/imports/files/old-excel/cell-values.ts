import { badFile } from '#shared/errors.ts';

/** What a cell shows that could not be calculated. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** The words of an error's number; fails with `damaged` for one that is none. */
export function errorText(code: number): string {
  const text = ERRORS[code];
  if (text === undefined) throw badFile('damaged', 'an error of an unknown kind');
  return text;
}

const scratch = new DataView(new ArrayBuffer(8));

/** A number packed into four bytes: whole or the upper half of a fraction, and perhaps a hundredth of it. */
export function rkNumber(packed: number): number {
  let value = packed >> 2;
  if ((packed & 2) === 0) {
    scratch.setUint32(0, (packed & ~3) >>> 0);
    scratch.setUint32(4, 0);
    value = scratch.getFloat64(0);
  }
  return (packed & 1) === 0 ? value : value / 100;
}
