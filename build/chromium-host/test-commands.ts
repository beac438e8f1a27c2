import { createInterface } from 'node:readline';
import { touchNotification } from './notification.ts';
import { testPort } from './switches.ts';

/** What a test does in place of the person, one JSON line of input each. */
export interface Command {
  /** The title of a notification on the screen. */
  readonly notification: string;
  readonly does: 'click' | 'close';
}

/** Hears the test that started the host; when it lets go of our input, or dies, `onEnd` is called. */
export function listenToTest(onEnd: () => void): void {
  if (testPort() === null) return;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const { notification, does } = JSON.parse(line) as Command;
    touchNotification(notification, does);
  });
  lines.on('close', onEnd);
}
