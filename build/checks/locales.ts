import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function keysOf(value: unknown, prefix: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, below]) =>
    keysOf(below, prefix === '' ? key : `${prefix}.${key}`),
  );
}

function readKeys(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.json'))
    : [];
  return new Map(
    names.map((name) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      // English has two plural forms, Indonesian one: the same key with another ending.
      const keys = keysOf(content, '').map((key) => key.replace(/_(one|other)$/, '_plural'));
      return [name, new Set(keys)];
    }),
  );
}

function missing(
  from: ReadonlyMap<string, ReadonlySet<string>>,
  to: ReadonlyMap<string, ReadonlySet<string>>,
  language: string,
): readonly string[] {
  return [...from].flatMap(([name, keys]) =>
    [...keys]
      .filter((key) => to.get(name)?.has(key) !== true)
      .map((key) => `shared/locale/${language}/${name}: lacks ${key}.`),
  );
}

/** Keys that one language has and the other lacks. */
export function localeProblems(root: string): readonly string[] {
  const id = readKeys(join(root, 'shared', 'locale', 'id'));
  const en = readKeys(join(root, 'shared', 'locale', 'en'));
  return [...missing(en, id, 'id'), ...missing(id, en, 'en')];
}
