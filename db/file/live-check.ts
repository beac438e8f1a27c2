import type { Database } from 'better-sqlite3';
import { storageReasonOf } from './storage-error.ts';

/**
 * Reads a database page by page: false where one of them does not hold what it must. Opening it is part
 * of that. What else fails (no memory, say) is thrown: it says nothing of the pages.
 */
export function isPagesWhole(open: () => Database): boolean {
  try {
    return open().pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (storageReasonOf(error, null) === 'corrupt') return false;
    throw error;
  }
}
