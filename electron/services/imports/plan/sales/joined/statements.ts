import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceState } from '../../../draft-store.ts';
import { isInTrash } from '../book.ts';
import type { SaleSlot } from '../slot.ts';
import type { JoinedOrders } from './orders.ts';
import { add, newTally, type Tallies, type Tally } from './tally.ts';

type Statement = ImportReport['joined'][number];

/** Says of somebody or something of the plan by which code alone it is known; null: more is known. */
export type CodeAlone = (id: number) => string | null;

/** What the files of a plan have that is joined, and how the partners are looked up. */
interface Joining {
  readonly sources: readonly SourceState[];
  readonly orders: JoinedOrders;
  readonly tallies: Tallies;
  readonly customerCode: CodeAlone;
  readonly productCode: CodeAlone;
}

function has({ columns }: SourceState, ...fields: readonly ImportField[]): boolean {
  return columns.some(({ field }) => fields.includes(field));
}

/** Nothing but things of one kind, each with its code. */
function isListOf(source: SourceState, kind: 'customer' | 'product', code: ImportField): boolean {
  const isOther = ({ field }: SourceState['columns'][number]) =>
    field !== 'ignore' && !field.startsWith(`${kind}.`);
  return has(source, code) && !source.columns.some(isOther);
}

function nameOf({ fileName, sheetName }: SourceState, all: readonly SourceState[]): string {
  const isOneOfMany = all.some(
    (each) => each.fileName === fileName && each.sheetName !== sheetName,
  );
  return isOneOfMany && sheetName !== null ? `${fileName} (${sheetName})` : fileName;
}

/** Words for what was found and what was not, once every sale of the plan is there. */
export class JoinedStatements {
  readonly #joining: Joining;
  readonly #found: Statement[] = [];

  constructor(joining: Joining) {
    this.#joining = joining;
  }

  of(slots: Iterable<SaleSlot>): Statement[] {
    const all = [...slots];
    for (const source of this.#joining.sources) {
      if (source.role === 'lines') this.#lines(source);
      if (source.role === 'orders') this.#orders(source);
      this.#customers(source, all);
      this.#products(source);
    }
    return this.#found;
  }

  #say(kind: Statement['kind'], source: SourceState, partner: Partner, tally: Tally): void {
    if (tally.count === 0) return;
    const { sources } = this.#joining;
    this.#found.push({
      kind,
      file: nameOf(source, sources),
      to: partner.sources.map((each) => nameOf(each, sources)).join(', '),
      header: source.columns.find(({ field }) => field === partner.field)?.header ?? '',
      ...tally,
    });
  }

  #ofRole(role: SourceState['role']): Partner {
    const { sources } = this.#joining;
    return { sources: sources.filter((each) => each.role === role), field: 'sale.number' };
  }

  #lines(source: SourceState): void {
    const partner = this.#ofRole('orders');
    const { lines, alone, missing, several } = this.#joining.tallies.of(source.id);
    this.#say('lines', source, partner, lines);
    this.#say('lines-missing', source, partner, missing);
    this.#say('lines-several', source, partner, several);
    this.#say('lines-alone', source, partner, alone);
  }

  #orders(source: SourceState): void {
    const { whole, empty } = this.#joining.orders;
    const partner = this.#ofRole('lines');
    this.#say('orders-whole', source, partner, whole.of(source.id));
    this.#say('orders-empty', source, partner, empty.of(source.id));
  }

  /** Files that name customers by their code alone, beside lists that say who these are. */
  #customers(source: SourceState, slots: readonly SaleSlot[]): void {
    const code = 'customer.externalId';
    const lists = this.#listsOf('customer', code);
    const saysMore = has(source, 'customer.name', 'customer.phone', 'customer.email');
    if (lists.length === 0 || saysMore || !has(source, code)) return;
    const [found, missing] = [newTally(), newTally()];
    for (const slot of slots) {
      const isOurs = slot.touchedBy === source.id && !isInTrash(slot);
      if (!isOurs || slot.customerId === null) continue;
      const alone = this.#joining.customerCode(slot.customerId);
      add(alone === null ? found : missing, slot.totalMinor, alone ?? '');
    }
    this.#say('customers', source, { sources: lists, field: code }, found);
    this.#say('customers-missing', source, { sources: lists, field: code }, missing);
  }

  #products(source: SourceState): void {
    const code = 'product.sku';
    const lists = this.#listsOf('product', code);
    if (lists.length === 0 || has(source, 'product.name') || !has(source, code)) return;
    const [found, missing] = [newTally(), newTally()];
    for (const [productId, { count, minor }] of this.#joining.tallies.of(source.id).products) {
      const alone = this.#joining.productCode(productId);
      add(alone === null ? found : missing, minor, alone ?? '', count);
    }
    this.#say('products', source, { sources: lists, field: code }, found);
    this.#say('products-missing', source, { sources: lists, field: code }, missing);
  }

  #listsOf(kind: 'customer' | 'product', code: ImportField): SourceState[] {
    return this.#joining.sources.filter((each) => isListOf(each, kind, code));
  }
}

/** The other side of a join, and what names it. */
interface Partner {
  readonly sources: readonly SourceState[];
  readonly field: ImportField;
}
