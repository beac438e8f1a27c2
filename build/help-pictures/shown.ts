import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../engine.ts';

/** Set while outlines are written down instead of compared. */
export const writingShown = 'LANGGAN_WRITES_SHOWN';

/** The test that looks at every screen as it is today. */
const lookingTest = 'tests/ui/help/shown.test.tsx';

/** What each screen was made of when its picture was taken: the key of every name and what it is. */
export interface Shown {
  /** Each picture by its name, with a print of it. */
  readonly files: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The words of each key in both languages. */
  readonly texts: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
}

/** Where the pictures of help lie, with what each screen was made of. */
export const helpPictures = join(root, 'renderer', 'features', 'help', 'pictures');

/** Where that is written down. */
export const shownFile = join(helpPictures, 'shown.json');

/** The pictures that are there, each with a print of it. */
export function printsOfPictures(): Readonly<Record<string, string>> {
  const names = readdirSync(helpPictures, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(id|en)\/\w+\.webp$/.test(name))
    .sort();
  return Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(join(helpPictures, name));
      return [name, createHash('sha256').update(bytes).digest('hex').slice(0, 16)];
    }),
  );
}

/** Looks at every screen and writes down what it is made of. Throws when that fails. */
export async function writeShown(): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(root, 'build', 'vitest.config.ts');
  const child = spawn(process.execPath, [vitest, 'run', '-c', config, lookingTest], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // What was built before is for use; this is a test.
    env: { ...process.env, NODE_ENV: 'test', [writingShown]: '1' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('What the screens are made of could not be written down.');
}
