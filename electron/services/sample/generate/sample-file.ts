import type { Cell } from '#shared/domain/cell.ts';
import type { SamplePlace } from './place/place.ts';

/** One file of the sample shop: cells for a workbook, text for a CSV with its separator. */
export type SampleFile =
  | { kind: 'workbook'; name: string; sheet: string; currency: string; rows: Cell[][] }
  | { kind: 'csv'; name: string; separator: ';' | ','; rows: string[][] };

/** Where the files are from. `isAbroad`: they are for a shop of another country, which reads numbers its own way. */
export interface Writing {
  readonly place: SamplePlace;
  readonly isAbroad: boolean;
}

/** `1.250.000`, with a true dot whatever the machine's locale. */
export function dottedAmount(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${digits}` : digits;
}
