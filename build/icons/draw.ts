import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium-host/find-chromium.ts';

const sizePx = 1024;
const executablePath = findChromium();
if (executablePath === null) throw new Error('a Chromium is needed to draw the icon');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
const picture = await page.screenshot({ omitBackground: true });
writeFileSync(join(import.meta.dirname, 'icon.png'), picture);
await browser.close();
