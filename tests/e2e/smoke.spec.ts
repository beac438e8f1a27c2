import { expect, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { launchApp } from '../support/app/launch-app.ts';

test('the app opens with its title and its first screen, and asks the network for nothing', async () => {
  const app = await launchApp();
  try {
    await settle(app.page);
    await expect(app.page).toHaveTitle(/Langgan/);
    await expect(app.page.locator('#root')).not.toBeEmpty();
    expect(app.requestsRefused).toEqual([]);
  } finally {
    await app.close();
  }
});

test('the page has two functions of ours and nothing else of Node or the host', async () => {
  const app = await launchApp();
  try {
    const seen = await app.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { langgan: object }).langgan).sort(),
      isFrozen: Object.isFrozen((window as unknown as { langgan: object }).langgan),
      leaked: Object.getOwnPropertyNames(window).filter((key) =>
        /^(require|process|module|exports|global|Buffer)$|electron|ipc|__langgan/i.test(key),
      ),
    }));
    expect(seen).toEqual({ bridge: ['invoke', 'subscribe'], isFrozen: true, leaked: [] });
  } finally {
    await app.close();
  }
});

test('a page that tries to leave stays where it is, and the attempt is refused', async () => {
  const app = await launchApp();
  try {
    await settle(app.page);
    const before = app.page.url();
    await app.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await expect.poll(() => app.requestsRefused).toEqual(['https://example.com/']);
    expect(app.page.url()).toBe(before);
    await expect(app.page.locator('#root')).not.toBeEmpty();
  } finally {
    await app.close();
  }
});

test('a window that a page opens never comes to be: its address goes to the system', async () => {
  const app = await launchApp();
  try {
    await app.page.evaluate(() => {
      window.open('http://example.com/');
      window.open('https://example.com/');
    });
    // One after the other: the safe address is there, so the other one was refused before it.
    await expect.poll(() => app.opened).toEqual(['https://example.com/']);
    await settle(app.page);
    expect(app.page.context().pages()).toEqual([app.page]);
  } finally {
    await app.close();
  }
});
