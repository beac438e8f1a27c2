import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workflowProblems } from '#build/checks/workflows/problems.ts';
import { root } from '#build/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const asItShould = `name: planted
on: push
permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - run: |
          npm install --no-save
          xvfb-run --auto-servernum npm test
          npm run --silent wayland -- npm run smoke -- --screenshot a.png
          node --no-warnings build/run.mjs check
`;

async function said(workflow: string): Promise<readonly string[]> {
  const tree = tempFolder();
  for (const path of ['package.json', 'build/run.mjs']) cpSync(join(root, path), join(tree, path));
  mkdirSync(join(tree, '.github/workflows'), { recursive: true });
  writeFileSync(join(tree, '.github/workflows/planted.yml'), workflow);
  const problems = await workflowProblems(tree);
  return problems.map((problem) => problem.replace('.github/workflows/planted.yml: ', ''));
}

test('nothing is said of a workflow that is as it should be', async () => {
  expect(await said(asItShould)).toEqual([]);
});

test.each([
  [
    'a key that nothing knows',
    'runs-on: ubuntu-24.04',
    'runs-at: night',
    "Unexpected value 'runs-at'",
  ],
  ['a job that waits for none', 'runs-on:', 'needs: nobody\n    runs-on:', 'no dependencies'],
  [
    'an expression that does not end',
    'runs-on:',
    `if: \${{ github.ref == }}\n    runs-on:`,
    'Unexpected end',
  ],
  [
    'what no expression may ask',
    'runs-on:',
    `if: \${{ secret.KEY == 1 }}\n    runs-on:`,
    "'secret'",
  ],
  ['an event that never comes', 'on: push', 'on: pushed', "'pushed'"],
  ['broken YAML', 'jobs:', 'jobs: [', 'planted.yml'],
])('the schema’s own words name %s', async (_what, from, to, words) => {
  const problems = await said(asItShould.replace(from, to));
  expect(problems.join('\n')).toContain(words);
});

test.each([
  ['npm test', 'npm run tset', 'check: there is no script "tset".'],
  ['npm run smoke', 'npm run smok', 'check: there is no script "smok".'],
  ['npm install', 'npm instal', 'check: npm has no "instal" here.'],
  ['build/run.mjs', 'build/walk.mjs', 'check: there is no file build/walk.mjs.'],
  [
    'actions/checkout@v7',
    'somebody/release@v2',
    "check: uses somebody/release@v2, not one of GitHub's at a version.",
  ],
  [
    'actions/checkout@v7',
    'actions/checkout@main',
    "check: uses actions/checkout@main, not one of GitHub's at a version.",
  ],
  ['contents: read', 'contents: write', 'may do more than read.'],
  ['contents: read', 'contents: read\n  packages: write', 'may do more than read.'],
])('instead of %s a planted %s is named', async (from, to, problem) => {
  expect(await said(asItShould.replace(from, to))).toEqual([problem]);
});

test('there are workflows to look at, and they are as they should be', async () => {
  expect(await workflowProblems(root)).toEqual([]);
  const tree = tempFolder();
  cpSync(join(root, 'package.json'), join(tree, 'package.json'));
  expect(await workflowProblems(tree)).toEqual(['.github/workflows: there is no workflow.']);
});
