import { z } from 'zod';
import { compensationKinds } from '../../domain/vocabulary/complaints.ts';
import { daySpan } from '../days.ts';
import { action, report, task } from '../define.ts';
import { oddSales } from '../sales.ts';

/** What is odd about a sale; `afterToday`: it lies on a day to come. */
export const oddKinds = [...oddSales.options, 'afterToday'] as const;
export type OddKind = (typeof oddKinds)[number];

/** So many rows, and what they come to in minor units. */
const countedSum = z.strictObject({ count: z.int().nonnegative(), minor: z.int() });

/**
 * What a period comes to. Gross less discounts and returns is net; what was owed before, with net, tax,
 * what is unexplained and the shipping of what stands on account, less what was received, is what is owed after. Minor units.
 */
export const periodFigures = z.strictObject({
  lines: z.int().nonnegative(),
  gross: countedSum,
  discounts: countedSum,
  returns: countedSum,
  netMinor: z.int(),
  taxMinor: z.int(),
  shippingMinor: z.int(),
  opening: countedSum,
  received: countedSum,
  settled: countedSum,
  unexplainedMinor: z.int(),
  owedShippingMinor: z.int(),
  closing: countedSum,
  compensation: countedSum,
  byKind: z.array(countedSum.extend({ kind: z.enum(compensationKinds) })),
  vouchers: countedSum,
  /**
   * Points that customers hold at the period's end, at what a point was worth that day (`pointMinor`; 0: no
   * value was set). Null: there was no programme.
   */
  points: z
    .strictObject({
      people: z.int().nonnegative(),
      points: z.int().nonnegative(),
      pointMinor: z.int().nonnegative(),
      minor: z.int().nonnegative(),
    })
    .nullable(),
  notCounted: countedSum,
  nameless: countedSum,
});
export type PeriodFigures = z.infer<typeof periodFigures>;

/** A month's turnover before discounts, and what of it is taxed. */
const recapMonth = z.strictObject({
  month: z.string(),
  grossMinor: z.int(),
  returnsMinor: z.int(),
  turnoverMinor: z.int(),
  cumulativeMinor: z.int(),
  taxableMinor: z.int(),
  taxMinor: z.int(),
  isAboveCeiling: z.boolean(),
});
export type RecapMonth = z.infer<typeof recapMonth>;

const packFile = z.strictObject({
  /** Its place in the pack, with `/` between folders. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
});

/** What can be chosen to be in a pack. */
const packFiles = z.strictObject({
  excel: z.boolean(),
  csv: z.boolean(),
  pdf: z.boolean(),
  journal: z.boolean(),
});

const templateId = z.string().max(60);

export const accountantContract = {
  /** What a period comes to, beside the one before it, and what is odd about it. */
  'accountant.figures': report({
    input: daySpan,
    output: z.strictObject({
      figures: periodFigures,
      before: z.strictObject({ from: z.iso.date(), to: z.iso.date(), figures: periodFigures }),
      /** What the owner may want to mend first; each kind is a filter of the list of sales. */
      odd: z.array(z.strictObject({ kind: z.enum(oddKinds), count: z.int().positive() })),
      /** Turnover from the first month of the period's year; null: it is not taxed where the shop is. */
      recap: z.array(recapMonth).nullable(),
      /** Days of the period are still to come. */
      isOpen: z.boolean(),
    }),
    touches: [
      ...(['sales', 'customers', 'payments', 'complaints', 'products', 'loyalty'] as const),
      ...(['settings', 'shop'] as const),
    ],
  }),
  /** The templates that a pack can have: the app's and those of the shop's folder `templates`. */
  'accountant.templates': report({
    input: z.strictObject({}),
    output: z.strictObject({
      templates: z.array(z.strictObject({ id: templateId, name: z.string() })),
      broken: z.array(
        z.strictObject({
          file: z.string(),
          line: z.int().positive(),
          problem: z.enum(['not-json', 'not-a-template', 'same-id', 'too-large']),
          what: z.string(),
        }),
      ),
      folder: z.string(),
    }),
    touches: ['settings', 'shop'],
  }),
  /** Writes a period's pack into a folder that the owner chooses. Null: the dialog was closed. */
  'accountant.makePack': task({
    input: z.strictObject({
      period: daySpan,
      files: packFiles,
      templates: z.array(templateId).max(50),
    }),
    output: z
      .strictObject({
        path: z.string(),
        files: z.array(packFile),
        hash: z.string(),
        templates: z.array(
          z.strictObject({
            id: templateId,
            files: z.array(z.string()),
            rows: z.int().nonnegative(),
            /** Rows that had no place in it: returns, or what lacks something that is required. */
            leftOut: z.int().nonnegative(),
          }),
        ),
      })
      .nullable(),
    touches: ['accountant'],
  }),
  /** Shows the folder of a pack. CONFLICT: it is none, or no program of the system shows folders. */
  'accountant.openFolder': action({
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: z.null(),
    touches: [],
  }),
};
