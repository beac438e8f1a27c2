import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { playwrightOutcome, vitestOutcome } from '#build/test-outcomes.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Runs a runner on files written for it, and reads the report that it leaves in its folder. */
function ran(script: string, args: readonly string[], files: Readonly<Record<string, string>>) {
  const folder = realpathSync(tempFolder());
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { VITEST: _, VITEST_WORKER_ID: __, ...env } = process.env;
  const runner = join(root, 'node_modules', script);
  const done = spawnSync(process.execPath, [runner, ...args], {
    ...{ cwd: folder, encoding: 'utf8' as const },
    env,
  });
  expect(done.status, done.stdout + done.stderr).toBe(1);
  return { folder, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as never };
}

test('what vitest found is counted, and each failure named with how its message begins', () => {
  const args = ['run', '--globals', '--reporter=json', '--outputFile=report.json'];
  const { folder, report } = ran('vitest/vitest.mjs', args, {
    'sums.test.js': `describe('sums', () => {
      test('two and two', () => expect(2 + 2).toBe(5));
      test('one and one', () => expect(1 + 1).toBe(2));
      test.skip('another day', () => {});
    });`,
    'broken.test.js': `throw new Error('no such shop');`,
  });
  const { failures, ...counts } = vitestOutcome(report, folder);
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1 });
  expect(failures.toSorted()).toEqual([
    expect.stringMatching(/^broken\.test\.js › the file itself\n {2}.*no such shop/),
    expect.stringMatching(/^sums\.test\.js › sums two and two\n {2}.*expected 4 to be 5/),
  ]);
  for (const one of failures) expect(one.split('\n').length).toBeLessThanOrEqual(9);
});

test('what Playwright found is counted; what passed only the second time is named too', () => {
  const runner = pathToFileURL(join(root, 'node_modules', '@playwright', 'test', 'index.mjs')).href;
  const { report } = ran('@playwright/test/cli.js', ['test'], {
    'playwright.config.mjs': `export default {
      retries: 1, reporter: [['json', { outputFile: 'report.json' }]],
    };`,
    'shop.spec.mjs': `import { expect, test } from '${runner}';
      test('opens', () => {});
      test.skip('another day', () => {});
      test.describe('the shop', () => {
        test('closes', () => { expect('open').toBe('closed'); });
      });
      test('sells', ({}, { retry }) => { expect(retry).toBe(1); });`,
  });
  const { failures, ...counts } = playwrightOutcome(report);
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1 });
  expect(failures.toSorted()).toEqual([
    expect.stringMatching(/^tests\/e2e\/shop\.spec\.mjs › closes\n {2}Error: expect/),
    expect.stringMatching(/^tests\/e2e\/shop\.spec\.mjs › sells\n {2}Error: expect/),
  ]);
  for (const one of failures) expect(one).toBe(stripVTControlCharacters(one));
});
