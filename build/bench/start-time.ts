import { performance } from 'node:perf_hooks';
import { chromium } from '@playwright/test';
import { buildApp } from '../build-app.ts';
import { findChromium } from '../chromium-host/page/find-chromium.ts';
import { chooseEngine, describeEngine, type Engine } from '../engine.ts';
import { launch } from '../launch.ts';
import { quickest, type Run } from './child.ts';
import { peakMemoryMb } from './process-use.ts';

/** Memory is that of main; the browser's own processes are the same for the blank page. */
async function startOnce(engine: Engine, dataFolder: string): Promise<Run> {
  const from = performance.now();
  const app = await launch({ engine, dataFolder });
  try {
    await app.page.getByRole('heading', { level: 1 }).first().waitFor();
    await app.page.getByRole('region').first().waitFor();
    return { ms: performance.now() - from, peakRssMb: peakMemoryMb(app.pid ?? 0) };
  } finally {
    await app.close();
  }
}

async function blankOnce(executablePath: string): Promise<number> {
  const from = performance.now();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent('<p>blank</p>');
    return performance.now() - from;
  } finally {
    await browser.close();
  }
}

/**
 * The quickest start to the first screen with what it shows of the day, and the quickest blank page,
 * milliseconds; null where there is no Chromium to hold it against.
 */
export async function measureStart(
  dataFolder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<{ ours: Run; blankMs: number } | null> {
  await buildApp(say);
  const engine = await chooseEngine(say);
  say(describeEngine(engine));
  const program = findChromium();
  if (program === null) return null;
  let blankMs = Number.POSITIVE_INFINITY;
  const ours = await quickest(Math.max(3, rounds), async () => {
    blankMs = Math.min(blankMs, await blankOnce(program));
    return startOnce(engine, dataFolder);
  });
  return { ours, blankMs };
}
