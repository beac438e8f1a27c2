import { Button, Kbd } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBrandWhatsapp } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '#renderer/components/figures.tsx';
import { DueBadge } from '#renderer/components/payments/due-badge.tsx';
import { debtorName } from '#renderer/components/payments/names.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Debtor, OwedOrder } from '#shared/contract/payments.ts';
import { ages } from '#shared/domain/books/account.ts';
import { DebtorDetail, type Purpose } from './debtor-detail.tsx';
import classes from './owed.module.css';
import type { Owed } from './use-owed.ts';

const ORDERS: Readonly<Record<OwedOrder, 'ascending' | 'descending'>> = {
  due: 'ascending',
  amount: 'descending',
  name: 'ascending',
};

interface TitleProps {
  readonly order: OwedOrder;
  readonly owed: Owed;
  readonly text: string;
  readonly isNumber?: boolean;
}

function SortTitle({ order, owed, text, isNumber = false }: TitleProps) {
  const isOn = owed.order === order;
  const Arrow = ORDERS[order] === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-number={isNumber || undefined}
      aria-sort={isOn ? ORDERS[order] : undefined}
    >
      <button type="button" data-on={isOn || undefined} onClick={() => owed.setOrder(order)}>
        {text}
        {isOn && <Arrow size={12} stroke={2.5} aria-hidden="true" />}
      </button>
    </th>
  );
}

function Head({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <SortTitle order="name" owed={owed} text={t('payments.owed.column.customer')} />
        <SortTitle order="due" owed={owed} text={t('payments.owed.column.due')} />
        {ages.map((age) => (
          <th key={age} scope="col" className={classes.age} data-number>
            {t(`payments.owed.short.${age}`)}
          </th>
        ))}
        <SortTitle order="amount" owed={owed} text={t('payments.owed.column.owed')} isNumber />
        <th scope="col">{t('payments.owed.column.reminded')}</th>
        <td />
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: Debtor;
  /** What it is open for; null: closed. */
  readonly purpose: Purpose | null;
  onOpen(purpose: Purpose | null): void;
}

function Actions({ row, purpose, onOpen }: RowProps) {
  const { t } = useTranslation();
  const name = debtorName(t, row);
  if (purpose !== null)
    return (
      <Button
        size="xs"
        variant="subtle"
        rightSection={<Kbd size="xs">Esc</Kbd>}
        onClick={() => onOpen(null)}
      >
        {t('payments.owed.close')}
      </Button>
    );
  return (
    <>
      {row.customerId !== null && !row.isErased && (
        <Button
          size="xs"
          aria-label={t('payments.owed.remindOne', { name })}
          leftSection={<IconBrandWhatsapp size={15} stroke={1.75} aria-hidden="true" />}
          onClick={() => onOpen('remind')}
        >
          {t('payments.owed.remind')}
        </Button>
      )}
      <Button
        size="xs"
        aria-label={t('payments.owed.takeOne', { name })}
        onClick={() => onOpen('take')}
      >
        {t('payments.owed.take')}
      </Button>
    </>
  );
}

function Row(props: RowProps) {
  const { row, purpose, onOpen } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = debtorName(t, row);
  // Its sign stands in the last column.
  const bare = (minor: number) => format.money(minor).replace(/[^\d.,\u2212]/g, '');
  return (
    <tr data-open={purpose !== null || undefined}>
      <th scope="row">
        <button
          type="button"
          aria-expanded={purpose !== null}
          aria-label={t('payments.owed.open', { name })}
          onClick={() => onOpen(purpose === null ? 'look' : null)}
        >
          {name}
        </button>
        {row.isInTrash && <span className={classes.quiet}> {t('sales.inTrash')}</span>}
      </th>
      <td>
        <DueBadge dueOn={row.dueOn} />
      </td>
      {ages.map((age) => (
        <td key={age} className={classes.age} data-number>
          {row.ages[age].amountMinor === 0 ? '–' : bare(row.ages[age].amountMinor)}
        </td>
      ))}
      <td data-number>
        <b>
          <Money minor={row.owedMinor} />
        </b>
      </td>
      <td>
        {row.remindedOn === null ? (
          <span className={classes.quiet}>{t('payments.owed.never')}</span>
        ) : (
          format.dayOfYear(row.remindedOn)
        )}
      </td>
      <td className={classes.acts}>
        <Actions {...props} />
      </td>
    </tr>
  );
}

const COLUMNS = 5 + ages.length;

/** Who owes, one a row; a row opens to its sales, a reminder and a payment. */
export function OwedTable({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  const { opened, setOpened } = owed;
  const close = () => setOpened(null);
  return (
    <table className={classes.table} aria-label={t('payments.owed.table')}>
      <Head owed={owed} />
      <tbody>
        {owed.data?.rows.map((row) => {
          const key = String(row.customerId);
          const purpose = opened?.key === key ? opened.purpose : null;
          const open = (next: Purpose | null) =>
            setOpened(next === null ? null : { key, purpose: next });
          return (
            <Fragment key={key}>
              <Row row={row} purpose={purpose} onOpen={open} />
              {purpose !== null && (
                <tr data-open>
                  <td colSpan={COLUMNS}>
                    <DebtorDetail row={row} purpose={purpose} onClose={close} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
