// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows are active descendants
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';
import classes from './grid.module.css';

interface Props<R> {
  readonly id: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly rowRem: number;
  readonly template: string;
  readonly columns: readonly Column<R>[];
  /** Null while its page is on the way. */
  readonly row: R | null;
  readonly canPick: boolean;
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

type TickProps = Pick<Props<unknown>, 'index' | 'isPicked' | 'onPick'>;

function TickCell({ index, isPicked, onPick }: TickProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space picks, in the grid
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
  );
}

function Row<R>(props: Props<R>) {
  const { id, index, top, rowRem, template, columns, row } = props;
  const { canPick, isPicked, isCurrent, onOpen } = props;
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that holds the rows has the keyboard
    <div
      className={classes.row}
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={canPick ? isPicked : undefined}
      data-current={isCurrent || undefined}
      style={{
        gridTemplateColumns: template,
        height: `${rowRem}rem`,
        transform: `translateY(${top}px)`,
      }}
      onClick={() => onOpen(index)}
    >
      {row === null ? (
        <div role="gridcell" className={classes.waiting} aria-label={t('list.loadingRow')} />
      ) : (
        <>
          {canPick && <TickCell {...props} />}
          {columns.map(({ name, isNumber, Cell }) => (
            <div key={name} role="gridcell" data-number={isNumber || undefined}>
              <Cell row={row} name={name} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** One line of a grid. */
export const GridRow = memo(Row) as typeof Row;
