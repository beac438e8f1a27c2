import type { ShopSettings } from '#shared/contract/settings.ts';
import { shopSettings } from '#shared/contract/settings.ts';
import type { ReadHandle, WriteHandle } from '../client.ts';

/** What a shop has before anybody settled anything. */
export const defaultSettings: ShopSettings = {
  shopName: '',
  language: 'id',
  country: 'ID',
  currency: 'IDR',
  theme: 'system',
  activeMonths: 12,
  marginPercent: null,
  keepingCostMinor: null,
  yearsKept: { kind: 'average' },
};

/**
 * The stored settings over what is guessed from the machine, over the defaults. `isSetUp` is false
 * until the first start was answered: until the shop has a name, be it an empty one.
 */
export async function readSettings(
  db: ReadHandle,
  guess: Partial<ShopSettings> = {},
): Promise<{ settings: ShopSettings; isSetUp: boolean }> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).execute();
  const stored: Record<string, unknown> = {};
  for (const row of rows) stored[row.key] = JSON.parse(row.value);
  const isSetUp = stored.shopName !== undefined;
  const merged = shopSettings.safeParse({ ...defaultSettings, ...guess, ...pick(stored) });
  return { settings: merged.success ? merged.data : { ...defaultSettings, ...guess }, isSetUp };
}

function pick(stored: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => key in shopSettings.shape));
}

/** Writes each given setting; what is not given stays. */
export async function writeSettings(
  db: WriteHandle,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    await db
      .insertInto('settings')
      .values({ key, value: JSON.stringify(value) })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }),
      )
      .execute();
  }
}
