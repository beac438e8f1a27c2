import type { MenuItemConstructorOptions } from 'electron';

interface HostMenu {
  readonly items: readonly MenuItemConstructorOptions[];
  /** Chromium shows a menu of its own on a right click. */
  popup(): void;
}

let applicationMenu: HostMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: readonly MenuItemConstructorOptions[]): HostMenu => ({
    items: template,
    popup: () => undefined,
  }),
  setApplicationMenu: (menu: HostMenu | null) => {
    applicationMenu = menu;
  },
};

function bound(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => {
    const below = Array.isArray(item.submenu) ? bound(item.submenu) : [];
    const isBound = item.click !== undefined && item.registerAccelerator !== false;
    return isBound ? [item, ...below] : below;
  });
}

/** The key combinations that the page must pass on; there is no visible menu bar. */
export function accelerators(): readonly string[] {
  return bound(applicationMenu?.items ?? []).flatMap((item) =>
    typeof item.accelerator === 'string' ? [item.accelerator] : [],
  );
}

/** Does what the menu item with this accelerator does. */
export function pressAccelerator(accelerator: string): void {
  const item = bound(applicationMenu?.items ?? []).find((one) => one.accelerator === accelerator);
  (item?.click as (() => void) | undefined)?.();
}
