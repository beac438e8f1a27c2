import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { installMenu, menuTemplate } from '#electron/menu.ts';
import { ShopLanguage } from '#electron/shop-language.ts';
import { standInMenu } from '#tests/support/app/stand-in-menu.ts';

type Items = readonly MenuItemConstructorOptions[];

/** A line an item: its label, its keys (in brackets where the page has them), its role. */
function outline(items: Items, depth = ''): string[] {
  return items.flatMap((item) => {
    if (item.type === 'separator') return [`${depth}-`];
    const isPages = item.registerAccelerator === false;
    const keys = isPages ? `[${String(item.accelerator)}]` : item.accelerator;
    const line = [`${depth}${item.label ?? '?'}`, keys, item.role && `(${item.role})`];
    const below = Array.isArray(item.submenu) ? outline(item.submenu, `${depth}  `) : [];
    return [line.filter(Boolean).join(' '), ...below];
  });
}

function flat(items: Items): Items {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu) : []),
  ]);
}

const platforms = ['win32', 'linux', 'darwin'] as const;
const choose = () => undefined;

const editing = [
  '  Potong (cut)',
  '  Salin (copy)',
  '  Tempel (paste)',
  '  Pilih semua (selectAll)',
];
const view = [
  'Tampilan',
  '  Ukuran asli (resetZoom)',
  '  Perbesar (zoomIn)',
  '  Perkecil (zoomOut)',
  '  -',
  '  Layar penuh (togglefullscreen)',
];

const help = [
  'Bantuan (help)',
  '  Jelaskan halaman ini F1',
  '  Tombol keyboard',
  '  Buka folder log',
];

describe('the menu', () => {
  test.each(['win32', 'linux'] as const)('of %s leaves Ctrl+Z to the page', (platform) => {
    expect(outline(menuTemplate({ platform, language: 'id', choose }))).toEqual([
      'File',
      '  Pelanggan baru CmdOrCtrl+N',
      '  Impor file… CmdOrCtrl+O',
      '  Pengaturan CmdOrCtrl+,',
      '  -',
      '  Keluar (quit)',
      'Ubah',
      '  Urungkan perubahan terakhir [CmdOrCtrl+Z]',
      '  -',
      ...editing,
      '  -',
      '  Cari CmdOrCtrl+K',
      ...view,
      ...help,
      '  -',
      '  Tentang Langgan',
    ]);
  });

  test('of macOS has the app’s and the window’s menus, and Cmd+Z takes back typing alone', () => {
    expect(outline(menuTemplate({ platform: 'darwin', language: 'id', choose }))).toEqual([
      'Langgan (appMenu)',
      '  Tentang Langgan (about)',
      '  -',
      '  Pengaturan CmdOrCtrl+,',
      '  -',
      '  Layanan (services)',
      '  -',
      '  Sembunyikan Langgan (hide)',
      '  Sembunyikan lainnya (hideOthers)',
      '  Tampilkan semua (unhide)',
      '  -',
      '  Keluar (quit)',
      'File',
      '  Pelanggan baru CmdOrCtrl+N',
      '  Impor file… CmdOrCtrl+O',
      '  -',
      '  Tutup jendela (close)',
      'Ubah',
      '  Urungkan (undo)',
      '  Ulangi (redo)',
      '  -',
      '  Urungkan perubahan terakhir',
      '  -',
      ...editing,
      '  -',
      '  Cari CmdOrCtrl+K',
      ...view,
      'Jendela (windowMenu)',
      '  Minimalkan (minimize)',
      '  Sesuaikan ukuran jendela (zoom)',
      '  -',
      '  Bawa semua ke depan (front)',
      ...help,
    ]);
  });

  test.each(platforms)('of %s has every label in the owner’s language', (platform) => {
    const labels = (language: 'id' | 'en') =>
      flat(menuTemplate({ platform, language, choose }))
        .filter((item) => item.type !== 'separator' && item.role !== 'appMenu')
        .map((item) => item.label);
    const [id, en] = [labels('id'), labels('en')];
    expect(new Set(id).size).toBe(id.length);
    expect(id).not.toContain(undefined);
    // “File” is said in both languages.
    expect(id.filter((label) => label !== 'File' && en.includes(label))).toEqual([]);
  });

  // On macOS Electron takes no notice of it: the keys would be the menu's all the same.
  test('of macOS does not count on keys that are only shown', () => {
    const items = flat(menuTemplate({ platform: 'darwin', language: 'en', choose }));
    expect(items.filter((item) => item.registerAccelerator !== undefined)).toEqual([]);
    expect(items.filter((item) => item.accelerator === 'CmdOrCtrl+Z')).toEqual([]);
  });

  test.each(platforms)('of %s says each of our items once when it is chosen', (platform) => {
    const chosen: string[] = [];
    const { menu, application } = standInMenu();
    const language = new ShopLanguage('en');
    installMenu(menu, language, { platform, choose: (item) => void chosen.push(item) });
    for (const item of flat(application() ?? [])) (item.click as (() => void) | undefined)?.();
    const ours = ['help', 'import', 'keys', 'log', 'new-customer', 'search', 'settings', 'undo'];
    const about = platform === 'darwin' ? [] : ['about'];
    expect(chosen.sort()).toEqual([...about, ...ours]);
  });
});
