import { useTranslation } from 'react-i18next';
import type { SaleRow } from '#shared/contract/sales.ts';

/** What a sale is called: by its number, else by what it is. */
export function useSaleTitle(): (sale: Pick<SaleRow, 'number' | 'kind'>) => string {
  const { t } = useTranslation();
  return ({ number, kind }) => {
    if (number !== null) return t('customer.sale', { number });
    return kind === 'return' ? t('customer.return') : t('customer.saleNoNumber');
  };
}
