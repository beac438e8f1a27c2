import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';

const E4 = 10_000;

/** `12,5 kg` of ten-thousandths; without a unit the number alone. */
export function useQuantity(): (quantityE4: number, unit: string | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (quantityE4, unit) => {
    const quantity = format.number(quantityE4 / E4, 4);
    return unit === null ? quantity : t('products.quantity', { quantity, unit });
  };
}
