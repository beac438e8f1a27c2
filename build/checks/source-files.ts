import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const folders = ['electron', 'renderer', 'shared', 'db', 'build', 'tests'];
const endings = /\.(ts|tsx|mts|mjs|css)$/;

/** Every file of ours that a person reads, below `root`. */
export function sourceFiles(root: string): readonly SourceFile[] {
  return folders.flatMap((folder) => {
    const place = join(root, folder);
    const all = existsSync(place) ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [];
    const names = all.filter((name) => endings.test(name)).sort();
    return names.map((name) => {
      const path = join(place, name);
      return { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
    });
  });
}
