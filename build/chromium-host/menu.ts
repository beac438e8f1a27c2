import type { MenuItemConstructorOptions } from 'electron';
import { openWindows, quit } from './quitting.ts';

interface HostMenu {
  readonly items: readonly MenuItemConstructorOptions[];
  /** Chromium shows a menu of its own on a right click. */
  popup(): void;
}

interface Bound {
  readonly accelerator: string;
  readonly press: () => void;
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

/** What a role does by its key, where Chromium does not do the same by itself as it edits and zooms. */
function boundRole(role: string | undefined, platform: NodeJS.Platform): Bound | null {
  if (role === 'quit' && platform !== 'win32') return { accelerator: 'CmdOrCtrl+Q', press: quit };
  if (role !== 'close') return null;
  const press = () => {
    for (const window of openWindows()) window.close();
  };
  return { accelerator: 'CmdOrCtrl+W', press };
}

const modifiers: Readonly<Record<string, string>> = {
  cmdorctrl: 'CmdOrCtrl',
  commandorcontrol: 'CmdOrCtrl',
  ctrl: 'CmdOrCtrl',
  control: 'CmdOrCtrl',
  cmd: 'CmdOrCtrl',
  command: 'CmdOrCtrl',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};

/** Always in the same order, as the page spells it too: `CmdOrCtrl+Alt+Shift+K`. */
function spell(accelerator: string): string {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1).map((part) => modifiers[part.toLowerCase()]));
  const inOrder = ['CmdOrCtrl', 'Alt', 'Shift'].filter((one) => held.has(one));
  return [...inOrder, key.length === 1 ? key.toUpperCase() : key].join('+');
}

function boundItem(item: MenuItemConstructorOptions, platform: NodeJS.Platform): Bound[] {
  const role = boundRole(item.role, platform);
  const press = role?.press ?? (item.click as (() => void) | undefined);
  const accelerator = item.accelerator ?? role?.accelerator;
  // As in Electron, macOS binds every key of its menu whatever is asked for.
  const isBound = item.registerAccelerator !== false || platform === 'darwin';
  if (!isBound || press === undefined || item.enabled === false) return [];
  return typeof accelerator === 'string' ? [{ accelerator: spell(accelerator), press }] : [];
}

function bound(
  items: readonly MenuItemConstructorOptions[],
  platform: NodeJS.Platform,
): readonly Bound[] {
  return items.flatMap((item) => [
    ...boundItem(item, platform),
    ...(Array.isArray(item.submenu) ? bound(item.submenu, platform) : []),
  ]);
}

/** The key combinations that the page must pass on; there is no visible menu bar. */
export function accelerators(platform = process.platform): readonly string[] {
  return bound(applicationMenu?.items ?? [], platform).map((one) => one.accelerator);
}

/** Does what the menu item with this accelerator does. */
export function pressAccelerator(accelerator: string): void {
  const all = bound(applicationMenu?.items ?? [], process.platform);
  all.find((one) => one.accelerator === accelerator)?.press();
}
