import type { Page } from '@playwright/test';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { settle } from './launch.ts';

type Invoke = (channel: string, input: unknown, callId: string) => Promise<unknown>;

/** Asks at a window's own door, for what must be there before a journey or a picture. */
export async function askDoor<N extends ChannelName>(
  page: Page,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await page.evaluate(
    ([name, given]) => {
      const { langgan } = window as unknown as { langgan: { invoke: Invoke } };
      return langgan.invoke(String(name), given, 'page-door');
    },
    [channel, input] as const,
  );
  const answer = result as { ok: boolean; value: Output<N>; error: unknown };
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Goes to a screen by its address and waits until it has been drawn. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await settle(page);
}
