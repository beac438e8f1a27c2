import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { compareCopies, hashFile, listBackups } from '#db/file/backup.ts';
import { syncPath, writeWhole } from '#db/file/whole-file.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, badFile, notFound } from '#shared/errors.ts';
import type { ActionContext, TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { outsideFailure } from '../exports/files/outside-failure.ts';
import { ownersPaths } from '../sample/paths.ts';

/** Told of the bytes that have been copied. */
type OnCopied = (done: number) => void;

/**
 * Copies a checked copy to a place outside. It gets its name when its bytes are those that were checked,
 * its manifest after that; what comes to nothing leaves nothing.
 */
export async function copyOutside(
  from: { readonly folder: string; readonly entry: BackupEntry },
  path: string,
  signal: AbortSignal,
  onCopied: OnCopied,
): Promise<void> {
  const { folder, entry } = from;
  const partial = `${path}.partial`;
  try {
    let done = 0;
    const count = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        done += chunk.length;
        onCopied(done);
        yield chunk;
      }
    };
    const source = createReadStream(join(folder, entry.fileName));
    await pipeline(source, count, createWriteStream(partial), { signal });
    if ((await hashFile(partial)) !== entry.sha256) throw badFile('unwritable', 'hash');
    await syncPath(partial);
    await rename(partial, path);
    const manifest = { ...entry, fileName: basename(path) };
    await writeWhole(`${path}.json`, JSON.stringify(manifest, null, 2));
    await syncPath(dirname(path));
  } catch (error) {
    for (const left of [partial, `${path}.json.partial`])
      await rm(left, { force: true }).catch(() => undefined);
    if (signal.aborted) throw new AppFailure({ code: 'CANCELLED' });
    throw outsideFailure(error);
  }
}

/** Asks where a copy goes. Null: the dialog was closed. */
export async function chooseCopyPath(
  { platform, shop }: ActionContext,
  { fileName }: Parsed<'backups.saveTo'>,
) {
  const { backups } = ownersPaths(shop);
  const known = await listBackups(backups);
  if (!known.some((entry) => entry.fileName === fileName)) throw notFound('backup');
  const path = await platform.dialogs.saveTable(fileName, 'db');
  if (path === null) return null;
  if (dirname(path) === backups)
    throw new AppFailure({ code: 'CONFLICT', reason: 'copy-beside-copies' });
  return { prepared: { path }, tidy: () => rm(`${path}.partial`, { force: true }) };
}

/** Saves one of the owner's copies, with its manifest, where somebody has said. */
export async function saveCopyTo(
  ctx: TaskContext,
  { fileName }: Parsed<'backups.saveTo'>,
  { path }: ChosenPath,
): Promise<Output<'backups.saveTo'>> {
  const { backups: folder } = ownersPaths(ctx.shop);
  const entry = (await listBackups(folder)).find((one) => one.fileName === fileName);
  if (entry === undefined) throw notFound('backup');
  ctx.progress('backup', 0, entry.bytes);
  const damaged = await compareCopies(folder, [entry], ctx.clock.instant());
  if (damaged.size > 0) throw new AppFailure({ code: 'CONFLICT', reason: 'copy-damaged' });
  await copyOutside({ folder, entry }, path, ctx.signal, (done) =>
    ctx.progress('backup', done, entry.bytes),
  );
  return { path, bytes: entry.bytes };
}
