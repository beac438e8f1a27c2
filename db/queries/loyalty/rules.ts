import type { PointRule } from '#shared/domain/loyalty/rule.ts';
import type { TierMeasure } from '#shared/domain/vocabulary/loyalty.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';

/** A rule with its id. */
export interface StoredRule extends PointRule {
  readonly id: number;
  readonly createdAt: string;
}

interface Row {
  readonly id: number;
  readonly from_on: string;
  readonly spend_minor: number;
  readonly points: number;
  readonly is_before_discount: 0 | 1;
  readonly takes_back: 0 | 1;
  readonly months_valid: number | null;
  readonly worth_minor: number;
  readonly remind_days: number;
  readonly created_at: string;
}

function ruleOf(row: Row): StoredRule {
  return {
    id: row.id,
    fromOn: row.from_on,
    spendMinor: row.spend_minor,
    points: row.points,
    isBeforeDiscount: row.is_before_discount === 1,
    takesBack: row.takes_back === 1,
    monthsValid: row.months_valid,
    worthMinor: row.worth_minor,
    remindDays: row.remind_days,
    createdAt: row.created_at,
  };
}

/** Every rule in the order of their days; of one day the newest last. */
export async function readRules(db: ReadHandle): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('loyalty_rules')
    .selectAll()
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(ruleOf);
}

/** The same on the bare connection. */
export function rulesIn(raw: RawHandle): StoredRule[] {
  const rows = raw.prepare('SELECT * FROM loyalty_rules ORDER BY from_on, id').all() as Row[];
  return rows.map(ruleOf);
}

/** A level. */
export interface StoredTier {
  readonly id: number;
  readonly name: string;
  readonly reachedBy: TierMeasure;
  readonly atLeast: number;
  readonly gives: string;
}

const tierColumns =
  'id, name, reached_by AS reachedBy, at_least AS atLeast, gives FROM loyalty_tiers ORDER BY at_least, id';

/** The levels, the lowest first. */
export function tiersIn(raw: RawHandle): StoredTier[] {
  return raw.prepare(`SELECT ${tierColumns}`).all() as StoredTier[];
}
