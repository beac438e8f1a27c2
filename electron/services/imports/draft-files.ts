import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Parsed } from '#shared/contract/index.ts';
import { badFile } from '#shared/errors.ts';
import type { IdSource } from '../../context.ts';
import { draftFolder, listFiles } from './draft-store.ts';
import { appendPiece, keepText } from './sealed/keep.ts';

/** Where drafts lie and how they get their names. */
export interface DraftPlace {
  /** `shop.paths.staging`. */
  readonly staging: string;
  readonly ids: IdSource;
}

/** Bytes that one dropped file may have. */
const maxDroppedBytes = 2 * 1024 ** 3;

/** Starts an empty draft. */
export async function newDraft(place: DraftPlace): Promise<string> {
  const draftId = place.ids.next();
  await mkdir(join(draftFolder(place.staging, draftId), 'files'), { recursive: true });
  return draftId;
}

/** The draft of that id, or a new one; fails with `NOT_FOUND` where it was forgotten meanwhile. */
async function draftOf(place: DraftPlace, draftId: string | null): Promise<string> {
  if (draftId === null) return newDraft(place);
  await listFiles(draftFolder(place.staging, draftId));
  return draftId;
}

async function writeEntry(folder: string, key: string, name: string, path: string): Promise<void> {
  await keepText(join(folder, 'files', `${key}.json`), JSON.stringify({ name, path }));
}

/** Adds files that a person picked; they are read where they lie. Returns the draft and how many. */
export async function addChosenFiles(
  place: DraftPlace,
  draftId: string | null,
  paths: readonly string[],
): Promise<{ draftId: string; files: number }> {
  const id = await draftOf(place, draftId);
  const folder = draftFolder(place.staging, id);
  const before = (await readdir(join(folder, 'files'))).length;
  let added = 0;
  for (const path of paths) {
    const key = `${String(before + added).padStart(5, '0')}-chosen`;
    await writeEntry(folder, key, basename(path), path);
    added += 1;
  }
  return { draftId: id, files: added };
}

/** A name as a person sees it, never a path: what stands before the last slash is dropped. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean;
}

/**
 * Takes one piece of a dropped file; pieces come in order. The file lies in the draft's folder under
 * a name of ours. Fails with `CONFLICT` when a piece is missing, `BAD_FILE too-large` beyond 2 GiB.
 */
export async function receivePiece(
  place: DraftPlace,
  piece: Parsed<'imports.receive'>,
): Promise<{ draftId: string }> {
  const draftId = await draftOf(place, piece.draftId);
  const folder = draftFolder(place.staging, draftId);
  const key = `dropped-${String(piece.file).padStart(3, '0')}`;
  const partial = join(folder, 'files', `${key}.part`);
  const bytes = Buffer.from(piece.base64, 'base64');
  if (piece.offset + bytes.length > maxDroppedBytes) {
    await rm(partial, { force: true });
    throw badFile('too-large');
  }
  await appendPiece(partial, piece.offset, bytes);
  if (piece.isLast) {
    const whole = join(folder, 'files', `${key}.bin`);
    await rename(partial, whole);
    await writeEntry(folder, key, safeName(piece.name), whole);
  }
  return { draftId };
}

/** Forgets a draft; the files it was made from stay where they are. */
export async function discardDraft(place: DraftPlace, draftId: string): Promise<void> {
  await rm(draftFolder(place.staging, draftId), { recursive: true, force: true });
}

/** Removes every draft that a former run left behind; the files they were made from stay. */
export async function dropAllDrafts(stagingFolder: string): Promise<void> {
  await rm(stagingFolder, { recursive: true, force: true });
}
