import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { figureTable } from '../bars.ts';
import { buildApp } from '../build-app.ts';
import { runChecks } from '../checks/check.ts';
import { chooseEngine, describeEngine, type Engine, engineEnvironment, root } from '../engine.ts';
import {
  type Outcome,
  playwrightOutcome,
  type VitestReport,
  vitestOutcome,
} from '../test-outcomes.ts';

const cache = join(root, 'node_modules', '.cache', 'langgan');
const figures = join(cache, 'figures.jsonl');
const isFull = process.argv.includes('--full');

/** Something beside the tests that failed as a whole. */
function failure(what: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, failures: [what] };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A test runner, and how to read the report that it leaves. */
interface Suite {
  readonly script: string;
  readonly args: readonly string[];
  readonly report: string;
  readonly read: (report: never) => Outcome;
}

/** Runs a test runner and reads its own report; one that leaves no report has failed. */
function runSuite(
  { script, args, report, read }: Suite,
  environment: NodeJS.ProcessEnv = process.env,
): Outcome {
  const path = join(cache, report);
  rmSync(path, { force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...(isFull ? { LANGGAN_FULL: '1' } : {}) },
  });
  let outcome: Outcome;
  try {
    outcome = read(JSON.parse(readFileSync(path, 'utf8')) as never);
  } catch {
    return failure(`${script} left no report of its tests`);
  }
  // An error outside any test fails the run but no test of it.
  return status !== 0 && outcome.failed === 0
    ? { ...outcome, failed: 1, failures: [`${script} ended with ${status}, though no test failed`] }
    : outcome;
}

function runVitest(): Outcome {
  const args = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(cache, 'vitest.json')}`,
  ];
  const read = (report: VitestReport) => vitestOutcome(report, root);
  return runSuite({ script: 'vitest/vitest.mjs', args, report: 'vitest.json', read });
}

function runPlaywright(engine: Engine): Outcome {
  const args = ['test', '--config', 'build/playwright.config.ts'];
  const [script, report] = ['@playwright/test/cli.js', 'playwright.json'];
  return runSuite({ script, args, report, read: playwrightOutcome }, engineEnvironment(engine));
}

/** The built app: a build that fails, or no engine at all, is one failure that says why. */
async function runEndToEnd(): Promise<Outcome> {
  let engine: Engine;
  try {
    await buildApp(say);
    engine = await chooseEngine(say);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say(message);
    return failure(message);
  }
  say(describeEngine(engine));
  return runPlaywright(engine);
}

/** What safety was found to be, from what the tests left of it. */
function sayFigures(): void {
  say('');
  for (const line of figureTable(existsSync(figures) ? readFileSync(figures, 'utf8') : ''))
    say(line);
}

/** What failed, by name: what the runners said of it stands far above by now. */
function sayFailures(failures: readonly string[]): void {
  if (failures.length === 0) return;
  say('');
  say('Failed:');
  for (const one of failures) say(one);
}

mkdirSync(cache, { recursive: true });
rmSync(figures, { force: true });
const checked = await runChecks(root, say);
const results = [
  { ...checked, failed: checked.failures.length, skipped: 0 },
  runVitest(),
  await runEndToEnd(),
];
const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
  results.reduce((total, one) => total + one[key], 0);
const skipped = sum('skipped');
sayFigures();
sayFailures(results.flatMap(({ failures }) => failures));
say('');
say(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
);
process.exitCode = sum('failed') === 0 ? 0 : 1;
