import { type Cursor, listCustomers } from '#db/queries/customers/list.ts';
import { listOwnFields } from '#db/queries/customers/own-fields.ts';
import { readRules } from '#db/queries/loyalty/rules.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import { type CustomerRow, customerFilter } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { peopleAhead } from '../insights/outlook/people-ahead.ts';
import { pagesOf } from '../segments/listed.ts';
import type { Asking } from '../segments/reckoned.ts';
import type { ColumnType } from './files/table.ts';
import { writeTable } from './write-table.ts';

const pageSize = 500;

type Titles = Readonly<Record<string, string>>;

/** A column as the list has it; its title comes with the request, under the name of its field. */
interface ListColumn {
  readonly field: Exclude<keyof CustomerRow, 'id'>;
  readonly type: ColumnType;
  cell(row: CustomerRow, shown: { readonly scale: number; readonly titles: Titles }): Cell;
}

function money(field: 'activeRevenueMinor' | 'revenueMinor' | 'clvMinor'): ListColumn {
  return {
    field,
    type: 'money',
    cell: ({ [field]: amount }, { scale }) => (amount === null ? null : amount / scale),
  };
}

/** Layers and kinds as the owner reads them; what has no title goes out as it is. */
function named(field: 'layer' | 'kind'): ListColumn {
  return {
    field,
    type: 'text',
    cell: ({ [field]: value }, { titles }) => titles[`${field}.${value}`] ?? value,
  };
}

const columns: readonly ListColumn[] = [
  { field: 'name', type: 'text', cell: (row) => row.name },
  named('kind'),
  { field: 'phone', type: 'phone', cell: (row) => row.phone },
  { field: 'city', type: 'text', cell: (row) => row.city },
  named('layer'),
  { field: 'lastPurchaseOn', type: 'date', cell: (row) => row.lastPurchaseOn },
  { field: 'contactAgainOn', type: 'date', cell: (row) => row.contactAgainOn },
  { field: 'purchases', type: 'integer', cell: (row) => row.purchases },
  money('activeRevenueMinor'),
  money('revenueMinor'),
  money('clvMinor'),
];

/** Where there is a points programme. */
const loyaltyColumns: readonly ListColumn[] = [
  { field: 'points', type: 'integer', cell: (row) => row.points },
  { field: 'tier', type: 'text', cell: (row) => row.tier },
];

const ownTypes = {
  ...{ text: 'text', choice: 'text', yesno: 'text', day: 'date', number: 'decimal' },
} as const satisfies Record<OwnField['type'], ColumnType>;

/** A field that the owner made, under its own name. */
function ownColumn({ id, name, type }: OwnField, titles: Titles) {
  return {
    title: name,
    type: ownTypes[type],
    cell: ({ own }: CustomerRow): Cell => {
      const value = own.find(({ fieldId }) => fieldId === id)?.value ?? null;
      if (value === null) return null;
      if (type === 'number') return Number(value);
      return type === 'yesno' ? (titles[`own.${value}`] ?? value) : value;
    },
  };
}

async function* pages(ctx: Asking, input: Parsed<'customers.export'>): AsyncGenerator<CustomerRow> {
  // Those picked were seen in the list: they go out even if somebody has bought since.
  const { ids } = input;
  const which =
    ids === null ? await pagesOf(ctx, input.filter) : { filter: customerFilter.parse({}), ids };
  let after: Cursor | null = null;
  do {
    const page: { rows: CustomerRow[]; next: Cursor | null } = await listCustomers(ctx.db, {
      ...which,
      order: input.order,
      after,
      limit: pageSize,
    });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

/** Writes the customers that the list shows, in its order, as CSV or as a workbook. */
export async function exportCustomers(
  ctx: TaskContext,
  input: Parsed<'customers.export'>,
  { path }: ChosenPath,
): Promise<Output<'customers.export'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { language, currency } = settings;
  const { format, profile, titles } = input;
  const hasPoints = (await readRules(db)).length > 0;
  const shown = { scale: 10 ** minorDigits(currency), titles };
  return writeTable(
    ctx,
    { path, format, profile, sheet: titles.sheet ?? 'Customers', language, currency },
    [
      ...[...columns, ...(hasPoints ? loyaltyColumns : [])].map(({ field, type, cell }) => ({
        title: titles[field] ?? field,
        type,
        cell: (row: CustomerRow) => cell(row, shown),
      })),
      ...(await listOwnFields(db)).map((field) => ownColumn(field, titles)),
    ],
    pages({ db, today: ctx.clock.today(), settings, ahead: () => peopleAhead(ctx) }, input),
  );
}
