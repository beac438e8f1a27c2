import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const most = 25;

/** Folders with more than 25 source files of their own: nobody finds a thing in there. */
export function folderProblems(files: readonly SourceFile[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) =>
    count > most
      ? [`${folder}: ${count} files, at most ${most}: give its parts a folder each.`]
      : [],
  );
}
