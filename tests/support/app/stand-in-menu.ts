import type { Menu, MenuItemConstructorOptions, PopupOptions } from 'electron';

type Template = readonly MenuItemConstructorOptions[];

export interface StandInMenu {
  /** For what takes Electron's. */
  readonly menu: typeof Menu;
  /** The items of the application's menu; null before there is one. */
  application(): Template | null;
  /** The menus that popped up. */
  readonly shown: { readonly items: Template; readonly options: PopupOptions }[];
}

function mustBeItems(template: Template): void {
  for (const item of template) {
    if (item.label === undefined && item.role === undefined && item.type !== 'separator')
      throw new TypeError('must have at least one of label, role or type');
    if (Array.isArray(item.submenu)) mustBeItems(item.submenu);
  }
}

/** Menus as Electron's are: each item says what it is, and only what was built can be set. */
export function standInMenu(): StandInMenu {
  const shown: StandInMenu['shown'] = [];
  let application: BuiltMenu | null = null;
  class BuiltMenu {
    readonly items: Template;
    constructor(items: Template) {
      mustBeItems(items);
      this.items = items;
    }
    popup(options: PopupOptions): void {
      shown.push({ items: this.items, options });
    }
  }
  const menu = {
    buildFromTemplate: (template: Template) => new BuiltMenu(template),
    setApplicationMenu: (built: BuiltMenu | null) => {
      if (built !== null && !(built instanceof BuiltMenu)) throw new TypeError('Invalid menu');
      application = built;
    },
  };
  return {
    menu: menu as unknown as typeof Menu,
    application: () => application?.items ?? null,
    shown,
  };
}
