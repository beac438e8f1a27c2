import { posix } from 'node:path';
import { sourceFiles } from '#build/checks/source-files.ts';
import { root } from '#build/engine.ts';

const texts = new Map(
  sourceFiles(root)
    .filter(({ path }) => path.startsWith('renderer/'))
    .map(({ path, text }) => [path, text]),
);

function textOf(path: string): string {
  return texts.get(path) ?? '';
}

/** Files of the window that one brings in. */
function importsOf(path: string): readonly string[] {
  const named = [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)];
  return named
    .map(([, name = '']) =>
      name.startsWith('#renderer/')
        ? name.slice(1)
        : posix.join(posix.dirname(path), name.startsWith('.') ? name : '/'),
    )
    .filter((file) => texts.has(file));
}

/** A file and all that it brings in. */
function allFrom(first: string): ReadonlySet<string> {
  const found = new Set([first]);
  for (const path of found) for (const next of importsOf(path)) found.add(next);
  return found;
}

const places = ['renderer/app/screens.tsx'].concat(
  [...texts.keys()].filter((path) => path.startsWith('renderer/app/screens/')),
);

/** The file of each screen's component, by the component's name. */
function componentFiles(): ReadonlyMap<string, string> {
  const loaded = /import\('#([^']+)'\),\s*\(module\) => module\.(\w+)/g;
  const brought = /import \{ (\w+Page) \} from '#(renderer\/features\/[^']+)'/g;
  return new Map(
    places.flatMap((place) => [
      ...[...textOf(place).matchAll(loaded)].map(
        ([, file = '', name = '']) => [name, file] as const,
      ),
      ...[...textOf(place).matchAll(brought)].map(
        ([, name = '', file = '']) => [name, file] as const,
      ),
    ]),
  );
}

const components = componentFiles();

/** The sources of one screen: its component and all that it brings in. */
export function sourcesOf(screen: string): readonly string[] {
  const line = new RegExp(`^  ${screen}: (?:pageOf\\(.*, )?(\\w+Page)\\b`, 'm');
  const component = line.exec(textOf('renderer/app/screens.tsx'))?.[1] ?? '';
  const file = components.get(component);
  return file === undefined ? [] : [...allFrom(file)].map(textOf);
}

/** What stands around every screen: the menu, the command palette, the line below. */
export const shellSources: readonly string[] = [...texts.keys()]
  .filter((path) => path.startsWith('renderer/app/') && !places.includes(path))
  .map(textOf);

/** Whether a text asks for the words of a key, by its name or by one made up of parts. */
export function asksFor(source: string, key: string): boolean {
  if (source.includes(`'${key}'`)) return true;
  return [...source.matchAll(/`((?:[\w.]|\$\{[^}`]+\})+)`/g)].some(([, made = '']) => {
    if (!made.includes('${') || !/^\w+\./.test(made)) return false;
    const parts = made.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('\\w+')}$`).test(key);
  });
}
