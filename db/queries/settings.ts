import type { ShopSettings } from '#shared/contract/settings.ts';
import { shopSettings } from '#shared/contract/settings.ts';
import { publicHolidays } from '#shared/domain/calendar/holidays.ts';
import type { ReadHandle, WriteHandle } from '../file/client.ts';

/** The key of the shop's picture: no setting that every call reads, for it is large. */
const logoKey = 'logo';

/** The key of sales that are half-typed: no setting either. */
export const draftsKey = 'saleDrafts';

const shopDay = [{ opens: '08:00', closes: '17:00' }];

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
  recordsBegin: { kind: 'found' },
  timeZone: 'Asia/Jakarta',
  businessHours: [shopDay, shopDay, shopDay, shopDay, shopDay, shopDay, []],
  holidays: [...publicHolidays],
  serviceLevels: {
    light: { answerMinutes: 4 * 60, resolveMinutes: 5 * 9 * 60 },
    medium: { answerMinutes: 2 * 60, resolveMinutes: 3 * 9 * 60 },
    severe: { answerMinutes: 60, resolveMinutes: 2 * 9 * 60 },
  },
  authorityMinor: 50_000_000,
  sameCauseDays: 60,
  coolingMinutes: 10,
  proactiveDays: 3,
  replyName: '',
  replyContact: '',
  notifies: true,
  lockAfterMinutes: 10,
  books: {
    accounts: {
      cash: 'Assets:Cash',
      receivable: 'Assets:Receivable',
      sales: 'Income:Sales',
      discounts: 'Income:Discounts',
      returns: 'Income:Returns',
      tax: 'Liabilities:Tax',
      shipping: 'Liabilities:Shipping',
      compensation: 'Expenses:Compensation',
      vouchers: 'Liabilities:Vouchers',
      goods: 'Assets:Inventory',
      vouchersUsed: 'Income:Vouchers used',
      unexplained: 'Equity:To be explained',
    },
    // PP 55/2022: 0.5 % of what a year's turnover has above 500 million rupiah, up to 4.8 billion.
    recap: {
      rateE4: 5000,
      thresholdMinor: 50_000_000_000,
      ceilingMinor: 480_000_000_000,
      crossing: 'part',
      place: '',
    },
    decimalMark: 'language',
  },
  selling: {
    numbers: 'INV-{yyyy}{mm}-{n}',
    taxMode: 'none',
    taxRateE4: 1100,
    taxRounding: 'invoice',
  },
  paper: { address: '', phone: '', taxId: '', closing: '', roll: '80' },
  trashDays: null,
  quietYears: null,
  tour: 'first',
};

/**
 * The stored settings over what is guessed from the machine, over the defaults. `isSetUp` is false
 * until the first start was answered: until the shop has a name, be it an empty one.
 */
export async function readSettings(
  db: ReadHandle,
  guess: Partial<ShopSettings> = {},
): Promise<{ settings: ShopSettings; isSetUp: boolean }> {
  const rows = await db
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('key', 'not in', [logoKey, draftsKey])
    .execute();
  const stored: Record<string, unknown> = {};
  for (const row of rows) stored[row.key] = JSON.parse(row.value);
  const isSetUp = stored.shopName !== undefined;
  const merged = shopSettings.safeParse({ ...defaultSettings, ...guess, ...pick(stored) });
  if (merged.success) return { settings: merged.data, isSetUp };
  const sound = { ...defaultSettings, ...soundOf(guess), ...soundOf(stored) };
  return { settings: shopSettings.parse(sound), isSetUp };
}

/** One that cannot be read, such as a zone this machine does not know, takes none of the others with it. */
function soundOf(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    shopSettings.shape;
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => fields[key]?.safeParse(value).success === true),
  );
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

/** The shop's picture, a JPEG in base64; null: there is none. */
export async function readLogo(db: ReadHandle): Promise<string | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', logoKey)
    .executeTakeFirst();
  const stored: unknown = row === undefined ? null : JSON.parse(row.value);
  return typeof stored === 'string' ? stored : null;
}

/** Keeps the shop's picture with the settings, so that every copy of the shop has it; null: takes it away. */
export async function writeLogo(db: WriteHandle, jpeg: string | null): Promise<void> {
  if (jpeg === null) await db.deleteFrom('settings').where('key', '=', logoKey).execute();
  else await writeSettings(db, { [logoKey]: jpeg });
}
