import { SegmentedControl, Select } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { FilterChip, LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { PeriodFilter } from '#renderer/components/list/period-filter.tsx';
import { ProductFilter } from '#renderer/components/list/product-filter.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import { useNames } from '#renderer/state/names.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import classes from './filter-bar.module.css';
import { SavedFilters } from './saved-filters.tsx';
import type { ComplaintChoice, Complaints } from './use-complaints.ts';
import { ValueMenus } from './value-menus.tsx';

type Flag = ComplaintFilter['flags'][number];

/** The two questions of every morning: what waits for us, and what is late. */
function UrgentChips({ choice, summary }: Pick<Complaints, 'choice' | 'summary'>) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const chips = [
    { flag: 'waits-for-us', count: summary?.waiting },
    { flag: 'overdue', count: summary?.overdue },
  ] as const;
  return chips.map(({ flag, count }) => (
    <FilterChip
      key={flag}
      isOn={filter.flags.includes(flag)}
      onClick={() => setFilter({ flags: toggled<Flag>(filter.flags, flag) })}
    >
      {flag === 'overdue' && <Sign kind="wrong" />}
      {count === undefined
        ? t(`complaint.flag.${flag}`)
        : t('complaint.filter.count', { what: t(`complaint.flag.${flag}`), count })}
    </FilterChip>
  ));
}

/** Filters that a link set and no menu here offers. */
function LinkedFilters({ choice }: { readonly choice: ComplaintChoice }) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { names } = useNames();
  const chips = filter.flags
    .filter((flag) => flag !== 'waits-for-us' && flag !== 'overdue')
    .map((flag) => ({
      text: t(`complaint.flag.${flag}`),
      clear: () => setFilter({ flags: toggled<Flag>(filter.flags, flag) }),
    }));
  if (filter.customerId !== null) {
    const value = names[`customer ${filter.customerId}`] ?? t('list.thatCustomer');
    chips.push({
      text: t('list.is', { what: t('list.customer'), value }),
      clear: () => setFilter({ customerId: null }),
    });
  }
  if (filter.importId !== null) {
    chips.push({
      text: t('list.fromImport'),
      clear: () => setFilter({ importId: null }),
    });
  }
  return chips.map(({ text, clear }) => <LinkedFilter key={text} text={text} onClear={clear} />);
}

function LookControls() {
  const { t } = useTranslation();
  const { view, order, setView, setOrder } = useComplaintList();
  return (
    <>
      {view === 'list' && (
        <Select
          className={classes.order}
          aria-label={t('complaint.order.label')}
          value={order}
          data={(['due', 'age', 'newest'] as const).map((value) => ({
            value,
            label: t(`complaint.order.${value}`),
          }))}
          onChange={(value) => value !== null && setOrder(value)}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('complaint.view.label')}
        value={view}
        data={(['list', 'board'] as const).map((value) => ({
          value,
          label: t(`complaint.view.${value}`),
        }))}
        onChange={setView}
      />
    </>
  );
}

interface Props {
  readonly complaints: Complaints;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Search, filters, what they leave over, and how the queue is looked at. */
export function ComplaintFilters({ complaints, list }: Props) {
  const { t } = useTranslation();
  const { choice, summary, isCounting, productName } = complaints;
  const { productId, receivedFrom: from, receivedTo: to } = choice.filter;
  return (
    <FilterBar>
      <SearchBox
        value={choice.filter.search}
        label={t('complaint.filter.searchLabel')}
        placeholder={t('complaint.filter.search')}
        list={list}
        onSearch={(search) => choice.setFilter({ search })}
      />
      <UrgentChips choice={choice} summary={summary} />
      <ValueMenus choice={choice} summary={summary} />
      <ProductFilter
        productId={productId}
        shownName={productName}
        onPick={(picked) => choice.setFilter({ productId: picked })}
      />
      <PeriodFilter
        period={{ from, to }}
        fromLabel={t('complaint.filter.receivedFrom')}
        onPick={(picked) => choice.setFilter({ receivedFrom: picked.from, receivedTo: picked.to })}
      />
      <LinkedFilters choice={choice} />
      <FilterEnd>
        {summary !== undefined && (
          <FilterSummary isStale={isCounting}>
            {t('complaint.list.summary', { count: summary.count })}
          </FilterSummary>
        )}
        <SavedFilters {...choice} />
        <LookControls />
      </FilterEnd>
    </FilterBar>
  );
}
