import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { cheapKeys } from './cheap-keys.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const seed = 'tests/support/property-seed.ts';

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
    // Only against what never ends: a busy machine may take ten times as long.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    projects: [
      suite('unit', 'node', [seed]),
      suite('db', 'node', [seed]),
      suite('ipc', 'node', [seed]),
      suite('ui', 'jsdom', [seed, 'tests/support/ui-setup.ts']),
    ],
  },
});
