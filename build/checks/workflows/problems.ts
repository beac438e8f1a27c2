import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkflowFile, type Step } from './official-parser.ts';

const folder = '.github/workflows';

// npm's own; any other word after `npm` is nothing.
const npmCommands = new Set(['install', 'test', 'start']);

/** `npm run NAME` and `npm NAME`, wherever they stand in a command. */
const npmPattern = /\bnpm (?:(run)(?: -\S+)* )?([\w:-]+)/g;
/** `node FILE`, past its own switches. */
const nodePattern = /\bnode (?:-\S+ )*([\w./-]+\.(?:js|mjs|ts))\b/g;

function scriptsOf(root: string): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts?: Readonly<Record<string, string>>;
  };
  return new Set(Object.keys(manifest.scripts ?? {}));
}

function missingIn(run: string, root: string, scripts: ReadonlySet<string>): readonly string[] {
  const named = [...run.matchAll(npmPattern)].flatMap(([, isRun, name = '']) => {
    const isScript = isRun !== undefined || name === 'test' || name === 'start';
    if (isScript) return scripts.has(name) ? [] : [`there is no script "${name}"`];
    return npmCommands.has(name) ? [] : [`npm has no "${name}" here`];
  });
  const files = [...run.matchAll(nodePattern)].flatMap(([, file = '']) =>
    existsSync(join(root, file)) ? [] : [`there is no file ${file}`],
  );
  return [...named, ...files];
}

/** Others' actions run with our rights: GitHub's own only, each at a major version. */
function actionProblem(uses: string): readonly string[] {
  return /^actions\/[\w-]+@v\d+$/.test(uses)
    ? []
    : [`uses ${uses}, not one of GitHub's at a version`];
}

function stepProblems(
  { job, run, uses }: Step,
  root: string,
  scripts: ReadonlySet<string>,
): readonly string[] {
  const found = [
    ...(run === null ? [] : missingIn(run, root, scripts)),
    ...(uses === null ? [] : actionProblem(uses)),
  ];
  return found.map((problem) => `${job}: ${problem}`);
}

/** Writing is a right of the one job that needs it, never of a whole workflow. */
function mayOnlyRead(content: string): boolean {
  return /^permissions:\n {2}contents: read\n(?! )/m.test(content);
}

/** Workflows that those who run them would turn down, and steps that name what is not there. */
export async function workflowProblems(root: string): Promise<readonly string[]> {
  const place = join(root, folder);
  const names = existsSync(place) ? readdirSync(place).sort() : [];
  if (names.length === 0) return [`${folder}: there is no workflow.`];
  const scripts = scriptsOf(root);
  const problems: string[] = [];
  for (const name of names) {
    const content = readFileSync(join(place, name), 'utf8');
    const { errors, steps } = await parseWorkflowFile(name, content);
    const found = [
      ...errors,
      ...(mayOnlyRead(content) ? [] : ['may do more than read']),
      ...steps.flatMap((step) => stepProblems(step, root, scripts)),
    ];
    problems.push(...found.map((problem) => `${folder}/${name}: ${problem.replace(/\.$/, '')}.`));
  }
  return problems;
}
