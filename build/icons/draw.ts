import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium-host/page/find-chromium.ts';
import type { Drawing } from './drawing.ts';
import { packIcns } from './icns.ts';
import { packIco } from './ico.ts';

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const smallSvg = readFileSync(join(folder, 'icon-small.svg'), 'utf8');
// Its edges lie on whole pixels at these sizes, and at no other.
const smallSizes = new Set([16, 32]);
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

// macOS sets its icons 100 of 1024 points in from the edge; elsewhere ours is 64 in.
const macFrame = 'viewBox="-44.7 -44.7 1113.4 1113.4"';

async function draw(page: Page, picture: string, sizePx: number): Promise<Drawing> {
  const drawn = await page.evaluate(
    async ([source, size]) => {
      const image = new Image(size, size);
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('nothing to draw on');
      context.drawImage(image, 0, 0, size, size);
      const png = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
      const { data } = context.getImageData(0, 0, size, size);
      return { png: [...new Uint8Array(png)], rgba: [...data] };
    },
    [picture, sizePx] as const,
  );
  return { sizePx, png: Buffer.from(drawn.png), rgba: Uint8Array.from(drawn.rgba) };
}

const executablePath = findChromium();
if (executablePath === null) throw new Error('a Chromium is needed to draw the icon');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage();
const drawAll = async (sizes: readonly number[], picture: string): Promise<readonly Drawing[]> => {
  const drawings: Drawing[] = [];
  for (const sizePx of sizes) {
    drawings.push(await draw(page, smallSizes.has(sizePx) ? smallSvg : picture, sizePx));
  }
  return drawings;
};
const inMacFrame = svg.replace(/viewBox="[^"]*"/, macFrame);
writeFileSync(join(folder, 'icon.ico'), packIco(await drawAll(windowsSizes, svg)));
writeFileSync(join(folder, 'icon.icns'), packIcns(await drawAll(macSizes, inMacFrame)));
const linux = join(folder, 'linux');
rmSync(linux, { recursive: true, force: true });
mkdirSync(linux);
for (const { sizePx, png } of await drawAll(linuxSizes, svg)) {
  writeFileSync(join(linux, `${sizePx}x${sizePx}.png`), png);
}
await browser.close();
