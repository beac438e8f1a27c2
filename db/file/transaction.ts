import type { RawHandle } from './client.ts';

/** Runs `work` in one write transaction: all of it is kept or nothing. What it awaits stays inside. */
export async function inTransaction<T>(raw: RawHandle, work: () => Promise<T>): Promise<T> {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    raw.exec('COMMIT');
    return result;
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK');
  }
}

/** Runs `work`, which only reads: it sees one snapshot throughout, whatever is written meanwhile. */
export async function inSnapshot<T>(raw: RawHandle, work: () => Promise<T>): Promise<T> {
  raw.exec('BEGIN');
  try {
    return await work();
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK');
  }
}
