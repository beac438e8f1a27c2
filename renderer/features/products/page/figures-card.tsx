import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import record from '#renderer/components/record.module.css';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ProductId } from '#shared/ids.ts';
import { useQuantity } from '../use-quantity.ts';
import { Fact } from './fact.tsx';
import classes from './product-page.module.css';

type Figures = Output<'products.figures'>;

/** How often something was wrong with it, in words. */
function useComplaints(): (complaints: Figures['complaints']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, defects, per100 }) => {
    const since = format.date(from, true);
    if (per100 === null) return t('products.figures.noRate', { from: since });
    if (defects === 0) return t('products.figures.noComplaints', { from: since });
    const rate = format.number(per100, 2);
    return t('products.figures.complaints', { count: defects, per100: rate, from: since });
  };
}

/** What is left over, or what is to be written down to know it. */
function useProfit(): (figures: Figures) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ profitMinor, revenueMinor }) => {
    if (profitMinor === null) return t('products.figures.noProfit');
    const amount = format.money(profitMinor);
    if (revenueMinor <= 0) return amount;
    const percent = format.percent(profitMinor / revenueMinor);
    return t('products.figures.profitShare', { amount, percent });
  };
}

interface Props {
  readonly id: ProductId;
  readonly unit: string | null;
}

/** What was sold of it, what came back, what it left over, and what was wrong with it. */
export function FiguresCard({ id, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const quantityOf = useQuantity();
  const complaintsOf = useComplaints();
  const profitOf = useProfit();
  const { data, error, refetch } = useQuery('products.figures', { id });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const sold = quantityOf(data.soldE4, unit);
  return (
    <Card title={t('products.figures.title')}>
      <dl className={record.facts}>
        <Fact name={t('products.figures.sold')}>
          {data.sales === 0
            ? t('products.never')
            : t('products.figures.soldIn', { count: data.sales, quantity: sold })}
        </Fact>
        {data.returnedMinor + data.returnedE4 > 0 && (
          <Fact name={t('products.figures.returned')}>
            {t('products.figures.returnedOf', {
              quantity: quantityOf(data.returnedE4, unit),
              amount: format.money(data.returnedMinor),
            })}
          </Fact>
        )}
        <Fact name={t('products.figures.revenue')}>
          <b>{format.money(data.revenueMinor)}</b>
        </Fact>
        {data.averageMinor !== null && (
          <Fact name={t('products.figures.average')}>{format.computed(data.averageMinor)}</Fact>
        )}
        <Fact name={t('products.figures.profit')}>{profitOf(data)}</Fact>
        {data.lastSoldOn !== null && (
          <Fact name={t('products.figures.last')}>{format.date(data.lastSoldOn)}</Fact>
        )}
        <Fact name={t('products.figures.per100')}>{complaintsOf(data.complaints)}</Fact>
      </dl>
      <p className={classes.note}>{t('products.figures.note')}</p>
    </Card>
  );
}
