// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows are active descendants
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import type { Column } from './columns.ts';
import { Tick } from './customer-row.tsx';
import classes from './customer-table.module.css';

interface Props {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly allPicked: boolean;
  onPickAll(): void;
}

function SortableTitle({ column, title }: { readonly column: Column; readonly title: string }) {
  const { sort, descending, setOrder } = useCustomerList();
  if (column.sort === undefined) return title;
  const { sort: own } = column;
  const isOn = sort === own;
  // A first click on a figure shows the largest on top, on a name the first letter.
  const next = isOn ? !descending : own !== 'name';
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" data-on={isOn || undefined} onClick={() => setOrder(own, next)}>
      {title}
      {isOn && <Arrow size={12} stroke={2.5} aria-hidden="true" />}
    </button>
  );
}

/** The titles; those that can order the list are buttons. */
export function TableHead({ columns, template, allPicked, onPickAll }: Props) {
  const { t } = useTranslation();
  const { sort, descending } = useCustomerList();
  const months = useSettings().settings.activeMonths;
  return (
    <div
      className={classes.head}
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
    >
      <div role="columnheader" className={classes.tickCell}>
        <button
          type="button"
          aria-label={t('customers.selectAll')}
          title={t('customers.selectAllHint')}
          aria-pressed={allPicked}
          onClick={onPickAll}
        >
          <Tick isOn={allPicked} />
        </button>
      </div>
      {columns.map((column) => (
        <div
          key={column.name}
          role="columnheader"
          data-number={column.isNumber || undefined}
          title={column.name === 'clv' ? t('customers.clvHint') : undefined}
          aria-sort={column.sort !== sort ? undefined : descending ? 'descending' : 'ascending'}
        >
          <SortableTitle column={column} title={t(`customers.column.${column.name}`, { months })} />
        </div>
      ))}
    </div>
  );
}
