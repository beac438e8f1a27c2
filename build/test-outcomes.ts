import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What a runner counted, and what failed, said in a few lines each. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** What is read of the report that vitest writes. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** What is read of the report that Playwright writes. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly suites: readonly PlaywrightSuite[];
}

const mostLines = 8;

/** A failure in a few lines: where, what, and how its message begins. */
function told(file: string, name: string, message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [`${file} › ${name}`, ...lines.slice(0, mostLines).map((line) => `  ${line}`)].join('\n');
}

/** What vitest found. A file that does not load counts as one failure, though none of its tests ran. */
export function vitestOutcome(report: VitestReport, root: string): Outcome {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((one) => one.status === 'failed');
    return failed.length === 0 && status === 'failed'
      ? [told(file, 'the file itself', message)]
      : failed.map((one) => told(file, one.fullName, (one.failureMessages ?? []).join('\n')));
  });
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, failures.length),
    skipped: report.numPendingTests,
    failures,
  };
}

function failedSpecs({ suites = [], specs }: PlaywrightSuite): readonly string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const errors = results.flatMap((result) => result.errors ?? []);
        return told(`tests/e2e/${file}`, title, errors[0]?.message ?? '');
      }),
  );
  return [...own, ...suites.flatMap(failedSpecs)];
}

/** What Playwright found; a test that passed only when it was run again has failed. */
export function playwrightOutcome({ stats, suites }: PlaywrightReport): Outcome {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  };
}
