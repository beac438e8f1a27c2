// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows are active descendants
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListOrder } from '#renderer/state/list-order.ts';
import type { Column } from './column.ts';
import classes from './grid.module.css';
import { Tick } from './grid-row.tsx';
import { MOST_SELECTED } from './use-selection.ts';

interface TitleProps<R, S extends string> {
  readonly column: Column<R, S>;
  readonly order: ListOrder<S> | undefined;
}

function Title<R, S extends string>({ column, order }: TitleProps<R, S>) {
  const { title, sort, ascendsFirst } = column;
  if (order === undefined || sort === undefined) return title;
  const isOn = order.sort === sort;
  const next = isOn ? !order.descending : ascendsFirst !== true;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" data-on={isOn || undefined} onClick={() => order.setOrder(sort, next)}>
      {title}
      {isOn && <Arrow size={12} stroke={2.5} aria-hidden="true" />}
    </button>
  );
}

interface PickAllProps {
  readonly allPicked: boolean;
  onPickAll(): void;
}

function PickAll({ allPicked, onPickAll }: PickAllProps) {
  const { t } = useTranslation();
  return (
    <div role="columnheader" className={classes.tickCell}>
      <button
        type="button"
        aria-label={t('list.selectAll')}
        title={t('list.selectAllHint', { most: MOST_SELECTED })}
        aria-pressed={allPicked}
        onClick={onPickAll}
      >
        <Tick isOn={allPicked} />
      </button>
    </div>
  );
}

interface Props<R, S extends string> extends PickAllProps {
  readonly columns: readonly Column<R, S>[];
  readonly template: string;
  readonly order: ListOrder<S> | undefined;
  readonly canPick: boolean;
}

function sortedBy<S extends string>(sort: S | undefined, order: ListOrder<S> | undefined) {
  if (order === undefined || sort !== order.sort) return undefined;
  return order.descending ? 'descending' : 'ascending';
}

/** The titles; those that can order the list are buttons. */
export function GridHead<R, S extends string>(props: Props<R, S>) {
  const { columns, template, order, canPick } = props;
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div
        role="row"
        className={classes.head}
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
      >
        {canPick && <PickAll {...props} />}
        {columns.map((column) => (
          <div
            key={column.name}
            role="columnheader"
            data-number={column.isNumber || undefined}
            title={column.hint}
            aria-sort={sortedBy(column.sort, order)}
          >
            <Title column={column} order={order} />
          </div>
        ))}
      </div>
    </div>
  );
}
