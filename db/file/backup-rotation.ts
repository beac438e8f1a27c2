import type { BackupEntry } from '#shared/contract/backups.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';

const newestKept = 10;
const daysKept = 14;
const monthsKept = 12;
const beforeChangeDaysKept = 30;
const dayMs = 86_400_000;

function isBeforeChange(entry: BackupEntry): boolean {
  return entry.cause === 'import' || entry.cause === 'migration';
}

/** Adds to `kept` the newest entry of each of the first `limit` periods that have one. */
function keepOnePer(
  entries: readonly BackupEntry[],
  kept: Set<BackupEntry>,
  limit: number,
  periodOf: (entry: BackupEntry) => string,
): void {
  const periods = new Set<string>();
  for (const entry of entries) {
    const period = periodOf(entry);
    if (periods.has(period) || periods.size >= limit) continue;
    periods.add(period);
    kept.add(entry);
  }
}

/**
 * Which copies may go: all but the newest ten, one a day for 14 days, one a month for 12, and those
 * made before an import or a migration for 30 days. `entries` are checked copies, newest first; days
 * and months are the shop's.
 */
export function backupsToDrop(
  entries: readonly BackupEntry[],
  at: string,
  timeZone: string,
): BackupEntry[] {
  const dayOf = (entry: BackupEntry) => localDay(entry.madeAt, timeZone);
  const kept = new Set(entries.slice(0, newestKept));
  keepOnePer(entries, kept, daysKept, dayOf);
  keepOnePer(entries, kept, monthsKept, (entry) => monthOf(dayOf(entry)));
  const oldest = Date.parse(at) - beforeChangeDaysKept * dayMs;
  for (const entry of entries)
    if (isBeforeChange(entry) && Date.parse(entry.madeAt) >= oldest) kept.add(entry);
  return entries.filter((entry) => !kept.has(entry));
}
