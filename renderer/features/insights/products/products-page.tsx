import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from '../insights.module.css';
import { NothingYet, TabPage } from '../tab-page.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { PairsCard } from './pairs-card.tsx';
import { ProfitCard } from './profit-card.tsx';
import { RevenueCard } from './revenue-card.tsx';
import { WantedCard } from './wanted-card.tsx';
import type { Products } from './words.ts';

function Cards({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  if (!data.hasSales) return <NothingYet />;
  if (data.all === 0)
    return (
      <EmptyState title={t('insights.products.none')} text={t('insights.products.noneText')} />
    );
  return (
    <div className={classes.cards}>
      <RevenueCard data={data} />
      <ProfitCard data={data} />
      <PairsCard data={data} />
      <WantedCard />
    </div>
  );
}

/** Which products bring most, and what sells together; of all sales, whether they name their buyer or not. */
export function SoldProductsPage() {
  const { t } = useTranslation();
  const { on } = useLookedFrom();
  const asked = useQuery('insights.products', { on }, { keepPrevious: true });
  return (
    <TabPage lead={t('insights.products.lead')} asked={asked}>
      {(data) => <Cards data={data} />}
    </TabPage>
  );
}
