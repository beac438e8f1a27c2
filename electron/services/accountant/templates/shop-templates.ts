import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInTemplates } from './built-in.ts';
import { brokenLine, lineOfPath } from './json-lines.ts';
import { type Template, template } from './template.ts';

/** A file of the shop's own that is no template, and the line that says why. */
export interface BrokenTemplate {
  readonly file: string;
  readonly line: number;
  readonly problem: 'not-json' | 'not-a-template' | 'same-id' | 'too-large';
  /** What is wrong there, by its name in the file. */
  readonly what: string;
}

export interface ShopTemplates {
  readonly templates: readonly Template[];
  readonly broken: readonly BrokenTemplate[];
}

const LARGEST = 1_000_000;

/** Where a shop keeps templates of its own. */
export function templatesFolder(dataFolder: string): string {
  return join(dataFolder, 'templates');
}

function read(file: string, text: string, known: ReadonlySet<string>): Template | BrokenTemplate {
  const line = brokenLine(text);
  if (line !== null) return { file, line, problem: 'not-json', what: '' };
  const parsed = template.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const path = [...(issue?.path ?? []), ...extra];
    const what = path.map(String).join('.');
    return { file, line: lineOfPath(text, path), problem: 'not-a-template', what };
  }
  const { id } = parsed.data;
  if (!known.has(id)) return parsed.data;
  return { file, line: lineOfPath(text, ['id']), problem: 'same-id', what: id };
}

/** The templates of the app and those of the shop's own folder, by file name. */
export async function shopTemplates(dataFolder: string): Promise<ShopTemplates> {
  const folder = templatesFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const templates = [...builtInTemplates];
  const broken: BrokenTemplate[] = [];
  for (const file of names.filter((name) => name.endsWith('.json')).sort()) {
    const { size } = await stat(join(folder, file));
    if (size > LARGEST) {
      broken.push({ file, line: 1, problem: 'too-large', what: '' });
      continue;
    }
    const text = (await readFile(join(folder, file), 'utf8')).replace(/^\ufeff/, '');
    const found = read(file, text, new Set(templates.map(({ id }) => id)));
    if ('problem' in found) broken.push(found);
    else templates.push(found);
  }
  return { templates, broken };
}
