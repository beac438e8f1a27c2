/** Month names and their usual short forms, Indonesian and English, in lower case without a dot. */
const NAMES: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan', 'jnr', 'jnu'],
  ['februari', 'february', 'pebruari', 'feb', 'febr', 'peb'],
  ['maret', 'march', 'mar', 'mrt', 'mret'],
  ['april', 'apr', 'aprl'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agt', 'ags', 'agu', 'agust', 'agus', 'aug', 'agts'],
  ['september', 'sep', 'sept', 'spt'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** 1–12 for a month's name or short form in Indonesian or English (any case), null for other words. */
export function monthNumber(word: string): number | null {
  return NUMBERS.get(word.toLowerCase()) ?? null;
}

/** Weekday names and short forms people write before a date, in lower case. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  (
    'senin selasa rabu kamis jumat jum’at sabtu minggu ahad sen sel rab kam jum sab min ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);
