import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type ChoiceCondition,
  type Condition,
  type ConditionGroup,
  type FlagCondition,
  isGroup,
  type NumberCondition,
  type OwnCondition,
  type RecordCondition,
  type SegmentDefinition,
} from '#shared/contract/segments/conditions.ts';
import { idList } from '../customers/id-list.ts';
import { mayWriteIs } from '../privacy/consents.ts';
import { dayWhere } from './day-conditions.ts';
import { all, between, not, type Where } from './where.ts';

/** What is reckoned outside SQL, by which conditions may be asked. */
export interface Reckoned {
  readonly today: string;
  /** The last day that the sales reach, today at most. */
  readonly through: string;
  readonly timeZone: string;
  /** Who is silent for longer than is usual for them. */
  readonly slipping?: readonly number[];
  /** The customers of each group by how lately, how often and for how much they bought. */
  readonly rfm?: ReadonlyMap<string, readonly number[]>;
  /** From where to where each band of the formula's value goes. */
  readonly bands?: ReadonlyMap<string, { fromMinor: number | null; toMinor: number | null }>;
  /** Of whom a purchase within three months is how likely, in per cent, and what is expected of them, minor units. */
  readonly ahead?: ReadonlyMap<number, { readonly chance: number; readonly expectedMinor: number }>;
  /** Who owes how much, of those who owe anything. */
  readonly owed?: ReadonlyMap<number, number>;
}

/** For conditions that are asked of columns alone. */
export const nothingReckoned: Reckoned = { today: '', through: '', timeZone: 'UTC' };

const figures = {
  purchases: sql`f.purchases`,
  activePurchases: sql`f.active_purchases`,
  revenue: sql`f.revenue_minor`,
  activeRevenue: sql`f.active_revenue_minor`,
  value: sql`f.clv_minor`,
  points: sql`f.points`,
  pointsEnding: sql`f.points_ending`,
  averageSale: sql`(CASE WHEN f.purchases > 0 THEN f.revenue_minor * 1.0 / f.purchases END)`,
} as const;

function isBetween(amount: number, { from, to }: NumberCondition): boolean {
  return (from === null || amount >= from) && (to === null || amount <= to);
}

/** Those who owe are known by their amounts; all others owe nothing. */
function owedCondition(condition: NumberCondition, owed: ReadonlyMap<number, number>): Where {
  const isNothingIn = isBetween(0, condition);
  const ids = [...owed].flatMap(([id, minor]) =>
    isBetween(minor, condition) === isNothingIn ? [] : [id],
  );
  return isNothingIn
    ? sql`f.customer_id NOT IN ${idList(ids)}`
    : sql`f.customer_id IN ${idList(ids)}`;
}

/** Of whom nothing can be predicted is in neither. */
function aheadCondition(condition: NumberCondition, { ahead }: Reckoned): Where {
  const ids = [...(ahead ?? [])].flatMap(([id, { chance, expectedMinor }]) =>
    isBetween(condition.field === 'chance' ? chance : expectedMinor, condition) ? [id] : [],
  );
  return sql`f.customer_id IN ${idList(ids)}`;
}

const openComplaints = sql`(SELECT count(*) FROM complaints k WHERE k.customer_id = f.customer_id
  AND k.deleted_at IS NULL AND k.state <> 'closed')`;

function numberWhere(condition: NumberCondition, reckoned: Reckoned): Where {
  const { field } = condition;
  if (field === 'owed') return owedCondition(condition, reckoned.owed ?? new Map());
  if (field === 'openComplaints') return between(openComplaints, condition);
  if (field === 'chance' || field === 'expected') return aheadCondition(condition, reckoned);
  return between(figures[field], condition);
}

/** Of whom a column of their own row has one of these values. */
function ownColumn(column: RawBuilder<unknown>, values: RawBuilder<unknown>): Where {
  return sql`EXISTS (SELECT 1 FROM customers c WHERE c.id = f.customer_id AND ${column} IN (${values}))`;
}

function bandWhere(values: readonly string[], { bands }: Reckoned): Where {
  const parts = values.map((value): Where => {
    const band = bands?.get(value);
    if (band === undefined) return sql`0`;
    const { fromMinor, toMinor } = band;
    // A band begins above its lower end.
    return between(sql`f.clv_minor`, {
      from: fromMinor === null ? null : fromMinor + 1,
      to: toMinor,
    });
  });
  return sql`(f.clv_minor IS NOT NULL AND ${all(parts, 'OR', sql`0`)})`;
}

function isOneOf({ field, values }: ChoiceCondition, reckoned: Reckoned): Where {
  const list = sql.join([...values]);
  switch (field) {
    case 'layer':
      return sql`+f.layer IN (${list})`;
    case 'band':
      return bandWhere(values, reckoned);
    case 'rfm':
      return sql`f.customer_id IN ${idList(values.flatMap((value) => [...(reckoned.rfm?.get(value) ?? [])]))}`;
    case 'city':
      return sql`f.customer_id IN (SELECT customer_id FROM addresses WHERE city IN (${list}))`;
    case 'tag':
      return sql`f.customer_id IN (SELECT customer_id FROM customer_tags WHERE tag IN (${list}))`;
    case 'kind':
      return ownColumn(sql`c.kind`, list);
    case 'relation':
      return ownColumn(sql`c.relation`, list);
    case 'gender':
      return ownColumn(sql`c.gender`, list);
    case 'source':
      return ownColumn(sql`c.source`, list);
    case 'saleChannel':
      return sql`f.customer_id IN (SELECT s.customer_id FROM sales s WHERE s.channel IN (${list})
        AND s.customer_id IS NOT NULL AND s.deleted_at IS NULL AND s.is_purchase = 1)`;
    case 'birthdayMonth':
      return ownColumn(sql`substr(c.birthday_on, 6, 2)`, list);
    case 'category':
      return boughtOf(sql`SELECT id FROM products WHERE category IN (${list})`);
    case 'offers':
      return all(
        values.map((value) =>
          mayWriteIs(sql.ref('f.customer_id'), value as 'yes' | 'no' | 'never'),
        ),
        'OR',
        sql`0`,
      );
  }
}

/** Who bought one of these products, whenever; returns alone are no purchase. */
function boughtOf(products: RawBuilder<unknown>): Where {
  return sql`f.customer_id IN (SELECT s.customer_id FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
    WHERE l.product_id IN (${products}) AND s.customer_id IS NOT NULL AND s.deleted_at IS NULL
      AND s.is_purchase = 1)`;
}

/** These products, and those they were merged into. */
function productsNow(ids: readonly number[]): RawBuilder<unknown> {
  return sql`WITH RECURSIVE same (id) AS (SELECT value FROM json_each(${JSON.stringify(ids)})
    UNION SELECT p.merged_into FROM same JOIN products p ON p.id = same.id
      WHERE p.merged_into IS NOT NULL) SELECT id FROM same`;
}

function isOfRecord({ field, ids }: RecordCondition): Where {
  if (field === 'product') return boughtOf(productsNow(ids));
  if (field === 'tier') return sql`(f.tier_id IS NOT NULL AND f.tier_id IN ${idList(ids)})`;
  return sql`f.customer_id IN (SELECT id FROM customers WHERE import_id IN ${idList(ids)})`;
}

function flagWhere({ field }: FlagCondition, { slipping }: Reckoned): Where {
  switch (field) {
    case 'slipping':
      return sql`f.customer_id IN ${idList(slipping ?? [])}`;
    case 'phone':
    case 'email':
      return sql`EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = f.customer_id
        AND p.kind = ${field})`;
    case 'returnsOnly':
      return sql`(f.purchases = 0 AND f.revenue_minor <> 0)`;
    case 'referred':
      return sql`EXISTS (SELECT 1 FROM customers c WHERE c.id = f.customer_id
        AND c.recommended_by IS NOT NULL)`;
    case 'refers':
      return sql`f.customer_id IN (SELECT c.recommended_by FROM customers c
        WHERE c.recommended_by IS NOT NULL AND c.deleted_at IS NULL)`;
  }
}

/** There before a day, be it by what was bought then, and since then nothing was sold to them, paid by them, or heard of them. */
function isQuietSince(day: string): Where {
  const whose = sql`customer_id = f.customer_id AND deleted_at IS NULL`;
  return sql`((f.last_purchase_on < ${day}
      OR EXISTS (SELECT 1 FROM customers c WHERE c.id = f.customer_id AND c.created_at < ${day}))
    AND NOT EXISTS (SELECT 1 FROM sales WHERE ${whose} AND sold_on >= ${day})
    AND NOT EXISTS (SELECT 1 FROM payments WHERE ${whose} AND paid_on >= ${day})
    AND NOT EXISTS (SELECT 1 FROM interactions WHERE ${whose} AND happened_at >= ${day}))`;
}

/** What a field that the owner made holds; of one that is in the trash nobody has anything. */
function ownWhere({ ownId, way, values, low, high }: OwnCondition): Where {
  const isRight = (value: string, sign: RawBuilder<unknown>): Where =>
    sql`CASE o.type WHEN 'number' THEN CAST(v.value AS REAL) ${sign} CAST(${value} AS REAL)
      ELSE v.value ${sign} ${value} END`;
  const ends = [
    ...(low === null ? [] : [isRight(low, sql`>=`)]),
    ...(high === null ? [] : [isRight(high, sql`<=`)]),
  ];
  const some = values.length === 0 ? [] : [sql<SqlBool>`v.value IN (${sql.join([...values])})`];
  const held = sql<SqlBool>`f.customer_id IN (SELECT v.customer_id FROM custom_values v
    JOIN custom_fields o ON o.id = v.field_id AND o.deleted_at IS NULL
    WHERE v.field_id = ${ownId} AND ${all([...ends, ...some], 'AND', sql`1`)})`;
  return way === 'isNot' || way === 'empty' ? not(held) : held;
}

/** One condition as SQL; every value in it is bound. */
export function conditionWhere(one: Condition, reckoned: Reckoned): Where {
  if (one.field === 'quiet') return isQuietSince(one.since);
  if (one.field === 'own') return ownWhere(one);
  if ('how' in one) return dayWhere(one, reckoned);
  if ('from' in one) return numberWhere(one, reckoned);
  if ('is' in one) {
    const where = flagWhere(one, reckoned);
    return one.is ? where : not(where);
  }
  const where = 'ids' in one ? isOfRecord(one) : isOneOf(one, reckoned);
  return one.isNot ? not(where) : where;
}

/** A condition, or a group of them. */
export function partWhere(part: Condition | ConditionGroup, reckoned: Reckoned): Where {
  if (!isGroup(part)) return conditionWhere(part, reckoned);
  const parts = part.parts.map((one) => conditionWhere(one, reckoned));
  return all(parts, part.match === 'all' ? 'AND' : 'OR', sql`1`);
}

/** Who is in by the conditions, before anybody is left out. */
export function partsWhere({ match, parts }: SegmentDefinition, reckoned: Reckoned): Where {
  const wheres = parts.map((part) => partWhere(part, reckoned));
  return all(wheres, match === 'all' ? 'AND' : 'OR', sql`1`);
}

/** Of whom nobody is left there is nothing to ask, and nothing to look at. */
export const notErased: Where = sql`f.customer_id NOT IN
  (SELECT id FROM customers WHERE erased_at IS NOT NULL)`;

/** Everybody of a segment. */
export function definitionWheres(
  definition: SegmentDefinition,
  reckoned: Reckoned,
): readonly Where[] {
  const without = definition.without.map((one) => not(conditionWhere(one, reckoned)));
  return [partsWhere(definition, reckoned), ...without, notErased];
}
