import { z } from 'zod';
import { longestOwnText, mostOwnFields } from '../domain/own-fields/own-fields.ts';
import {
  contactPointKinds,
  customerKinds,
  genders,
  relations,
} from '../domain/vocabulary/customers.ts';
import { allHealthChecks } from '../domain/vocabulary/health.ts';
import { rfmGroups } from '../domain/vocabulary/segments.ts';
import { batchId, customerId, ownFieldId } from '../ids.ts';
import { type CustomerSort, customerCursor, customerOrder, ownSortOf } from './customers/order.ts';
import { birthday, day, daysText } from './days.ts';
import { command, query, report, task } from './define.ts';
import { mayWrite } from './privacy/privacy.ts';

export const layer = z.enum([
  'top',
  'large',
  'medium',
  'small',
  'inactive',
  'prospect',
  'suspect',
  'rest-of-world',
]);
export type Layer = z.infer<typeof layer>;

/** Which customers: words and phones in any format, layers, tags, one city, one import, who slips away. */
export const customerFilter = z.strictObject({
  search: z.string().max(200).default(''),
  layers: z.array(layer).max(8).default([]),
  tags: z.array(z.string().max(80)).max(20).default([]),
  city: z.string().max(120).nullable().default(null),
  importId: z.int().positive().nullable().default(null),
  /** Formula value in minor units, both ends included; null: open. */
  clvFromMinor: z.int().nullable().default(null),
  clvToMinor: z.int().nullable().default(null),
  /**
   * `slipping`: active customers who have been silent for longer than is usual for them; `predicted`: those
   * of whom something can be predicted, who bought more than came back; `bought`: at least once; `traded`:
   * bought or gave something back; `returned`: gave back and never bought; `cameBack`: bought on more than one day;
   * `pointsEnding`: of whose points some run out soon; `pointsHeld`: who has any.
   */
  only: z
    .enum([
      ...(['slipping', 'predicted', 'bought', 'traded', 'returned', 'cameBack'] as const),
      ...(['pointsEnding', 'pointsHeld'] as const),
    ])
    .nullable()
    .default(null),
  /** Whether they may be sent offers; null: whatever they said. */
  offers: mayWrite.nullable().default(null),
  /** Nothing was sold to them, paid, or heard of them since this day; null: whatever was. */
  quietSince: day.nullable().default(null),
  /** A segment that was saved, by its id. */
  segment: z.int().positive().nullable().default(null),
  /** Levels of the points programme that they have reached, one of these. */
  tiers: z.array(z.int().positive()).max(50).default([]),
  /** By how lately, how often and for how much they bought. */
  rfm: z.array(z.enum(rfmGroups)).max(rfmGroups.length).default([]),
  /** Layers, values, groups and who slips away as they stood on this day; null: as they stand now. */
  on: day.nullable().default(null),
  /** First bought between these days, both included; null: open. */
  firstFrom: day.nullable().default(null),
  firstTo: day.nullable().default(null),
  /** Last bought between these days, both included; null: open. */
  lastFrom: day.nullable().default(null),
  lastTo: day.nullable().default(null),
  /** Bought one of these products, whenever. */
  bought: z.array(z.int().positive()).max(50).default([]),
  /** Never bought this product. */
  neverBought: z.int().positive().nullable().default(null),
  /** Of whom something is missing, old or doubtful; null: whoever. */
  health: z.enum(allHealthChecks).nullable().default(null),
  /** Whether another brought them, or they brought others; null: whoever. */
  referral: z.enum(['referred', 'notReferred', 'refers']).nullable().default(null),
  /** Whom this customer brought. */
  referredBy: z.int().positive().nullable().default(null),
  /**
   * What fields that the owner made hold: the field's id, and behind it `=` and a value of which one is enough,
   * `!` that it holds anything, `?` that it holds nothing.
   */
  own: z
    .array(
      z
        .string()
        .max(520)
        .regex(/^\d+(?:=.+|!|\?)$/s),
    )
    .max(50)
    .default([]),
  /** Bought in each of these spans of days, and in none of those. */
  boughtIn: z.array(daysText).max(4).default([]),
  notBoughtIn: z.array(daysText).max(4).default([]),
  /** Bought in one of these calendar months after the one of the first purchase: 1 is the next. */
  backMonths: z.array(z.int().min(1).max(12)).max(12).default([]),
});
export type CustomerFilter = z.infer<typeof customerFilter>;

/** What a field that the owner made holds: a plain decimal, an ISO day, `yes` or `no`, a choice, words. */
export const ownValue = z.strictObject({
  fieldId: ownFieldId,
  value: z.string().trim().min(1).max(longestOwnText),
});
export type OwnValue = z.infer<typeof ownValue>;

export const customerRow = z.strictObject({
  id: customerId,
  name: z.string(),
  kind: z.enum(customerKinds),
  /** E.164, the first one, or null. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
  layer,
  lastPurchaseOn: z.iso.date().nullable(),
  purchases: z.int().nonnegative(),
  revenueMinor: z.int(),
  activeRevenueMinor: z.int(),
  /** Formula value, minor units; null: never bought. */
  clvMinor: z.int().nullable(),
  /** The next day to contact again, or null. */
  contactAgainOn: z.iso.date().nullable(),
  points: z.int().nonnegative(),
  /** The level that they have reached; null: none. */
  tier: z.string().nullable(),
  /** What fields that the owner made hold, in their order. */
  own: z.array(ownValue),
});
export type CustomerRow = z.infer<typeof customerRow>;

const text = (max: number) => z.string().trim().max(max).nullable();

export const contactPoint = z.strictObject({
  kind: z.enum(contactPointKinds),
  label: text(60),
  value: z.string().trim().min(1).max(254),
});

export const address = z.strictObject({
  label: text(60),
  street: text(400),
  district: text(120),
  city: text(120),
  province: text(120),
  postalCode: text(20),
  country: text(80),
});

/** Everything about a customer that a person writes down. */
export const customerFacts = z.strictObject({
  kind: z.enum(customerKinds),
  relation: z.enum(relations),
  /** A person's judgement about somebody who never bought; null: none. */
  mark: z.enum(['suspect', 'rest-of-world']).nullable(),
  name: z.string().trim().max(200),
  birthdayOn: birthday.nullable(),
  gender: z.enum(genders).nullable(),
  occupation: text(120),
  source: text(120),
  uses: text(2000),
  tastes: text(2000),
  matters: text(2000),
  taxId: text(40),
  note: text(8000),
  recommendedBy: customerId.nullable(),
  contactPoints: z.array(contactPoint).max(30),
  addresses: z.array(address).max(10),
  tags: z.array(z.string().trim().min(1).max(60)).max(40),
  /** In the order of the fields; one that is in the trash is not among them, and keeps what it holds. */
  own: z.array(ownValue).max(mostOwnFields).default([]),
});
/** As they are stored: an earlier version took any year. */
export const storedCustomerFacts = customerFacts.extend({ birthdayOn: z.iso.date().nullable() });
export type CustomerFacts = z.infer<typeof customerFacts>;

export const customerProfile = z.strictObject({
  id: customerId,
  facts: storedCustomerFacts,
  identifiers: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
  recommendedByName: z.string().nullable(),
  layer,
  purchases: z.int().nonnegative(),
  revenueMinor: z.int(),
  activeRevenueMinor: z.int(),
  firstPurchaseOn: z.iso.date().nullable(),
  lastPurchaseOn: z.iso.date().nullable(),
  createdAt: z.string(),
  deletedAt: z.string().nullable(),
  /** When the person was erased: what is left has no name. */
  erasedAt: z.string().nullable(),
  /** The import that brought this customer, if one did. */
  importId: z.int().positive().nullable(),
  /** The record of the same person that this one was merged into. */
  mergedInto: customerId.nullable(),
});
export type CustomerProfile = z.infer<typeof customerProfile>;

const changed = z.strictObject({ id: customerId, batchId });

const page = {
  input: z.strictObject({
    filter: customerFilter.prefault({}),
    order: customerOrder.prefault({}),
    after: customerCursor.nullable().default(null),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.strictObject({ rows: z.array(customerRow), next: customerCursor.nullable() }),
};

/** What a filter reads, a segment's conditions among it. */
const filtered = [
  ...(['customers', 'sales', 'payments', 'interactions', 'privacy', 'segments'] as const),
  ...(['products', 'complaints', 'loyalty', 'settings', 'shop'] as const),
] as const;

/** Whether a list asks for what no column of its own holds: to reckon that may take longer than a list's page. */
export function isReckoned(filter: CustomerFilter, sort: CustomerSort = 'name'): boolean {
  const { only, segment, rfm, on, own, health, boughtIn, notBoughtIn, backMonths } = filter;
  const lists = [rfm, boughtIn, notBoughtIn, backMonths, own];
  const isAsked = [only, segment, on, health, ownSortOf(sort)].some((one) => one !== null);
  return isAsked || lists.some((one) => one.length > 0);
}

export const customersContract = {
  'customers.list': query({ ...page, touches: [...filtered, 'followUps'] }),
  /** The same for a filter that asks for what has to be reckoned first. */
  'customers.reckoned': report({ ...page, touches: [...filtered, 'followUps'] }),
  /** How many match and what they bought, and how many there are of each layer without the layer filter. */
  'customers.summary': report({
    input: z.strictObject({ filter: customerFilter.prefault({}) }),
    output: z.strictObject({
      count: z.int().nonnegative(),
      activeRevenueMinor: z.int(),
      layers: z.array(z.strictObject({ layer, count: z.int().nonnegative() })),
    }),
    touches: filtered,
  }),
  /** Tags and cities in use, most used first, for the filter menus. */
  'customers.facets': report({
    input: z.strictObject({}),
    output: z.strictObject({
      tags: z.array(z.strictObject({ value: z.string(), count: z.int() })),
      cities: z.array(z.strictObject({ value: z.string(), count: z.int() })),
    }),
    touches: ['customers', 'shop'],
  }),
  'customers.get': query({
    input: z.strictObject({ id: customerId }),
    output: customerProfile,
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  'customers.create': command({
    input: customerFacts,
    output: changed,
    touches: ['customers', 'history'],
  }),
  /** `expected` is what the form was filled from: when somebody changed it since, CONFLICT. */
  'customers.update': command({
    input: z.strictObject({ id: customerId, facts: customerFacts, expected: storedCustomerFacts }),
    output: changed,
    touches: ['customers', 'history'],
  }),
  /** To the trash; sales stay. */
  'customers.delete': command({
    input: z.strictObject({ ids: z.array(customerId).min(1).max(1000) }),
    output: z.strictObject({ batchId, count: z.int() }),
    touches: ['customers', 'history'],
  }),
  /** Adds one tag to many customers. */
  'customers.tag': command({
    input: z.strictObject({
      ids: z.array(customerId).min(1).max(1000),
      tag: z.string().trim().min(1).max(60),
    }),
    output: z.strictObject({ batchId, count: z.int() }),
    touches: ['customers', 'history'],
  }),
  /** Writes what the list shows, all pages of it, or only `ids`. Null: the save dialog was closed. */
  'customers.export': task({
    input: z.strictObject({
      filter: customerFilter.prefault({}),
      order: customerOrder.prefault({}),
      ids: z.array(customerId).max(1000).nullable().default(null),
      format: z.enum(['csv', 'xlsx']),
      /** `exact` moves data unchanged; `spreadsheet` is safe to open in one. */
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      /** The table's head, in the owner's language. */
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
