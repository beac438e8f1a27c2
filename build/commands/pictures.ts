import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import en from '#shared/locale/en/import.json' with { type: 'json' };
import id from '#shared/locale/id/import.json' with { type: 'json' };
import { buildApp } from '../build-app.ts';
import { chooseEngine, describeEngine, type Engine, root } from '../engine.ts';
import { helpPictures, writeShown } from '../help-pictures/shown.ts';
import { takeOwnPages, takeSamplePages } from '../help-pictures/take.ts';
import { type Launched, launch, settle } from '../launch.ts';
import { askDoor, goTo } from '../page-door.ts';

const folder = join(root, 'build', 'pictures');
const texts = { id, en };
const languages = ['id', 'en'] as const;
const schemes = ['light', 'dark'] as const;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Pictures of one language in both schemes: the window keeps its place while the scheme changes. */
async function take(page: Page, name: string, language: string): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}-${language}-${scheme}.png`) });
  }
}

async function importScreens(page: Page, language: 'id' | 'en'): Promise<void> {
  const words = texts[language];
  const next = (step: 'columns' | 'check') =>
    page.getByRole('button', { name: words.foot.next.replace('{{step}}', words.step[step]) });
  await goTo(page, '/import');
  await take(page, 'import', language);
  await page.getByRole('button', { name: words.drop.sample }).click();
  await next('columns').waitFor({ timeout: 120_000 });
  await take(page, 'import-files', language);
  await next('columns').click();
  await next('check').waitFor();
  await take(page, 'import-columns', language);
  await next('check').click();
  await page.getByText(words.facts.title).waitFor({ timeout: 120_000 });
  await take(page, 'import-check', language);
}

/** Everything that was sold, and one sale of it. */
async function salesScreens(page: Page, language: 'id' | 'en'): Promise<void> {
  await goTo(page, '/sales');
  await page.getByRole('gridcell').first().waitFor();
  await take(page, 'sales', language);
  const { rows } = await askDoor(page, 'sales.list', { limit: 50 });
  const found = rows.find(({ lineCount }) => lineCount > 1);
  if (found === undefined) throw new Error('the sample shop has no sale of several things');
  await goTo(page, `/sales/${found.id}`);
  await page.getByRole('table').waitFor();
  await take(page, 'sale', language);
  await goTo(page, '/sales/new');
  await page.getByRole('table').waitFor();
  await take(page, 'sale-entry', language);
  await goTo(page, '/sales/owed');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take(page, 'owed', language);
}

/** What is sold, and one of it. */
async function productScreens(page: Page, language: 'id' | 'en'): Promise<void> {
  await goTo(page, '/sales/products');
  await page.getByRole('gridcell').first().waitFor();
  await take(page, 'products', language);
  const { rows } = await askDoor(page, 'products.list', { limit: 1 });
  if (rows[0] === undefined) throw new Error('the sample shop has no product');
  await goTo(page, `/sales/products/${rows[0].id}`);
  await page.getByRole('heading', { level: 1, name: rows[0].name }).waitFor();
  await take(page, 'product', language);
}

/** Today, and what is there so that nobody is forgotten. */
async function dailyScreens(page: Page, language: 'id' | 'en'): Promise<void> {
  await goTo(page, '/today');
  await page.locator('main svg[role="img"]').first().waitFor();
  await take(page, 'today', language);
  for (const [name, address] of [
    ['complaints', '/complaints'],
    ['reviews', '/complaints/reviews'],
    ['guarantee', '/complaints/guarantee'],
    ['report', '/complaints/report'],
  ] as const) {
    await goTo(page, address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await take(page, name, language);
  }
  const { rows } = await askDoor(page, 'complaints.list', { filter: { states: ['diagnosed'] } });
  const found = rows[0];
  if (found === undefined) throw new Error('the sample shop has no complaint whose cause is known');
  await goTo(page, `/complaints/${found.id}`);
  await page.getByRole('heading', { level: 1, name: found.title }).waitFor();
  await take(page, 'complaint', language);
}

async function allScreens(app: Launched, language: 'id' | 'en'): Promise<void> {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await settle(page);
  await take(page, 'first-start', language);
  await takeOwnPages(page, language);
  await askDoor(page, 'sample.open', { language });
  await page.reload();
  await goTo(page, '/customers');
  await page.getByRole('gridcell').first().waitFor();
  await take(page, 'customers', language);
  const { name } = placeOf(language).people.best;
  const { customers } = await askDoor(page, 'search.find', { text: name });
  const found = customers[0];
  if (found === undefined) throw new Error(`the sample shop has no ${name}`);
  await goTo(page, `/customers/${found.id}`);
  await take(page, 'customer', language);
  await salesScreens(page, language);
  await productScreens(page, language);
  await dailyScreens(page, language);
  await goTo(page, '/insights');
  await page.locator('canvas').first().waitFor();
  await take(page, 'insights', language);
  await goTo(page, '/accountant');
  await page.getByRole('table').first().waitFor();
  await take(page, 'accountant', language);
  await goTo(page, '/settings');
  await take(page, 'settings', language);
  await takeSamplePages(page, language);
  await importScreens(page, language);
}

async function takeAll(engine: Engine, language: 'id' | 'en'): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'langgan-pictures-'));
  const locale = language === 'id' ? 'id_ID.UTF-8' : 'en_US.UTF-8';
  const app = await launch({
    engine,
    dataFolder: join(data, 'data'),
    userData: join(data, 'user'),
    locale,
  });
  try {
    await allScreens(app, language);
    say(`The pictures in ${language} are in build/pictures, those of help in ${helpPictures}.`);
  } finally {
    await app.close();
    await rm(data, { recursive: true, force: true });
  }
}

try {
  await buildApp(say);
  const engine = await chooseEngine(say);
  say(describeEngine(engine));
  await mkdir(folder, { recursive: true });
  say('Every screen is pictured in both languages, then written down: about eight minutes.');
  for (const language of languages) await takeAll(engine, language);
  say('What each screen is made of is being written down beside its picture.');
  await writeShown();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
