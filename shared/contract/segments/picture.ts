import { z } from 'zod';
import { ageBands } from '../../domain/picture/ages.ts';
import { serviceDimensions } from '../../domain/vocabulary/feedback.ts';
import { segmentId } from '../../ids.ts';
import { report, task } from '../define.ts';
import { reportFormats } from '../insights/report.ts';
import { printed } from '../sales/paper.ts';

const count = z.int().nonnegative();

/**
 * How many; in its place what may be said where the number would tell of a few: that it is few, that it is all but
 * a few, or nothing.
 */
const told = z.union([count, z.enum(['few', 'nearlyAll', 'unsaid'])]);

/** How many of those asked about, beside everybody else; no number in it tells of a few. */
export const beside = z.strictObject({
  part: told,
  of: count,
  /** From 0 to 1. Null: it would tell of a few. */
  share: z.number().nullable(),
  /** From 0 to 1, of everybody else. Null: it would tell of a few, or there is nobody. */
  othersShare: z.number().nullable(),
  /** Null: what is counted is not people, so chance cannot be reckoned. */
  compared: z.enum(['more', 'less', 'same', 'few', 'nobody']).nullable(),
});
export type Beside = z.infer<typeof beside>;

/** The value in the middle, with the range that it lies in 95 of 100 times; null: there is none. */
const middle = z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable();

const bought = z.strictObject({
  name: z.string(),
  /** Minor units, of those asked about. Null: with what else is told it would tell of a few. */
  minor: z.int().nullable(),
  /** From 0 to 1: of what they bought, and of what all customers did. Null: it would tell of a few. */
  share: z.number(),
  allShare: z.number().nullable(),
  buyers: beside,
});
export type PicturedThing = z.infer<typeof bought>;

const sold = z.strictObject({
  rows: z.array(bought),
  /** What is not in the rows, minor units. Null: it would tell of a few. */
  restMinor: z.int().nullable(),
  restThings: count,
});

const rated = z.strictObject({ people: told, good: beside, bad: told });

const figures = z.strictObject({
  businesses: beside,
  women: beside,
  men: beside,
  birthdays: beside,
  genderKnown: told,
  ageKnown: told,
  medianAge: z.int().nullable(),
  ages: z.array(z.strictObject({ band: z.enum(ageBands), people: beside })),
  cityKnown: told,
  cities: z.array(z.strictObject({ city: z.string(), people: beside })),
  restCities: count,
  buyers: beside,
  /** What they brought, minor units. Null: it would tell of a few. */
  revenueMinor: z.int().nullable(),
  /** From 0 to 1, of what everybody brought. Null: it would tell of a few. */
  revenueShare: z.number().nullable(),
  /** Null: they are of a few. */
  purchases: count.nullable(),
  /** The purchase in the middle, minor units. */
  amount: middle,
  othersAmount: middle,
  /** Of the sales whose things are noted, minor units. Null: it would tell of a few. */
  linesMinor: z.int().nullable(),
  products: sold,
  categories: sold,
  /** Purchases, Monday first. */
  weekdays: z.array(beside),
  /** Purchases, January first. */
  months: z.array(beside),
  /** From one day of buying to the next, of those who bought on two days or more. */
  gapKnown: told,
  gapDays: middle,
  othersGapDays: middle,
  complained: beside,
  /** Null: they are of a few. */
  complaints: count.nullable(),
  causes: z.array(z.strictObject({ cause: z.string(), complaints: count, people: told })),
  /** Complaints whose cause is not shown, and those of which it is not known; null: those are among the former. */
  restComplaints: count,
  unknownComplaints: count.nullable(),
  /** Stars in reviews: of them 4 and 5, and 1 and 2. */
  reviews: rated,
  /** Stars in surveys, but for how important something is. */
  stars: rated,
  /** Whether they would recommend the shop: 9 and 10, and 0 to 6. */
  recommend: rated,
  /** How well each side of service was found: 4 and 5 stars. */
  service: z.array(
    z.strictObject({ dimension: z.enum(serviceDimensions), people: told, good: beside }),
  ),
  voices: z.array(
    z.strictObject({
      topic: z.enum(['suggestion', 'criticism', 'need']),
      /** Null: it is of a few. */
      said: count.nullable(),
      people: told,
    }),
  ),
});
export type PictureFigures = z.infer<typeof figures>;

export const segmentPicture = z.strictObject({
  shopName: z.string(),
  name: z.string(),
  today: z.iso.date(),
  /** The last day of sales that is counted. */
  through: z.iso.date(),
  people: count,
  /** Everybody who is there, with those asked about. */
  everybody: count,
  /** Null: they are too few to say anything of them without saying it of one. */
  figures: figures.nullable(),
});
export type SegmentPicture = z.infer<typeof segmentPicture>;

const asked = { id: segmentId };

export const segmentPictureContract = {
  /** Who the customers of a segment are and how they buy, without a name; fails like `segments.count`. */
  'segments.picture': report({
    input: z.strictObject(asked),
    output: segmentPicture,
    touches: [
      ...(['segments', 'customers', 'sales', 'products', 'complaints', 'reviews'] as const),
      ...(['feedback', 'interactions', 'settings', 'shop', 'payments', 'loyalty'] as const),
    ],
  }),
  /** The same as a file where the owner says. Null: the dialog was closed. */
  'segments.keepPicture': task({
    input: z.strictObject({ ...asked, format: z.enum(reportFormats) }),
    output: printed.nullable(),
    touches: [],
  }),
  /** The same as a passing file, shown by the system's program for PDFs, which prints it. CONFLICT: there is none. */
  'segments.printPicture': task({
    input: z.strictObject({ ...asked, name: z.string().trim().min(1).max(120) }),
    output: printed.nullable(),
    touches: [],
  }),
};
