import {
  type Condition,
  type ConditionField,
  type ConditionGroup,
  condition,
  isGroup,
  type OwnCondition,
  type SegmentDefinition,
} from '#shared/contract/segments/conditions.ts';
import {
  choiceFields,
  dayFields,
  flagFields,
  numberFields,
  recordFields,
} from '#shared/domain/vocabulary/segments.ts';

/** What a condition looks like, which its field decides. */
export type Shape = 'number' | 'day' | 'choice' | 'record' | 'flag' | 'quiet' | 'own';

/** A line of the builder: all that may be filled in, of which its shape uses some. */
export interface DraftRow {
  readonly key: number;
  readonly field: ConditionField;
  readonly from: number | null;
  readonly to: number | null;
  readonly how: 'within' | 'longer' | 'between' | 'never';
  readonly days: number | null;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly isNot: boolean;
  readonly values: readonly string[];
  readonly ids: readonly number[];
  readonly is: boolean;
  readonly since: string | null;
  /** Of a field that the owner made: which, and what it has to hold. */
  readonly own: Omit<OwnCondition, 'field'>;
}

export interface DraftGroup {
  readonly key: number;
  readonly match: 'all' | 'any';
  readonly rows: readonly DraftRow[];
}

export type DraftPart = DraftRow | DraftGroup;

export interface Draft {
  readonly match: 'all' | 'any';
  readonly parts: readonly DraftPart[];
  readonly without: readonly DraftRow[];
}

export function isDraftGroup(part: DraftPart): part is DraftGroup {
  return 'rows' in part;
}

function has(fields: readonly string[], field: string): boolean {
  return fields.includes(field);
}

export function shapeOf(field: ConditionField): Shape {
  if (field === 'quiet' || field === 'own') return field;
  if (has(numberFields, field)) return 'number';
  if (has(dayFields, field)) return 'day';
  if (has(choiceFields, field)) return 'choice';
  return has(recordFields, field) ? 'record' : 'flag';
}

/** Every field there is, in the order and under the heads that they are offered in. */
export const FIELDS = {
  bought: [
    'lastPurchase',
    'firstPurchase',
    'purchases',
    'activePurchases',
    'averageSale',
    'product',
    'category',
    'saleChannel',
    'slipping',
    'returnsOnly',
  ],
  worth: [
    ...(['activeRevenue', 'revenue', 'layer', 'band', 'value', 'rfm', 'owed'] as const),
    ...(['chance', 'expected', 'points', 'pointsEnding', 'tier'] as const),
  ],
  who: [
    ...(['city', 'tag', 'kind', 'relation', 'gender', 'source', 'referred', 'refers'] as const),
    ...(['birthdayMonth', 'added', 'import'] as const),
  ],
  contact: ['phone', 'email', 'offers', 'lastContact', 'quiet', 'openComplaints'],
} as const satisfies Readonly<Record<string, readonly ConditionField[]>>;

/** A line that says nothing yet; a flag is true to begin with. */
export function emptyRow(field: ConditionField, key: number): DraftRow {
  return {
    key,
    field,
    from: null,
    to: null,
    how: 'within',
    days: null,
    fromDay: null,
    toDay: null,
    isNot: false,
    values: [],
    ids: [],
    is: has(flagFields, field),
    since: null,
    own: { ownId: 0, way: 'filled', values: [], low: null, high: null },
  };
}

function given(row: DraftRow): unknown {
  const { field, from, to, how, days, isNot, values, ids, is, since } = row;
  switch (shapeOf(field)) {
    case 'number':
      return { field, from, to };
    case 'day': {
      if (how === 'never') return { field, how };
      if (how === 'between') return { field, how, from: row.fromDay, to: row.toDay };
      return { field, how, days };
    }
    case 'choice':
      return { field, isNot, values };
    case 'record':
      return { field, isNot, ids };
    case 'flag':
      return { field, is };
    case 'quiet':
      return { field, since };
    case 'own': {
      const { ownId, way, low, high } = row.own;
      if (way === 'between') return { field, ownId, way, low, high };
      const isValues = way === 'is' || way === 'isNot';
      return { field, ownId, way, ...(isValues ? { values: row.own.values } : {}) };
    }
  }
}

/** The condition that a line says; null while it is not finished. */
export function conditionOf(row: DraftRow): Condition | null {
  const read = condition.safeParse(given(row));
  return read.success ? read.data : null;
}

function conditionsOf(rows: readonly DraftRow[]): Condition[] {
  return rows.flatMap((row) => conditionOf(row) ?? []);
}

/** What the finished lines say; a group of none of them says nothing. */
export function definitionOf({ match, parts, without }: Draft): SegmentDefinition {
  const said = parts.flatMap((part): (Condition | ConditionGroup)[] => {
    if (!isDraftGroup(part)) return conditionsOf([part]);
    const inside = conditionsOf(part.rows);
    return inside.length === 0 ? [] : [{ match: part.match, parts: inside }];
  });
  return { match, parts: said, without: conditionsOf(without) };
}

/** Numbers the lines of a draft, so that each keeps its place on the screen. */
export type NextKey = () => number;

function rowOf(one: Condition, next: NextKey): DraftRow {
  const row = emptyRow(one.field, next());
  if (one.field === 'quiet') return { ...row, since: one.since };
  if (one.field === 'own') return { ...row, own: one };
  if ('how' in one)
    return { ...row, how: one.how, days: one.days, fromDay: one.from, toDay: one.to };
  if ('is' in one) return { ...row, is: one.is };
  if ('ids' in one) return { ...row, isNot: one.isNot, ids: one.ids };
  if ('values' in one) return { ...row, isNot: one.isNot, values: one.values };
  return { ...row, from: one.from, to: one.to };
}

/** The lines that say a definition. */
export function draftOf({ match, parts, without }: SegmentDefinition, next: NextKey): Draft {
  return {
    match,
    parts: parts.map((part) =>
      isGroup(part)
        ? { key: next(), match: part.match, rows: part.parts.map((one) => rowOf(one, next)) }
        : rowOf(part, next),
    ),
    without: without.map((one) => rowOf(one, next)),
  };
}
