import { areaProblems, retiredWords } from './areas.ts';
import { electronProblems } from './electron-api/problems.ts';
import { folderProblems } from './folders.ts';
import { functionProblems } from './functions.ts';
import { cycleProblems, importProblems } from './imports.ts';
import { lengthProblems } from './lengths.ts';
import { localeProblems } from './locales.ts';
import { retiredWordings } from './retired-wordings.ts';
import { sourceFiles } from './source-files.ts';
import { runTool, type ToolResult } from './tools.ts';
import { transactionProblems } from './transactions.ts';
import { unusedKeyProblems } from './unused-keys.ts';
import { workflowProblems } from './workflows/problems.ts';

interface Check {
  readonly name: string;
  readonly run: (root: string) => ToolResult | Promise<ToolResult>;
}

type Find = (root: string) => readonly string[] | Promise<readonly string[]>;

function own(find: Find): Check['run'] {
  return async (root) => {
    const problems = await find(root);
    return { isOk: problems.length === 0, output: problems.join('\n') };
  };
}

/** Everything `npm run check` holds the tree against, in the order it is run. */
export const checks: readonly Check[] = [
  { name: 'types', run: (root) => runTool(root, root, 'tsc', ['-b']) },
  {
    name: 'lint and format',
    run: (root) =>
      runTool(root, root, 'biome', [
        'check',
        '--config-path',
        'build/biome.json',
        '--error-on-warnings',
        '--diagnostic-level=warn',
        '--max-diagnostics=50',
      ]),
  },
  {
    name: 'nothing unused',
    run: (root) => runTool(root, root, 'knip', ['--config', 'build/knip.json']),
  },
  { name: 'imports', run: own((root) => importProblems(sourceFiles(root))) },
  { name: 'no import circles', run: own((root) => cycleProblems(sourceFiles(root))) },
  { name: 'file lengths', run: own((root) => lengthProblems(sourceFiles(root))) },
  { name: 'function lengths', run: own((root) => functionProblems(sourceFiles(root))) },
  { name: 'files in a folder', run: own((root) => folderProblems(sourceFiles(root))) },
  { name: 'transactions', run: own((root) => transactionProblems(sourceFiles(root))) },
  {
    name: 'one word an area',
    run: own((root) => [...areaProblems(root), ...retiredWords(sourceFiles(root))]),
  },
  {
    name: 'no text unsaid',
    run: own((root) => unusedKeyProblems(root, sourceFiles(root))),
  },
  { name: 'languages agree', run: own(localeProblems) },
  { name: 'one word for one thing', run: own(retiredWordings) },
  { name: 'what Electron has on every system', run: own(electronProblems) },
  { name: 'workflows', run: own(workflowProblems) },
];

/** Runs all checks, says how each went, and answers how many passed and what the others said. */
export async function runChecks(
  root: string,
  say: (line: string) => void,
): Promise<{ readonly passed: number; readonly failures: readonly string[] }> {
  const failures: string[] = [];
  for (const { name, run } of checks) {
    const { isOk, output } = await run(root);
    say(isOk ? `ok      ${name}` : `FAILED  ${name}\n${output}`);
    if (!isOk) failures.push(`${name}\n${output}`);
  }
  return { passed: checks.length - failures.length, failures };
}
