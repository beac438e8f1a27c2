// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows are active descendants
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow as Row } from '#shared/contract/customers.ts';
import type { Column } from './columns.ts';
import { CustomerCell } from './customer-cell.tsx';
import classes from './customer-table.module.css';

/** The DOM id of a row, for the grid's active descendant. */
export function rowId(index: number): string {
  return `customer-row-${index}`;
}

interface Props {
  readonly index: number;
  readonly top: number;
  readonly template: string;
  readonly columns: readonly Column[];
  /** Null while its page is on the way. */
  readonly row: Row | null;
  readonly isPicked: boolean;
  readonly isCurrent: boolean;
  onOpen(index: number): void;
  onPick(index: number, toHere: boolean): void;
}

/** The square that shows a picked row; the row itself carries `aria-selected`. */
export function Tick({ isOn }: { readonly isOn: boolean }) {
  return (
    <span className={classes.tick} data-on={isOn || undefined} aria-hidden="true">
      {isOn && <IconCheck size={12} stroke={3} />}
    </span>
  );
}

/** One line of the list. */
export const CustomerRow = memo(function CustomerRow(props: Props) {
  const { index, top, template, columns, row, isPicked, isCurrent, onOpen, onPick } = props;
  const { t } = useTranslation();
  const style = { gridTemplateColumns: template, transform: `translateY(${top}px)` };
  if (row === null) {
    return (
      <div className={classes.row} role="row" aria-rowindex={index + 2} style={style}>
        <div role="gridcell" className={classes.waiting} aria-label={t('customers.row')} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that holds the rows has the keyboard
    <div
      className={classes.row}
      id={rowId(index)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      data-current={isCurrent || undefined}
      style={style}
      onClick={() => onOpen(index)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space picks, in the grid */}
      <div
        role="gridcell"
        tabIndex={-1}
        className={classes.tickCell}
        onClick={(event) => {
          event.stopPropagation();
          onPick(index, event.shiftKey);
        }}
      >
        <Tick isOn={isPicked} />
      </div>
      {columns.map(({ name, isNumber }) => (
        <div key={name} role="gridcell" data-number={isNumber || undefined}>
          <CustomerCell column={name} row={row} />
        </div>
      ))}
    </div>
  );
});
