import { join } from 'node:path';

/** What tests start as processes of their own, by name. */
export const processSources = {
  'task-process': 'electron/tasks/task-process.ts',
  'looping-task-process': 'tests/support/app/looping-task-process.ts',
  headless: 'build/commands/headless.ts',
  'killed-swap': 'tests/support/disk/killed-swap.ts',
  'killed-step': 'tests/support/disk/killed-step.ts',
} as const;

export type ProcessName = keyof typeof processSources;

/** The script of one, as the run has built it. */
export function processScript(name: ProcessName): string {
  const folder = process.env['LANGGAN_TEST_PROCESSES'];
  if (folder === undefined) throw new Error('tests/support/processes was not built');
  return join(folder, `${name}.js`);
}
