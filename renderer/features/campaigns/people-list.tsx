import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './campaigns.module.css';

interface Person {
  readonly customerId: CustomerId;
  readonly name: string;
}

interface Props<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  /** How many there are, of whom the rows may be the first. */
  readonly count: number;
  /** Where somebody can be in it twice. */
  keyOf?(row: Row): string;
  /** Beside the name. */
  readonly columns: readonly DataColumn<Row>[];
  /** Null: no more of them are shown. */
  readonly onMore: (() => void) | null;
  onClose(): void;
}

/** Who they are, each leading to their page. */
export function PeopleList<Row extends Person>(props: Props<Row>) {
  const { title, rows, count, columns, onMore, onClose } = props;
  const { keyOf = (row) => String(row.customerId) } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name: DataColumn<Row> = {
    title: t('customers.column.name'),
    cell: (row) => (
      <Link href={addressOf({ customer: row.customerId })} onClick={onClose}>
        {row.name === '' ? t('customers.noName') : row.name}
      </Link>
    ),
  };
  const shown = { shown: format.number(rows.length), all: format.number(count) };
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <DataTable label={title} rows={rows} keyOf={keyOf} columns={[name, ...columns]} />
      {rows.length < count && (
        <p className={classes.foot}>
          <span>{t('campaigns.shown', shown)}</span>
          {onMore !== null && (
            <Button size="xs" onClick={onMore}>
              {t('campaigns.more')}
            </Button>
          )}
        </p>
      )}
    </Dialog>
  );
}
