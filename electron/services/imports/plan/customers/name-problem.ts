import { bareNameKey } from '#shared/domain/text/names.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import type { CustomerRow } from './row.ts';
import type { CustomerSlot } from './slot.ts';
import type { SourceRules } from './source-rules.ts';

/** The row calls somebody otherwise than the row of its file that named them first. */
export function nameProblem(
  slot: CustomerSlot,
  row: CustomerRow,
  source: Pick<SourceRules, 'id'>,
): Problem[] {
  if (row.nameKey === '') return [];
  if (slot.touchedBy !== source.id || slot.nameThere === '') {
    slot.nameThere = row.nameKey;
    return [];
  }
  if (slot.nameThere === row.nameKey) return [];
  // Ibu Wulan and Wulan are one person here; only who reads as somebody else is worth a look.
  if (bareNameKey(slot.nameThere) === bareNameKey(row.nameKey)) return [];
  return [problemOf('name-differs', row.name)];
}
