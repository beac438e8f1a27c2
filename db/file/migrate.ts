import type { Database } from 'better-sqlite3';
import { AppFailure } from '#shared/errors.ts';
import { migrations } from '../migrations/index.ts';
import { applicationId } from './client.ts';

function pragmaNumber(raw: Database, name: string): number {
  return Number(raw.pragma(name, { simple: true }));
}

function isEmpty(raw: Database): boolean {
  return raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/** The schema version a file is at: how many migrations have been applied to it. */
export function schemaVersion(raw: Database): number {
  return pragmaNumber(raw, 'user_version');
}

/**
 * Refuses a file that is not ours (`STORAGE foreign`) or that a newer version of the app has written
 * (`STORAGE future`). Nothing is written.
 */
export function checkOwnership(raw: Database): void {
  if (pragmaNumber(raw, 'application_id') !== applicationId)
    throw new AppFailure({ code: 'STORAGE', reason: 'foreign' });
  if (schemaVersion(raw) > migrations.length)
    throw new AppFailure({ code: 'STORAGE', reason: 'future' });
}

function applyAll(raw: Database, from: number): void {
  for (const migration of migrations.slice(from)) raw.exec(migration.sql);
  const broken = raw.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`${broken.length} broken references after migrating`);
  raw.pragma(`application_id = ${applicationId}`);
  raw.pragma(`user_version = ${migrations.length}`);
}

/**
 * Brings a database to the newest schema: all steps in one transaction, or none.
 * `backup` is awaited first where there is something to lose; when it fails nothing is migrated.
 */
export async function migrate(raw: Database, backup: () => Promise<unknown>): Promise<void> {
  const isNew = isEmpty(raw);
  if (!isNew) checkOwnership(raw);
  const from = schemaVersion(raw);
  if (from === migrations.length) return;
  if (!isNew) await backup();
  raw.pragma('foreign_keys = OFF');
  try {
    raw.transaction(() => applyAll(raw, from)).immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

/** Makes the tables as a version of the app had them, in a database of their own. */
export function createAt(raw: Database, version: number): void {
  raw.pragma('foreign_keys = OFF');
  raw.transaction(() => {
    for (const migration of migrations.slice(0, version)) raw.exec(migration.sql);
    raw.pragma(`application_id = ${applicationId}`);
    raw.pragma(`user_version = ${version}`);
  })();
}

/** How many migrations this version of the app knows. */
export const newestVersion = migrations.length;
