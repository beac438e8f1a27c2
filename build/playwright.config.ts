import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The built app as a whole, in Electron or the Chromium host; no browser of Playwright's own. */
export default defineConfig({
  testDir: `${root}tests/e2e`,
  testMatch: '**/*.spec.ts',
  outputDir: `${root}test-results`,
  // In the host each journey has a Chromium of its own, which no screen shows. Real windows would take the
  // keyboard and the clipboard from each other.
  workers: process.env.LANGGAN_ENGINE === 'host' ? 2 : 1,
  fullyParallel: true,
  // Only against what never ends: a busy machine may take ten times as long.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: `${root}node_modules/.cache/langgan/playwright.json` }],
  ],
  use: { trace: 'off' },
});
