import type { Cell } from '../cell.ts';
import { type Language, readWord, wordOf, wordTable } from './word-table.ts';

const STANDING = wordTable({
  active: 'Masih dijual|Active|dijual|aktif|ya|yes|y|ada|tersedia|available|published|live|on|1',
  inactive:
    'Tidak dijual|Inactive|tidak dijual lagi|tidak aktif|nonaktif|non aktif|tidak|no|n|habis|' +
    'arsip|archived|diarsipkan|discontinued|draft|unlisted|off|0',
});

/** Whether a product is still sold; null where the word says neither. */
export function readStanding(cell: Cell): boolean | null {
  const standing = readWord(cell, STANDING);
  return standing === null ? null : standing === 'active';
}

/** The word an export writes, which an import reads back. */
export function standingWord(isActive: boolean, language: Language): string {
  return wordOf(isActive ? 'active' : 'inactive', language, STANDING);
}
