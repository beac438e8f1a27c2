import { z } from 'zod';
import { accountKeys } from '../domain/books/postings.ts';
import { tourStates } from '../domain/vocabulary/help.ts';
import { quietYears } from '../domain/vocabulary/privacy.ts';
import { trashDays } from '../domain/vocabulary/trash.ts';
import { day } from './days.ts';
import { action, command, query } from './define.ts';
import { paperSettings } from './sales/paper.ts';
import { sellingSettings } from './sales/settings.ts';

export const language = z.enum(['id', 'en']);
export type Language = z.infer<typeof language>;

/** Where the years kept in the formula come from: the shop's own average, the owner's figure, or each relation's length so far. */
export const yearsKept = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('average') }),
  z.strictObject({ kind: z.literal('own'), years: z.number().min(0.5).max(50) }),
  z.strictObject({ kind: z.literal('history') }),
]);

/**
 * What the owner says of where the records begin. `found`: nothing, it is found out; `opened`: the shop did,
 * on that day; `complete`: the shop is older, and from that day on every sale is there.
 */
const recordsBegin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found') }),
  z.strictObject({ kind: z.literal('opened'), on: day }),
  z.strictObject({ kind: z.literal('complete'), on: day }),
]);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** From opening to closing, local `HH:MM`; closing after opening, `24:00` for midnight. */
export const openSpan = z
  .strictObject({ opens: clockTime, closes: clockTime })
  .refine((span) => span.opens < span.closes);
export type OpenSpan = z.infer<typeof openSpan>;

export const holiday = z.strictObject({ on: z.iso.date(), name: z.string().trim().max(80) });
export type Holiday = z.infer<typeof holiday>;

const serviceLevel = z.strictObject({
  answerMinutes: z.int().min(1).max(100_000),
  resolveMinutes: z.int().min(1).max(100_000),
});

/** Asked for with every request: a zone that is found once is not made again. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    const isZone =
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    if (isZone) knownZones.add(name);
    return isZone;
  } catch {
    return false;
  }
}

/** An account as plain-text books write it: one blank at a time, nothing that begins a remark or an amount. */
export const accountName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\p{L}][\p{L}\p{N}:_.&/-]*(?: [\p{L}\p{N}:_.&/-]+)*$/u);

/** How the shop's books go to its accountant. Money is minor units. */
const bookSettings = z.strictObject({
  accounts: z.strictObject({
    ...(Object.fromEntries(accountKeys.map((key) => [key, accountName])) as Record<
      Exclude<(typeof accountKeys)[number], 'shipping'>,
      typeof accountName
    >),
    // Shops whose accounts were named before it was there have none for it.
    shipping: accountName.default('Liabilities:Shipping'),
  }),
  /** How turnover is taxed where it is (Indonesia). */
  recap: z.strictObject({
    /** Percent in ten-thousandths: 0.5 % is 5000. */
    rateE4: z.int().min(0).max(1_000_000),
    thresholdMinor: z.int().min(0).max(1e15),
    ceilingMinor: z.int().min(0).max(1e15),
    crossing: z.enum(['part', 'whole']),
    /** The place of business that the turnover is of; empty: the shop. */
    place: z.string().trim().max(120),
  }),
  /** Of numbers in files for spreadsheets; `language`: as the shop's language has it. */
  decimalMark: z.enum(['language', 'comma', 'point']),
});
export type BookSettings = z.infer<typeof bookSettings>;

/** What the shop has settled. Amounts are integer minor units of `currency`. */
export const shopSettings = z.strictObject({
  shopName: z.string().trim().max(120),
  language,
  /** ISO 3166 alpha-2: how phone numbers without a country code are read. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  theme: z.enum(['system', 'light', 'dark']),
  /** Months back from today in which a purchase makes a customer active (1–60). */
  activeMonths: z.int().min(1).max(60),
  /** Share of revenue left after cost of goods, in percent; null: not settled, CLV counts revenue. */
  marginPercent: z.number().min(0).max(100).nullable(),
  /** What keeping one customer costs a year; null: not settled. */
  keepingCostMinor: z.int().min(0).max(1e13).nullable(),
  yearsKept,
  recordsBegin,
  /** IANA name of the zone the shop keeps its hours in. */
  timeZone: z.string().max(60).refine(isTimeZone),
  /** When the shop is open, Monday first; null: closed that day. Two spans where it closes at noon. */
  businessHours: z.array(z.array(openSpan).max(3)).length(7),
  /** Days the shop is closed although the week says open. */
  holidays: z.array(holiday).max(400),
  /** Business minutes within which a complaint gets its first answer and its solution. */
  serviceLevels: z.strictObject({
    light: serviceLevel,
    medium: serviceLevel,
    severe: serviceLevel,
  }),
  /** Up to this amount compensation needs nobody's word. */
  authorityMinor: z.int().min(0).max(1e13),
  /** Days within which the same cause counts as having come again. */
  sameCauseDays: z.int().min(1).max(365),
  /** Minutes a heated reply rests before it is offered for sending; 0: none. */
  coolingMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  /** After a customer's first contact the next is ours, within these days; 0: not proposed. */
  proactiveDays: z.int().min(0).max(60),
  /** Who signs replies, and where the customer reaches them in private. */
  replyName: z.string().trim().max(80),
  replyContact: z.string().trim().max(120),
  /** Reminders by the system's notifications. */
  notifies: z.boolean(),
  /** Minutes without a key or a click after which the password is asked for, where there is one; 0: never. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** How the books go to the accountant. */
  books: bookSettings,
  /** How sales are written. */
  selling: sellingSettings,
  /** What stands on everything printed. */
  paper: paperSettings,
  /** Days after which what was deleted goes for good; null: it never does. */
  trashDays: z.literal(trashDays).nullable(),
  /** Years without anything after which customers are to be looked at; null: nobody is. */
  quietYears: z.literal(quietYears).nullable(),
  /** Whether what a new shop does first stands on the first screen. */
  tour: z.enum(tourStates),
});
export type ShopSettings = z.infer<typeof shopSettings>;

/** Letters of base64: about 150,000 bytes of a picture. */
const longestLogo = 200_000;

export const settingsContract = {
  /** Everything the window needs before it can draw the first screen. */
  'settings.get': query({
    input: z.strictObject({}),
    output: z.strictObject({
      settings: shopSettings,
      /** False until the first start has been answered. */
      isSetUp: z.boolean(),
      /** The sample shop is open instead of the owner's own. */
      isSample: z.boolean(),
      today: z.iso.date(),
      dataFolder: z.string(),
      /** The data folder is inside a synchronised or network folder: name of it, else null. */
      syncedBy: z.string().nullable(),
      version: z.string(),
      customers: z.int().nonnegative(),
      /** Something was sold, be it to nobody known. */
      hasSales: z.boolean(),
    }),
    touches: ['settings', 'shop', 'customers', 'sales'],
  }),
  'settings.update': command({
    input: shopSettings.partial(),
    output: shopSettings,
    touches: ['settings'],
  }),
  /** The picture that stands on everything printed, a JPEG in base64; null: there is none. */
  'settings.logo': query({
    input: z.strictObject({}),
    output: z.strictObject({ jpeg: z.string().nullable() }),
    touches: ['settings', 'shop'],
  }),
  /** Null: takes it away. */
  'settings.setLogo': command({
    input: z.strictObject({ jpeg: z.base64().max(longestLogo).nullable() }),
    output: z.strictObject({ jpeg: z.string().nullable() }),
    touches: ['settings'],
  }),
  /** CONFLICT: no program of the system shows folders. */
  'settings.openDataFolder': action({
    input: z.strictObject({}),
    output: z.null(),
    touches: [],
  }),
  /** Asks where, copies everything there, checks the copy, and goes on from it. Null: the picker was closed. */
  'settings.moveDataFolder': action({
    input: z.strictObject({}),
    output: z.strictObject({ dataFolder: z.string(), keptAt: z.string() }).nullable(),
    touches: ['settings', 'shop'],
  }),
  /** Opens a web, mail or phone link in the program of the system. CONFLICT: no such link, or no program. */
  'settings.openLink': action({
    input: z.strictObject({ url: z.string().max(2000) }),
    output: z.null(),
    touches: [],
  }),
};
