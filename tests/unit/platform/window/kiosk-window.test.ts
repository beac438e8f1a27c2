import { expect, it } from 'vitest';
import { installMenu } from '#electron/menu.ts';
import { guardKiosk } from '#electron/platform/kiosk-window.ts';
import { ShopLanguage } from '#electron/shop-language.ts';
import type { AppEvent } from '#shared/contract/events.ts';

it('takes the menu and its accelerators away while the screen is handed over, and puts it there again', async () => {
  const screen: unknown[] = [];
  const menu = {
    buildFromTemplate: (template: unknown) => template as never,
    setApplicationMenu: (next: unknown) =>
      void screen.push(next === null ? 'no menu' : (next as { label?: string }[])[0]?.label),
  };
  const choices = { platform: 'linux', choose: () => undefined } as const;
  const restoreMenu = installMenu(menu, new ShopLanguage('en'), choices);
  let isOn = true;
  let tell: (event: AppEvent) => void = () => undefined;
  const app = {
    dispatch: async () => ({ ok: true, value: isOn ? { questions: [] } : null }) as const,
    onEvent: (listener: (event: AppEvent) => void) => {
      tell = listener;
      return () => undefined;
    },
  };
  const window = { setKiosk: (is: boolean) => void screen.push(is ? 'filled' : 'as before') };
  await guardKiosk(app, { window: () => window, menu, restoreMenu });
  expect(screen).toEqual(['File', 'filled', 'no menu']);
  const changed = async (touches: Extract<AppEvent, { type: 'changed' }>['touches']) => {
    tell({ type: 'changed', touches });
    await Promise.resolve();
    await Promise.resolve();
  };
  await changed(['shop']);
  isOn = false;
  await changed(['feedback']);
  expect(screen).toHaveLength(3);
  await changed(['shop']);
  expect(screen.slice(3)).toEqual(['as before', 'File']);
});
