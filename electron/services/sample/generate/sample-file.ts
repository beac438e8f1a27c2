import type { Cell } from '#shared/domain/cell.ts';

/** One file of the sample shop: cells for a workbook, text for a CSV with its separator. */
export type SampleFile =
  | { kind: 'workbook'; name: string; sheet: string; rows: Cell[][] }
  | { kind: 'csv'; name: string; separator: ';' | ','; rows: string[][] };

/** `1.250.000`, with a true dot whatever the machine's locale. */
export function dottedAmount(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${digits}` : digits;
}
