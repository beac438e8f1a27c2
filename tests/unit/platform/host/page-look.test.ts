import { readFileSync } from 'node:fs';
import { IconUsers } from '@tabler/icons-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { findChromium } from '#build/chromium-host/page/find-chromium.ts';
import { EmailText } from '#renderer/components/figures.tsx';
import { runInHost } from '#tests/support/app/host-app.ts';

const base = readFileSync(new URL('../../../../renderer/app/theme/base.css', import.meta.url));

/** A page with our styles and this in it, and what an expression makes of it. */
async function laidOut(html: string, expression: string): Promise<unknown> {
  const page = `<!doctype html><style>${base}</style>${html}`;
  const { said } = await runInHost({
    main: `
      protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: privileged }]);
      app.whenReady().then(async () => {
        serve(${JSON.stringify(page)});
        const { pipe, session } = (await openWindow()).webContents;
        const given = { expression: ${JSON.stringify(expression)}, returnByValue: true };
        say((await pipe.send('Runtime.evaluate', given, session)).result.value);
        app.exit();
      });`,
  });
  return said[0];
}

describe.skipIf(findChromium() === null)('a page that is laid out', { timeout: 240_000 }, () => {
  test('has icons that grow with the text, each by as much', async () => {
    const icon = (size: number) => renderToStaticMarkup(createElement(IconUsers, { size }));
    const sizes = await laidOut(
      icon(16) + icon(18),
      `['16px', '24px'].flatMap((size) => {
        document.documentElement.style.fontSize = size;
        return [...document.querySelectorAll('svg')].map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return [width, height];
        });
      })`,
    );
    expect(sizes).toEqual([
      [16, 16],
      [18, 18],
      [24, 24],
      [27, 27],
    ]);
  });

  test('breaks an e-mail address at its joints alone, where it does not fit', async () => {
    const address = 'ratna.kusuma@perusahaan-kopi.co.id';
    const email = renderToStaticMarkup(createElement(EmailText, { address }));
    const lines = await laidOut(
      `<p style="width: 9em; font: 16px monospace; overflow-wrap: anywhere">${email}</p>`,
      `(() => {
        const rows = new Map();
        const walker = document.createTreeWalker(document.querySelector('p'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const range = document.createRange();
          for (let at = 0; at < walker.currentNode.length; at++) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const { top } = range.getBoundingClientRect();
            rows.set(top, (rows.get(top) ?? '') + range);
          }
        }
        return [...rows.values()];
      })()`,
    );
    expect(lines).toEqual(['ratna.kusuma', '@perusahaan-', 'kopi.co.id']);
  });
});
