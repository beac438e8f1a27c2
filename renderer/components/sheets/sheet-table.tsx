import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { type Address, addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type {
  SheetCell,
  SheetColumn,
  SheetTarget,
  SheetTable as Table,
} from '#shared/domain/sheets/part.ts';
import type {
  ComplaintId,
  CustomerId,
  NoteId,
  ProductId,
  ProspectId,
  SaleId,
} from '#shared/ids.ts';
import classes from './sheets.module.css';

function addressOfTarget(target: SheetTarget): Address {
  switch (target.kind) {
    case 'claims':
      return lists.guarantee.showing({ only: 'open' });
    case 'owed':
      return addressOf('owed');
    case 'complaint':
      return addressOf({ complaint: target.id as ComplaintId });
    case 'customer':
      return addressOf({ customer: target.id as CustomerId });
    case 'note':
      return lists.notes.showing({ note: target.id as NoteId });
    case 'product':
      return addressOf({ product: target.id as ProductId });
    case 'prospect':
      return addressOf({ prospect: target.id as ProspectId });
    case 'sale':
      return addressOf({ sale: target.id as SaleId });
  }
}

function writtenOf(format: Format, { type }: SheetColumn, value: string | number | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return type === 'phone' ? format.phone(value) : value;
  if (type === 'money') return format.money(value);
  return format.number(value, type === 'decimal' ? 1 : 0);
}

function Cell({ column, cell }: { readonly column: SheetColumn; readonly cell: SheetCell }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, to, isLate } = cell;
  if (column.type === 'date' && typeof value === 'string')
    return isLate === true ? (
      <StatusBadge kind="wrong">
        {t('handover.lateDay', { day: format.date(value, true) })}
      </StatusBadge>
    ) : (
      <DateText iso={value} short />
    );
  const text = writtenOf(format, column, value);
  if (to === undefined) return <span className={classes.text}>{text}</span>;
  return (
    <Link href={addressOfTarget(to)} className={classes.link}>
      {text}
    </Link>
  );
}

/** The figures of a part of a sheet; what opens a record is a link. */
export function SheetTable({ table }: { readonly table: Table }) {
  const rows = table.rows.map((cells, at) => ({ cells, key: String(at) }));
  return (
    <DataTable
      label={table.name}
      rows={rows}
      keyOf={(row) => row.key}
      columns={table.columns.map((column, at) => ({
        title: column.title,
        isNumber: column.type !== 'text' && column.type !== 'date' && column.type !== 'phone',
        cell: (row: (typeof rows)[number]) => (
          <Cell column={column} cell={row.cells[at] ?? { value: null }} />
        ),
      }))}
    />
  );
}
