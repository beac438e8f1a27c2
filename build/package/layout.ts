import type { ArchivedFile } from './read-archive.ts';

/** For what a package was made, and what was built to go into it. */
export interface Planned {
  /** As Node names them: `linux`, `darwin`, `win32` and `x64`, `arm64`. */
  readonly platform: string;
  readonly arch: string;
  /** The files of `out/`, from the root, with `/`. */
  readonly built: readonly string[];
}

const sqlite = 'node_modules/better-sqlite3';
const alone = ['LICENSE', 'package.json', `${sqlite}/LICENSE`, `${sqlite}/package.json`];
const sqliteScript = new RegExp(`^${sqlite}/lib/(?:[a-z]+/)?[a-z0-9-]+\\.js$`);

/** What of `out/` is the app; source maps and the like are for whoever builds. A part may be named after its styles (`x.module`). */
const appFile =
  /^out\/(?:main\/(?:chunks\/)?[\w-]+\.js|preload\/preload\.cjs|renderer\/index\.html|renderer\/assets\/[\w-]+(?:\.module-[\w-]+)?\.(?:css|js|png|svg|webp|woff2))$/;

// Ours was 10 MB, a quarter of it the pictures of help, and the binary 2.3 MB when this was set; the rest of an
// installer is Electron's.
const mostBytes = 15_000_000;

/** The one binary that may be in this package. */
export function nativeModuleOf({ platform, arch }: Pick<Planned, 'platform' | 'arch'>): string {
  return `${sqlite}/prebuilds/${platform}-${arch}.node`;
}

/** What a package holds too much or too little, or in the wrong place; empty when it is as planned. */
export function layoutProblems(
  files: readonly ArchivedFile[],
  planned: Planned,
): readonly string[] {
  const native = nativeModuleOf(planned);
  const packed = new Set(files.map(({ path }) => path));
  const built = planned.built.filter((path) => appFile.test(path));
  const wanted = [...built, ...alone, `${sqlite}/lib/index.js`, native];
  const known = new Set(wanted);
  const bytes = files.reduce((total, file) => total + file.bytes, 0);
  return [
    ...wanted.filter((path) => !packed.has(path)).map((path) => `lacks ${path}`),
    ...files.flatMap(({ path, isUnpacked }) => {
      if (!known.has(path) && !sqliteScript.test(path)) return [`holds ${path}`];
      if (isUnpacked && path !== native) return [`leaves ${path} outside the archive`];
      if (!isUnpacked && path === native)
        return [`keeps ${path} inside, where it cannot be loaded`];
      return [];
    }),
    ...(bytes > mostBytes ? [`holds ${bytes} bytes, at most ${mostBytes}`] : []),
  ];
}
