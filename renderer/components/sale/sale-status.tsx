import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { SaleRow } from '#shared/contract/sales.ts';

/** What became of a sale, and whether it counts; nothing where it is simply done. */
export function SaleStatus({ sale }: { readonly sale: SaleRow }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  if (sale.soldOn > today) return <StatusBadge kind="due">{t('customer.afterToday')}</StatusBadge>;
  if (sale.kind === 'return')
    return <StatusBadge kind="changed">{t('customer.return')}</StatusBadge>;
  if (sale.status === 'completed') return null;
  const kind = sale.status === 'processing' || sale.status === 'unpaid' ? 'waiting' : 'changed';
  const word = t(`customer.status.${sale.status}`);
  return (
    <StatusBadge kind={kind}>
      {sale.isPurchase ? word : `${word}, ${t('customer.notCounted')}`}
    </StatusBadge>
  );
}
