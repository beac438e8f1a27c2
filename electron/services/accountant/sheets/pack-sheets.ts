import type { PackSource } from '../pack.ts';
import { amendsSheet } from './amends-sheet.ts';
import { changesSheet } from './changes-sheet.ts';
import { owedSheet } from './owed-sheet.ts';
import { paymentsSheet } from './payments-sheet.ts';
import { pointsSheet } from './points-sheet.ts';
import { recapSheet } from './recap-sheet.ts';
import { salesSheet } from './sales-sheet.ts';
import { type PackSheet, sheetOf } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** The tables of a pack in their order; the control sheet follows from them. */
export function packSheets(source: PackSource): PackSheet[] {
  const { shown } = source;
  const points = pointsSheet(source);
  return [
    sheetOf(summarySheet(source), shown),
    sheetOf(salesSheet(source), shown),
    sheetOf(paymentsSheet(source), shown),
    sheetOf(owedSheet(source), shown),
    sheetOf(amendsSheet(source), shown),
    ...(points === null ? [] : [sheetOf(points, shown)]),
    recapSheet(source),
    sheetOf(changesSheet(source), shown),
  ];
}
