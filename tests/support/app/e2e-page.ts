import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { settle } from '#build/launch.ts';

const mostTabs = 120;

/** Presses Tab until the element has the keyboard, as somebody without a mouse would. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    if (await element.evaluate((one) => document.activeElement === one)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(element)}`);
}

/** Tabs to a button and presses it by Enter. */
export async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }).first());
  await page.keyboard.press('Enter');
}

/** Waits for what is being counted, fades or moves and comes to an end: half faded, nothing has its colours. */
async function comeToRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 50_000 });
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      ),
  );
}

/** What axe finds on the screen of now, once it has come to rest. */
export async function accessProblems(page: Page): Promise<readonly string[]> {
  await settle(page);
  await comeToRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => {
    const related = nodes.flatMap((node) => node.any.flatMap((one) => one.relatedNodes ?? []));
    return `${id}: ${[...nodes, ...related].map(({ html }) => html).join(' | ')}`;
  });
}

/** Fails with what axe found on the screen of now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect(await accessProblems(page), screen).toEqual([]);
}
