import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import type { TrashTable } from '../../table-facts.ts';
import { calledSql } from '../customers/name.ts';

/** How one kind of thing is shown in the trash and comes back from it; SQL is over its row as `t`. */
interface Kind {
  /** What it is called. */
  readonly name: string;
  /** Its day or instant. */
  readonly moment?: string;
  readonly amount?: string;
  /** It is told from another of its name by phone and city, and found by its phones too. */
  readonly isPerson?: true;
  /** What it belongs to: from the trash that comes back with it. */
  readonly owners: readonly string[];
  /** Whether it lies in the trash, beside being deleted; absent: always. */
  readonly lies?: string;
  /** True where it cannot come back because something that is there has taken its place. */
  readonly isTaken?: string;
}

/** No more of a text is shown, or searched. */
const longest = 160;

/** Its first line's worth of words. */
function words(...columns: readonly string[]): string {
  const parts = columns.map((column) => `nullif(${column}, '')`).join(', ');
  return `substr(concat_ws(' · ', ${parts}), 1, ${longest})`;
}

function anotherOf(table: TrashTable, condition: string): string {
  return `EXISTS (SELECT 1 FROM ${table} o WHERE ${condition} AND o.id <> t.id
    AND o.deleted_at IS NULL)`;
}

const sameNumber = 'o.number = t.number COLLATE NOCASE';

/** A table whose rows go to the trash does not compile without its kind, nor a kind without its table. */
export const kinds: { readonly [K in TrashTable & TrashKind]: Kind } & {
  readonly [K in TrashTable]: Kind;
} = {
  // A record that was merged into another was not thrown away.
  customers: { name: calledSql('t'), isPerson: true, owners: [], lies: 't.merged_into IS NULL' },
  sales: {
    name: "coalesce(t.number, '')",
    moment: 't.sold_on',
    amount: 't.total_minor',
    owners: ['customer_id', 'return_of'],
    isTaken: anotherOf('sales', `${sameNumber} AND o.sold_on = t.sold_on`),
  },
  products: {
    name: 't.name',
    amount: 't.price_minor',
    owners: [],
    isTaken: `(${anotherOf('products', 'o.name_key = t.name_key')}
      OR ${anotherOf('products', 'o.sku = t.sku')})`,
  },
  payments: {
    name: "coalesce(t.number, '')",
    moment: 't.paid_on',
    amount: 't.amount_minor',
    owners: ['customer_id'],
  },
  complaints: {
    name: words('t.number', 't.title'),
    moment: 't.received_at',
    owners: ['customer_id'],
    isTaken: anotherOf('complaints', sameNumber),
  },
  interactions: {
    name: words('t.text'),
    moment: 't.happened_at',
    owners: ['customer_id', 'complaint_id'],
  },
  follow_ups: {
    name: words('t.reason'),
    moment: 't.due_on',
    owners: ['customer_id', 'complaint_id', 'review_id', 'prospect_id'],
  },
  prospects: {
    name: words('t.title'),
    moment: 't.expected_on',
    amount: 't.worth_minor',
    owners: ['customer_id'],
  },
  reviews: {
    name: words('t.author', 't.text'),
    moment: 't.posted_on',
    owners: ['customer_id'],
  },
  claims: {
    name: words('t.number', 't.problem'),
    moment: 't.claimed_at',
    owners: ['customer_id'],
    isTaken: anotherOf('claims', sameNumber),
  },
  surveys: { name: 't.name', owners: [] },
  notes: { name: 't.title', owners: [] },
  custom_fields: {
    name: 't.name',
    owners: [],
    isTaken: anotherOf('custom_fields', 'o.name_key = t.name_key'),
  },
};

/** What of a table lies in the trash, as a condition over its row `t`. */
export function trashedSql(kind: TrashKind): string {
  const { lies } = kinds[kind];
  return `t.deleted_at IS NOT NULL${lies === undefined ? '' : ` AND ${lies}`}`;
}
