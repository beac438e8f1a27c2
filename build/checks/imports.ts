import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const allowed: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  db: ['shared', 'db'],
  electron: ['shared', 'db', 'electron'],
  renderer: ['shared', 'renderer'],
  tests: ['shared', 'db', 'electron', 'renderer', 'build', 'tests'],
  build: ['shared', 'db', 'electron', 'renderer', 'build', 'tests'],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b([^'";]*?\bfrom\s*)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

interface Import {
  readonly name: string;
  readonly isTypeOnly: boolean;
}

function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(importPattern)].map((match) => ({
    name: match[2] ?? match[3] ?? '',
    isTypeOnly: /^\s*type\b/.test(match[1] ?? ''),
  }));
}

/** The file an import names, from the root; null for a package. */
function targetOf(from: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name)) : null;
}

function top(path: string): string {
  return path.split('/')[0] ?? '';
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function problemOf(path: string, { name, isTypeOnly }: Import): string | null {
  const target = targetOf(path, name);
  if (path === 'electron/preload.ts' && !isTypeOnly && name !== 'electron') {
    return `${path}: imports ${name}; the preload imports types only.`;
  }
  if (target === null) {
    const isPlain = top(path) !== 'shared' || name === 'zod';
    return isPlain ? null : `${path}: imports ${name}; shared/ imports nothing but zod.`;
  }
  const [from, to] = [top(path), top(target)];
  if (allowed[from]?.includes(to) !== true) {
    return `${path}: imports ${target}; ${from}/ may import only ${allowed[from]?.join(', ')}.`;
  }
  const [feature, other] = [featureOf(path), featureOf(target)];
  if (feature !== null && other !== null && feature !== other) {
    return `${path}: imports the feature ${other}; share it through renderer/components/ or renderer/data/.`;
  }
  return null;
}

/** Imports across a border that the layers do not have. */
export function importProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|tsx)$/.test(path))
    .flatMap(({ path, text }) => importsOf(text).flatMap((one) => problemOf(path, one) ?? []));
}

/** The files that import a package, and those that import one of them, however far. */
export function importersOf(files: readonly SourceFile[], name: string): ReadonlySet<string> {
  const imports = files.map(({ path, text }) => ({
    path,
    targets: importsOf(text).map((one) => targetOf(path, one.name) ?? one.name),
  }));
  const found = new Set([name]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const { path, targets } of imports) {
      if (targets.some((target) => found.has(target))) found.add(path);
    }
  }
  found.delete(name);
  return found;
}

/** Import circles at run time: each as `a → b → a`. */
export function cycleProblems(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text).flatMap((one) => (one.isTypeOnly ? [] : (targetOf(path, one.name) ?? []))),
    ]),
  );
  const problems: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) problems.push(`circle: ${[...trail.slice(start), path].join(' → ')}`);
    if (start !== -1 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return problems;
}
