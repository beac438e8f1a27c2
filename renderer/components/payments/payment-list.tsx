import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { PaymentRow } from '#shared/contract/payments.ts';
import { openName } from './names.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import classes from './payments.module.css';

interface RowProps {
  readonly payment: PaymentRow;
  /** Only what settles this sale is said. */
  readonly saleId: number | null;
  onEdit(): void;
}

/** What a payment is for: sales, or nothing yet. */
function usePurpose(): (payment: PaymentRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ amountMinor, parts }) => {
    if (amountMinor < 0) return t('payments.list.back');
    if (parts.length === 0) return t('payments.list.waiting');
    return t('payments.list.forSales', {
      sales: parts.map((part) => openName(t, format, part)).join(', '),
    });
  };
}

function PaymentMenu({ payment, onEdit }: Omit<RowProps, 'saleId'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useCommand('payments.remove');
  const { sayError } = useUndo();
  const amount = format.money(Math.abs(payment.amountMinor));
  const remove = async () => {
    const result = await run({ id: payment.id }, t('payments.list.removed', { amount }));
    if (!result.ok) sayError(result.error);
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          aria-label={t('payments.list.more', { amount, date: format.date(payment.paidOn) })}
        >
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
          onClick={onEdit}
        >
          {t('payments.list.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void remove()}
        >
          {t('payments.list.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Row({ payment, saleId, onEdit }: RowProps) {
  const format = useFormat();
  const purposeOf = usePurpose();
  const { parts, paidOn, method, note } = payment;
  const ofSale = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const beside = [saleId === null ? purposeOf(payment) : null, method, note];
  return (
    <li className={classes.payment}>
      <span className={classes.words}>
        <span>{format.date(paidOn)}</span>
        <span className={classes.quiet}>{beside.filter((one) => one !== null).join(', ')}</span>
      </span>
      <b>{format.money(saleId === null ? payment.amountMinor : ofSale)}</b>
      <PaymentMenu payment={payment} onEdit={onEdit} />
    </li>
  );
}

interface Props {
  readonly payments: readonly PaymentRow[];
  readonly name: string;
  readonly saleId?: number;
}

/** Payments, the newest first, each to be corrected or taken away. */
export function PaymentList({ payments, name, saleId }: Props) {
  const [edited, setEdited] = useState<PaymentRow | null>(null);
  return (
    <>
      <ul className={classes.payments}>
        {payments.map((payment) => (
          <Row
            key={payment.id}
            payment={payment}
            saleId={saleId ?? null}
            onEdit={() => setEdited(payment)}
          />
        ))}
      </ul>
      {edited !== null && (
        <PaymentDialog
          customerId={edited.customerId}
          name={name}
          payment={edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
