import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Notice } from '#electron/context.ts';
import { Notices } from '#electron/platform/notifications.ts';
import { standInNotifications } from '#tests/support/app/stand-in-notification.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Everything that nobody holds is gone afterwards. */
async function collectAll(): Promise<void> {
  await nextTurn();
  collect();
  await nextTurn();
}

function notice(customer: number): Notice {
  return { title: `Customer ${customer}`, body: '', address: `/customers/${customer}` };
}

function notices(platform: 'linux' | 'win32', isSupported = true) {
  const { system, screen } = standInNotifications(platform, isSupported);
  const done: string[] = [];
  const windows = {
    goTo: (address: string) => void done.push(address),
    comeForward: () => void done.push('forward'),
  };
  const { show } = new Notices(system, windows, platform);
  const failed: number[] = [];
  const say = (customer: number) => show(notice(customer), () => void failed.push(customer));
  return { say, screen, done, failed };
}

test('a click leads to what a notification was about, however long it stood there', async () => {
  const { say, screen, done, failed } = notices('linux');
  say(1);
  say(2);
  await collectAll();
  screen.click(1);
  screen.click(0);
  expect(done).toEqual(['/customers/2', '/customers/1']);
  expect(failed).toEqual([]);
});

test('one that was clicked or put away is held no longer', async () => {
  const { say, screen, done } = notices('linux');
  say(1);
  say(2);
  screen.click(0);
  screen.close(1);
  await collectAll();
  screen.click(0);
  screen.click(1);
  expect(done).toEqual(['/customers/1']);
});

test('under Windows one whose time is over can still be clicked, one that was put away cannot', async () => {
  const { say, screen, done } = notices('win32');
  say(1);
  say(2);
  screen.close(0, 'timedOut');
  screen.close(1, 'userCanceled');
  await collectAll();
  screen.click(0);
  screen.click(1);
  expect(done.filter((one) => one !== 'forward')).toEqual(['/customers/1']);
});

test('under Windows one of an earlier run leads to what is due today', () => {
  const { screen, done } = notices('win32');
  screen.clickOld();
  expect(done).toEqual(['/today']);
});

test('under Windows a click that its own notification hears leads nowhere else', async () => {
  const { say, screen, done } = notices('win32');
  say(1);
  await collectAll();
  screen.click(0);
  expect(done).toEqual(['forward', '/customers/1']);
});

test.each(['linux', 'win32'] as const)(
  'on %s one that is not shown is told of, once',
  async (platform) => {
    const { say, screen, failed } = notices(platform);
    screen.failNext();
    say(1);
    say(2);
    await collectAll();
    expect(failed).toEqual([1]);
    expect(screen.titles).toEqual(['Customer 1', 'Customer 2']);
  },
);

test('where the system has no notifications, that is told of each', () => {
  const { say, screen, failed } = notices('linux', false);
  say(1);
  expect(failed).toEqual([1]);
  expect(screen.titles).toEqual([]);
});
