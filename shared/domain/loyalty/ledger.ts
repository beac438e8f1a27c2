import { addDays } from '../calendar/dates.ts';
import type { PointEntryKind, PointKind } from '../vocabulary/loyalty.ts';
import { type Lot, Lots } from './lots.ts';
import {
  type Counted,
  countedMinor,
  lastDayOf,
  type PointRule,
  pointsFor,
  ruleOn,
} from './rule.ts';

/** A sale or a return of somebody's that counts. */
export interface PointSale extends Counted {
  readonly id: number;
  readonly on: string;
  readonly kind: 'sale' | 'return';
  /** Of a return: the sale whose goods came back; null: nobody knows which. */
  readonly returnOf: number | null;
}

/** What was written down of somebody's points: below zero takes. */
export interface PointEntry {
  readonly id: number;
  readonly on: string;
  readonly kind: PointEntryKind;
  readonly points: number;
  readonly saleId: number | null;
}

/** A line of somebody's points. */
export interface PointLine {
  readonly on: string;
  readonly kind: PointKind;
  /** Below zero: taken. */
  readonly points: number;
  /** The sale or return it comes from. */
  readonly saleId: number | null;
  /** What was written down. */
  readonly entryId: number | null;
  /** Of points that were given: the last day they hold; null: for good. */
  readonly lastOn: string | null;
}

export interface Ledger {
  /** The oldest first; they add up to the balance. */
  readonly lines: readonly PointLine[];
  readonly balance: number;
  /** What is left, by when it runs out, the soonest first. */
  readonly left: readonly { readonly lastOn: string | null; readonly points: number }[];
}

type Source =
  | { readonly at: 'sale'; readonly sale: PointSale }
  | { readonly at: 'entry'; readonly entry: PointEntry };

/** What happens first on a day: what gives points, then what takes them. */
function rankOf(source: Source): number {
  if (source.at === 'sale') return source.sale.kind === 'sale' ? 0 : 2;
  if (source.entry.kind === 'spent') return 3;
  return source.entry.points > 0 ? 1 : 4;
}

interface Step {
  readonly on: string;
  readonly source: Source;
}

function idOf({ source }: Step): number {
  return source.at === 'sale' ? source.sale.id : source.entry.id;
}

/** What a sale gave, so that what comes back of it takes as much. */
interface Given {
  readonly lot: Lot;
  readonly rule: PointRule;
  readonly minor: number;
  backMinor: number;
}

/** Walks through everything that moves somebody's points, day by day. */
class Walk {
  readonly #rules: readonly PointRule[];
  readonly #lots = new Lots();
  readonly #given = new Map<number, Given>();
  /** Spent, and no longer covered: what is given next covers it. */
  #debt = 0;
  readonly lines: PointLine[] = [];

  constructor(rules: readonly PointRule[]) {
    this.#rules = rules;
  }

  #write(line: Pick<PointLine, 'on' | 'kind' | 'points'> & Partial<PointLine>): void {
    if (line.points !== 0) this.lines.push({ saleId: null, entryId: null, lastOn: null, ...line });
  }

  expire(day: string): void {
    for (const { lastOn, points } of this.#lots.expireBefore(day))
      this.#write({ on: addDays(lastOn, 1), kind: 'expired', points: -points, lastOn });
  }

  #give(line: Omit<PointLine, 'lastOn'>): Lot {
    const rule = ruleOn(this.#rules, line.on);
    const lastOn = rule === null ? null : lastDayOf(line.on, rule);
    this.#write({ ...line, lastOn });
    const settled = Math.min(this.#debt, line.points);
    this.#debt -= settled;
    this.#write({ on: line.on, kind: 'settled', points: -settled });
    const lot = this.#lots.add(line.points, line.on, lastOn);
    lot.left -= settled;
    return lot;
  }

  /** What there is not is covered, and taken off what comes next. */
  #take(line: Omit<PointLine, 'lastOn' | 'points'>, wanted: number): void {
    const missing = wanted - this.#lots.take(wanted);
    this.#write({ on: line.on, kind: 'advanced', points: missing, saleId: line.saleId });
    this.#write({ ...line, points: -wanted });
    this.#debt += missing;
  }

  sold(sale: PointSale): void {
    const rule = ruleOn(this.#rules, sale.on);
    if (rule === null) return;
    const minor = countedMinor(sale, rule);
    const points = pointsFor(minor, rule);
    if (points === 0) return;
    const lot = this.#give({ on: sale.on, kind: 'earned', points, saleId: sale.id, entryId: null });
    this.#given.set(sale.id, { lot, rule, minor, backMinor: 0 });
  }

  broughtBack(sale: PointSale, on: string): void {
    if (sale.returnOf === null) this.#broughtBackUnknown(sale, on);
    else this.#broughtBackOf(sale, on, this.#given.get(sale.returnOf));
  }

  /** As many points as the sale would not have given: what has run out of them is gone already. */
  #broughtBackOf(sale: PointSale, on: string, given: Given | undefined): void {
    if (given === undefined || !given.rule.takesBack) return;
    const { lot, rule, minor } = given;
    given.backMinor += countedMinor(sale, rule);
    const wanted = lot.given - pointsFor(minor - given.backMinor, rule) - lot.takenBack;
    const own = Math.min(Math.max(0, wanted), lot.left);
    lot.left -= own;
    const used = lot.given - lot.left - lot.expired - lot.takenBack - own;
    const others = Math.min(Math.max(0, wanted - own), used);
    lot.takenBack += own + others;
    const line = { on, kind: 'returned' as const, saleId: sale.id, entryId: null };
    const missing = others - this.#lots.take(others);
    this.#write({ on, kind: 'advanced', points: missing, saleId: sale.id });
    this.#write({ ...line, points: -(own + others) });
    this.#debt += missing;
  }

  /** By the rule of its own day, and no more than there is: it may be of a sale that gave none. */
  #broughtBackUnknown(sale: PointSale, on: string): void {
    const rule = ruleOn(this.#rules, on);
    if (rule === null || !rule.takesBack) return;
    const points = this.#lots.take(pointsFor(countedMinor(sale, rule), rule));
    this.#write({ on, kind: 'returned', points: -points, saleId: sale.id });
  }

  written({ id, on, kind, points, saleId }: PointEntry): void {
    const line = { on, kind, saleId, entryId: id };
    if (points > 0) this.#give({ ...line, points });
    else this.#take(line, -points);
  }

  result(): Ledger {
    return { lines: this.lines, balance: this.#lots.balance, left: this.#lots.left() };
  }
}

/** A return is no earlier than its sale, whatever its file says. */
function daysOfSales(sales: readonly PointSale[]): (sale: PointSale) => string {
  const days = new Map(sales.map(({ id, on }) => [id, on]));
  return ({ on, returnOf }) => {
    const sold = returnOf === null ? undefined : days.get(returnOf);
    return sold !== undefined && sold > on ? sold : on;
  };
}

/** What somebody's points are made of. */
export interface PointFacts {
  readonly sales: readonly PointSale[];
  readonly entries: readonly PointEntry[];
}

/**
 * Somebody's points up to a day, counted from what was sold and what was written down: the same rows give the
 * same lines, whatever was done and taken back meanwhile. Rules are in the order of their days.
 */
export function ledgerOf(
  rules: readonly PointRule[],
  { sales, entries }: PointFacts,
  through: string,
): Ledger {
  const dayOf = daysOfSales(sales);
  const steps: Step[] = [
    ...sales.map((sale) => ({ on: dayOf(sale), source: { at: 'sale' as const, sale } })),
    ...entries.map((entry) => ({ on: entry.on, source: { at: 'entry' as const, entry } })),
  ].filter(({ on }) => on <= through);
  steps.sort(
    (a, b) =>
      (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
      rankOf(a.source) - rankOf(b.source) ||
      idOf(a) - idOf(b),
  );
  const walk = new Walk(rules);
  for (const { on, source } of steps) {
    walk.expire(on);
    if (source.at === 'entry') walk.written(source.entry);
    else if (source.sale.kind === 'sale') walk.sold(source.sale);
    else walk.broughtBack(source.sale, on);
  }
  walk.expire(through);
  return walk.result();
}

/** How many of what is left run out within so many days after a day, and when the first do. */
export function endingWithin(
  { left }: Pick<Ledger, 'left'>,
  until: string,
): { readonly points: number; readonly firstOn: string | null } {
  const ending = left.filter(({ lastOn }) => lastOn !== null && lastOn <= until);
  const points = ending.reduce((sum, one) => sum + one.points, 0);
  return { points, firstOn: ending[0]?.lastOn ?? null };
}

/** The sums of the lines by why they are there. */
export function sumsByKind(lines: readonly PointLine[]): ReadonlyMap<PointKind, number> {
  const sums = new Map<PointKind, number>();
  for (const { kind, points } of lines) sums.set(kind, (sums.get(kind) ?? 0) + points);
  return sums;
}
