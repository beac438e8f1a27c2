import { ChangesCard } from '#renderer/components/changes/record-changes.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { NotesCard } from '#renderer/components/notes/notes-card.tsx';
import record from '#renderer/components/record.module.css';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ProductId } from '#shared/ids.ts';
import { BuyersCard } from './buyers-card.tsx';
import { FactsCard, GuaranteeCard } from './facts-cards.tsx';
import { FiguresCard } from './figures-card.tsx';
import { PricesCard } from './prices-card.tsx';
import { ProductHead } from './product-head.tsx';
import { SetPricesCard } from './set-prices-card.tsx';

function Prices({ id, unit }: { readonly id: ProductId; readonly unit: string | null }) {
  const { data, error, refetch } = useQuery('products.history', { id });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <PricesCard months={data.months} unit={unit} />
      <SetPricesCard set={data.set} />
    </>
  );
}

/** One product: what it brought, who buys it, what it is sold for and what is promised about it. */
export function ProductPage({ id }: { readonly id: ProductId }) {
  const { data, error, refetch } = useQuery('products.get', { id });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { unit, name } = data.facts;
  const product = { id, name };
  return (
    <article>
      <ProductHead product={data} />
      <div className={record.columns}>
        <div className={record.main}>
          <FiguresCard id={id} unit={unit} />
          <BuyersCard id={id} unit={unit} />
          <Prices id={id} unit={unit} />
          <ChangesCard record={{ entity: 'products', id }} />
        </div>
        <div className={record.side}>
          <FactsCard product={data} />
          <GuaranteeCard product={data} />
          {data.deletedAt === null && (
            <NotesCard on="product" product={product} pins={{ products: [product] }} />
          )}
        </div>
      </div>
    </article>
  );
}
