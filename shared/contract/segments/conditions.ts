import { z } from 'zod';
import { longestOwnText, mostChoices } from '../../domain/own-fields/own-fields.ts';
import { customerKinds, genders, relations } from '../../domain/vocabulary/customers.ts';
import {
  bandNames,
  choiceFields,
  dayFields,
  flagFields,
  numberFields,
  recordFields,
  rfmGroups,
} from '../../domain/vocabulary/segments.ts';
import { layer } from '../customers.ts';
import { day } from '../days.ts';

/** Why a condition is refused, as a key of the locale's `problem.*`. */
function refused(problem: string) {
  return { params: { problem } };
}

interface Ends<V> {
  readonly from: V | null;
  readonly to: V | null;
}

function isSaid<V>({ from, to }: Ends<V>): boolean {
  return from !== null || to !== null;
}

function isInOrder<V extends number | string>({ from, to }: Ends<V>): boolean {
  return from === null || to === null || from <= to;
}

const amount = z.int().min(-1e13).max(1e13).nullable();

/** An amount or a count, both ends included; null: open. Amounts in minor units. */
const numberCondition = z
  .strictObject({ field: z.enum(numberFields), from: amount, to: amount })
  .refine(isSaid, refused('segment-open'))
  .refine(isInOrder, { ...refused('segment-reversed'), path: ['to'] });

/**
 * A day: within so many days up to the day that is counted to, longer ago, between two days (null: open),
 * or not there at all. What was bought is counted to the last day of sales, the rest to today.
 */
const dayCondition = z
  .strictObject({
    field: z.enum(dayFields),
    how: z.enum(['within', 'longer', 'between', 'never']),
    days: z.int().min(0).max(36_500).nullable().default(null),
    from: day.nullable().default(null),
    to: day.nullable().default(null),
  })
  .refine(
    ({ how, days }) => (how === 'within' || how === 'longer') === (days !== null),
    refused('segment-open'),
  )
  .refine((one) => (one.how === 'between') === isSaid(one), refused('segment-open'))
  .refine(isInOrder, { ...refused('segment-reversed'), path: ['to'] });

const known: Readonly<Partial<Record<(typeof choiceFields)[number], readonly string[]>>> = {
  layer: layer.options,
  band: bandNames,
  rfm: rfmGroups,
  kind: customerKinds,
  relation: relations,
  gender: genders,
  offers: ['yes', 'no', 'never'],
  birthdayMonth: Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')),
};

/** One of these values, or none of them. */
const choiceCondition = z
  .strictObject({
    field: z.enum(choiceFields),
    isNot: z.boolean().default(false),
    values: z.array(z.string().min(1).max(120)).min(1).max(50),
  })
  .refine(
    ({ field, values }) => values.every((value) => known[field]?.includes(value) ?? true),
    refused('segment-unknown'),
  );

/** Bought one of these products, or was brought by one of these imports; or none of them. */
const recordCondition = z.strictObject({
  field: z.enum(recordFields),
  isNot: z.boolean().default(false),
  ids: z.array(z.int().positive()).min(1).max(50),
});

const flagCondition = z.strictObject({ field: z.enum(flagFields), is: z.boolean() });

/** Nothing was sold to them, paid, or heard of them since this day. */
const quietCondition = z.strictObject({ field: z.literal('quiet'), since: day });

const ownText = z.string().min(1).max(longestOwnText);

/** What a field that the owner made holds: one of these, none of them, from one to another, anything or nothing. */
const ownCondition = z
  .strictObject({
    field: z.literal('own'),
    ownId: z.int().positive(),
    way: z.enum(['is', 'isNot', 'between', 'filled', 'empty']),
    values: z.array(ownText).max(mostChoices).default([]),
    /** Of a number or a day, as it is stored; null: open. */
    low: ownText.nullable().default(null),
    high: ownText.nullable().default(null),
  })
  .refine(
    ({ way, values }) => (way === 'is' || way === 'isNot') === values.length > 0,
    refused('segment-open'),
  )
  .refine(
    ({ way, low, high }) => (way === 'between') === (low !== null || high !== null),
    refused('segment-open'),
  );

export const condition = z.union([
  numberCondition,
  dayCondition,
  choiceCondition,
  recordCondition,
  flagCondition,
  quietCondition,
  ownCondition,
]);
export type Condition = z.infer<typeof condition>;
export type ConditionField = Condition['field'];

export type NumberCondition = z.infer<typeof numberCondition>;
export type DayCondition = z.infer<typeof dayCondition>;
export type ChoiceCondition = z.infer<typeof choiceCondition>;
export type RecordCondition = z.infer<typeof recordCondition>;
export type FlagCondition = z.infer<typeof flagCondition>;
export type OwnCondition = z.infer<typeof ownCondition>;

const match = z.enum(['all', 'any']);
const mostParts = 30;

export const conditionGroup = z.strictObject({
  match,
  parts: z.array(condition).min(1).max(mostParts),
});
export type ConditionGroup = z.infer<typeof conditionGroup>;

/** Who is in: conditions and groups of them; and who is left out though they are. Nothing said: everybody. */
export const segmentDefinition = z.strictObject({
  match: match.default('all'),
  parts: z
    .array(z.union([conditionGroup, condition]))
    .max(mostParts)
    .default([]),
  without: z.array(condition).max(mostParts).default([]),
});
export type SegmentDefinition = z.infer<typeof segmentDefinition>;

export function isGroup(part: Condition | ConditionGroup): part is ConditionGroup {
  return 'parts' in part;
}

/** Every condition of a definition, wherever it stands. */
export function conditionsIn({ parts, without }: SegmentDefinition): readonly Condition[] {
  return [...parts.flatMap((part) => (isGroup(part) ? part.parts : [part])), ...without];
}

/** A definition as it was stored: what is not understood of it is counted, never left out in silence. */
export interface ReadDefinition {
  readonly definition: SegmentDefinition;
  readonly notUnderstood: number;
}

const loose = z.object({
  match: match.catch('all'),
  parts: z.array(z.unknown()).catch([]),
  without: z.array(z.unknown()).catch([]),
});

/** What of a list this version understands, and how much it does not. */
function understood<T>(
  schema: z.ZodType<T>,
  given: readonly unknown[],
): { kept: T[]; lost: number } {
  const kept = given.flatMap((one) => {
    const read = schema.safeParse(one);
    return read.success ? [read.data] : [];
  });
  return { kept, lost: given.length - kept.length };
}

/** Reads a stored definition, whichever version wrote it. */
export function readDefinition(text: string): ReadDefinition {
  const stored: unknown = JSON.parse(text);
  const whole = segmentDefinition.safeParse(stored);
  if (whole.success) return { definition: whole.data, notUnderstood: 0 };
  const outer = loose.safeParse(stored);
  if (!outer.success) return { definition: segmentDefinition.parse({}), notUnderstood: 1 };
  const parts = understood(z.union([conditionGroup, condition]), outer.data.parts);
  const without = understood(condition, outer.data.without);
  const lost = parts.lost + without.lost;
  return {
    definition: { match: outer.data.match, parts: parts.kept, without: without.kept },
    notUnderstood: Math.max(1, lost),
  };
}
