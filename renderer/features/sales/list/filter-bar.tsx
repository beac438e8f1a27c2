import { Select } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, FilterChips, LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { PeriodFilter } from '#renderer/components/list/period-filter.tsx';
import { ProductFilter } from '#renderer/components/list/product-filter.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { useNames } from '#renderer/state/names.ts';
import { paidChoices } from '#shared/contract/payments.ts';
import { saleOrder } from '#shared/contract/sales.ts';
import { saleKinds, saleStatuses, sentStates } from '#shared/domain/vocabulary/sales.ts';
import { CardFilters } from './card-filters.tsx';
import type { SaleChoice, Sales } from './use-sales.ts';

/** Sales or returns, what became of them, and whether they name anybody. */
function ValueFilters({ choice }: { readonly choice: SaleChoice }) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { kinds, statuses, buyer, paid, sent } = filter;
  return (
    <>
      <FilterChips label={t('sales.filter.buyer')}>
        {(['named', 'none'] as const).map((value) => (
          <FilterChip
            key={value}
            isOn={buyer === value}
            onClick={() => setFilter({ buyer: buyer === value ? null : value })}
          >
            {t(`sales.filter.${value}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <ChoiceMenu
        title={t('sales.filter.status')}
        choices={saleStatuses.map((value) => ({ value, label: t(`customer.status.${value}`) }))}
        chosen={statuses}
        onToggle={(value) => setFilter({ statuses: toggled(statuses, value) })}
        onClear={() => setFilter({ statuses: [] })}
      />
      <ChoiceMenu
        title={t('sales.filter.paid')}
        choices={paidChoices.map((value) => ({ value, label: t(`payments.state.${value}`) }))}
        chosen={paid}
        onToggle={(value) => setFilter({ paid: toggled(paid, value) })}
        onClear={() => setFilter({ paid: [] })}
      />
      <ChoiceMenu
        title={t('sales.filter.sent')}
        choices={sentStates.map((value) => ({ value, label: t(`sales.sent.${value}`) }))}
        chosen={sent}
        onToggle={(value) => setFilter({ sent: toggled(sent, value) })}
        onClear={() => setFilter({ sent: [] })}
      />
      <ChoiceMenu
        title={t('sales.filter.kind')}
        choices={saleKinds.map((value) => ({ value, label: t(`sales.kind.${value}`) }))}
        chosen={kinds}
        onToggle={(value) => setFilter({ kinds: toggled(kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
    </>
  );
}

/** Filters that a link set and no menu here offers. */
function LinkedFilters({ choice }: { readonly choice: SaleChoice }) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const names = useNames((state) => state.names);
  const { customerId, importId, odd } = filter;
  return (
    <>
      {customerId !== null && (
        <LinkedFilter
          text={t('list.is', {
            what: t('list.customer'),
            value: names[`customer ${customerId}`] ?? t('list.thatCustomer'),
          })}
          onClear={() => setFilter({ customerId: null })}
        />
      )}
      {importId !== null && (
        <LinkedFilter text={t('list.fromImport')} onClear={() => setFilter({ importId: null })} />
      )}
      {odd !== null && (
        <LinkedFilter
          text={t(`sales.filter.odd.${odd}`)}
          onClear={() => setFilter({ odd: null })}
        />
      )}
    </>
  );
}

interface Props {
  readonly sales: Sales;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Search, filters, how many they leave, and the order. */
export function SaleFilters({ sales, list }: Props) {
  const { t } = useTranslation();
  const { choice, order, setOrder, pages, summary, isCounting } = sales;
  const { filter, setFilter } = choice;
  const { soldFrom: from, soldTo: to } = filter;
  const [shown] = pages.isStale ? [] : (pages.rows[0]?.products ?? []);
  const isOnly = pages.rows[0]?.lineCount === 1;
  return (
    <FilterBar>
      <SearchBox
        value={filter.search}
        label={t('sales.filter.searchLabel')}
        placeholder={t('sales.filter.search')}
        list={list}
        onSearch={(search) => setFilter({ search })}
      />
      <PeriodFilter
        period={{ from, to }}
        fromLabel={t('sales.filter.from')}
        onPick={(picked) => setFilter({ soldFrom: picked.from, soldTo: picked.to })}
      />
      <ValueFilters choice={choice} />
      <ProductFilter
        productId={filter.productId}
        shownName={isOnly ? (shown ?? null) : null}
        onPick={(productId) => setFilter({ productId })}
      />
      <LinkedFilters choice={choice} />
      <CardFilters choice={choice} />
      <FilterEnd>
        {summary !== undefined && (
          <FilterSummary isStale={isCounting}>
            {t('sales.rows', { count: summary.count })}
          </FilterSummary>
        )}
        <Select
          w="9.5rem"
          aria-label={t('sales.order.label')}
          value={order}
          data={saleOrder.options.map((value) => ({ value, label: t(`sales.order.${value}`) }))}
          onChange={(value) => value !== null && setOrder(value)}
        />
      </FilterEnd>
    </FilterBar>
  );
}
