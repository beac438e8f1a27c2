import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { KeyEnvelope } from '#shared/contract/password/password.ts';

/** What opens the files of one folder: its raw key, 64 hex digits, and the same key wrapped by password and code. */
export interface Protection {
  readonly key: string;
  readonly envelope: KeyEnvelope;
}

/** A folder with what opens the files in it; null: they lie open. */
export interface ProtectedFolder {
  readonly folder: string;
  readonly protection: Protection | null;
}

const plainHeader = 'SQLite format 3\0';

/** Keys of this process alone: they are never written, and never logged. */
const byFolder = new Map<string, Protection | null>();

/** From now on, files in `folder` and below are opened, and made, with this key; null: without one. */
export function protect({ folder, protection }: ProtectedFolder): void {
  byFolder.set(resolve(folder), protection);
}

/** Forgets what opens a folder. */
export function forgetProtection(folder: string): void {
  byFolder.delete(resolve(folder));
}

/** This process can open these and no others from now on. */
export function protectOnly(folders: readonly ProtectedFolder[]): void {
  byFolder.clear();
  for (const one of folders) protect(one);
}

/** Everything this process can open, to be told to another one. */
export function protectedFolders(): ProtectedFolder[] {
  return [...byFolder].map(([folder, protection]) => ({ folder, protection }));
}

/** What opens the files of the folder that a path lies in, or of the nearest one above it; null: nothing is known. */
export function protectionOf(path: string): Protection | null {
  let folder = resolve(path);
  for (;;) {
    const found = byFolder.get(folder);
    if (found !== undefined) return found;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

/** Whether a file begins as every database does that lies open; null: it is too short to say, or not there. */
export function liesOpen(path: string): boolean | null {
  const head = Buffer.alloc(plainHeader.length);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return readSync(handle, head, 0, head.length, 0) < head.length
      ? null
      : head.toString('latin1') === plainHeader;
  } finally {
    closeSync(handle);
  }
}

/**
 * Keys that a file may need, its own folder's first; empty: it lies open, or nothing is known. A file that
 * is yet to be made has its folder's or none.
 */
export function keysFor(path: string): string[] {
  const isOpen = liesOpen(path);
  if (isOpen === true) return [];
  const own = protectionOf(path);
  const all = isOpen === null ? [own] : [own, ...byFolder.values()];
  return [...new Set(all.flatMap((one) => (one === null ? [] : [one.key])))];
}

/** AEGIS with a raw key: measured against plain it scans and writes at the same speed. */
export function applyKey(raw: Database, key: string): void {
  raw.pragma("cipher = 'aegis'");
  raw.pragma(`key = "raw:${key}"`);
}

/** Lets a connection read another of our files as `name`, whichever of the two is protected. Not inside a transaction. */
export function attach(
  raw: Database,
  path: string,
  name: 'plan' | 'carrier' | 'looked' | 'made',
): void {
  const [key] = keysFor(path);
  raw.pragma("cipher = 'aegis'");
  // Without a key of its own the other file would be taken to have this one's.
  raw.prepare(`ATTACH ? AS ${name} KEY ?`).run(path, key === undefined ? '' : `raw:${key}`);
}

/** Writes the whole of a database anew with another key; null: it will lie open. Not while it has a log. */
export function changeKey(raw: Database, key: string | null): void {
  raw.pragma("cipher = 'aegis'");
  raw.pragma(key === null ? "rekey = ''" : `rekey = "raw:${key}"`);
}

/** A copy opens by the password its shop has now, wherever it is taken. */
export function keyOf(path: string): { key?: KeyEnvelope } {
  const protection = protectionOf(path);
  return protection === null || liesOpen(path) === true ? {} : { key: protection.envelope };
}
