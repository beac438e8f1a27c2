import type { DraftSource } from '#shared/contract/imports.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { ColumnState, SourceState } from './draft-store.ts';

type Has = (...fields: readonly ImportField[]) => boolean;

function lookup(columns: readonly ColumnState[]): Has {
  const fields = new Set(columns.map((column) => column.field));
  return (...wanted) => wanted.some((field) => fields.has(field));
}

const amounts = ['line.amount', 'sale.total', 'line.unitPrice'] as const;

const who = ['customer.name', 'customer.phone', 'customer.email', 'customer.externalId'] as const;
const said = ['contact.channel', 'contact.text', 'contact.outcome'] as const;

/** Whether a source's rows are complaints: something is complained about, and the day it came is known. */
export function bringsComplaints(columns: readonly ColumnState[]): boolean {
  const has = lookup(columns);
  return has('complaint.receivedOn') && has('complaint.title', 'complaint.text');
}

/** Whether a source's rows are interactions: with whom, on which day, and how or what. */
export function bringsInteractions(columns: readonly ColumnState[]): boolean {
  const has = lookup(columns);
  return has('contact.date') && has(...said) && has(...who) && !bringsComplaints(columns);
}

/** Whether a source's rows are sales: they have a day and something to count money by. */
export function bringsSales(columns: readonly ColumnState[]): boolean {
  const has = lookup(columns);
  if (bringsComplaints(columns) || bringsInteractions(columns)) return false;
  return has('sale.date') && has(...amounts);
}

/** What a source brings by the fields its columns become. */
export function bringsOf(columns: readonly ColumnState[]): DraftSource['brings'] {
  const has = lookup(columns);
  const brings: DraftSource['brings'] = [];
  if (has(...who)) brings.push('customers');
  if (has('product.name', 'product.sku')) brings.push('products');
  if (bringsSales(columns)) brings.push('sales');
  if (bringsComplaints(columns)) brings.push('complaints');
  if (bringsInteractions(columns)) brings.push('contacts');
  return brings;
}

/** What keeps a source from being checked, as keys of the locale's `blocker.*`. */
export function blockersOf(source: Pick<SourceState, 'columns' | 'rows'>): string[] {
  const { columns } = source;
  const has = lookup(columns);
  const blockers: string[] = [];
  if (columns.some((column) => column.question !== null)) blockers.push('question-open');
  if (source.rows === 0) blockers.push('no-rows');
  else if (bringsOf(columns).length === 0) blockers.push('nothing-to-take');
  const isCare = bringsComplaints(columns) || bringsInteractions(columns);
  if (!isCare && columns.some(isOfCare)) blockers.push(careBlocker(columns));
  if (!isCare && !bringsSales(columns)) {
    const hasDay = has('sale.date');
    if (!hasDay && has('sale.number', 'sale.total', 'line.amount', 'line.quantity')) {
      blockers.push('date-column-missing');
    } else if (hasDay && has('sale.number', 'line.quantity')) {
      blockers.push('amount-column-missing');
    }
  }
  return blockers;
}

function isOfCare({ field }: ColumnState): boolean {
  return field.startsWith('complaint.') || field.startsWith('contact.');
}

/** What a list of complaints or interactions still lacks. */
function careBlocker(columns: readonly ColumnState[]): string {
  const has = lookup(columns);
  if (columns.some(({ field }) => field.startsWith('complaint.'))) {
    return has('complaint.receivedOn') ? 'complaint-text-missing' : 'complaint-date-missing';
  }
  if (!has('contact.date')) return 'contact-date-missing';
  return has(...who) ? 'contact-text-missing' : 'contact-customer-missing';
}
