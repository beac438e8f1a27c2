import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaProblems, retiredWords } from '#build/checks/areas.ts';
import { folderProblems } from '#build/checks/folders.ts';
import { functionProblems } from '#build/checks/functions.ts';
import { cycleProblems, importProblems } from '#build/checks/imports.ts';
import { lengthProblems } from '#build/checks/lengths.ts';
import { localeProblems } from '#build/checks/locales.ts';
import { sourceFiles } from '#build/checks/source-files.ts';
import { runTool } from '#build/checks/tools.ts';
import { transactionProblems } from '#build/checks/transactions.ts';
import { unusedKeyProblems } from '#build/checks/unused-keys.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let tree = '';

/** What breaks a rule of the linter, and the words with which it is turned down. */
const linted: Readonly<Record<string, readonly [text: string, words: string]>> = {
  'electron/services/raw-electron.ts': [
    "import { app } from 'electron';\nexport const a = app;\n",
    'through ctx or electron/platform/',
  ],
  'electron/shop-electron.ts': [
    "import { app } from 'electron';\nexport const a = app;\n",
    'Only main, window, menu',
  ],
  'electron/window.ts': [
    "import { sql } from 'kysely';\nexport const a = sql;\n",
    'Only db/ writes SQL',
  ],
  'electron/services/kysely.ts': [
    "import { sql } from 'kysely';\nexport const a = sql;\n",
    'Only db/ writes SQL',
  ],
  'electron/services/sqlite.ts': [
    "import Sqlite from 'better-sqlite3';\nexport const a = Sqlite;\n",
    'Only db/ opens databases',
  ],
  'electron/services/ipc.ts': [
    "import { a } from '../ipc/dispatch.ts';\nexport const b = a;\n",
    'never the other way round',
  ],
  'db/electron.ts': [
    "import { app } from 'electron';\nexport const a = app;\n",
    'knows nothing of the process',
  ],
  'shared/now.ts': ['export const a = Date.now();\n', 'ctx.clock'],
  'db/new-date.ts': ['export const a = new Date();\n', 'ctx.clock'],
  'renderer/chance.ts': ['export const a = Math.random();\n', 'ctx.ids'],
  'electron/services/ids.ts': [
    "import { randomUUID } from 'node:crypto';\nexport const a = randomUUID();\n",
    'ctx.ids',
  ],
  'electron/services/console.ts': ["console.log('a');\nexport const a = 1;\n", 'console'],
  'shared/default.ts': ['const a = 1;\nexport default a;\n', 'default exports'],
  'electron/menu.ts': [
    "import { shell } from 'electron';\nexport const a = () => shell.openExternal('https://a.example');\n",
    'openLink',
  ],
  'renderer/features/customers/bridge.ts': [
    'export const a = window.langgan;\n',
    'renderer/data/client.ts',
  ],
  'renderer/any.ts': ['export const a: any = 1;\n', 'any'],
};

/** What breaks a rule of ours, and the words of ours. */
const own: Readonly<Record<string, readonly [text: string, words: string]>> = {
  'shared/node.ts': [
    "import { join } from 'node:path';\nexport const b = join;\n",
    'nothing but zod',
  ],
  'shared/up.ts': [
    "import { a } from '#db/file/client.ts';\nexport const b = a;\n",
    'shared/ may import only shared',
  ],
  'db/up.ts': [
    "import { a } from '../electron/context.ts';\nexport const b = a;\n",
    'db/ may import only',
  ],
  'renderer/up.ts': [
    "import type { A } from '#db/file/client.ts';\nexport type B = A;\n",
    'renderer/ may import only',
  ],
  'electron/up.ts': [
    "import { a } from '#renderer/main.tsx';\nexport const b = a;\n",
    'electron/ may import only',
  ],
  'electron/preload.ts': [
    "import { a } from '#shared/errors.ts';\nexport const b = a;\n",
    'imports types only',
  ],
  'renderer/features/customers/other.ts': [
    "import { a } from '../insights/card.tsx';\nexport const b = a;\n",
    'imports the feature insights',
  ],
  'shared/long.ts': ['export const a = 1;\n'.repeat(301), '301 lines, at most 300'],
  'tests/unit/long.test.ts': ['export const a = 1;\n'.repeat(501), '501 lines, at most 500'],
  'db/round.ts': [
    "import { b } from './about.ts';\nexport const a = b;\n",
    'circle: db/about.ts → db/round.ts → db/about.ts',
  ],
  'db/about.ts': ["import { a } from './round.ts';\nexport const b = a;\n", 'circle'],
  'shared/long-function.ts': [
    `export function tooMuch() {\n${'  call();\n'.repeat(49)}}\n`,
    'tooMuch has 51 lines, at most 50',
  ],
  'db/long-arrow.ts': [
    `export const tooMuch = () => {\n${'  call();\n'.repeat(49)}};\n`,
    'tooMuch has 51 lines, at most 50',
  ],
  'renderer/seats.ts': [
    'export class Chair {\n  sit(a: 1, b: 2, c: 3, d: 4, e: 5) {\n    return [a, b, c, d, e];\n  }\n}\n',
    'sit takes 5 values in a row, at most 4',
  ],
  'tests/support/seats.ts': [
    'export function sit(a: 1, b: 2, c: 3, d: 4, e: 5) {\n  return [a, b, c, d, e];\n}\n',
    'sit takes 5 values in a row, at most 4',
  ],
  'renderer/outer.ts': [
    `export function outer() {\n  function inner() {\n${'    call();\n'.repeat(30)}  }\n${'  inner();\n'.repeat(17)}}\n`,
    'outer has 51 lines, at most 50',
  ],
  'build/chromium-host/page/script.ts': [
    `export function script() {\n${'  call();\n'.repeat(49)}}\n`,
    'script has 51 lines, at most 50',
  ],
  'electron/services/begin.ts': [
    "export const a = (raw: { exec(sql: string): void }) => raw.exec('BEGIN IMMEDIATE');\n",
    'only db/ opens and ends transactions',
  ],
  'electron/services/end.ts': [
    'export const a = `\n  COMMIT`;\n',
    'only db/ opens and ends transactions',
  ],
  'electron/services/parcels.ts': [
    'export const a = 1;\n',
    'electron/services/parcels: is no area',
  ],
  'db/queries/customer.ts': ['export const a = 1;\n', 'db/queries/customer: is no area'],
  'shared/care-words.ts': ['export const a = 1;\n', 'is named "care"'],
  'shared/retired.ts': ['export const careKind = 1;\n', '"care" in a name'],
  'electron/retired.ts': ['export class OpenCare {}\n', '"care" in a name'],
  'shared/locale/en/trial.json': [
    '{"used":"a","forgotten":"b","many_one":"c","many_other":"d","of":{"one":"e"}}',
    'nothing names trial.forgotten',
  ],
  'shared/locale/id/shell.json': ['{"title":"Judul"}', 'en/shell.json: lacks title.'],
  'shared/locale/en/shell.json': ['{"name":"Name"}', 'id/shell.json: lacks name.'],
};

/** What a rule of ours might take for a violation and is none. */
const right: Readonly<Record<string, readonly [text: string, words: string]>> = {
  'shared/fits.ts': [
    `export function fits(a: 1, b: 2, c: 3, d: 4) {\n${'  call();\n'.repeat(48)}}\n`,
    '',
  ],
  'db/given.ts': ['export const heard = (_a: 1, b: 2, c: 3, d: 4, e: 5) => [b, c, d, e];\n', ''],
  // It goes into a page as text, with the functions inside: those are measured.
  'build/chromium-host/page/stands-alone.ts': [
    `export function alone() {\n  function inner() {\n${'    call();\n'.repeat(40)}  }\n${'  inner();\n'.repeat(40)}}\n`,
    '',
  ],
  'tests/unit/suite.test.ts': [`describe('a', () => {\n${'  call();\n'.repeat(60)}});\n`, ''],
  'db/transaction.ts': ["export const a = 'BEGIN IMMEDIATE';\n", ''],
  'electron/services/sample/vcard.ts': ["export const a = 'BEGIN:VCARD';\n", ''],
  'shared/scarce.ts': ["export const scarceCareer = 'take care';\n", ''],
  'renderer/names.ts': [
    "export const a = (t: (key: string) => string, k: string) => [t('trial.used'), t('trial.many'), t(`trial.of.\x24{k}`)];\n",
    '',
  ],
};

/** What does not compile in a project that may not see it. */
const compiled: Readonly<Record<string, readonly [text: string, words: string]>> = {
  'shared/document.ts': ['export const a = document.title;\n', "Cannot find name 'document'"],
  'shared/process.ts': ['export const a = process.pid;\n', "Cannot find name 'process'"],
  'shared/sideways.ts': [
    "import { a } from '../db/planted.ts';\nexport const b = a;\n",
    'not listed within the file list',
  ],
  'db/planted.ts': ['export const a: number = window.innerWidth;\n', "Cannot find name 'window'"],
};

async function plant(files: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
  for (const [path, [text]] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'langgan-rules-'));
  for (const path of [
    'build/biome.json',
    'build/rules',
    'build/tsconfig.base.json',
    'build/knip.json',
  ]) {
    await cp(join(root, path), join(tree, path), { recursive: true });
  }
  for (const path of ['shared/tsconfig.json', 'db/tsconfig.json', 'package.json']) {
    await cp(join(root, path), join(tree, path));
  }
  await mkdir(join(tree, 'node_modules'));
  for (const name of ['@types', 'typescript']) {
    await symlink(join(root, 'node_modules', name), join(tree, 'node_modules', name), 'junction');
  }
});

afterAll(() => rm(tree, { recursive: true, force: true }));

/** Those planted files whose own words are not among what was said about them. */
function unseen(
  planted: Readonly<Record<string, readonly [string, string]>>,
  said: readonly string[],
): readonly string[] {
  return Object.entries(planted)
    .filter(
      ([path, [, words]]) => !said.some((line) => line.includes(path) && line.includes(words)),
    )
    .map(([path]) => path);
}

describe('a planted violation', () => {
  test('of every lint rule fails the linter, which names the right place', async () => {
    await plant(linted);
    const args = [
      'lint',
      '--config-path',
      'build/biome.json',
      '--reporter=github',
      '--max-diagnostics=200',
    ];
    const { isOk, output } = runTool(root, tree, 'biome', args);
    expect(isOk).toBe(false);
    expect(unseen(linted, output.split('\n'))).toEqual([]);
  });

  test('of every rule of ours is named', async () => {
    await plant(own);
    const files = sourceFiles(tree);
    const said = [
      ...importProblems(files),
      ...cycleProblems(files),
      ...lengthProblems(files),
      ...functionProblems(files),
      ...folderProblems(files),
      ...transactionProblems(files),
      ...areaProblems(tree).map((line) => `${line.split(':')[0]}.ts ${line}`),
      ...retiredWords(files),
      ...unusedKeyProblems(tree, files),
      ...localeProblems(tree).map(
        (line) => `shared/locale/id/shell.json shared/locale/en/shell.json ${line}`,
      ),
    ];
    expect(unseen(own, said)).toEqual([]);
  });

  test('of nothing else is named: what is right passes', async () => {
    await plant(right);
    const files = sourceFiles(tree);
    const said = [
      ...functionProblems(files),
      ...transactionProblems(files),
      ...retiredWords(files),
      ...unusedKeyProblems(tree, files),
    ];
    const paths = [...Object.keys(right), 'trial.used', 'trial.many', 'trial.of'];
    expect(said.filter((line) => paths.some((path) => line.includes(path)))).toEqual([]);
  });

  test('of too many files in one folder is named', async () => {
    const many = Array.from({ length: 26 }, (_, index) => `db/crowd/file-${index}.ts`);
    await plant(Object.fromEntries(many.map((path) => [path, ['export const a = 1;\n', '']])));
    const enough = Array.from({ length: 25 }, (_, index) => `db/company/file-${index}.ts`);
    await plant(Object.fromEntries(enough.map((path) => [path, ['export const a = 1;\n', '']])));
    expect(folderProblems(sourceFiles(tree))).toEqual([
      'db/crowd: 26 files, at most 25: give its parts a folder each.',
    ]);
  });

  test('of what a folder may see does not compile', async () => {
    await plant(compiled);
    const { isOk, output } = runTool(root, tree, 'tsc', [
      '-b',
      'shared',
      'db',
      '--pretty',
      'false',
    ]);
    expect(isOk).toBe(false);
    expect(unseen(compiled, output.split('\n'))).toEqual([]);
  });

  test('of nothing unused is named', () => {
    const { isOk, output } = runTool(root, tree, 'knip', [
      '--config',
      'build/knip.json',
      '--include',
      'files',
    ]);
    expect(isOk).toBe(false);
    expect(output).toContain('shared/now.ts');
  });
});
