import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { expectAccessible, pressButton } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };

/** Keys that may do nothing, alone or with what can be held; those of typing stand at the end. */
const keys = [
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...['Escape', 'ContextMenu', 'PageUp', 'PageDown', 'Insert', 'Pause', 'ScrollLock', 'NumLock'],
  ...['Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace', 'Delete'],
  ...'abcdefghijklmnopqrstuvwxyz0123456789/?,.-=+',
];

/** A visitor goes from one thing to the next and chooses by these; with what is held they do nothing. */
const choosing = ['Tab', 'Enter', 'Space'];
const holding = ['Control+', 'Alt+', 'Meta+', 'Control+Shift+'];

/** Goes on by the Tab key until a button has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  const hasFocus = () => button.evaluate((one) => one === document.activeElement);
  for (let time = 0; time < 12 && !(await hasFocus()); time += 1) await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
}

/** Nothing of the shop is on the screen, and the door gives none of it. */
async function expectNothing(page: Page): Promise<void> {
  const text = await page.evaluate(() => document.body.textContent);
  expect(text).not.toMatch(/Ratna|Morning Coffee|Today|Customers|Satisfaction after/);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const channel of ['settings.get', 'customers.list', 'history.last'] as const)
    expect(await askDoor(page, channel, {}).catch(() => 'refused')).toBe('refused');
}

test('customers answer at the shop’s screen: every key pressed, the address changed, reloaded and restarted, nothing leaves it but the owner', async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'langgan-kiosk-'));
  const start = () => launchApp({ dataFolder: join(folder, 'data'), language: 'en' });
  try {
    const first = await start();
    const { page } = first;
    await settle(page);
    await askDoor(page, 'settings.update', { shopName: 'Morning Coffee', language: 'en' });
    await askDoor(page, 'customers.create', { ...EMPTY_FACTS, name: 'Ratna' });
    await page.reload();
    await goTo(page, '/feedback/new');
    await pressButton(page, 'Take: Satisfaction after a purchase');
    await expectAccessible(page, 'a survey is written');
    await pressButton(page, 'Save');
    await expect(page.getByText('Nobody was asked yet.')).toBeVisible(slowly);
    await expectAccessible(page, 'a survey');
    await pressButton(page, 'Hand the screen over');
    await page.getByLabel('Word or number to come back').fill('melati 7');
    await page.getByLabel('The same once more').fill('melati 7');
    await pressButton(page, 'Begin');
    const question = page.getByRole('heading', { name: /How satisfied are you/ });
    await expect(question).toBeVisible(slowly);
    await expectAccessible(page, 'kiosk');
    await expectNothing(page);
    for (const key of keys) await page.keyboard.press(key);
    for (const held of holding)
      for (const key of [...keys, ...choosing]) await page.keyboard.press(`${held}${key}`);
    await expect(question).toBeVisible();
    await expectNothing(page);
    // Those that choose reach the way back, and open nothing without its word.
    await tabTo(page, 'For the shop');
    await page.keyboard.press('Enter');
    const word = page.getByLabel('Word or number that was chosen');
    await expect(word).toBeFocused();
    for (const key of ['Enter', 'Space', 'Enter', 'Tab', 'Space', 'Shift+Tab', 'Shift+Enter'])
      await page.keyboard.press(key);
    await expect(page.getByRole('button', { name: 'Take the screen back' })).toBeVisible();
    await expectNothing(page);
    await page.reload();
    await expect(question).toBeVisible(slowly);
    await tabTo(page, '2 ★');
    await page.keyboard.press('Space');
    await expect(page.getByRole('heading', { name: /find what you were looking/ })).toBeVisible();
    await expectNothing(page);
    await page.reload();
    await expect(question).toBeVisible(slowly);
    await page.evaluate(() => {
      window.location.hash = '/customers/1';
    });
    await expectNothing(page);
    await page.getByRole('button', { name: '2 ★' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('textbox').fill('Slow');
    await page.reload();
    // What was not sent is forgotten with the page.
    await expect(question).toBeVisible(slowly);
    await expectNothing(page);
    await page.getByRole('button', { name: '2 ★' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('textbox').fill('Slow');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible(slowly);
    await first.close();

    const second = await start();
    const again = second.page;
    const asked = again.getByRole('heading', { name: /How satisfied are you/ });
    await expect(asked).toBeVisible(slowly);
    await expectNothing(again);
    await again.getByRole('button', { name: 'For the shop' }).click();
    await again.getByLabel('Word or number that was chosen').fill('mawar');
    await again.keyboard.press('Enter');
    await expect(again.getByText(/That is not it/)).toBeVisible(slowly);
    await expectNothing(again);
    await again.getByLabel('Word or number that was chosen').fill('melati 7');
    await again.keyboard.press('Enter');
    await expect(again.getByRole('navigation').first()).toBeVisible(slowly);
    await goTo(again, '/feedback/1/answers');
    await expect(again.getByText('Slow')).toBeVisible(slowly);
    await expectAccessible(again, 'answers');
    await goTo(again, '/feedback/1/result');
    await expect(
      again.getByText('0 of 1 gave 4 or 5 stars. Too few to speak of a share: it takes 5.'),
    ).toBeVisible(slowly);
    await expectAccessible(again, 'result of a survey');
    await goTo(again, '/feedback/1/entry');
    await again.keyboard.press('5');
    await expectAccessible(again, 'answers are written down');
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
