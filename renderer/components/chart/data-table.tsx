import type { ReactNode } from 'react';
import classes from './chart.module.css';

/** One column of the table behind a chart. */
export interface DataColumn<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  cell(row: Row): ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
  /** A last row, cell by cell. */
  readonly sums?: readonly ReactNode[];
}

/** The figures of a chart, the first column naming each row. */
export function DataTable<Row>({ label, columns, rows, keyOf, sums }: Props<Row>) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" data-number={column.isNumber || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.title} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.title} data-number={column.isNumber || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {sums !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.title} data-number={column.isNumber || undefined}>
                  {sums[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface LinkProps {
  readonly children: ReactNode;
  readonly label?: string;
  onClick(): void;
}

/** A figure or a name in a table that opens something. */
export function CellLink({ children, label, onClick }: LinkProps) {
  return (
    <button type="button" className={classes.link} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
