import type { TypedSale } from '#shared/contract/sales/drafts.ts';
import { dayText, type Writing, wordAt } from './values.ts';

const columns = 'history.column';

function lineText({ name, quantity, price, discount }: TypedSale['lines'][number]): string {
  const parts = [name, quantity, price, discount].map((part) => part.trim());
  return parts.filter((part) => part !== '').join(' · ');
}

/** What a half-typed sale says to a person, as it was typed: a word for each and what stands there. */
export function saidOfDraft(
  writing: Writing,
  sale: TypedSale,
): { readonly name: string; readonly text: string }[] {
  const day = (on: string | null) => (on === null ? null : dayText(writing, on));
  const said: readonly (readonly [string, string | null])[] = [
    [`${columns}.sales.sold_on`, day(sale.soldOn)],
    [`${columns}.customers.name`, sale.newCustomer ?? sale.customerName],
    ...sale.lines.map((line) => [`${columns}.sale_lines.product_id`, lineText(line)] as const),
    [`${columns}.sales.discount_minor`, sale.discount],
    [`${columns}.sales.shipping_minor`, sale.shipping],
    ['sales.entry.paid', sale.paid],
    [`${columns}.sales.payment_method`, sale.method],
    [`${columns}.sales.due_on`, day(sale.dueOn)],
    [`${columns}.sales.promised_on`, day(sale.promisedOn)],
    [`${columns}.sales.note`, sale.note],
    [`${columns}.prospects.title`, sale.prospect?.title ?? null],
  ];
  return said.flatMap(([path, text]) =>
    text === null || text.trim() === '' ? [] : [{ name: wordAt(writing, path) ?? path, text }],
  );
}
