import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { isTypeScript, lineCounter } from './syntax.ts';

/** Every area there is. One has the same word in every layer; files of it may add what they hold. */
const areas: readonly string[] = [
  'accountant',
  'backups',
  'campaigns',
  'complaints',
  'customers',
  'exports',
  'feedback',
  'figures',
  'follow-ups',
  'guarantee',
  'handover',
  'help',
  'history',
  'imports',
  'insights',
  'interactions',
  'password',
  'logs',
  'loyalty',
  'notes',
  'payments',
  'products',
  'privacy',
  'prospects',
  'referrals',
  'reminders',
  'replies',
  'restore',
  'reviews',
  'sales',
  'sample',
  'search',
  'segments',
  'settings',
  'targets',
  'timeline',
  'trash',
];

/** Where each layer keeps its areas, and what stands there that is none. */
const places: readonly { readonly folder: string; readonly others: readonly string[] }[] = [
  { folder: 'shared/contract', others: ['days', 'define', 'events', 'index', 'tasks'] },
  { folder: 'db/queries', others: [] },
  { folder: 'electron/services', others: ['README'] },
  { folder: 'renderer/features', others: ['first-start', 'today', 'README'] },
];

/** Words that once named a thing here and now name two, each with what to say instead. */
const retired: Readonly<Record<string, string>> = {
  care: 'say interaction, complaint, or what it is',
};

function isArea(name: string): boolean {
  return areas.some((area) => name === area || name.startsWith(`${area}-`));
}

/** What stands among the areas of a layer and goes by none of their words. */
export function areaProblems(root: string): readonly string[] {
  return places.flatMap(({ folder, others }) => {
    const place = join(root, folder);
    const names = existsSync(place) ? readdirSync(place) : [];
    return names
      .map((name) => name.replace(/\..*$/, ''))
      .filter((name) => !isArea(name) && !others.includes(name))
      .map((name) => `${folder}/${name}: is no area: use one of ${areas.join(', ')}.`);
  });
}

/** Retired words in names of files and in what the program calls its things. */
export function retiredWords(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => isTypeScript(file) && !file.path.startsWith('build/checks/'))
    .flatMap(({ path, text }) => {
      const lineOf = lineCounter(text);
      return Object.entries(retired).flatMap(([word, instead]) => {
        const title = `${word[0]?.toUpperCase()}${word.slice(1)}`;
        // As a whole word of a name in camel case, in kebab case or in snake case, never inside another.
        const named = new RegExp(
          `(?<![a-zA-Z])${word}(?![a-z])(?=[A-Z_]|[-.][a-z]|\\b)|(?<=[a-z])${title}(?![a-z])|\\b${title}(?=[A-Z])`,
          'g',
        );
        const code = text.replaceAll(/'[^'\n]*'|"[^"\n]*"|\/\/.*|\/\*[\s\S]*?\*\//g, (part) =>
          /^['"][./#]/.test(part) ? part : part.replaceAll(/[^\n]/g, ' '),
        );
        return [
          ...[...path.matchAll(named)].map(() => `${path}: is named "${word}": ${instead}.`),
          ...[...code.matchAll(named)].map(
            (match) => `${path}:${lineOf(match.index)}: "${word}" in a name: ${instead}.`,
          ),
        ];
      });
    });
}
