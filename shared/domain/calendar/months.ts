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

/** Weekday names and their usual short forms, Monday first, in lower case. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['senin', 'sen', 'monday', 'mon'],
  ['selasa', 'sel', 'tuesday', 'tue', 'tues'],
  ['rabu', 'rab', 'wednesday', 'wed'],
  ['kamis', 'kam', 'thursday', 'thu', 'thur', 'thurs'],
  ['jumat', 'jum’at', 'jum', 'friday', 'fri'],
  ['sabtu', 'sab', 'saturday', 'sat'],
  ['minggu', 'ahad', 'min', 'sunday', 'sun'],
];

const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** 1 (Monday) to 7 (Sunday) for a weekday's name or short form (any case), null for other words. */
export function weekdayNumber(word: string): number | null {
  return WEEKDAY_NUMBERS.get(word.toLowerCase().replace("'", '’')) ?? null;
}
