import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '#shared/contract/settings.ts';
import { settle } from '../launch.ts';
import { askDoor, goTo } from '../page-door.ts';
import { type Ask, beginOwnShop, fillShop } from './fill-shop.ts';
import { ownPages, samplePages } from './pages.ts';
import { helpPictures } from './shown.ts';

const size = { width: 1120, height: 700 } as const;
/** Smaller than on the screen, and still to be read. */
const scale = 0.75;
const quality = 60;

/** Waits until a screen has stopped changing: whatever is reckoned in a task has arrived. */
async function standStill(page: Page): Promise<void> {
  await settle(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quietMs = 500;
        let timer = setTimeout(look, quietMs);
        const observer = new MutationObserver(wait);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        function wait(): void {
          clearTimeout(timer);
          timer = setTimeout(look, quietMs);
        }
        // The status line says it while something is reckoned.
        function look(): void {
          if (document.querySelector('footer [role="progressbar"]') !== null) wait();
          else {
            observer.disconnect();
            resolve();
          }
        }
      }),
  );
  await settle(page);
}

async function takeEach(
  page: Page,
  language: Language,
  addresses: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(helpPictures, language);
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...size, scale };
  for (const [name, address] of Object.entries(addresses)) {
    await goTo(page, address);
    await standStill(page);
    const shot = { format: 'webp', quality, clip } as const;
    const { data } = await session.send('Page.captureScreenshot', shot);
    await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  }
  await session.detach();
  if (before !== null) await page.setViewportSize(before);
}

function doorOf(page: Page): Ask {
  return (channel, input) => askDoor(page, channel, input);
}

/** Takes the pictures of pages that only the owner's own shop has. */
export async function takeOwnPages(page: Page, language: Language): Promise<void> {
  await rm(join(helpPictures, language), { recursive: true, force: true });
  await beginOwnShop(doorOf(page), language);
  await page.reload();
  await takeEach(page, language, ownPages);
}

/** Takes the picture of every other page that has help, in the sample shop with what it lacks put in. */
export async function takeSamplePages(page: Page, language: Language): Promise<void> {
  await fillShop(doorOf(page), language);
  await takeEach(page, language, await samplePages(doorOf(page), language));
}
