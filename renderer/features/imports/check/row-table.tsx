import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textOf } from '#renderer/base/i18n.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { cut, type FileRow, filledCells, needsRaw, shownColumns } from '../problem-groups.ts';
import { fixText } from '../reading-text.ts';
import { columnName, sourceName } from '../source-name.ts';
import table from '../table.module.css';
import classes from './check.module.css';
import { type RowFilter, useRows } from './use-rows.ts';

interface CellProps {
  readonly cell: FileRow['cells'][number] | undefined;
  readonly isBlamed: boolean;
  /** What the fix that is being typed would put there. */
  readonly to: string;
  /** What a step has put there; undefined: none has. */
  readonly mended: FileRow['cells'][number] | undefined;
}

function textIn(cell: CellProps['cell']): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

function Cell({ cell, isBlamed, to, mended }: CellProps) {
  const { t } = useTranslation();
  const text = textIn(cell);
  const shownOf = (each: string) => (each === '' ? t('import.check.blank') : each);
  const shown = shownOf(mended === undefined ? text : textIn(mended));
  if (mended !== undefined && (!isBlamed || to === ''))
    return (
      <td className={isBlamed ? classes.blamed : undefined} title={`${text} → ${shown}`}>
        <del>{shownOf(text)}</del> → <ins>{shown}</ins>
      </td>
    );
  if (!isBlamed) return <td title={text}>{text}</td>;
  return (
    <td className={classes.blamed} title={text}>
      {to === '' ? (
        shown
      ) : (
        <>
          <del>{shown}</del> → <ins>{to}</ins>
        </>
      )}
    </td>
  );
}

interface Props {
  readonly source: DraftSource;
  readonly filter: RowFilter;
  readonly blamed: number | null;
  /** All rows of the filter. */
  readonly count: number;
  readonly to: string;
}

interface TableProps extends Props {
  readonly rows: readonly FileRow[];
}

/** Each row says its problem, where it is not the one that was asked for. */
function Problem({ row: { outcome, problem } }: { readonly row: FileRow }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  return (
    <StatusBadge kind={outcome === 'wrong' ? 'wrong' : 'waiting'}>
      {textOf(t, 'problem', problem)}
    </StatusBadge>
  );
}

const longestRaw = 400;

/** The whole row in one line, in the order of the file: what the columns above do not show of it. */
function RawRow({ row, span }: { readonly row: FileRow; readonly span: number }) {
  const { t } = useTranslation();
  const cells = filledCells(row).join(' · ');
  return (
    <tr className={classes.raw}>
      <td colSpan={span} title={cells}>
        {t('import.check.raw', { cells: cut(cells, longestRaw) })}
      </td>
    </tr>
  );
}

function Table({ source, filter, blamed, to, rows }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = shownColumns(source, blamed);
  const field = blamed === null ? '' : (source.columns[blamed]?.field ?? '');
  const shownTo = to === '' ? '' : fixText(t, format, field, to);
  const saysProblem = filter.problem === null && rows.some((row) => row.problem !== null);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th className={table.n}>{t('import.check.row')}</th>
          {columns.map((index) => {
            const column = source.columns[index];
            return <th key={index}>{column === undefined ? '' : columnName(t, column)}</th>;
          })}
          {saysProblem && <th>{t('import.check.problem')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) => [
          <tr key={row.row}>
            <td className={`${classes.row} ${table.n}`}>{row.row}</td>
            {columns.map((index) => (
              <Cell
                key={index}
                cell={row.cells[index]}
                isBlamed={index === blamed}
                to={shownTo}
                mended={row.mended.find(({ column }) => column === index)?.cell}
              />
            ))}
            {saysProblem && (
              <td>
                <Problem row={row} />
              </td>
            )}
          </tr>,
          ...(needsRaw(row, columns)
            ? [<RawRow key={`${row.row} raw`} row={row} span={columns.length + 2} />]
            : []),
        ])}
      </tbody>
    </table>
  );
}

/** Rows as they stand in the file, the cell to blame marked. */
export function RowTable(props: Props) {
  const { source, filter, count } = props;
  const { t } = useTranslation();
  const pages = useRows(filter);
  const { rows, error, isPending, hasMore, isLoadingMore, loadMore } = pages;
  if (error !== null) return <ErrorState error={error.error} onRetry={pages.retry} />;
  return (
    <>
      <section
        className={classes.rows}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={t('import.check.rowsOf', { name: sourceName(source) })}
      >
        <Table {...props} rows={rows} />
      </section>
      <div className={classes.more}>
        <span role="status">
          {isPending
            ? t('app.loading')
            : t('import.check.shown', { shown: rows.length, count: Math.max(count, rows.length) })}
        </span>
        {hasMore && (
          <Button size="xs" loading={isLoadingMore} onClick={loadMore}>
            {t('import.check.loadMore')}
          </Button>
        )}
      </div>
    </>
  );
}
