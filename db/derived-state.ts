import type { RawHandle } from './file/client.ts';

/** What is kept under a key, most of it to be found out again; null: nothing. */
export function readDerived(raw: RawHandle, key: string): string | null {
  const value = raw.prepare('SELECT value FROM derived_state WHERE key = ?').pluck().get(key);
  return typeof value === 'string' ? value : null;
}

/** In the caller's transaction, in the place of what was kept. */
export function writeDerived(raw: RawHandle, key: string, value: string): void {
  raw.prepare('INSERT OR REPLACE INTO derived_state (key, value) VALUES (?, ?)').run(key, value);
}

export function dropDerived(raw: RawHandle, key: string): void {
  raw.prepare('DELETE FROM derived_state WHERE key = ?').run(key);
}
