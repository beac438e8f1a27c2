import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { FilterBar } from '#renderer/components/list/filter-bar.tsx';
import { PeriodFilter } from '#renderer/components/list/period-filter.tsx';
import { type FilterChoice, toggled } from '#renderer/components/list/use-filter.ts';
import { batchKind, type HistoryFilter } from '#shared/contract/history.ts';
import { recordKindNames } from '#shared/domain/history/columns.ts';

/** When it was, what was done, and to what kind of record. */
export function ChangeFilters({ choice }: { readonly choice: FilterChoice<HistoryFilter> }) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  return (
    <FilterBar>
      <PeriodFilter
        period={{ from: filter.from, to: filter.to }}
        fromLabel={t('history.page.from')}
        onPick={setFilter}
      />
      <ChoiceMenu
        title={t('history.page.kind')}
        choices={batchKind.options.map((value) => ({ value, label: t(`history.kind.${value}`) }))}
        chosen={filter.kinds}
        onToggle={(value) => setFilter({ kinds: toggled(filter.kinds, value) })}
        onClear={() => setFilter({ kinds: [] })}
      />
      <ChoiceMenu
        title={t('history.page.record')}
        choices={recordKindNames.map((value) => ({
          value,
          label: t(`history.recordKind.${value}`),
        }))}
        chosen={filter.records}
        onToggle={(value) => setFilter({ records: toggled(filter.records, value) })}
        onClear={() => setFilter({ records: [] })}
      />
    </FilterBar>
  );
}
