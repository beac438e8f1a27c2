import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { cheapKeys } from './cheap-keys.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const seed = 'tests/support/property-seed.ts';

/**
 * What one test may take, milliseconds, only against what never ends: a busy machine may take ten times as
 * long, and at full size there are hundreds of kills and thousands of drawn cases in one.
 */
const limitMs = process.env['LANGGAN_FULL'] === '1' ? 8 * 3_600_000 : 240_000;

function suite(name: string, environment: 'node' | 'jsdom', setupFiles: readonly string[]) {
  return {
    root,
    plugins: [cheapKeys],
    test: {
      name,
      environment,
      // To read in the app, or the window, takes longer than most files do: it is read in once for all of
      // them (see ui-setup.ts). A file may come after any other, in one process: what it sets, it sets back.
      isolate: false,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      setupFiles: [...setupFiles],
    },
  };
}

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'tests/support/processes/build-processes.ts',
    testTimeout: limitMs,
    hookTimeout: limitMs,
    projects: [
      suite('unit', 'node', [seed]),
      suite('db', 'node', [seed]),
      suite('ipc', 'node', [seed]),
      suite('ui', 'jsdom', [seed, 'tests/support/ui-setup.ts']),
    ],
  },
});
