import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar, FilterEnd, FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { PeriodFilter } from '#renderer/components/list/period-filter.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';
import type { Trash } from './use-trash.ts';

/** How many the filter leaves; of a search those that are here, and whether there may be more. */
function Summary({ trash }: { readonly trash: Trash }) {
  const { t } = useTranslation();
  const { pages, count, isCounting, choice } = trash;
  const found = pages.rows.length;
  if (count !== undefined)
    return (
      <FilterSummary isStale={isCounting || pages.isStale}>
        {t('trash.rows', { count })}
      </FilterSummary>
    );
  if (choice.filter.search === '' || pages.isPending) return null;
  return (
    <FilterSummary isStale={pages.isStale}>
      {t(pages.hasMore ? 'trash.foundSoFar' : 'trash.found', { count: found })}
    </FilterSummary>
  );
}

interface Props {
  readonly trash: Trash;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Search, kinds, the days things were deleted on, and how many that leaves. */
export function TrashFilters({ trash, list }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = trash.choice;
  const counts = new Map((trash.counts?.kinds ?? []).map(({ kind, count }) => [kind, count]));
  const offered = trashKinds.filter((kind) => counts.has(kind) || filter.kinds.includes(kind));
  return (
    <FilterBar>
      <SearchBox
        value={filter.search}
        label={t('trash.filter.searchLabel')}
        placeholder={t('trash.filter.search')}
        list={list}
        onSearch={(search) => setFilter({ search })}
      />
      <ChoiceMenu
        title={t('trash.filter.kind')}
        choices={offered.map((value) => ({
          value,
          label: t(`trash.one.${value}`),
          count: counts.get(value) ?? 0,
        }))}
        chosen={filter.kinds}
        emptyText={t('trash.filter.noKind')}
        onToggle={(value) => setFilter({ kinds: toggled(filter.kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
      <PeriodFilter
        period={{ from: filter.from, to: filter.to }}
        fromLabel={t('trash.filter.from')}
        onPick={({ from, to }) => setFilter({ from, to })}
      />
      <FilterEnd>
        <Summary trash={trash} />
      </FilterEnd>
    </FilterBar>
  );
}
