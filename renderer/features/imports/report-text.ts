import { type Translate, textOf } from '#renderer/base/i18n.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { groupsOf, lowerFirst } from './problem-groups.ts';

const CHANGES = [
  'name',
  'phone',
  'email',
  'externalId',
  'address',
  'city',
  'province',
  'district',
  'postalCode',
  'birthday',
  'gender',
  'source',
  'taxId',
  'note',
  'tag',
  'kind',
  'occupation',
  'own',
] as const;

/** What so many changed fields are called in a list: `telepon`, `kota`. */
export function changeName(t: Translate, field: string, count: number): string {
  const known = CHANGES.find((each) => each === field) ?? 'other';
  return t(`import.change.${known}`, { count });
}

/** The first few of what there is to say; where there is more, it says so. */
function firstOf(t: Translate, all: readonly string[], most: number): string {
  const shown = all.slice(0, most).join(', ');
  return all.length > most ? t('import.tile.more', { shown }) : shown;
}

/** `92 telepon, 26 kota, dan lainnya`: the fields that change most, then sales and products. */
export function changedText(
  t: Translate,
  report: ImportReport,
  most: number,
  number: (value: number) => string,
): string {
  const fields = report.fieldChanges.map(
    ({ field, count }) => `${number(count)} ${changeName(t, field, count)}`,
  );
  const others = (['complaints', 'contacts', 'sales', 'products'] as const)
    .filter((entity) => report[entity].updated > 0)
    .map((entity) => t(`import.tile.${entity}`, { count: report[entity].updated }));
  return firstOf(t, [...fields, ...others], most);
}

/** Why rows are skipped, the two commonest reasons: `baris kosong, baris jumlah, dan lainnya`. */
export function skippedText(t: Translate, { problems }: ImportReport): string {
  const reasons = groupsOf(problems, 'skipped').map(({ problem }) => textOf(t, 'problem', problem));
  const all = [...new Set(reasons)].map(lowerFirst);
  return all.length === 0 ? t('import.tile.skippedNote') : firstOf(t, all, 2);
}

/** Rows that the commit writes. */
export function rowsToWrite({ counts }: ImportReport): number {
  return counts.added + counts.updated;
}

/** Rows of the files that bring nothing, blank ones and totals among them. */
export function rowsLeftOut({ counts }: ImportReport): number {
  return counts.wrong + counts.skipped;
}

/** A plain decimal in hundred-millionths of the unit, exact: `"12.5"` gives 1250000000n. */
function units(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const size = BigInt(whole) * 100_000_000n + BigInt(fraction.padEnd(8, '0').slice(0, 8));
  return decimal.startsWith('-') ? -size : size;
}

/** The size of what rounding line by line changes the sum by, as a plain decimal; exact. */
export function roundingDifference(exact: string, storedMinor: number, digits: number): string {
  const stored = BigInt(storedMinor) * 10n ** BigInt(8 - digits);
  const difference = units(exact) - stored;
  const size = difference < 0n ? -difference : difference;
  const fraction = (size % 100_000_000n).toString().padStart(8, '0').replace(/0+$/, '');
  return `${size / 100_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
}
