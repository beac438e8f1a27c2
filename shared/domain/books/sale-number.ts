const ownPlaces = 4;

/** What stands before and after the running number on a day. */
export interface NumberFrame {
  readonly before: string;
  readonly after: string;
}

/** A pattern such as `INV-{yyyy}{mm}-{n}` on a day; null: there is none. */
export function numberFrame(pattern: string, on: string): NumberFrame | null {
  if (!pattern.includes('{n}')) return null;
  const filled = pattern
    .replaceAll('{yyyy}', on.slice(0, 4))
    .replaceAll('{yy}', on.slice(2, 4))
    .replaceAll('{mm}', on.slice(5, 7))
    .replaceAll('{dd}', on.slice(8, 10));
  const [before = '', ...rest] = filled.split('{n}');
  return { before, after: rest.join('') };
}

/** The running number of a number that was made by the frame; null: it was not. */
export function runningNumber(number: string, { before, after }: NumberFrame): number | null {
  const isFramed = number.startsWith(before) && number.endsWith(after);
  if (!isFramed || number.length <= before.length + after.length) return null;
  const middle = number.slice(before.length, number.length - after.length);
  return /^\d{1,12}$/.test(middle) ? Number(middle) : null;
}

/** The number made of a running one. */
export function framedNumber(running: number, { before, after }: NumberFrame): string {
  return `${before}${String(running).padStart(ownPlaces, '0')}${after}`;
}
