import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#db/queries/settings.ts';
import type { TaskProcess } from '#electron/context.ts';
import { toAppError } from '#electron/ipc/errors.ts';
import { figureRules } from '#electron/services/insights/refresh.ts';
import { addReview } from '#tests/support/reminder-rows.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { startShop, tempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

describe('the door', () => {
  it('tells nobody of what was only asked, refused or broken off', async () => {
    const shop = await tempShop((raw) => {
      addCustomer(raw, { name: 'Ratna' });
      finishShop(raw, figureRules(defaultSettings, today));
    });
    await shop.ask('customers.list', {});
    await shop.ask('customers.facets', {});
    expect(await shop.ask('settings.moveDataFolder', {})).toBeNull();
    expect(await shop.fail('customers.get', { id: 'secret text', more: 1 })).toEqual({
      code: 'VALIDATION',
      issues: [
        { path: 'id', problem: 'invalid_type' },
        { path: '', problem: 'unrecognized_keys' },
      ],
    });
    expect(shop.events).toEqual([]);
    await shop.ask('settings.update', { shopName: 'Sekar' });
    expect(shop.events).toEqual([{ type: 'changed', touches: ['settings'] }]);
  });

  it('holds an answer against its contract, and logs a question that took long', async () => {
    const shop = await tempShop((raw) => {
      addReview(raw, today, { answered_at: 'yesterday' });
      finishShop(raw, figureRules(defaultSettings, today));
    });
    expect(await shop.fail('reviews.list', {})).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'rows.0.answeredAt', problem: 'invalid_format' }],
    });
    const slow = () => shop.machine.logged.filter(({ message }) => message === 'slow query');
    await shop.ask('customers.list', {});
    expect(slow()).toEqual([]);
    let now = 0;
    shop.machine.platform.clock.now = () => {
      now += 41;
      return now;
    };
    await shop.ask('customers.list', {});
    await shop.ask('settings.update', { shopName: 'Sekar' });
    expect(slow().map(({ fields }) => fields)).toEqual([{ channel: 'customers.list', tookMs: 41 }]);
  });

  it('gives reports another process than tasks, so that they do not wait for them', async () => {
    const sent: string[][] = [];
    const fork = (): TaskProcess => {
      const own: string[] = [];
      sent.push(own);
      let say: (message: unknown) => void = () => undefined;
      let exit: (code: number | null) => void = () => undefined;
      return {
        pid: undefined,
        send: (message) => {
          const { callId, channel } = message as { callId: string; channel: string };
          own.push(channel);
          const value =
            channel === 'customers.facets' ? { tags: [], cities: [] } : { customers: 0 };
          say({ type: 'ended', callId, result: { ok: true, value } });
        },
        onMessage: (listener) => {
          say = listener;
        },
        onExit: (listener) => {
          exit = listener;
        },
        kill: () => exit(null),
      };
    };
    const machine = testMachine();
    const platform = { ...machine.platform, forkTasks: fork };
    const shop = await startShop(tempFolder(), { ...machine, platform });
    await shop.ask('insights.refresh', {});
    await shop.ask('customers.facets', {});
    expect(sent.map((own) => [...new Set(own)])).toEqual([
      ['insights.refresh'],
      ['customers.facets'],
    ]);
  });
});

describe('the error mapper', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'readonly'],
    ['EACCES', 'readonly'],
    ['EPERM', 'readonly'],
  ])('takes %s for %s, and logs it without a word of it', (code, reason) => {
    const logged: unknown[] = [];
    const log = { info: () => undefined, error: (...line: unknown[]) => void logged.push(line) };
    const thrown = Object.assign(new Error('/home/sekar/secret'), { code });
    expect(toAppError(thrown, { log, ids: { next: () => 'x' } })).toEqual({
      code: 'STORAGE',
      reason,
    });
    expect(logged).toEqual([['storage', { reason, code }]]);
  });
});
