import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { figureTable } from '../bars.ts';
import { buildApp } from '../build-app.ts';
import { runChecks } from '../checks/check.ts';
import { chooseEngine, describeEngine, type Engine, engineEnvironment, root } from '../engine.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const cache = join(root, 'node_modules', '.cache', 'langgan');
const figures = join(cache, 'figures.jsonl');
const isFull = process.argv.includes('--full');
const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
const oneFailure: Counts = { ...nothing, failed: 1 };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A test runner, and how to read the report that it leaves. */
interface Suite {
  readonly script: string;
  readonly args: readonly string[];
  readonly report: string;
  readonly read: (report: never) => Counts;
}

/** Runs a test runner and reads its own report; one that leaves no report has failed. */
function runSuite(
  { script, args, report, read }: Suite,
  environment: NodeJS.ProcessEnv = process.env,
): Counts {
  const path = join(cache, report);
  rmSync(path, { force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...(isFull ? { LANGGAN_FULL: '1' } : {}) },
  });
  let counts: Counts;
  try {
    counts = read(JSON.parse(readFileSync(path, 'utf8')) as never);
  } catch {
    return oneFailure;
  }
  // A file that does not load, or an error outside any test, fails the run but no test of it.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function runVitest(): Counts {
  const args = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(cache, 'vitest.json')}`,
  ];
  interface VitestReport {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  }
  const read = (report: VitestReport): Counts => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  });
  return runSuite({ script: 'vitest/vitest.mjs', args, report: 'vitest.json', read });
}

function runPlaywright(engine: Engine): Counts {
  const args = ['test', '--config', 'build/playwright.config.ts'];
  interface PlaywrightReport {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }
  const read = ({ stats }: PlaywrightReport): Counts => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
  const script = '@playwright/test/cli.js';
  return runSuite({ script, args, report: 'playwright.json', read }, engineEnvironment(engine));
}

/** The built app: a build that fails, or no engine at all, is one failure that says why. */
async function runEndToEnd(): Promise<Counts> {
  let engine: Engine;
  try {
    await buildApp(say);
    engine = await chooseEngine(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return oneFailure;
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

mkdirSync(cache, { recursive: true });
rmSync(figures, { force: true });
const results: Counts[] = [
  { ...(await runChecks(root, say)), skipped: 0 },
  runVitest(),
  await runEndToEnd(),
];
const sum = (key: keyof Counts): number => results.reduce((total, one) => total + one[key], 0);
const skipped = sum('skipped');
sayFigures();
say('');
say(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
);
process.exitCode = sum('failed') === 0 ? 0 : 1;
