import type { ShopLookup, StoredProduct } from '#db/queries/imports/shop-state.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { e4ToMinor } from '#shared/domain/text/decimal.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText, columnsByField, remember } from '../cells.ts';
import type { MergeMode } from '../customers/slot.ts';
import type { Problem } from '../outcomes.ts';

/** What one row says about its product. */
export interface ProductRow {
  readonly sku: string;
  readonly name: string;
  readonly nameKey: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly costMinor: number | null;
  readonly problems: readonly Problem[];
}

export interface ProductReader {
  readonly columns: readonly number[];
  /** Null: the row names no product. */
  read(row: readonly Cell[]): ProductRow | null;
}

const maxText = 200;

/** Prepares a source's product columns; `digits` are the currency's decimals. */
export function productReader(source: SourceState, digits: number): ProductReader {
  const all = columnsByField(source);
  const column = (field: Parameters<typeof all.get>[0]): number => all.get(field)?.[0] ?? -1;
  const [sku, name, category, unit, cost] = [
    column('product.sku'),
    column('product.name'),
    column('product.category'),
    column('product.unit'),
    column('product.cost'),
  ];
  const style = source.columns[cost]?.reading?.numberStyle ?? 'plain';
  const costOf = remember((cell) => readNumber(cell, style));
  const text = (row: readonly Cell[], index: number): string => {
    const value = index < 0 ? '' : cellText(row[index]);
    return isBlankText(value) ? '' : value.slice(0, maxText);
  };
  return {
    columns: [sku, name, category, unit, cost].filter((index) => index >= 0),
    read: (row) => {
      const code = text(row, sku);
      const given = text(row, name) || code;
      if (given === '') return null;
      const problems: Problem[] = [];
      let costMinor: number | null = null;
      if (cost >= 0) {
        const number = costOf(row[cost]);
        if (number.ok) costMinor = number.e4 === null ? null : e4ToMinor(number.e4, digits);
        else problems.push({ problem: number.problem, column: cost, value: cellText(row[cost]) });
      }
      return {
        sku: code,
        name: given,
        nameKey: nameKey(given),
        category: text(row, category) || null,
        unit: text(row, unit) || null,
        costMinor,
        problems,
      };
    },
  };
}

type Facts = Omit<StoredProduct, 'id'>;

export interface ProductSlot {
  readonly id: number;
  /** What recognises it again: its code, else its name. */
  readonly key: string;
  readonly facts: { -readonly [K in keyof Facts]: Facts[K] };
  /** Null for a new one. */
  readonly before: Facts | null;
  touchedBy: number;
}

/** Every product of the plan, found by its code, then by its exact name. */
export class ProductBook {
  readonly slots = new Map<number, ProductSlot>();
  readonly #lookup: ShopLookup;
  readonly #bySku = new Map<string, ProductSlot>();
  readonly #byName = new Map<string, ProductSlot>();
  #nextId: number;

  constructor(lookup: ShopLookup, lastId: number) {
    this.#lookup = lookup;
    this.#nextId = lastId + 1;
  }

  resolve(
    row: ProductRow,
    sourceId: number,
    mode: MergeMode,
  ): { slot: ProductSlot; effect: 'added' | 'updated' | 'unchanged' } {
    const found =
      row.sku === '' ? this.#find(this.#byName, row.nameKey, 'name') : this.#findCode(row);
    const slot = found ?? this.#create(row, sourceId);
    if (row.sku !== '') this.#bySku.set(row.sku, slot);
    if (!this.#byName.has(row.nameKey)) this.#byName.set(row.nameKey, slot);
    if (found === null) return { slot, effect: 'added' };
    const changed = merge(slot, row, mode === 'correct' && slot.touchedBy !== sourceId);
    slot.touchedBy = sourceId;
    return { slot, effect: changed ? 'updated' : 'unchanged' };
  }

  /** By code; else one of that very name that has no code yet. */
  #findCode(row: ProductRow): ProductSlot | null {
    const byCode = this.#find(this.#bySku, row.sku, 'sku');
    if (byCode !== null || row.name === row.sku) return byCode;
    const byName = this.#find(this.#byName, row.nameKey, 'name');
    return byName !== null && byName.facts.sku === null ? byName : null;
  }

  #find(known: Map<string, ProductSlot>, key: string, by: 'sku' | 'name'): ProductSlot | null {
    const slot = known.get(key);
    if (slot !== undefined || this.#lookup.isEmpty) return slot ?? null;
    const stored = by === 'sku' ? this.#lookup.productBySku(key) : this.#lookup.productByName(key);
    if (stored === null) return null;
    const same = this.slots.get(stored.id) ?? fromStored(stored);
    this.slots.set(same.id, same);
    known.set(key, same);
    return same;
  }

  #create(row: ProductRow, sourceId: number): ProductSlot {
    const { name, nameKey: name_key, category, unit, costMinor: cost_minor } = row;
    const sku = row.sku === '' ? null : row.sku;
    const slot: ProductSlot = {
      id: this.#nextId,
      key: sku ?? name_key,
      facts: { name, name_key, sku, category, unit, cost_minor },
      before: null,
      touchedBy: sourceId,
    };
    this.#nextId += 1;
    this.slots.set(slot.id, slot);
    return slot;
  }
}

function fromStored({ id, ...facts }: StoredProduct): ProductSlot {
  const key = facts.sku ?? facts.name_key;
  return { id, key, facts: { ...facts }, before: { ...facts }, touchedBy: 0 };
}

function merge(slot: ProductSlot, row: ProductRow, corrects: boolean): boolean {
  const { facts } = slot;
  let changed = false;
  const take = <K extends keyof Facts>(key: K, value: Facts[K] | null): void => {
    if (value === null || facts[key] === value) return;
    if (facts[key] !== null && !corrects) return;
    facts[key] = value as Facts[K];
    changed = true;
  };
  // A product known by its code alone gets its name as soon as a file has it.
  const isNameless = facts.name === facts.sku;
  if (row.name !== row.sku && facts.name_key !== row.nameKey && (corrects || isNameless)) {
    facts.name = row.name;
    facts.name_key = row.nameKey;
    changed = true;
  }
  take('sku', row.sku === '' ? null : row.sku);
  take('category', row.category);
  take('unit', row.unit);
  take('cost_minor', row.costMinor);
  return changed;
}
