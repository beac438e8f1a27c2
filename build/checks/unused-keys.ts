import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { isTypeScript, walk } from './syntax.ts';

/** Areas whose keys are named without the area: they arrive as data, or have a reader of their own. */
const openAreas: ReadonlySet<string> = new Set([
  'because',
  'blocker',
  'layer',
  'notice',
  'phase',
  'problem',
]);

/**
 * What sources name keys by: `customers.title` as a text, `layer.${layer}` as a pattern, and
 * `en.reply.template` as a whole branch.
 */
interface Named {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
  readonly branches: ReadonlySet<string>;
}

/** Every key is found by its area; one that a program puts together begins with it, too. */
function patternOf(parts: readonly string[]): RegExp | null {
  const [first = ''] = parts;
  if (!/^[a-zA-Z]+\./.test(first)) return null;
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^.]+(?:\\.[^.]+)*?')}$`);
}

function namedIn(files: readonly SourceFile[]): Named {
  const texts = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const branches = new Set<string>();
  for (const file of files) {
    walk(file, {
      Literal: ({ value }) => {
        if (typeof value === 'string') texts.add(value);
      },
      TemplateLiteral: ({ quasis }) => {
        const parts = quasis.map((quasi) => quasi.value.raw);
        const pattern = patternOf(parts);
        if (pattern !== null) patterns.set(parts.join('*'), pattern);
      },
      MemberExpression: ({ object, property }) => {
        const area = object.type === 'MemberExpression' ? object.property : object;
        if (area.type === 'Identifier' && property.type === 'Identifier')
          branches.add(`${area.name}.${property.name}`);
      },
    });
  }
  return { texts, patterns: [...patterns.values()], branches };
}

function keysBelow(value: unknown, prefix: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, below]) => keysBelow(below, `${prefix}.${key}`));
}

/** A text that the app writes and reads by its key, from the area's own name on. */
function keysOf(folder: string): readonly { readonly key: string; readonly file: string }[] {
  return readdirSync(folder).flatMap((file) => {
    const area = file.replace(/\.json$/, '');
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return keysBelow(content, area).map((key) => ({ key, file }));
  });
}

/** Texts of the locale that no source names any more, alone or as part of a pattern. */
export function unusedKeyProblems(root: string, files: readonly SourceFile[]): readonly string[] {
  const owners = ['electron/', 'renderer/', 'shared/'];
  const sources = files.filter(
    (file) => isTypeScript(file) && owners.some((owner) => file.path.startsWith(owner)),
  );
  const { texts, patterns, branches } = namedIn(sources);
  const isNamed = (key: string): boolean => {
    const [area = '', second = '', ...rest] = key.split('.');
    const names = openAreas.has(area) ? [key, [second, ...rest].join('.')] : [key];
    return (
      branches.has(`${area}.${second}`) ||
      names.some((name) => texts.has(name) || patterns.some((pattern) => pattern.test(name)))
    );
  };
  return keysOf(join(root, 'shared', 'locale', 'en')).flatMap(({ key, file }) =>
    isNamed(key) || isNamed(key.replace(/_(one|other)$/, ''))
      ? []
      : [`shared/locale/en/${file}: nothing names ${key}.`],
  );
}
