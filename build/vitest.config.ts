import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

function suite(name: string, environment: 'node' | 'jsdom', extra: object = {}) {
  return {
    root,
    test: {
      name,
      environment,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      ...extra,
    },
  };
}

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      suite('unit', 'node'),
      suite('db', 'node'),
      suite('ipc', 'node'),
      suite('ui', 'jsdom', { setupFiles: ['tests/support/ui-setup.ts'] }),
    ],
  },
});
