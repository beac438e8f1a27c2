import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { openConnection } from '#db/file/client.ts';
import { routes } from '#renderer/base/routes.ts';
import { engineUnderTest, launchApp } from '../support/app/launch-app.ts';
import { tellFigure } from '../support/figures.ts';
import { fillWithScripts, scriptTexts } from '../support/shop/script-shop.ts';

const screens = Object.values(routes).map((route) => route.replace(':id', '1'));

function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => '__ran' in window);
}

/** How many of a fifth of the texts run where a page takes them as they are; null: not in this engine. */
async function runElsewhere(): Promise<number | null> {
  const engine = await engineUnderTest();
  if (engine.name !== 'host') return null;
  const browser = await chromium.launch({ executablePath: engine.program, args: ['--no-sandbox'] });
  let count = 0;
  for (const text of scriptTexts.filter((_, at) => at % 5 === 0)) {
    const page = await browser.newPage();
    await page.setContent(text);
    const seen = page.waitForFunction(() => '__ran' in window, null, { timeout: 300 });
    count += await seen.then(
      () => 1,
      () => 0,
    );
    await page.close();
  }
  await browser.close();
  return count;
}

test('a hundred scripts in every text that is kept: on no screen does one run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-scripts-'));
  const dataFolder = join(folder, 'data');
  try {
    const first = await launchApp({ dataFolder, language: 'en' });
    await askDoor(first.page, 'settings.update', {
      shopName: scriptTexts[0] ?? '',
      language: 'en',
    });
    await first.close();
    const { raw, close } = openConnection(join(dataFolder, 'langgan.db'));
    const columns = fillWithScripts(raw);
    await close();
    expect(columns).toBeGreaterThan(40);
    expect(scriptTexts).toHaveLength(100);
    const app = await launchApp({ dataFolder, language: 'en' });
    const { page } = app;
    await settle(page);
    for (const screen of screens) {
      await goTo(page, screen);
      await expect(page.locator('main')).not.toBeEmpty();
      expect(await hasRun(page), screen).toBe(false);
      expect(await page.locator('[href^="javascript:" i]').count(), screen).toBe(0);
    }
    expect(app.requestsRefused).toEqual([]);
    await app.close();
    const elsewhere = await runElsewhere();
    if (elsewhere !== null) expect(elsewhere).toBeGreaterThan(5);
    const control = elsewhere === null ? '' : ` (of 20 in a page without our rules: ${elsewhere})`;
    tellFigure(
      'S9',
      `${scriptTexts.length} scripts in ${columns} columns on ${screens.length} screens: 0 run${control}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What a script in the page could try, and the directive that stops it. */
function probes(): Promise<string[]> {
  const make = (tag: string, change: (one: HTMLElement) => void) => () => {
    const one = document.createElement(tag);
    change(one);
    document.body.append(one);
  };
  const set = (name: string, value: string) => (one: HTMLElement) => one.setAttribute(name, value);
  const tries: Readonly<Record<string, () => unknown>> = {
    'inline script': make('script', (one) => one.append('__ran=1')),
    'script from outside': make('script', set('src', 'https://example.com/a.js')),
    'inline handler': make('img', (one) => {
      one.setAttribute('onerror', '__ran=1');
      one.setAttribute('src', 'data:,');
    }),
    'style without the nonce': make('style', (one) => one.append('body{color:red}')),
    'picture from outside': make('img', set('src', 'https://example.com/a.png')),
    frame: make('iframe', set('src', 'https://example.com/')),
    object: make('object', set('data', 'https://example.com/')),
    base: make('base', set('href', 'https://example.com/')),
    'sound from outside': make('audio', set('src', 'https://example.com/a.mp3')),
    request: () => fetch('https://example.com/').catch(() => undefined),
    socket: () => new WebSocket('wss://example.com/'),
    worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
    markup: () => {
      document.body.innerHTML = '<p>1</p>';
    },
  };
  return (async () => {
    const passed: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      let isStopped = false;
      const note = () => {
        isStopped = true;
      };
      document.addEventListener('securitypolicyviolation', note);
      try {
        attempt();
      } catch {
        isStopped = true;
      }
      for (let waited = 0; waited < 100 && !isStopped; waited += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      document.removeEventListener('securitypolicyviolation', note);
      if (!isStopped) passed.push(name);
    }
    return [String(Object.keys(tries).length), ...passed];
  })();
}

test('what a script in the page could try is stopped by the policy', async () => {
  const app = await launchApp({ language: 'en' });
  try {
    await settle(app.page);
    const [tried, ...passed] = await app.page.evaluate(probes);
    expect(passed).toEqual([]);
    expect(await hasRun(app.page)).toBe(false);
    expect(Number(tried)).toBeGreaterThanOrEqual(12);
    tellFigure('S7', `${tried} probes of the content policy: 0 pass`);
  } finally {
    await app.close();
  }
});
