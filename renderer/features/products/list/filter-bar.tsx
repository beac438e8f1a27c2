import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { productLacks } from '#shared/contract/products/list.ts';
import type { Products } from './use-products.ts';

const COUNTS = {
  price: 'withoutPrice',
  cost: 'withoutCost',
  guarantee: 'withoutGuarantee',
} as const;

/** Category, whether it is still sold, and what it is without. */
function ValueFilters({ products }: { readonly products: Products }) {
  const { t } = useTranslation();
  const { choice, summary } = products;
  const { filter, setFilter } = choice;
  const { category, standing, lacks } = filter;
  const categories = (summary?.categories ?? []).map(({ value, count }) => ({
    ...{ value, count, label: value },
  }));
  return (
    <>
      <ChoiceMenu
        title={t('products.filter.category')}
        choices={categories}
        chosen={category === null ? [] : [category]}
        emptyText={t('products.filter.noCategory')}
        onToggle={(value) => setFilter({ category: value === category ? null : value })}
        onClear={() => setFilter({ category: null })}
      />
      <ChoiceMenu
        title={t('products.filter.standing')}
        choices={(['active', 'inactive'] as const).map((value) => ({
          value,
          label: t(`products.filter.${value}`),
        }))}
        chosen={standing === null ? [] : [standing]}
        onToggle={(value) => setFilter({ standing: value === standing ? null : value })}
        onClear={() => setFilter({ standing: null })}
      />
      <FilterChips label={t('products.filter.lacks')}>
        {productLacks.options.map((value) => (
          <FilterChip
            key={value}
            isOn={lacks.includes(value)}
            count={summary?.[COUNTS[value]]}
            onClick={() => setFilter({ lacks: toggled(lacks, value) })}
          >
            {t(`products.filter.${value}`)}
          </FilterChip>
        ))}
      </FilterChips>
    </>
  );
}

interface Props {
  readonly products: Products;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Search, filters, and how many they leave. */
export function ProductFilters({ products, list }: Props) {
  const { t } = useTranslation();
  const { choice, summary, isCounting } = products;
  return (
    <FilterBar>
      <SearchBox
        value={choice.filter.search}
        label={t('products.filter.searchLabel')}
        placeholder={t('products.filter.search')}
        list={list}
        onSearch={(search) => choice.setFilter({ search })}
      />
      <ValueFilters products={products} />
      <FilterEnd>
        {summary !== undefined && (
          <FilterSummary isStale={isCounting}>
            {t('products.rows', { count: summary.count })}
          </FilterSummary>
        )}
      </FilterEnd>
    </FilterBar>
  );
}
